import { Form, Link, useNavigate } from "@remix-run/react";
import { lazy, Suspense, useRef, useState } from "react";
import type { Language } from "~/domain/newsletters/words";
import type { IssueRefusal } from "~/features/newsletters/answer-issue-form.server";
import type { OpenItem } from "~/features/newsletters/composer.view.server";
import { useHydrated } from "~/features/newsletters/issue-blocks";
import { languageNames, missingWords } from "~/features/newsletters/issue-words";
import { ItemImage } from "~/features/newsletters/item-image";
import { fill, type SaveStatus, useAutosave } from "~/features/newsletters/use-autosave";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { TextArea, TextInput } from "~/ui/fields";
import { Segments } from "~/ui/tabs";

const Toolbar = lazy(() => import("~/features/newsletters/markdown-toolbar"));
/** Written into the page by the server where somebody has no script; else fetched when two have written at once. */
const Difference = import.meta.env.SSR
  ? (await import("~/features/newsletters/item-difference")).default
  : lazy(() => import("~/features/newsletters/item-difference"));

export type Saver = { flush: () => Promise<boolean> };

type Props = {
  slug: string;
  issueId: string;
  item: OpenItem;
  languages: Language[];
  write: Language | "both";
  linkTo: (write: Language | "both") => string;
  /** Where its forms post to without script, and where it is closed. */
  action: string;
  closed: string;
  zone: string;
  refusal: IssueRefusal | null;
  status: SaveStatus;
  onStatus: (status: SaveStatus) => void;
  onSaved: (issueVersion: number) => void;
  saver: { current: Saver | null };
};

type Part = "subject" | "heading" | "body" | "linkLabel" | "imageAlt";

/** The fields of one piece, in every language it is written in; those of the languages not chosen are hidden. */
export function ItemEditor(props: Props) {
  const { slug, issueId, item, languages, write, action, refusal, status, onStatus, onSaved, saver, zone } = props;
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const navigate = useNavigate();
  const [found, setFound] = useState<Record<string, string>>({});
  const errors = { ...(refusal?.part === "item" ? refusal.errors : {}), ...found };
  const { touch, flush, settleConflict } = useAutosave({
    form,
    url: paths.issueItem(slug, issueId, item.id),
    copy: `samvirk:issue:${item.id}`,
    version: item.version,
    onStatus,
    onErrors: setFound,
    onSaved,
  });
  saver.current = { flush };
  const values = refusal?.part === "item" ? refusal.values : {};
  const conflict = status.state === "changed" ? status.conflict : (refusal?.conflict ?? null);
  const shared = { item, values, errors, write, languages };
  const isIntroduction = item.kind === "introduction";
  const mine = () =>
    form.current
      ? Object.fromEntries([...new FormData(form.current)].flatMap(([name, value]) => [[name, String(value)]]))
      : values;
  return (
    <>
      {conflict && (
        <Suspense>
          <Difference
            conflict={conflict}
            mine={mine()}
            zone={zone}
            onMine={() => settleConflict(conflict.version, true)}
            onTheirs={() => {
              if (form.current) fill(form.current, Object.entries(theirFields(conflict.theirs, languages)));
              settleConflict(conflict.version, false);
              navigate(".", { replace: true, preventScrollReset: true });
            }}
            formId="item-form"
            reload={action}
            scripted={status.state === "changed"}
          />
        </Suspense>
      )}
      <Form
        method="post"
        action={action}
        ref={form}
        id="item-form"
        className="sv-write"
        data-both={write === "both" || undefined}
        onInput={touch}
        onSubmit={(event) => {
          // The script has saved it, or says why it cannot.
          event.preventDefault();
          void flush();
        }}
        preventScrollReset
        noValidate
      >
        {Object.keys(refusal?.part === "item" ? refusal.errors : {}).length > 0 && <FormProblems errors={errors} />}
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="item" value={item.id} />
        <input type="hidden" name="version" value={refusal?.conflict ? refusal.conflict.version : item.version} />
        {languages.length > 1 && (
          <div className="sv-write__head">
            <Segments
              label={m.newsletters_write_in()}
              items={[
                ...languages.map((each) => ({
                  to: props.linkTo(each),
                  label: languageNames[each](),
                  current: write === each,
                })),
                { to: props.linkTo("both"), label: m.newsletters_write_both(), current: write === "both" },
              ]}
            />
          </div>
        )}
        <div className="sv-write__columns">
          {languages.map((language) => (
            <div key={language} className="sv-write__column" hidden={write !== "both" && write !== language}>
              {isIntroduction ? (
                <Line {...shared} language={language} part="subject" label={m.newsletters_field_subject()} max={150} />
              ) : (
                <Line {...shared} language={language} part="heading" label={m.newsletters_field_heading()} max={150} />
              )}
              <Body {...shared} language={language} hydrated={hydrated} />
              {!isIntroduction && (
                <Line
                  {...shared}
                  language={language}
                  part="linkLabel"
                  label={m.newsletters_field_link_label()}
                  max={80}
                  optional
                />
              )}
              {item.image && (
                <Line {...shared} language={language} part="imageAlt" label={m.newsletters_image_alt()} max={300} />
              )}
            </div>
          ))}
        </div>
        {!isIntroduction && (
          <TextInput
            name="link"
            type="url"
            label={m.newsletters_field_link()}
            defaultValue={values.link ?? item.words.link}
            error={errors.link ?? null}
            maxLength={2000}
            optional
          />
        )}
        <div className="sv-block__row">
          <Missing {...shared} to={props.linkTo("both")} />
          {!hydrated && <Button small>{m.newsletters_save_item()}</Button>}
        </div>
      </Form>
      {!isIntroduction && (
        <ItemImage
          key={item.image?.id ?? "none"}
          slug={slug}
          issueId={issueId}
          item={item}
          languages={languages}
          action={action}
          refusal={refusal?.part === "image" ? refusal : null}
        />
      )}
      <div className="sv-block__foot">
        <Form method="post" action={action} preventScrollReset className="sv-row">
          <input type="hidden" name="item" value={item.id} />
          <input type="hidden" name="intent" value="move" />
          <Button variant="tertiary" small icon="chevron-up" name="to" value="up">
            {m.newsletters_move_up()}
          </Button>
          <Button variant="tertiary" small icon="chevron-down" name="to" value="down">
            {m.newsletters_move_down()}
          </Button>
        </Form>
        {item.removable && (
          <Form method="post" action={action} preventScrollReset>
            <input type="hidden" name="item" value={item.id} />
            <Button variant="tertiary" small icon="trash" name="intent" value="remove">
              {m.newsletters_remove_item()}
            </Button>
          </Form>
        )}
        <Link className="sv-link sv-small" to={props.closed} preventScrollReset>
          {m.newsletters_close_item()}
        </Link>
      </div>
    </>
  );
}

