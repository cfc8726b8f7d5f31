import { Link } from "@remix-run/react";
import { HistoryPanel } from "~/features/audit/history-panel";
import { partWord } from "~/features/responsibility/matrix-words";
import type { RowView } from "~/features/responsibility/row.view.server";
import { RowForm, type RowRefusal } from "~/features/responsibility/row-form";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { Tag } from "~/ui/tag";

type Props = {
  row: RowView;
  slug: string;
  zone: string;
  mayEdit: boolean;
  mayBind: boolean;
  refusal: RowRefusal | undefined;
};

/** One row of the matrix: who plays which part, how the plan's words are read, and what has happened. */
export function RowPage({ row, slug, zone, mayEdit, mayBind, refusal }: Props) {
  return (
    <Columns
      main={
        <div className="sv-stack">
          {row.accountable === null && (
            <Note tone="warning" title={m.responsibility_row_nobody()}>
              {row.unknown.length > 0 && <p>{m.responsibility_row_nobody_why({ names: quoted(row.unknown) })}</p>}
            </Note>
          )}
          {mayEdit ? (
            <RowForm row={row} zone={zone} refusal={refusal} cancelTo={paths.responsibility(slug)} />
          ) : (
            <Parts row={row} />
          )}
        </div>
      }
      side={
        <>
          {row.kind === "plan-row" && <Reading row={row} slug={slug} mayBind={mayBind} />}
          {row.planned.length > 0 && (
            <Panel title={m.responsibility_row_planned()}>
              <Rows>
                {row.planned.map(({ actor, part, from }) => (
                  <Row
                    key={`${actor}${from}`}
                    icon="hourglass"
                    title={`${actor}: ${wordOf(part)}`}
                    note={m.responsibility_row_from({ day: describeDay(from) })}
                  />
                ))}
              </Rows>
            </Panel>
          )}
          <HistoryPanel lines={row.history} />
        </>
      }
    />
  );
}

const quoted = (names: readonly string[]) => names.map((name) => `«${name}»`).join(", ");
const wordOf = (part: RowView["planned"][number]["part"]) => partWord(part === "-" ? null : part);

/** Those who have a part, for one who may not change it. */
function Parts({ row }: { row: RowView }) {
  const involved = row.actors.filter(({ code }) => /[a-z]/i.test(code));
  return (
    <Panel title={m.responsibility_row_parts()} count={involved.length || undefined}>
      {involved.length === 0 ? (
        <EmptyState icon="person-group" title={m.responsibility_row_no_parts()} />
      ) : (
        <Rows>
          {involved.map(({ id, name, code }) => (
            <Row
              key={id}
              title={name}
              note={/[a-z]/.test(code) ? impliedNote(row) : undefined}
              end={<Tag tone={/a/i.test(code) ? "accent" : "neutral"}>{codeWord(code)}</Tag>}
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}

const codeWord = (code: string) => {
  const part = (["a", "p", "c", "k", "i"] as const).find((one) => one === code.toLowerCase());
  return partWord(part ?? null);
};
const impliedNote = ({ kind }: RowView) =>
  kind === "task" ? m.responsibility_row_by_owner() : m.responsibility_row_by_plan();

/** The words of "Ansvar" as they stand, and whom each name means. */
function Reading({ row, slug, mayBind }: { row: RowView; slug: string; mayBind: boolean }) {
  return (
    <Panel title={m.responsibility_row_words()}>
      <PanelBody>
        {row.words.trim() === "" ? (
          <p className="sv-quiet">{m.responsibility_row_no_words()}</p>
        ) : (
          <>
            <p className="sv-lines">«{row.words}»</p>
            <dl className="sv-terms">
              {row.names.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice, and do not move.
                <div key={at}>
                  <dt>{name.words}</dt>
                  <dd>{meaningWords(name)}</dd>
                </div>
              ))}
            </dl>
            {row.unknown.length > 0 && mayBind && (
              <p>
                <Link to={paths.actorNames(slug)} className="sv-link">
                  {m.responsibility_row_bind()}
                </Link>
              </p>
            )}
          </>
        )}
      </PanelBody>
    </Panel>
  );
}

function meaningWords({ kind, means, rest }: RowView["names"][number]): string {
  if (kind === "unknown") return m.responsibility_row_unknown();
  if (kind === "nobody" || means === null) return m.responsibility_row_means_nobody();
  return rest ? m.responsibility_row_rest({ name: means }) : means;
}
