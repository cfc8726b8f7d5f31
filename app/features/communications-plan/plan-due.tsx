import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { daysBetween } from "~/domain/shared/days";
import { dueSpans } from "~/features/communications-plan/due-spans";
import { periodTitle } from "~/features/communications-plan/period-title";
import type { PlanDueItem, PlanDueTime, PlanDueView } from "~/features/communications-plan/plan-due.view.server";
import { NoRows, PlanFilters } from "~/features/communications-plan/plan-frame";
import { describeDay, describeDays, monthNames } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { type DueItem, DueList } from "~/ui/due-list";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { ShowMore } from "~/ui/pagination";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { Segments } from "~/ui/tabs";

type Props = {
  view: PlanDueView;
  slug: string;
  /** Whether the reader may make events. */
  mayMake: boolean;
  /** What else asks for attention in the same days, under what is due. */
  children?: ReactNode;
};

/** What a plan asks for in the days ahead, what passed without anything, and what comes after. */
export function PlanDue({ view, slug, mayMake, children }: Props) {
  const here = paths.planDue(slug, view.plan.key);
  const { closing, coming, days } = view;
  if (view.total === 0) return <NoRows total={0} here={here} />;
  return (
    <>
      <PlanFilters selection={view} here={here} hidden={days === 30 ? {} : { days: String(days) }}>
        <Spans view={view} here={here} />
      </PlanFilters>
      <Elsewhere view={view} slug={slug} />
      {view.shown === 0 ? (
        <NoRows total={view.total} here={here} />
      ) : (
        <Columns
          main={
            <>
              {closing.length > 0 && (
                <Panel title={m.plan_due_closing()} count={closing.length} aside={m.plan_due_closing_why()}>
                  <Due items={closing} view={view} slug={slug} mayMake={mayMake} />
                </Panel>
              )}
              {!view.isOver && (
                <Panel
                  title={closing.length > 0 ? m.plan_due_else({ n: days }) : m.plan_due_coming({ n: days })}
                  count={coming.length || undefined}
                >
                  {coming.length > 0 ? (
                    <Due items={coming} view={view} slug={slug} mayMake={mayMake} />
                  ) : (
                    <EmptyState icon="hourglass" title={m.plan_due_none({ n: days })} why={m.plan_due_none_why()} />
                  )}
                </Panel>
              )}
              {children}
              <Passed view={view} slug={slug} here={here} />
            </>
          }
          side={<After view={view} slug={slug} />}
        />
      )}
    </>
  );
}

function Spans({ view, here }: { view: PlanDueView; here: string }) {
  const [params] = useSearchParams();
  const of = (days: number) => {
    const next = new URLSearchParams(params);
    next.set("days", String(days));
    return `${here}?${next}`;
  };
  return (
    <Segments
      label={m.plan_due_spans()}
      items={dueSpans.map((days) => ({
        ...{ to: of(days), label: m.plan_due_span({ n: days }), current: days === view.days },
      }))}
    />
  );
}

/** That the plan is over or has not begun, and which one goes on in these days. */
function Elsewhere({ view: { plan, isOver, begins, others }, slug }: Pick<Props, "view" | "slug">) {
  const [other] = others;
  const period = periodTitle(plan);
  if (!isOver && !begins && !other) return null;
  return (
    <Note
      {...(other && {
        action: { label: m.plan_due_open_other({ period: periodTitle(other) }), to: paths.planDue(slug, other.key) },
      })}
    >
      {isOver
        ? m.plan_due_over({ period })
        : begins
          ? m.plan_due_begins({ period, day: describeDay(begins) })
          : m.plan_due_goes_on()}
    </Note>
  );
}

