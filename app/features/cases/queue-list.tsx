import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { caseKindNames, caseNumberWords, closedWords, outcomeNames } from "~/features/cases/case-words";
import type { QueueRow, QueueView } from "~/features/cases/queue.view.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Tag } from "~/ui/tag";

type Props = { view: QueueView; slug: string; today: string; mayEdit: boolean };

/** The cases of a body: with buttons to order them while they wait, and a box each to take them up on an agenda. */
export function QueueList({ view, slug, today, mayEdit }: Props) {
  const { cases, show, meetings, body } = view;
  const queue = show === "queued";
  const kept = useKeptFocus(cases.map(({ id }) => id).join());
  return (
    <ol className="sv-queue" data-ordered={queue || undefined} ref={kept.list}>
      {cases.map((one, at) => (
        <li key={one.id} data-closed={one.closed || undefined}>
          {queue && mayEdit && meetings.length > 0 && (
            <input
              type="checkbox"
              name="case"
              value={one.id}
              form="take-up"
              className="sv-queue__box"
              aria-label={m.cases_choose({ title: nameOf(one) })}
            />
          )}
          <div className="sv-queue__text">
            <CaseName one={one} slug={slug} />
            <p className="sv-small sv-quiet">{notesOf(one)}</p>
          </div>
          <div className="sv-queue__end">
            {one.wantedBy && queue && <WantedBy day={one.wantedBy} today={today} />}
            {one.last && !queue && body && (
              <Link className="sv-link sv-small" to={paths.agenda(slug, body.id, one.last.minutesId)}>
                {[one.last.number && caseNumberWords(one.last.number), formatDate(one.last.day, getLocale(), "short")]
                  .filter(Boolean)
                  .join(" · ")}
              </Link>
            )}
            {queue && mayEdit && !one.part && cases.length > 1 && (
              <Form method="post" preventScrollReset className="sv-queue__move" onSubmit={kept.remember}>
                <input type="hidden" name="intent" value="move" />
                <input type="hidden" name="case" value={one.id} />
                <Button
                  variant="tertiary"
                  small
                  iconOnly
                  icon="chevron-up"
                  name="by"
                  value="-1"
                  id={`up-${one.id}`}
                  aria-disabled={at === 0 || cases[at - 1]?.part || undefined}
                >
                  {m.cases_move_up({ title: nameOf(one) })}
                </Button>
                <Button
                  variant="tertiary"
                  small
                  iconOnly
                  icon="chevron-down"
                  name="by"
                  value="1"
                  id={`down-${one.id}`}
                  aria-disabled={at === cases.length - 1 || undefined}
                >
                  {m.cases_move_down({ title: nameOf(one) })}
                </Button>
              </Form>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

const nameOf = (one: QueueRow) => (one.hidden ? closedWords(one.legalBasis) : one.title);

function CaseName({ one, slug }: { one: QueueRow; slug: string }) {
  if (one.hidden) return <b>{closedWords(one.legalBasis)}</b>;
  return (
    <>
      <Link to={paths.case(slug, one.id)} className="sv-queue__title">
        {one.title}
      </Link>{" "}
      {one.closed && <Tag icon="shield">{m.cases_closed()}</Tag>}
    </>
  );
}

function notesOf(one: QueueRow): string {
  return [
    one.partOf && m.cases_part_of({ title: one.partOf }),
    one.from && m.cases_came_from({ body: one.from.body, number: one.from.number }),
    one.last?.outcome === "postponed" && m.cases_put_off_on({ date: formatDate(one.last.day, getLocale(), "short") }),
    caseKindNames[one.kind](),
    one.proposer && !one.from && m.cases_proposed_by({ who: one.proposer }),
    one.parts > 0 && m.cases_parts_count({ n: one.parts }),
    one.papers > 0 && m.cases_papers_count({ n: one.papers }),
    one.last?.outcome && one.last.outcome !== "postponed" && outcomeNames[one.last.outcome](),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The day a case should be treated by; late once that has passed. */
export function WantedBy({ day, today }: { day: string; today: string }) {
  const date = formatDate(day, getLocale(), "short");
  return day < today ? (
    <Tag tone="warning" icon="warning">
      {m.cases_wanted_late({ date })}
    </Tag>
  ) : (
    <span className="sv-small sv-quiet sv-nowrap">{m.cases_wanted_by({ date })}</span>
  );
}

/** Keeps the focus on the button that was pressed when the list has got another order. */
export function useKeptFocus(order: string) {
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what it waits for
  useEffect(() => {
    const id = pressed.current;
    if (id) document.getElementById(id)?.focus();
    pressed.current = null;
  }, [order]);
  const remember = () => {
    pressed.current = document.activeElement?.id || null;
  };
  return { list, remember };
}
