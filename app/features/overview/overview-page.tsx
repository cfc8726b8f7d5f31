import { Link } from "@remix-run/react";
import { daysBetween, isoWeek } from "~/domain/shared/days";
import { instantToLocal } from "~/domain/shared/local-time";
import { countWaiting, WaitingPanel } from "~/features/automation/waiting-panel";
import { YearPanel } from "~/features/communications-plan/year-panel";
import { EventTable } from "~/features/events/event-table";
import { AlarmNotes } from "~/features/municipalities/alarm-notes";
import type { OverviewView } from "~/features/overview/overview.view.server";
import { ClashPanel } from "~/features/responsibility/clash-panel";
import { monthNames } from "~/features/timing/day-words";
import { formatDate, formatTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { DueList } from "~/ui/due-list";
import { EmptyState } from "~/ui/empty-state";
import { type Figure, FigureStrip } from "~/ui/figures";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { TileMap } from "~/ui/tile-map";

type Props = {
  view: OverviewView;
  slug: string;
  may: { import: boolean; make: boolean; deliveries: boolean; assign: boolean };
};

/** A coordinator's first page (mock 01): four figures, what is due, invitations out; contacts and the coming weeks. */
export default function OverviewPage({ view, slug, may }: Props) {
  return (
    <>
      <FigureStrip label={m.overview_figures()} figures={figuresOf({ view, slug, may })} />
      <Columns
        main={
          <>
            <DuePanel view={view} slug={slug} may={may} />
            {view.waiting && <WaitingPanel waiting={view.waiting} slug={slug} zone={view.zone} trust={view.trust} />}
            <ClashPanel found={view.clashes} slug={slug} />
            {view.out.length > 0 && (
              <Panel title={m.overview_out()} link={{ label: m.overview_all_events(), to: paths.events(slug) }}>
                <EventTable events={view.out} slug={slug} caption={m.overview_out()} />
              </Panel>
            )}
            {view.plan && view.plan.year.rows > 0 && (
              <YearPanel year={view.plan.year} slug={slug} period={view.plan.key} />
            )}
          </>
        }
        side={
          <>
            <ContactsPanel view={view} slug={slug} assign={may.assign} />
            <WeeksPanel view={view} slug={slug} />
          </>
        }
      />
    </>
  );
}

function figuresOf({ view, slug, may }: Props): Figure[] {
  const { plan, out, coverage, alarms } = view;
  const next = out[0];
  const allVacant = alarms.every(({ reason }) => reason === "vacant");
  const waiting = view.waiting ? countWaiting(view.waiting) : 0;
  return [
    { value: String(plan?.open ?? 0), words: m.overview_open_windows({ n: plan?.open ?? 0 }), to: paths.plans(slug) },
    ...(waiting > 0
      ? [
          {
            value: String(waiting),
            words: m.overview_drafts_waiting({ n: waiting }),
            to: `${paths.automation(slug)}#waiting`,
          },
        ]
      : []),
    ...(may.deliveries && waiting === 0
      ? [{ value: String(view.queued), words: m.overview_queued({ n: view.queued }), to: paths.deliveries(slug) }]
      : []),
    next
      ? {
          value: String(next.answers.none),
          of: m.events_of({ n: "", total: next.invited }).trim(),
          words: m.overview_unanswered({ event: next.title }),
          to: paths.event(slug, next.id),
        }
      : { value: "0", words: m.overview_unanswered_none(), to: paths.events(slug) },
    {
      value: String(alarms.length),
      of: m.events_of({ n: "", total: coverage.total }).trim(),
      words: allVacant ? m.overview_vacant({ n: alarms.length }) : m.overview_alarms({ n: alarms.length }),
      to: paths.municipalities(slug),
      ...(alarms.length > 0 && { tone: "danger" as const }),
    },
  ];
}

function DuePanel({ view, slug, may }: Props) {
  const { plan, period, today } = view;
  const { short } = monthNames();
  if (!plan && !view.hasPlan)
    return (
      <Panel title={m.overview_due()}>
        <EmptyState
          icon="table"
          title={m.overview_no_plan()}
          why={m.overview_no_plan_why()}
          action={may.import && <LinkButton to={paths.imports(slug)}>{m.overview_import()}</LinkButton>}
        />
      </Panel>
    );
  const due = plan?.due ?? [];
  return (
    <Panel
      title={m.overview_due()}
      link={{ label: m.overview_whole_plan(), to: plan ? paths.plan(slug, plan.key) : paths.plans(slug) }}
    >
      {!plan || due.length === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.overview_due_none()}</p>
        </PanelBody>
      ) : (
        <DueList
          period={period}
          today={today}
          months={[0, 1, 2, 3].map((index) => short[(Number(period.from.slice(5, 7)) - 1 + index) % 12] ?? "")}
          items={due.map((row) => ({
            id: row.id,
            icon: row.icon,
            title: row.channel,
            to: paths.planRow(slug, plan.key, row.id),
            words: [`«${row.timing}»`, row.responsible].filter(Boolean).join(" · "),
            windows: row.windows,
            label: row.meaning,
            left: leftWords(isNamedDay(row) ? "planned" : row.kind, daysBetween(today, row.day)),
            ...(!row.dated && !isNamedDay(row) && { missing: m.overview_no_date() }),
            action:
              row.dated || !may.make
                ? { label: m.overview_open(), to: paths.planRow(slug, plan.key, row.id) }
                : {
                    label: isNamedDay(row) ? m.overview_plan_it() : m.overview_find_date(),
                    to: paths.newEvent(slug, row.id),
                  },
          }))}
        />
      )}
    </Panel>
  );
}

