import type { Facts, NetworkFacts, RowFacts, Whom } from "~/domain/automation/facts";
import type { RuleChange } from "~/domain/automation/rules";
import { addDays } from "~/domain/shared/days";
import {
  dueDone,
  heldEvents,
  holidaysIn,
  issuesOfRows,
  liveNewsletters,
  networksNow,
  ruleChanges,
  rulesThatSent,
  scheduledIssues,
} from "~/features/automation/automation.db.server";
import { calendarOf } from "~/features/automation/calendar.server";
import { eventMails } from "~/features/automation/event-mails.server";
import { newsletterWhom } from "~/features/automation/newsletter-whom.server";
import { timesWith, windowsOfNetwork, windowsOfRow } from "~/features/automation/times.server";
import { type Told, type ToldBook, toldBook } from "~/features/automation/told.server";
import { counterFor, type Meant, meantByNetwork, meantByRow, whomBook } from "~/features/automation/whom.server";
import { becomesOf } from "~/features/communications-plan/row-becomes";
import { rowName } from "~/features/communications-plan/row-name";
import { rowsToDo } from "~/features/communications-plan/rows-to-do.view.server";
import { operatorIds } from "~/features/networks/network-actors.view.server";
import { networksToPlan } from "~/features/networks/network-cadence.view.server";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { todayIn } from "~/features/regions/today";
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
  meant: ReadonlyMap<string, Meant>;
  toldOf: ReadonlyMap<string, Told[]>;
  tellCoordinators: Told[];
};

/** How far beside the wanted days rows are read: what is held then is made and invited to before. Days. */
const ahead = 400;

/** Reads all that the region's rules plan from. The number of queries does not depend on how long it is. */
export async function loadFacts(db: RegionDb, { now, from, to, counts }: Asked): Promise<LoadedFacts> {
  const region = await db.region.findFirstOrThrow();
  const today = todayIn(region.zone, now);
  const day = new Date(today);
  const span = { from: addDays(from, -ahead), to: addDays(to, ahead) };
  const hours = await officeHoursOf(db, [now, new Date(span.from), new Date(span.to)], region);
  const holidays = await holidaysIn(db, span);
  const calendar = calendarOf(hours, { holidays, easterClosed: region.easterClosed });
  const rules = await ruleChanges(db);
  const { done, made: drafts } = await dueDone(db);
  const made = new Map([...drafts].map(([key, { eventId, at }]) => [key, { eventId, on: todayIn(region.zone, at) }]));
  const told = await toldBook(db, { day, defaultStandard: region.defaultStandard });
  const became = { made, events: await heldEvents(db), issues: await issuesOfRows(db) };
  const count = counts ? counterFor(db, day) : assumed;
  const shared = { db, day, rules, told, became, count, counts, meant: new Map(), toldOf: new Map() };
  const rows = await rowFacts(shared, await rowsToDo(db, { ...span, today }));
  const years = Array.from({ length: yearOf(span.to) - yearOf(from) + 1 }, (_, at) => yearOf(from) + at);
  const networks = await networkFacts(shared, years);
  const sent = await rulesThatSent(db);
  const between = { from: new Date(from), to: new Date(addDays(to, 1)), calendar };
  return {
    ...{ now: now.toISOString(), calendar, trust: region.trust, rules, done, rows, networks },
    mails: counts ? await eventMails(db, between) : [],
    issues: await handMade(shared),
    coordinators: shownTold(told.coordinators),
    hasSent: (rule) => sent.has(rule),
    ...{ meant: shared.meant, toldOf: shared.toldOf, tellCoordinators: told.coordinators },
  };
}

/** An event takes its title from the row it is of. */
const longestTitle = 200;
const titleOf = (row: Row) => rowName(row).replace(/\s+/g, " ").trim().slice(0, longestTitle).trim();

const yearOf = (day: string) => Number(day.slice(0, 4));

