import { useEffect, useRef } from "react";
import type { Language } from "~/domain/newsletters/words";
import type { ComposerPreview } from "~/features/newsletters/composer-mail.server";
import { type ComposerQuery, composerLink } from "~/features/newsletters/composer-query";
import { languageNames } from "~/features/newsletters/issue-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { Segments } from "~/ui/tabs";

type Props = {
  slug: string;
  issueId: string;
  languages: Language[];
  shown: Language;
  query: ComposerQuery;
  preview: ComposerPreview;
};

/** An issue as its reader gets it, in a language and a width: the mail itself in a sealed frame, or its text part. */
export function IssuePreview({ slug, issueId, languages, shown, query, preview }: Props) {
  const link = (change: Partial<ComposerQuery>) => composerLink(slug, issueId, query, change);
  const { mail, problem, from, to } = preview;
  return (
    <section className="sv-letter" aria-label={m.newsletters_preview()}>
      <div className="sv-letter__bar">
        {languages.length > 1 && (
          <Segments
            label={m.newsletters_preview_language()}
            items={languages.map((each) => ({
              to: link({ preview: each }),
              label: languageNames[each](),
              current: each === shown,
            }))}
          />
        )}
        <Segments
          label={m.newsletters_preview_as()}
          items={[
            {
              to: link({ as: "wide" }),
              label: m.newsletters_preview_wide(),
              icon: "laptop",
              current: query.as === "wide",
            },
            {
              to: link({ as: "narrow" }),
              label: m.newsletters_preview_narrow(),
              icon: "mobile",
              current: query.as === "narrow",
            },
            {
              to: link({ as: "text" }),
              label: m.newsletters_preview_text(),
              icon: "file",
              current: query.as === "text",
            },
          ]}
        />
      </div>
      <dl className="sv-letter__head">
        <dt>{m.newsletters_preview_from()}</dt>
        <dd>{from}</dd>
        <dt>{m.newsletters_preview_to()}</dt>
        <dd>{to ?? m.newsletters_preview_nobody()}</dd>
        <dt>{m.newsletters_preview_subject()}</dt>
        <dd lang={shown}>
          <b>{mail?.subject ?? ""}</b>
        </dd>
      </dl>
      <div className="sv-letter__page">
        {problem && (
          <Note tone="warning" live>
            {problem}
          </Note>
        )}
        {mail?.empty && <EmptyState icon="newsletter" title={m.newsletters_preview_empty()} />}
        {mail && !mail.empty && query.as === "text" && (
          <pre className="sv-pre" lang={shown}>
            {mail.text}
          </pre>
        )}
        {mail && !mail.empty && query.as !== "text" && (
          <Frame
            src={`${paths.issuePreview(slug, issueId)}?language=${shown}`}
            title={mail.subject}
            lang={shown}
            narrow={query.as === "narrow"}
            stamp={mail.stamp}
          />
        )}
      </div>
    </section>
  );
}

/** The mail; when what it says has changed it is fetched anew and stays where it was scrolled to. */
function Frame({
  src,
  title,
  lang,
  narrow,
  stamp,
}: {
  src: string;
  title: string;
  lang: string;
  narrow: boolean;
  stamp: string;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const seen = useRef(stamp);
  const top = useRef(0);
  useEffect(() => {
    if (seen.current === stamp) return;
    seen.current = stamp;
    const inside = frame.current?.contentWindow;
    try {
      top.current = inside?.scrollY ?? 0;
      inside?.location.replace(src);
    } catch {
      if (frame.current) frame.current.src = src;
    }
  }, [stamp, src]);
  return (
    <iframe
      ref={frame}
      className="sv-letter__frame"
      data-narrow={narrow || undefined}
      title={title}
      src={src}
      // No script runs in it; of this origin it is so that its images come with the session.
      sandbox="allow-same-origin allow-popups"
      lang={lang}
      onLoad={() => {
        try {
          frame.current?.contentWindow?.scrollTo(0, top.current);
        } catch {
          // A frame that went wrong begins at its top.
        }
      }}
    />
  );
}