function Due({ items, view, slug, mayMake }: Props & { items: PlanDueItem[] }) {
  const { period, today, plan } = view;
  const { short } = monthNames();
  return (
    <DueList
      period={period}
      today={today}
      months={[0, 1, 2, 3].map((at) => short[(Number(period.from.slice(5, 7)) - 1 + at) % 12] ?? "")}
      items={items.map((item): DueItem => {
        const missing = [
          !item.dated && !item.named && m.plan_due_no_date(),
          item.responsible.length === 0 && m.plan_due_nobody(),
        ].filter(Boolean);
        return {
          ...{ id: item.id, icon: item.icon, title: item.name, to: paths.planRow(slug, plan.key, item.id) },
          words: [`«${item.words.trim()}»`, item.responsible.join(", ")].filter(Boolean).join(" · "),
          windows: item.windows,
          label: item.meaning,
          left: leftWords(item, daysBetween(today, item.day)),
          ...(missing.length > 0 && { missing: missing.join(" · ") }),
          ...(item.said && {
            note: item.said === "planned" ? m.plan_due_said_planned() : m.plan_due_said_in_preparation(),
          }),
          action: actionOf(item, plan.key, slug, mayMake),
        };
      })}
    />
  );
}

function leftWords({ kind, named, dated }: PlanDueItem, days: number): string {
  const isDay = named || dated;
  if (kind === "closes" && !isDay) return m.plan_due_left({ n: days + 1 });
  if (days <= 0) return isDay ? m.plan_due_today() : m.plan_due_opens_today();
  return isDay ? m.plan_due_in({ n: days }) : m.plan_due_opens({ n: days });
}

/** The one thing to do with what is due. */
function actionOf(item: PlanDueItem, period: string, slug: string, mayMake: boolean): DueItem["action"] {
  const { became } = item;
  if (became?.kind === "event") return { label: m.plan_due_open(), to: paths.event(slug, became.id) };
  if (became) return { label: m.plan_due_open(), to: paths.publication(slug, became.id) };
  if (item.dated || !mayMake) return { label: m.plan_due_open(), to: paths.planRow(slug, period, item.id) };
  if (item.cadence) return { label: m.plan_due_propose(), to: paths.rowProposals(slug, period, item.id) };
  return { label: item.named ? m.plan_due_plan_it() : m.plan_due_find(), to: paths.newEvent(slug, item.id) };
}

const who = ({ responsible }: PlanDueTime) => (responsible.length > 0 ? responsible.join(", ") : m.plan_due_nobody());

function Passed({ view, slug, here }: Pick<Props, "view" | "slug"> & { here: string }) {
  const [params] = useSearchParams();
  const { passed, passedTotal, plan } = view;
  if (passedTotal === 0) return null;
  const all = new URLSearchParams(params);
  all.set("passed", "all");
  return (
    <Panel
      title={m.plan_due_passed()}
      count={passedTotal}
      foot={plan.state === "closed" ? null : m.plan_due_passed_why()}
    >
      <Rows>
        {passed.map((time) => (
          <Row
            key={`${time.id} ${time.from} ${time.to}`}
            title={time.name}
            to={paths.planRow(slug, plan.key, time.id)}
            note={`${describeDays(time)} · ${who(time)}`}
          />
        ))}
      </Rows>
      {passed.length < passedTotal && (
        <ShowMore
          to={`${here}?${all}`}
          label={m.plan_due_all_passed({ n: passedTotal })}
          shown={m.plan_due_of({ shown: passed.length, n: passedTotal })}
        />
      )}
    </Panel>
  );
}

function After({ view, slug }: Pick<Props, "view" | "slug">) {
  const { after, plan, until } = view;
  return (
    <Panel title={m.plan_due_after()} link={{ label: m.plan_view_calendar(), to: paths.planCalendar(slug, plan.key) }}>
      {after.length === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.plan_due_after_none({ day: describeDay(until) })}</p>
        </PanelBody>
      ) : (
        <ul className="sv-weeks">
          {after.map((time) => (
            <li key={`${time.id} ${time.from} ${time.to}`}>
              <Link to={paths.planRow(slug, plan.key, time.id)}>{time.name}</Link>
              <p>{describeDays(time)}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