/** Where nobody is counted: somebody, where anybody can be meant. */
const assumed = async ({ audiences, words, sure }: Meant): Promise<Whom> => ({
  ...{ words, sure },
  people: audiences.length > 0 ? 1 : 0,
});

const shownTold = (people: readonly Told[]): Whom => ({
  words: people.map(({ name }) => name).join(", "),
  people: people.length,
  sure: true,
});

type Shared = {
  db: RegionDb;
  day: Date;
  rules: ReadonlyMap<string, RuleChange>;
  told: ToldBook;
  became: Pick<Parameters<typeof timesWith>[1], "made" | "events" | "issues">;
  count: (meant: Meant, networkId: string | null) => Promise<Whom>;
  counts: boolean;
  meant: Map<string, Meant>;
  toldOf: Map<string, Told[]>;
};

type Row = Awaited<ReturnType<typeof rowsToDo>>[number];

async function rowFacts(shared: Shared, rows: readonly Row[]): Promise<RowFacts[]> {
  const { db, day, rules, told, became, count, counts } = shared;
  const book = await whomBook(db);
  const newsletters = await liveNewsletters(db);
  const readers = new Map<string, Whom>();
  for (const { id } of newsletters)
    readers.set(id, counts ? await newsletterWhom(db, id, day) : { words: "", people: 1, sure: true });
  const facts: RowFacts[] = [];
  for (const row of rows) {
    const what = becomesOf({ channel: row.channel, kind: row.channelKind });
    if (!what) continue;
    const windows = windowsOfRow(row);
    if (windows.length === 0) continue;
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
    facts.push({
      ...{
        id: row.id,
        name: titleOf(row),
        becomes: what.is,
        eventKind: what.eventKind,
        newsletter,
      },
      times: timesWith(windows, {
        ...{ rule, made: became.made },
        events: became.events.filter(({ planRowId }) => planRowId === row.id),
        issues: became.issues.filter(({ planRowId }) => planRowId === row.id),
        publications: row.became.filter(({ kind }) => kind === "publication"),
      }),
      whom: newsletter ? (readers.get(newsletter.id) as Whom) : await count(meant, null),
      told: shownTold(tell),
    });
  }
  return facts;
}

async function networkFacts(shared: Shared, years: readonly number[]): Promise<NetworkFacts[]> {
  const { db, day, told, became, count } = shared;
  const book = await whomBook(db);
  const now = await networksNow(db, day);
  const facts: NetworkFacts[] = [];
  for (const { id, name, form, audience, ...run } of await networksToPlan(db)) {
    const windows = windowsOfNetwork(form, years);
    if (windows.length === 0) continue;
    const rule = `gathering:${id}`;
    const own = now.get(id) ?? { audienceId: null, hasMembers: false };
    const meant = meantByNetwork({ audience, ...own }, book);
    const tell = told.ofActors(operatorIds(run, told.actors));
    shared.meant.set(rule, meant);
    shared.toldOf.set(rule, tell);
    const events = became.events.filter(({ networkId }) => networkId === id);
    const times = timesWith(windows, { rule, made: became.made, events, issues: [], publications: [] });
    facts.push({ id, name, times, whom: await count(meant, id), told: shownTold(tell) });
  }
  return facts;
}

/** The issues somebody made by hand and set a time for. */
async function handMade({ db, day, counts }: Shared): Promise<Facts["issues"]> {
  const issues: Facts["issues"][number][] = [];
  for (const { id, newsletterId, sendAt, state, year, number, newsletter } of await scheduledIssues(db)) {
    if (!sendAt) continue;
    const whom = counts ? await newsletterWhom(db, newsletterId, day) : { words: "", people: 1, sure: true };
    const title = `${newsletter.name} ${number}/${year}`;
    issues.push({ ...{ id, newsletterId, title, whom }, at: sendAt.toISOString(), approved: state === "approved" });
  }
  return issues;
}
