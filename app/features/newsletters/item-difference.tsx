import { useState } from "react";
import type { Language } from "~/domain/newsletters/words";
import { diffLines } from "~/domain/shared/line-diff";
import type { IssueRefusal } from "~/features/newsletters/answer-issue-form.server";
import { clockOf, languageNames } from "~/features/newsletters/issue-words";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";

type Conflict = NonNullable<IssueRefusal["conflict"]>;

const labels = {
  subject: m.newsletters_field_subject,
  heading: m.newsletters_field_heading,
  body: m.newsletters_field_body,
  linkLabel: m.newsletters_field_link_label,
  imageAlt: m.newsletters_image_alt,
} as const;

/** What another has saved beside what somebody has written meanwhile, and the two ways on. */
export default function ItemDifference({
  conflict,
  mine,
  zone,
  scripted,
  formId,
  reload,
  onMine,
  onTheirs,
}: {
  conflict: Conflict;
  mine: Record<string, string>;
  zone: string;
  /** With script the buttons act here; without, one sends the form again and the other opens the page anew. */
  scripted: boolean;
  formId: string;
  reload: string;
  onMine: () => void;
  onTheirs: () => void;
}) {
  // What was written when it was found; typing on does not change what is compared.
  const [written] = useState(mine);
  const title =
    conflict.by && conflict.at
      ? m.newsletters_changed_title({ by: conflict.by, time: clockOf(conflict.at, zone) })
      : m.newsletters_changed_title_someone();
  return (
    <Note tone="warning" title={title} live>
      <div className="sv-stack" id="difference">
        <p>{m.newsletters_changed_why()}</p>
        {differences(conflict, written).map(({ name, label, lines }) => (
          <section key={name}>
            <h3 className="sv-small">{label}</h3>
            <p className="sv-diff">
              {lines.map(({ kind, text }, at) => {
                const key = `${at}${kind}`;
                if (kind === "removed") return <del key={key}>{text || " "}</del>;
                return kind === "added" ? <ins key={key}>{text || " "}</ins> : <span key={key}>{text || " "}</span>;
              })}
            </p>
          </section>
        ))}
        <p className="sv-small sv-quiet">
          <del>{m.newsletters_changed_theirs()}</del> · <ins>{m.newsletters_changed_mine()}</ins>
        </p>
        <div className="sv-row">
          <Button
            small
            variant="secondary"
            {...(scripted ? { type: "button" as const, onClick: onMine } : { form: formId })}
          >
            {m.newsletters_keep_mine()}
          </Button>
          {scripted ? (
            <Button small variant="secondary" type="button" onClick={onTheirs}>
              {m.newsletters_take_theirs()}
            </Button>
          ) : (
            <LinkButton small variant="secondary" to={reload} reloadDocument>
              {m.newsletters_take_theirs()}
            </LinkButton>
          )}
        </div>
      </div>
    </Note>
  );
}

/** The fields that are not the same, line by line. */
function differences({ theirs }: Conflict, mine: Record<string, string>) {
  const words = (Object.keys(labels) as (keyof typeof labels)[]).flatMap((part) =>
    (["nn", "nb", "en"] as Language[]).map((language) => ({
      name: `${part}_${language}`,
      label: m.newsletters_field_in({ field: labels[part](), language: languageNames[language]().toLowerCase() }),
      saved: theirs[part][language] ?? "",
    })),
  );
  return [...words, { name: "link", label: m.newsletters_field_link(), saved: theirs.link }].flatMap(
    ({ name, label, saved }) => {
      const typed = mine[name]?.trim();
      if (typed === undefined || typed === saved) return [];
      return [{ name, label, lines: diffLines(saved, typed) }];
    },
  );
}
