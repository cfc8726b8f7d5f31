import type { Facts, NetworkFacts, RowFacts, ScheduledIssue, Whom } from "~/domain/automation/facts";
import type { OfficeHours } from "~/domain/regions/office-hours";
import { addDays } from "~/domain/shared/days";
import {
  dueDone,
  heldEvents,
  type IssuesToPlan,
  issuesToPlan,
  networksWithMembers,
  workers,
} from "~/features/automation/automation.db.server";
import { calendarOf } from "~/features/automation/calendar.server";
import { eventMails } from "~/features/automation/event-mails.server";
import { readersOf } from "~/features/automation/newsletter-whom.server";
import { type Standing, standingFacts } from "~/features/automation/standing.server";
import { timesWith, windowsOfNetwork, windowsOfRow } from "~/features/automation/times.server";
import { type Told, type ToldBook, toldBook } from "~/features/automation/told.server";
import { countAll, type Meant, type MeantOf, meantByNetwork, meantByRow } from "~/features/automation/whom.server";
import { eventOf } from "~/features/communications-plan/plan-selection.view.server";
import { becomesOf } from "~/features/communications-plan/row-becomes";
import { rowName } from "~/features/communications-plan/row-name";
import { rowsToDo } from "~/features/communications-plan/rows-to-do.view.server";
import { operatorIds } from "~/features/networks/network-actors.view.server";
import { hoursOf } from "~/features/regions/office-hours.server";
import { type OwnRegion, ownRegion } from "~/features/regions/own-region.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

type Asked = {
  now: Date;
  /** The days the lines are wanted of (ISO, both inclusive). */
  from: string;
  to: string;
  /** Whether those who get something are counted; else one stands for some. */
  counts: boolean;
};

/** What the planner plans from, and what doing it needs: whom rows and networks are for, and who is told. */
export type LoadedFacts = Facts & {
  region: OwnRegion;
  hours: OfficeHours;
  standing: Standing;
  meant: ReadonlyMap<string, Meant>;
  toldOf: ReadonlyMap<string, Told[]>;
  tellCoordinators: Told[];
};

/** How far beside the wanted days rows are read: what is held then is made and invited to before. Days. */
const ahead = 400;

/** Reads all that the region's rules plan from. The number of queries does not depend on how much it is. */
export async function loadFacts(
  db: RegionDb,
  { now, from, to, counts, region: known }: Asked & { region?: OwnRegion },
): Promise<LoadedFacts> {
  const region = known ?? (await ownRegion(db));
  const today = todayIn(region.zone, now);
  const day = new Date(today);
  const span = { from: addDays(from, -ahead), to: addDays(to, ahead) };
  const standing = await standingFacts(db);
  const { rules, holidays } = standing;
  const hours = hoursOf(region, holidays);
  const calendar = calendarOf(hours, { holidays, easterClosed: region.easterClosed });
  const { done, made: drafts, sent } = await dueDone(db);
  const made = new Map([...drafts].map(([key, { eventId, at }]) => [key, { eventId, on: todayIn(region.zone, at) }]));
  const told = toldBook({ workers: await workers(db, day), actors: standing.actors }, region.defaultStandard);
  const { ofRows, scheduled: issues } = await issuesToPlan(db);
  const became = { made, events: await heldEvents(db), issues: ofRows };
  const withMembers = await networksWithMembers(db, day);
  const shared = { standing, told, became, withMembers, meant: new Map(), toldOf: new Map() };
  const events = became.events.flatMap(({ planRowId, ...event }) =>
    planRowId === null ? [] : [eventOf({ ...event, planRowId })],
  );
  const rows = rowFacts(shared, rowsToDo(standing.stored, { ...span, today, events }));
  const years = Array.from({ length: yearOf(span.to) - yearOf(from) + 1 }, (_, at) => yearOf(from) + at);
  const networks = networkFacts(shared, years);
  const whom = await whomOf(db, { day, counts, rows, networks, issues });
  const between = { from: new Date(from), to: new Date(addDays(to, 1)), calendar, hours };
  return {
    ...{ now: now.toISOString(), calendar, hours, region, trust: region.trust, rules, done },
    rows: rows.map((row) => ({ ...row, whom: row.newsletter ? whom.readers(row.newsletter.id) : whom.invited(row) })),
    networks: networks.map((network) => ({ ...network, whom: whom.invited(network) })),
    mails: counts ? await eventMails(db, between) : [],
    issues: issues.map((issue) => ({ ...handMade(issue), whom: whom.readers(issue.newsletterId) })),
    coordinators: shownTold(told.coordinators),
    owners: new Map(
      standing.owners.map(({ year, people }) => [year, { words: m.automation_owners(), people, sure: true }]),
    ),
    rounds: standing.rounds.map(({ people, ...round }) => ({
      ...round,
      whom: { words: m.automation_row_owners(), people, sure: true },
    })),
    hasSent: (rule) => sent.has(rule),
    ...{ standing, meant: shared.meant, toldOf: shared.toldOf, tellCoordinators: told.coordinators },
  };
}

