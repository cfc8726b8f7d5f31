import type { ReactNode } from "react";
import type { ProgrammeItemView, ProgrammeView } from "~/features/events/programme.view.server";
import { asSentence, formatClock, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";

/**
 * The programme of an event, a day at a time where it lasts several: clock, title, who speaks, what it is about.
 *
 * @param beside what stands under one item, such as its papers
 */
export function Programme({
  programme,
  level = 3,
  beside,
}: {
  programme: ProgrammeView;
  /** Of the headings of the days. */
  level?: 2 | 3;
  beside?: (item: ProgrammeItemView) => ReactNode;
}) {
  const { days } = programme;
  const groups = byDay(programme);
  const Heading = `h${level}` as const;
  return (
    <div className="sv-programme">
      {groups.map((group) => (
        <div key={group.date}>
          {days.length > 1 && <Heading>{asSentence(formatDate(group.date, getLocale()))}</Heading>}
          <ol>
            {group.items.map((item) => (
              <li key={item.id} data-quiet={item.pause || undefined}>
                <Clock time={item.at?.time} />
                <div>
                  <b>{item.title}</b>
                  {item.speaker && <small>{item.speaker}</small>}
                  {item.description && <p className="sv-lines">{item.description}</p>}
                  {beside?.(item)}
                </div>
              </li>
            ))}
            {group.end && (
              <li data-quiet>
                <Clock time={group.end} />
                <div>
                  <b>{m.events_programme_end()}</b>
                </div>
              </li>
            )}
          </ol>
        </div>
      ))}
    </div>
  );
}

type Group = { date: string; items: ProgrammeItemView[]; end?: string };

/** Items by the day they are on, the end last; one without a time is on the day of the item over it. */
function byDay({ start, items, end }: ProgrammeView): Group[] {
  const groups: Group[] = [];
  const on = (date: string) => {
    const last = groups.at(-1);
    if (last?.date === date) return last;
    const group: Group = { date, items: [] };
    groups.push(group);
    return group;
  };
  for (const item of items) on(item.at?.date ?? groups.at(-1)?.date ?? start.date).items.push(item);
  if (groups.length > 0 && end) on(end.date).end = end.time;
  return groups;
}

function Clock({ time }: { time: string | undefined }) {
  return time ? <time dateTime={time}>{formatClock(time, getLocale())}</time> : <span />;
}
