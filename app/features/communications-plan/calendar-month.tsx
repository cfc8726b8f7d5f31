import { Link } from "@remix-run/react";
import type {
  CalendarDate,
  CalendarDay,
  CalendarThing,
  CalendarView,
  CalendarWindow,
  DayState,
} from "~/features/communications-plan/plan-calendar.view.server";
import { describeDay, describeDays, describeMonth, monthNames } from "~/features/timing/day-words";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";

type Props = { view: CalendarView; slug: string };
type Week = CalendarView["weeks"][number];

const stateWords: Record<DayState, () => string> = {
  done: () => m.plan_cal_key_done(),
  open: () => m.plan_cal_key_open(),
  future: () => m.plan_cal_key_future(),
  dropped: () => m.plan_state_dropped(),
};

/**
 * The month as a table: a week a row group, its days first, then the windows that are open in it, each over the days it
 * covers. On small screens the same table reads as a list of the days that have something.
 */
export function CalendarMonth({ view, slug }: Props) {
  const { month, weeks } = view;
  const weekdays = weeks[0]?.days.map(({ day }) => weekdayOf(day)) ?? [];
  return (
    <div className="sv-panel sv-calbox">
      <table className="sv-cal" data-empty={view.isEmpty || undefined}>
        <caption className="ds-sr-only">{m.plan_cal_caption({ month: describeMonth(month) })}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span aria-hidden="true">{m.plan_cal_week_head()}</span>
              <span className="ds-sr-only">{m.plan_cal_week()}</span>
            </th>
            {weekdays.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <WholeMonth view={view} slug={slug} />
        {weeks.map((week) => (
          <WeekRows key={week.week} week={week} view={view} slug={slug} />
        ))}
      </table>
    </div>
  );
}

/** "måndag", of the first week's days. */
const weekdayOf = (day: string) => formatDate(day, getLocale()).split(" ")[0] ?? "";

/** The windows that are open in all the month's weeks, over them. */
function WholeMonth({ view, slug }: Props) {
  if (view.whole.length === 0) return null;
  return (
    <tbody className="sv-cal__whole">
      {view.whole.map(({ window, begins, ends }, at) => (
        <tr key={window.row.id + window.from} className="sv-cal__lane">
          {at === 0 && (
            <th scope="row" rowSpan={view.whole.length}>
              <span className="sv-cal__short" aria-hidden="true">
                {m.plan_cal_all_weeks()}
              </span>
              <span className="sv-cal__long">{m.plan_cal_whole_month()}</span>
            </th>
          )}
          <td colSpan={7} className="sv-cal__over" data-begins={begins || undefined} data-ends={ends || undefined}>
            <WindowLink window={window} to={paths.planRow(slug, view.plan.key, window.row.id)} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function WeekRows({ week, view, slug }: Props & { week: Week }) {
  const { days, lanes } = week;
  const begins = lanes.some((lane) => lane.some((cell) => "window" in cell && !cell.again));
  const something = begins || days.some(hasSomething);
  return (
    <tbody data-nothing={something ? undefined : true}>
      <tr className="sv-cal__days">
        <th scope="row" rowSpan={1 + lanes.length}>
          <span className="sv-cal__weekword">{m.plan_cal_week()} </span>
          {week.week}
        </th>
        {days.map((day) => (
          <DayCell key={day.day} day={day} view={view} slug={slug} />
        ))}
      </tr>
      {lanes.map((lane, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place.
        <tr key={at} className="sv-cal__lane">
          {lane.map((cell) =>
            "window" in cell ? (
              <td
                key={cell.window.row.id + cell.window.from}
                colSpan={cell.days}
                className="sv-cal__over"
                data-begins={cell.begins || undefined}
                data-ends={cell.ends || undefined}
                data-again={cell.again || undefined}
              >
                <WindowLink
                  window={cell.window}
                  to={paths.planRow(slug, view.plan.key, cell.window.row.id)}
                  again={cell.again}
                />
              </td>
            ) : (
              <td key={cell.day} className="sv-cal__gap" {...marksOf(days, cell.day)} />
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}

const hasSomething = (day: CalendarDay) =>
  day.holiday !== null || day.free.some(({ begins }) => begins) || day.dates.length + day.things.length > 0;

function marksOf(days: CalendarDay[], iso: string) {
  const day = days.find((one) => one.day === iso);
  return {
    "data-outside": day?.outside || undefined,
    "data-free": day?.holiday ? "holiday" : day?.free[0]?.kind,
    "data-weekend": days.findIndex((one) => one.day === iso) > 4 || undefined,
  };
}

function DayCell({ day, view, slug }: Props & { day: CalendarDay }) {
  const week = view.weeks.find(({ days }) => days.includes(day))?.days ?? [];
  const number = Number(day.day.slice(8));
  if (day.outside) return <td {...marksOf(week, day.day)} className="sv-cal__day" aria-hidden="true" />;
  const isToday = day.day === view.today;
  return (
    <td
      className="sv-cal__day"
      {...marksOf(week, day.day)}
      data-nothing={hasSomething(day) ? undefined : true}
      data-today={isToday || undefined}
    >
      <p className="sv-cal__date">
        <time dateTime={day.day}>
          <span className="sv-cal__weekday">{formatDate(day.day, getLocale(), "short").split(" ")[0]} </span>
          <b>{number}</b>
          {getLocale() !== "en" && <span className="sv-cal__month">.</span>}
          <span className="sv-cal__month"> {monthNames().short[Number(day.day.slice(5, 7)) - 1]}</span>
        </time>
        {isToday && <span className="sv-cal__now">{m.plan_cal_today()}</span>}
      </p>
      <div className="sv-cal__what">
        {day.holiday && <p className="sv-cal__holiday">{day.holiday}</p>}
        {day.free.map(({ kind, name, to, shown, begins }) => (
          <p
            key={kind + name}
            className={shown ? "sv-cal__free" : "ds-sr-only"}
            data-again={begins ? undefined : true}
            data-kind={kind}
          >
            {kind === "closed" ? m.plan_cal_closed({ name }) : name}
            {begins && to > day.day && (
              <span className="sv-cal__until"> {m.plan_cal_until({ day: describeDay(to, false) })}</span>
            )}
          </p>
        ))}
        {day.dates.length + day.things.length > 0 && (
          <ul>
            {day.dates.map((date) => (
              <DateItem key={date.row.id} date={date} period={view.plan.key} slug={slug} />
            ))}
            {day.things.map((thing) => (
              <li key={thing.id} data-quiet={thing.number === null || undefined}>
                <ThingLink thing={thing} slug={slug} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </td>
  );
}

function DateItem({ date, period, slug }: { date: CalendarDate; period: string; slug: string }) {
  const { row, state, time, made } = date;
  return (
    <li>
      <Link className="sv-cal__item" to={paths.planRow(slug, period, row.id)} data-state={state}>
        <span className="sv-cal__n" data-state={state}>
          <span className="ds-sr-only">{m.plan_cal_measure()} </span>
          {row.number}
        </span>
        <span>
          {row.name} {time && <small>{clock(time)}</small>}
          <span className="ds-sr-only"> ({stateWords[state]()})</span>
        </span>
      </Link>
      {made.map((thing) => (
        <ThingLink key={thing.id} thing={thing} slug={slug} made />
      ))}
    </li>
  );
}

const clock = (time: string) =>
  m.timing_clock({ time: m.timing_time({ hour: time.slice(0, 2), minute: time.slice(3) }) });

function ThingLink({ thing, slug, made = false }: { thing: CalendarThing; slug: string; made?: boolean }) {
  const to = thing.kind === "event" ? paths.event(slug, thing.id) : paths.publication(slug, thing.id);
  const showsNumber = thing.number !== null && !made;
  return (
    <Link className="sv-cal__item" to={to} data-made={made || undefined}>
      {showsNumber ? (
        <span className="sv-cal__n" data-state="made">
          <span className="ds-sr-only">{m.plan_cal_measure()} </span>
          {thing.number}
        </span>
      ) : (
        <Icon name={thing.kind === "event" ? "calendar" : "megaphone"} size={14} />
      )}
      <span>
        {thing.time && <small>{clock(thing.time)}</small>} {thing.title}{" "}
        {thing.draft && <small>({m.plan_cal_draft()})</small>}
      </span>
    </Link>
  );
}

/** A window with its number, its name and, for those who do not see how far it reaches, its days. */
export function WindowLink({ window, to, again = false }: { window: CalendarWindow; to: string; again?: boolean }) {
  const { row, state, from, to: until } = window;
  return (
    <Link className="sv-cal__bar" to={to} data-state={state} tabIndex={again ? -1 : undefined} title={row.name}>
      <b>
        <span className="ds-sr-only">{m.plan_cal_measure()} </span>
        {row.number}
      </b>
      <span className="sv-cal__name">{row.name}</span>{" "}
      <small className="sv-cal__span">{describeDays({ from, to: until }, false)}</small>
      <span className="ds-sr-only"> ({stateWords[state]()})</span>
    </Link>
  );
}
