import { Form, Link, useSearchParams } from "@remix-run/react";
import { addMonths } from "~/domain/communications-plan/month-grid";
import { CalendarMonth, WindowLink } from "~/features/communications-plan/calendar-month";
import { periodTitle } from "~/features/communications-plan/period-title";
import type { CalendarView } from "~/features/communications-plan/plan-calendar.view.server";
import { NoRows, PlanFilters } from "~/features/communications-plan/plan-frame";
import { describeMonth } from "~/features/timing/day-words";
import { asSentence } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Icon } from "~/ui/icon";
import { Note } from "~/ui/note";

/** A plan month by month. Filters and the month are in the address. */
export function PlanCalendar({ view, slug }: { view: CalendarView; slug: string }) {
  const here = paths.planCalendar(slug, view.plan.key);
  const to = useMonthLinks(here);
  const { month, nearest, more, undated, covering } = view;
  if (view.total === 0) return <NoRows total={0} here={here} />;
  return (
    <>
      {view.total > 1 && <PlanFilters selection={view} here={here} hidden={{ month }} />}
      <MonthBar view={view} slug={slug} here={here} />
      {!covering.here && (
        <Note
          {...(covering.other && {
            action: {
              label: m.plan_cal_other_plan(),
              to: `${paths.planCalendar(slug, covering.other)}?month=${month}`,
            },
          })}
        >
          {m.plan_cal_outside({ month: asSentence(describeMonth(month)), period: periodTitle(view.plan) })}
        </Note>
      )}
      {view.shown === 0 && <NoRows total={view.total} here={`${here}?month=${month}`} />}
      {view.isEmpty && view.shown > 0 && (
        <EmptyState
          icon="calendar"
          title={m.plan_cal_empty({ month: describeMonth(month) })}
          why={nearest === null ? m.plan_cal_empty_all() : m.plan_cal_empty_why()}
          action={
            nearest !== null && (
              <LinkButton to={to(nearest)} variant="secondary">
                {m.plan_cal_go_to({ month: describeMonth(nearest) })}
              </LinkButton>
            )
          }
        />
      )}
      <CalendarMonth view={view} slug={slug} />
      {more.length > 0 && (
        <section className="sv-cal__more">
          <h3>{m.plan_cal_more({ n: more.length })}</h3>
          <ul>
            {more.map((window) => (
              <li key={`${window.row.id} ${window.from}`}>
                <WindowLink window={window} to={paths.planRow(slug, view.plan.key, window.row.id)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <CalendarKey />
      {undated > 0 && (
        <p className="sv-small sv-quiet sv-cal__undated">
          {m.plan_cal_undated({ n: undated })}{" "}
          <Link className="sv-noprint" to={paths.planTimeline(slug, view.plan.key)}>
            {m.plan_cal_see_timeline()}
          </Link>
        </p>
      )}
    </>
  );
}

/** Addresses of other months of the same selection. */
function useMonthLinks(here: string) {
  const [params] = useSearchParams();
  return (month: string, page = here) => {
    const next = new URLSearchParams(params);
    next.set("month", month);
    return `${page}?${next}`;
  };
}

function MonthBar({ view, slug, here }: { view: CalendarView; slug: string; here: string }) {
  const [params] = useSearchParams();
  const to = useMonthLinks(here);
  const { month, today, months } = view;
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  const now = today.slice(0, 7);
  return (
    <div className="sv-calbar">
      <h2 id="month">{asSentence(describeMonth(month))}</h2>
      <div className="sv-calbar__go sv-noprint">
        {now !== month && (
          <LinkButton to={to(now, paths.planCalendar(slug, view.todaysPlan))} variant="tertiary" small>
            {m.plan_cal_this_month()}
          </LinkButton>
        )}
        <Form key={month} method="get" className="sv-calbar__form" preventScrollReset>
          {[...params]
            .filter(([name]) => name !== "month")
            .map(([name, value]) => (
              <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
            ))}
          <label className="ds-sr-only" htmlFor="choose-month">
            {m.plan_cal_choose()}
          </label>
          <select id="choose-month" className="ds-input" name="month" defaultValue={month}>
            {months.map((one) => (
              <option key={one.month} value={one.month}>
                {m.plan_cal_month_of({ month: asSentence(describeMonth(one.month)), n: one.count })}
              </option>
            ))}
          </select>
          <Button variant="secondary" small>
            {m.common_show()}
          </Button>
        </Form>
        <nav className="sv-calbar__steps" aria-label={m.plan_cal_months()}>
          <Step to={to(before)} icon="arrow-left" words={m.plan_cal_before({ month: describeMonth(before) })} />
          <Step to={to(after)} icon="arrow-right" words={m.plan_cal_after({ month: describeMonth(after) })} />
        </nav>
      </div>
    </div>
  );
}

function Step({ to, icon, words }: { to: string; icon: "arrow-left" | "arrow-right"; words: string }) {
  return (
    <Link className="sv-calbar__step" to={to} title={words} preventScrollReset>
      <Icon name={icon} size={18} />
      <span className="ds-sr-only">{words}</span>
    </Link>
  );
}

/** What the marks mean, in words. */
function CalendarKey() {
  const keys = [
    ["done", m.plan_cal_key_done()],
    ["open", m.plan_cal_key_open()],
    ["future", m.plan_cal_key_future()],
  ] as const;
  return (
    <ul className="sv-legend sv-cal__key">
      {keys.map(([state, words]) => (
        <li key={state}>
          <span className="sv-cal__n" data-state={state} aria-hidden="true" />
          {words}
        </li>
      ))}
      <li>
        <span className="sv-cal__swatch" data-free="holiday" aria-hidden="true" />
        {m.plan_cal_key_holiday()}
      </li>
      <li>
        <span className="sv-cal__swatch" data-free="school" aria-hidden="true" />
        {m.plan_cal_key_school()}
      </li>
      <li>{m.plan_cal_key_number()}</li>
    </ul>
  );
}
