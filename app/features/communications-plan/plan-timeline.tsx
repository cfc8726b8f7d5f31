import { Link, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { NoRows, PlanFilters } from "~/features/communications-plan/plan-frame";
import type {
  TimelineLine,
  TimelinePart,
  TimelineView,
} from "~/features/communications-plan/plan-timeline.view.server";
import {
  linesAtATime,
  type TimelineGrouping,
  timelineGroupings,
} from "~/features/communications-plan/timeline-groupings";
import { TimelineAxis, TimelineMarks } from "~/features/communications-plan/timeline-marks";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { axis } from "~/ui/axis";
import { GroupRows } from "~/ui/group-rows";
import { ShowMore } from "~/ui/pagination";
import { Segments } from "~/ui/tabs";

type Props = { view: TimelineView; slug: string };

/** All plans of the region on one axis of years, with the rows of one plan's selection. */
export function PlanTimeline({ view, slug }: Props) {
  const here = paths.planTimeline(slug, view.plan.key);
  const [params] = useSearchParams();
  const more = new URLSearchParams(params);
  more.set("lines", String(view.drawn + linesAtATime));
  const years = yearsWords(view);
  const box = useRef<HTMLElement>(null);
  const { plan, years: span } = view;
  // Where the box scrolls, it opens at the plan's own period.
  useEffect(() => {
    const [room, own] = [box.current?.querySelector(".sv-tl__axis"), axis(span, 1).stretch(plan)];
    if (box.current && room && own) box.current.scrollLeft = room.clientWidth * own.x;
  }, [plan, span]);
  return (
    <>
      {view.total > 1 && (
        <PlanFilters selection={view} here={here} hidden={view.by === "channel" ? {} : { group: view.by }}>
          <GroupBy by={view.by} here={here} />
        </PlanFilters>
      )}
      {view.shown === 0 ? (
        <NoRows total={view.total} here={here} />
      ) : (
        <div className="sv-panel sv-tlbox">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard. */}
          <section ref={box} className="sv-tlbox__in" aria-label={m.plan_tl_caption({ years })} tabIndex={0}>
            <table className="sv-table sv-tl">
              <caption className="ds-sr-only">{m.plan_tl_caption({ years })}</caption>
              <thead>
                <tr>
                  <th scope="col">{m.plan_row()}</th>
                  <th scope="col" className="sv-tl__head">
                    <span className="ds-sr-only">{m.plan_tl_when({ years })}</span>
                    <TimelineAxis view={view} />
                  </th>
                </tr>
              </thead>
              {view.groups.map((group) => (
                <GroupRows key={group.id} span={2} count={m.plan_rows({ n: group.count })} {...groupHead(view, group)}>
                  {group.lines.map((line) => (
                    <Line key={line.id} line={line} view={view} slug={slug} />
                  ))}
                </GroupRows>
              ))}
            </table>
          </section>
          {view.drawn < view.shown && (
            <ShowMore
              to={`${here}?${more}`}
              label={m.plan_tl_more({ n: Math.min(linesAtATime, view.shown - view.drawn) })}
              shown={m.plan_shown({ shown: view.drawn, n: view.shown })}
            />
          )}
        </div>
      )}
      {view.shown > 0 && <TimelineKey />}
    </>
  );
}

const yearsWords = ({ years }: TimelineView) => {
  const [first, last] = [years.from.slice(0, 4), years.to.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
};

function groupHead(view: TimelineView, group: TimelineView["groups"][number]) {
  if (group.channel === null) return { title: group.name ?? m.plan_nobody_responsible() };
  const channel = view.channels.find(({ key }) => key === group.channel);
  return { title: channel?.name ?? group.channel, ...(channel && { icon: channel.icon }) };
}

function GroupBy({ by, here }: { by: TimelineGrouping; here: string }) {
  const [params] = useSearchParams();
  const grouped = (grouping: TimelineGrouping) => {
    const next = new URLSearchParams(params);
    next.set("group", grouping);
    return `${here}?${next}`;
  };
  const names = { channel: m.plan_channel(), responsible: m.plan_responsible() };
  return (
    <>
      <span className="sv-quiet">{m.plan_group_by()}</span>
      <Segments
        label={m.plan_group_by()}
        items={timelineGroupings.map((grouping) => ({
          ...{ to: grouped(grouping), label: names[grouping], current: grouping === by },
        }))}
      />
    </>
  );
}

function Line({ line, view, slug }: Props & { line: TimelineLine }) {
  const own = line.parts.find((part) => part.own);
  const also = line.parts.filter((part) => !part.own);
  return (
    <tr>
      <th scope="row">
        <Link className="sv-tl__name" to={paths.planRow(slug, view.plan.key, line.id)} title={line.name}>
          <span className="sv-tl__n">{line.number}</span>
          <span>{line.name}</span>
        </Link>
        <small className="sv-tl__words">
          {own && own.words.trim() !== "" ? `«${own.words.trim()}»` : m.plan_tl_no_words()}
          {also.map((part) => (
            <span key={part.row}>
              {" · "}
              <Link to={paths.planRow(slug, part.period, part.row)}>
                <span className="ds-sr-only">{m.plan_tl_also()} </span>
                {part.title}
              </Link>
            </span>
          ))}
        </small>
      </th>
      <td className="sv-tl__cell">
        <span className="ds-sr-only">{line.parts.map(partWords).join(". ")}</span>
        <TimelineMarks parts={line.parts} years={view.years} today={view.today} />
      </td>
    </tr>
  );
}

const partWords = ({ title, words, meaning }: TimelinePart) =>
  `${title}: ${meaning ?? (words.trim() === "" ? m.plan_tl_no_words() : m.plan_tl_not_read({ words: words.trim() }))}`;

/** What the marks mean, in words. */
function TimelineKey() {
  const keys = [
    [
      <rect key="m" className="s-w" data-state="done" x="1" y="4" width="20" height="8" rx="2" />,
      m.plan_cal_key_done(),
    ],
    [
      <rect key="m" className="s-w" data-state="open" x="1" y="4" width="20" height="8" rx="2" />,
      m.plan_cal_key_open(),
    ],
    [
      <rect key="m" className="s-w" data-state="future" x="1" y="4" width="20" height="8" rx="2" />,
      m.plan_cal_key_future(),
    ],
    [<circle key="m" className="s-w" data-state="open" cx="11" cy="8" r="4" />, m.plan_tl_key_date()],
    [<rect key="m" className="s-cont" x="0" y="5.5" width="22" height="5" rx="2.5" />, m.plan_tl_key_continuous()],
    [<path key="m" className="s-dem" d="M2 8h20" />, m.plan_tl_key_on_demand()],
    [<path key="m" className="s-rec" d="M0 8h22" />, m.plan_tl_key_recurring()],
    [<path key="m" className="s-today" d="M11 0v16" />, m.plan_tl_key_today()],
  ] as const;
  return (
    <ul className="sv-legend sv-tl__key">
      {keys.map(([mark, words]) => (
        <li key={words}>
          <svg width="22" height="16" aria-hidden="true">
            {mark}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