/** Whether what is due is a day the plan itself names, so that a date is not what is missing. */
function isNamedDay({ day, windows }: { day: string; windows: { from: string; to: string }[] }): boolean {
  return windows.some(({ from, to }) => from === to && from === day);
}

function leftWords(kind: "planned" | "closes" | "opens", days: number): string {
  if (kind === "closes") return m.overview_days_left({ n: days + 1 });
  if (days === 0) return m.overview_today();
  return kind === "planned" ? m.overview_in_days({ n: days }) : m.overview_opens_in({ n: days });
}

function ContactsPanel({ view, slug, assign }: { view: OverviewView; slug: string; assign: boolean }) {
  const { coverage, alarms } = view;
  return (
    <Panel
      title={m.overview_contacts()}
      count={m.events_of({ n: coverage.covered, total: coverage.total })}
      link={{ label: m.overview_list(), to: paths.municipalities(slug) }}
    >
      <PanelBody>
        <TileMap
          label={m.overview_contacts()}
          tiles={coverage.tiles.map((tile) => ({ ...tile, to: paths.municipality(slug, tile.number) }))}
          stateWords={{ has: m.overview_has(), handover: m.overview_handover(), vacant: m.overview_empty() }}
        />
        <Alarms alarms={alarms} slug={slug} assign={assign} />
      </PanelBody>
    </Panel>
  );
}

/** How many alarms stand on the first page; the rest are on the page of contact persons. */
const shownAlarms = 5;

/** The municipalities that need a person to look, each in words with what there is to do. */
function Alarms({ alarms, slug, assign }: { alarms: OverviewView["alarms"]; slug: string; assign: boolean }) {
  const more = alarms.length - shownAlarms;
  return (
    <>
      <AlarmNotes alarms={alarms.slice(0, shownAlarms)} slug={slug} assign={assign} />
      {more > 0 && (
        <p>
          <Link to={paths.municipalities(slug)}>{m.overview_more_alarms({ n: more })}</Link>
        </p>
      )}
    </>
  );
}

function WeeksPanel({ view, slug }: { view: OverviewView; slug: string }) {
  const locale = getLocale();
  const weeks = new Map<number, OverviewView["weeks"]>();
  for (const event of view.weeks) {
    const week = isoWeek(instantToLocal(event.startsAt, event.zone).date);
    weeks.set(week, [...(weeks.get(week) ?? []), event]);
  }
  return (
    <Panel title={m.overview_weeks()} link={{ label: m.overview_all_events(), to: paths.events(slug) }}>
      {weeks.size === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.overview_weeks_none()}</p>
        </PanelBody>
      ) : (
        [...weeks].map(([week, events]) => (
          <section key={week} className="sv-weeks">
            <h3>{m.overview_week({ n: week })}</h3>
            <ul>
              {events.map((event) => (
                <li key={event.id}>
                  <Link to={paths.event(slug, event.id)}>{event.title}</Link>
                  <p>
                    {[
                      formatDate(instantToLocal(event.startsAt, event.zone).date, locale, "short"),
                      formatTimeRange(event.startsAt, event.endsAt, event.zone, locale),
                    ].join(", ")}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
    </Panel>
  );
}