type Counted = {
  day: Date;
  counts: boolean;
  rows: readonly (MeantOf & Pick<RowFacts, "newsletter">)[];
  networks: readonly MeantOf[];
  issues: readonly { newsletterId: string }[];
};

/** Whom rows, networks and newsletters reach: counted all at once, or somebody, where anybody can be meant. */
async function whomOf(db: RegionDb, { day, counts, rows, networks, issues }: Counted) {
  if (!counts)
    return {
      readers: (): Whom => ({ words: "", people: 1, sure: true }),
      invited: ({ meant: { audiences, words, sure } }: MeantOf): Whom => ({
        ...{ words, sure },
        people: audiences.length > 0 ? 1 : 0,
      }),
    };
  const own = rows.flatMap(({ newsletter }) => newsletter?.id ?? []);
  const ids = new Set([...own, ...issues.map(({ newsletterId }) => newsletterId)]);
  const readers = await readersOf(db, [...ids], day);
  return {
    readers: (id: string) => readers.get(id) as Whom,
    invited: await countAll(db, day, [...rows.filter(({ newsletter }) => !newsletter), ...networks]),
  };
}

/** An event takes its title from the row it is of. */
const longestTitle = 200;
const titleOf = (row: Row) => rowName(row).replace(/\s+/g, " ").trim().slice(0, longestTitle).trim();

const yearOf = (day: string) => Number(day.slice(0, 4));

const shownTold = (people: readonly Told[]): Whom => ({
  words: people.map(({ name }) => name).join(", "),
  people: people.length,
  sure: true,
});

type Shared = {
  standing: Standing;
  told: ToldBook;
  became: Pick<Parameters<typeof timesWith>[1], "made" | "events" | "issues">;
  withMembers: ReadonlySet<string>;
  meant: Map<string, Meant>;
  toldOf: Map<string, Told[]>;
};

type Row = ReturnType<typeof rowsToDo>[number];

function rowFacts(shared: Shared, rows: readonly Row[]): (Omit<RowFacts, "whom"> & MeantOf)[] {
  const { told, became, standing } = shared;
  const { newsletters, rules, book } = standing;
  const [eventsOf, issuesOf] = [
    Map.groupBy(became.events, ({ planRowId }) => planRowId),
    Map.groupBy(became.issues, ({ planRowId }) => planRowId),
  ];
  return rows.flatMap((row) => {
    const what = becomesOf({ channel: row.channel, kind: row.channelKind });
    const windows = what ? windowsOfRow(row) : [];
    if (!what || windows.length === 0) return [];
    const rule = `${what.is}:${row.id}`;
    const chosen = rules.get(rule)?.newsletterId ?? null;
    const newsletter =
      what.is === "issue" ? (newsletters.find(({ id }) => id === chosen) ?? newsletters[0] ?? null) : null;
    const tell = newsletter
      ? told.editors(newsletter.editors.map(({ personId }) => personId))
      : told.named(row.responsible);
    const meant = meantByRow(row, book);
    shared.meant.set(rule, meant);
    shared.toldOf.set(rule, tell);
    return {
      ...{ id: row.id, name: titleOf(row), becomes: what.is, eventKind: what.eventKind, newsletter },
      times: timesWith(windows, {
        ...{ rule, made: became.made },
        events: eventsOf.get(row.id) ?? [],
        issues: issuesOf.get(row.id) ?? [],
        publications: row.became.filter(({ kind }) => kind === "publication"),
      }),
      ...{ told: shownTold(tell), meant, networkId: null },
    };
  });
}

function networkFacts(shared: Shared, years: readonly number[]): (Omit<NetworkFacts, "whom"> & MeantOf)[] {
  const { told, became, standing, withMembers } = shared;
  const eventsOf = Map.groupBy(became.events, ({ networkId }) => networkId);
  return standing.networks.flatMap(({ id, name, form, ...network }) => {
    const windows = windowsOfNetwork(form, years);
    if (windows.length === 0) return [];
    const rule = `gathering:${id}`;
    const meant = meantByNetwork({ ...network, hasMembers: withMembers.has(id) }, standing.book);
    const tell = told.ofActors(operatorIds(network, told.actors));
    shared.meant.set(rule, meant);
    shared.toldOf.set(rule, tell);
    const events = eventsOf.get(id) ?? [];
    const times = timesWith(windows, { rule, made: became.made, events, issues: [], publications: [] });
    return { id, name, times, told: shownTold(tell), meant, networkId: id };
  });
}

/** An issue somebody made by hand and set a time for. */
function handMade(issue: IssuesToPlan["scheduled"][number]): Omit<ScheduledIssue, "whom"> {
  const { id, newsletterId, sendAt, state, year, number, newsletter } = issue;
  const title = `${newsletter} ${number}/${year}`;
  return { id, newsletterId, title, at: sendAt.toISOString(), approved: state === "approved" };
}
