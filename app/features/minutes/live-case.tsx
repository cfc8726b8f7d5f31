import { Form, Link } from "@remix-run/react";
import { type FormEvent, lazy, type MouseEvent, type ReactNode, Suspense, useEffect } from "react";
import { basesOf, type Fields } from "~/domain/minutes/field-merge";
import type { LiveRefusal } from "~/features/minutes/answer-live-form.server";
import { DecisionBox } from "~/features/minutes/decision-box";
import type { CaseText } from "~/features/minutes/live.view.server";
import { Difference, LiveConflicts } from "~/features/minutes/live-conflicts";
import type { LiveParts } from "~/features/minutes/live-parts";
import type { LiveItem } from "~/features/minutes/live-state.view.server";
import { clockIn, itemEyebrow, itemShort, outcomeName } from "~/features/minutes/minutes-words";
import { asSentence } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/fields";
import { Icon } from "~/ui/icon";
import { StateGlyph } from "~/ui/state";

const read = {
  taking: () => import("~/features/minutes/taking-part").then(({ TakingPart }) => ({ default: TakingPart })),
  follow: () => import("~/features/minutes/follow-ups").then(({ FollowUps }) => ({ default: FollowUps })),
  markdown: () => import("~/ui/markdown-blocks").then(({ MarkdownBlocks }) => ({ default: MarkdownBlocks })),
};

/** Written into the page by the server; the browser loads them after what one writes in first. */
const TakingPart = import.meta.env.SSR ? (await read.taking()).default : lazy(read.taking);
const FollowUps = import.meta.env.SSR ? (await read.follow()).default : lazy(read.follow);
const MarkdownBlocks = import.meta.env.SSR ? (await read.markdown()).default : lazy(read.markdown);

/** Fetches the later parts of a case while there is a connection, whichever case is open. */
export function useCaseParts(): void {
  useEffect(() => {
    for (const part of Object.values(read)) part().catch(() => {});
  }, []);
}

type Props = LiveParts & {
  item: LiveItem;
  /** Its place in the order of the meeting. */
  at: number;
  me: string;
  refusal: LiveRefusal | null;
};