type Shared = {
  item: OpenItem;
  values: Record<string, string>;
  errors: Record<string, string>;
  write: Language | "both";
  languages: Language[];
};

/** The words of a conflict as the fields of the form. */
function theirFields(theirs: OpenItem["words"], languages: readonly Language[]): Record<string, string> {
  const parts: Part[] = ["subject", "heading", "body", "linkLabel", "imageAlt"];
  const words = parts.flatMap((part) =>
    languages.map((language) => [`${part}_${language}`, theirs[part][language] ?? ""]),
  );
  return Object.fromEntries([...words, ["link", theirs.link]]);
}

/** A label says its language where one sees more than one, or would not know. */
function labelIn(label: string, language: Language, { write, languages }: Shared): string {
  if (languages.length < 2 || write !== "both") return label;
  return m.newsletters_field_in({ field: label, language: languageNames[language]().toLowerCase() });
}

function Line({
  language,
  part,
  label,
  max,
  optional,
  ...shared
}: Shared & { language: Language; part: Part; label: string; max: number; optional?: boolean }) {
  const name = `${part}_${language}`;
  return (
    <TextInput
      name={name}
      label={labelIn(label, language, shared)}
      defaultValue={shared.values[name] ?? shared.item.words[part][language] ?? ""}
      error={shared.errors[name] ?? null}
      maxLength={max}
      lang={language}
      {...(optional && { optional })}
    />
  );
}

function Body({ language, hydrated, ...shared }: Shared & { language: Language; hydrated: boolean }) {
  const name = `body_${language}`;
  const written = shared.values[name] ?? shared.item.words.body[language] ?? "";
  const [count, setCount] = useState(written.length);
  const label = labelIn(m.newsletters_field_body(), language, shared);
  return (
    <div className="sv-write__body">
      <TextArea
        name={name}
        label={label}
        {...(shared.item.kind === "event" && { hint: m.newsletters_event_hint() })}
        defaultValue={written}
        error={shared.errors[name] ?? null}
        rows={shared.item.kind === "introduction" ? 9 : 6}
        lang={language}
        onInput={({ currentTarget }) => setCount(currentTarget.value.length)}
        bar={
          <div className="sv-write__bar">
            {hydrated && (
              <Suspense>
                <Toolbar field={name} label={`${m.newsletters_toolbar()}: ${label}`} />
              </Suspense>
            )}
          </div>
        }
      />
      <small className="sv-quiet">{m.newsletters_chars({ n: count })}</small>
    </div>
  );
}

/** "Bokmål manglar", which leads to both side by side. */
function Missing({ item, languages, to }: Shared & { to: string }) {
  const parts = item.kind === "introduction" ? (["subject", "body"] as const) : (["heading", "body"] as const);
  const lacking = languages.filter((language) =>
    parts.some((part) => !item.words[part][language] && languages.some((other) => item.words[part][other])),
  );
  if (lacking.length === 0) return <span />;
  return (
    <Link className="sv-link sv-small" to={to} preventScrollReset>
      {missingWords(lacking)}
    </Link>
  );
}