/** One case of the meeting, or a part of one: what it is about, what is decided, what is to be done after. */
export function LiveCase({ item, at, me, refusal: any, ...parts }: Props) {
  const { writing, view, items, pathTo, goTo } = parts;
  const { store, alive, state } = writing;
  const target = `item:${item.id}`;
  const refusal = any?.values.item === item.id ? any : null;
  const stored = state.items.find(({ id }) => id === item.id);
  const fields: Fields = { ...item.fields, ...refusal?.values };
  const text = view.texts[item.id];
  const faults = { ...refusal?.faults, ...writing.faults[target] };
  const contested = Object.keys(refusal?.conflicts ?? {});
  const live = state.state === "live";
  const [before, after] = [items[at - 1], items[at + 1]];
  const write = (changes: Fields) => store.change(target, changes);
  const jump = (id: string) => (event: MouseEvent) => {
    if (!alive || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goTo(id);
  };
  return (
    <article className="sv-case" aria-labelledby="case-title">
      <header>
        <p className="sv-case__n">
          <Eyebrow item={item} items={items} view={view} pathTo={pathTo} jump={jump} />
        </p>
        <h2 id="case-title" tabIndex={-1}>
          {text?.title}
        </h2>
        {text?.closed && (
          <p className="sv-small sv-quiet sv-case__closed">
            <Icon name="shield" size={16} />
            {m.minutes_closed_case({ basis: text.legalBasis })}
          </p>
        )}
      </header>
      {text && <CaseWords text={text} slug={slugOf(pathTo())} />}
      <CaseParts item={item} parts={parts} jump={jump} />
      <LiveConflicts {...parts} of={[target, `follow:${item.id}:`]} />
      {refusal && contested.length > 0 && (
        <Suspense>
          <Difference
            id="difference"
            names={contested}
            theirs={stored?.fields ?? {}}
            mine={fields}
            by={stored?.changedBy ?? null}
            at={stored?.changedAt ?? null}
            view={view}
            presences={state.presences}
            scripted={false}
            reload={pathTo(item.id)}
            onSettle={() => {}}
          />
        </Suspense>
      )}
      <Form
        method="post"
        action={pathTo(item.id)}
        id="item-form"
        className="sv-case__form"
        onSubmit={(event: FormEvent) => {
          if (!alive) return;
          // The script saves it; the button goes on to the next.
          event.preventDefault();
          const button = (event.nativeEvent as SubmitEvent).submitter;
          const go = button instanceof HTMLButtonElement && button.name === "go" ? button.value : "";
          if (go) goTo(go);
          else void store.flush();
        }}
        preventScrollReset
        noValidate
      >
        <input type="hidden" name="intent" value="item" />
        <input type="hidden" name="item" value={item.id} />
        <input type="hidden" name="bases" value={JSON.stringify(basesOf(stored?.fields ?? {}))} />
        <fieldset disabled={!live} className="sv-plainset sv-stack">
          <legend className="ds-sr-only">{m.minutes_decision()}</legend>
          <DecisionBox
            {...parts}
            item={item}
            fields={fields}
            faults={faults}
            proposal={text?.proposal ?? ""}
            write={write}
          />
          <Suspense>
            <TakingPart key={item.id} {...parts} item={item} fields={fields} write={write} />
          </Suspense>
          <div className="sv-case__notes">
            <TextArea
              name="notes"
              label={m.minutes_notes()}
              rows={2}
              value={fields.notes ?? ""}
              onChange={(event) => write({ notes: event.currentTarget.value })}
            />
          </div>
        </fieldset>
        <Suspense>
          <FollowUps {...parts} item={item} live={live} refusal={refusal} />
        </Suspense>
        {stored?.changedBy && stored.changedById !== me && (
          <p className="sv-small sv-quiet">
            {m.minutes_last_changed({ by: stored.changedBy, time: clockIn(stored.changedAt, view.zone) })}
          </p>
        )}
        <div className="sv-casenav">
          {before ? (
            <Link
              className="ds-button"
              data-variant="secondary"
              data-color="neutral"
              to={pathTo(before.id)}
              onClick={jump(before.id)}
              preventScrollReset
            >
              <Icon name="arrow-left" size={18} />
              {asSentence(itemShort(before, items, view.texts[before.id]).replace(/, .*$/, ""))}
            </Link>
          ) : (
            <span />
          )}
          <span className="sv-casenav__on">
            {live && !alive && (
              <Button variant="secondary" name="go" value={item.id}>
                {m.minutes_save()}
              </Button>
            )}
            {after && (
              <Button name="go" value={after.id} {...(!live && { type: "button", onClick: () => goTo(after.id) })}>
                <span className="sv-casenav__words">
                  {m.minutes_next({ case: itemShort(after, items, view.texts[after.id]) })}
                </span>
                <Icon name="arrow-right" size={18} />
              </Button>
            )}
          </span>
        </div>
        {live && alive && <p className="sv-small sv-quiet sv-case__keys">{m.minutes_keys()}</p>}
      </Form>
    </article>
  );
}

const slugOf = (path: string) => path.split("/")[2] ?? "";

type Jump = (id: string) => (event: MouseEvent) => void;

/** The number; of a part, what it is a part of as links. */
function Eyebrow({
  item,
  items,
  view,
  pathTo,
  jump,
}: Pick<LiveParts, "items" | "view" | "pathTo"> & { item: LiveItem; jump: Jump }) {
  const parent = items.find(({ id }) => id === item.parentId);
  const number = itemEyebrow(item, items, view.texts[item.id]);
  if (!parent) return number || " ";
  const title = view.texts[parent.id]?.title ?? "";
  return (
    <>
      {number} <span aria-hidden="true">·</span>{" "}
      <Link to={pathTo(parent.id)} onClick={jump(parent.id)} preventScrollReset>
        {title}
      </Link>
    </>
  );
}

/** What the case is about, its papers and what is proposed. */
function CaseWords({ text, slug }: { text: CaseText; slug: string }) {
  const { presentation, papers, proposed, proposer, caseId } = text;
  return (
    <Suspense>
      {(presentation.length > 0 || papers.length > 0) && (
        <Words title={m.minutes_case()}>
          <MarkdownBlocks blocks={presentation} headingLevel={4} />
          {proposer && <p className="sv-small sv-quiet">{m.minutes_brought_by({ by: proposer })}</p>}
          {papers.length > 0 && (
            <ul className="sv-casepapers">
              {papers.map(({ id, name, link, fileId }) => (
                <li key={id}>
                  <a href={fileId ? paths.casePaper(slug, caseId, id) : link} target="_blank" rel="noreferrer">
                    <Icon name={fileId ? "file" : "link"} size={16} />
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </Words>
      )}
      {proposed.length > 0 && (
        <Words title={m.minutes_proposal()} quiet>
          <MarkdownBlocks blocks={proposed} headingLevel={4} />
        </Words>
      )}
    </Suspense>
  );
}

function Words({ title, quiet, children }: { title: string; quiet?: boolean; children: ReactNode }) {
  return (
    <section className="sv-case__words" data-quiet={quiet || undefined}>
      <h3>{title}</h3>
      <div className="sv-prose">{children}</div>
    </section>
  );
}

/** The parts of a case, each with what became of it. */
function CaseParts({ item, parts: { items, view, pathTo }, jump }: { item: LiveItem; parts: LiveParts; jump: Jump }) {
  const own = items.filter(({ parentId }) => parentId === item.id);
  if (own.length === 0) return null;
  return (
    <section className="sv-case__words">
      <h3>{m.minutes_parts()}</h3>
      <ul className="sv-follow">
        {own.map((part) => (
          <li key={part.id}>
            <StateGlyph state={part.fields.outcome ? "done" : "planned"} />
            <span>
              {part.letter && <b>{part.letter} </b>}
              <Link className="sv-link" to={pathTo(part.id)} onClick={jump(part.id)} preventScrollReset>
                {view.texts[part.id]?.title}
              </Link>
            </span>
            <span className="sv-quiet">{outcomeName(part.fields.outcome)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
