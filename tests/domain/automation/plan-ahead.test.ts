import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Facts, MadeEvent, NetworkFacts, RowFacts, Time, Whom } from "~/domain/automation/facts";
import { plannedIn } from "~/domain/automation/plan-ahead";
import { askedFirst, mayHaveSteps, readRuleKey } from "~/domain/automation/rules";
import { isOpen, type OfficeHours } from "~/domain/regions/office-hours";
import { addDays } from "~/domain/shared/days";
import { calendarOf } from "~/features/automation/calendar.server";

const hours: OfficeHours = { zone: "Europe/Oslo", opens: 480, closes: 960, easterClosed: false, closed: [] };
const calendar = calendarOf(hours, { holidays: [], easterClosed: false });
const year = { from: "2021-01-01", to: "2021-12-31" };

const whom = (people: number, sure = true): Whom => ({ words: "nokon", people, sure });
const time = (from: string, to: string, of: Partial<Time> = {}): Time => ({
  ...{ from, to, time: null, settled: false, event: null, issue: null, published: false },
  ...of,
});

function row(becomes: RowFacts["becomes"], times: Time[], of: Partial<RowFacts> = {}): RowFacts {
  const newsletter = becomes === "issue" ? { id: "n", name: "Nytt", fourEyes: false } : null;
  return {
    id: `r-${becomes}`,
    name: "Rad",
    becomes,
    eventKind: "meeting",
    times,
    whom: whom(43),
    told: whom(1),
    newsletter,
    ...of,
  };
}

const facts = (of: Partial<Facts>): Facts => ({
  ...{ now: "2020-12-31T23:00:00.000Z", calendar, trust: "approve", rules: new Map(), done: new Set() },
  ...{
    rows: [],
    networks: [],
    mails: [],
    issues: [],
    coordinators: whom(1),
    owners: new Map(),
    rounds: [],
    hasSent: () => false,
  },
  ...of,
});

const said = (of: Partial<Facts>, without = "due-list") =>
  plannedIn(facts(of), year)
    .filter(({ kind }) => kind !== without)
    .map(({ at, kind, recipients, waitsFor }) => [at.slice(0, 16), kind, recipients, waitsFor]);

describe("an issue of a row", () => {
  const letter = row("issue", [time("2021-05-01", "2021-06-30"), time("2021-11-01", "2021-11-30")]);

  it("is drafted two weeks before its time, and goes when that begins and it is approved", () => {
    expect(said({ rows: [letter] })).toEqual([
      ["2021-04-19T06:00", "issue-draft", 1, null],
      ["2021-05-03T06:00", "issue", 43, "approval"],
      ["2021-10-18T06:00", "issue-draft", 1, null],
      ["2021-11-01T07:00", "issue", 43, "approval"],
    ]);
  });

  it("goes by itself where the region lets it, but not past four eyes", () => {
    const waits = (fourEyes: boolean) =>
      said({ trust: "send", rows: [{ ...letter, newsletter: { id: "n", name: "Nytt", fourEyes } }] })
        .filter(([, kind]) => kind === "issue")
        .map(([, , , waitsFor]) => waitsFor);
    expect(waits(false)).toEqual([null, null]);
    expect(waits(true)).toEqual(["approval", "approval"]);
  });

  it("is reminded of a week before its time ends where nothing else will send it", () => {
    const kinds = said({ trust: "draft", rows: [letter] }).map(([at, kind]) => `${kind} ${at}`);
    expect(kinds).toContain("issue-reminder 2021-06-23T06:00");
    expect(kinds).toContain("issue-reminder 2021-11-23T07:00");
  });

  it("asks first when it would go to a thousand, once", () => {
    const many = { trust: "send", rows: [{ ...letter, whom: whom(askedFirst) }] } as const;
    const waits = (of: Partial<Facts>) => said({ ...many, ...of }).find(([, kind]) => kind === "issue")?.[3];
    expect(waits({})).toBe("approval");
    expect(waits({ hasSent: () => true })).toBe(null);
    const change = { key: "issue:r-issue", trust: null, off: false, steps: {}, newsletterId: null, agreed: true };
    expect(waits({ rules: new Map([[change.key, change]]) })).toBe(null);
  });

  it("leaves its editor as long when its draft is late, and is not made when its time is over", () => {
    expect(said({ rows: [letter], now: "2021-05-20T10:00:00.000Z" }).slice(0, 2)).toEqual([
      ["2021-05-20T10:00", "issue-draft", 1, null],
      ["2021-06-03T06:00", "issue", 43, "approval"],
    ]);
    const over = plannedIn(facts({ rows: [letter], now: "2021-08-01T10:00:00.000Z" }), {
      from: "2021-08-01",
      to: "2021-09-30",
    });
    expect(over.filter(({ kind }) => kind === "issue-draft")).toEqual([]);
  });

  it("is nothing where the rule is off, or somebody has said that it is dropped", () => {
    const change = { key: "issue:r-issue", trust: null, off: true, steps: {}, newsletterId: null, agreed: false };
    expect(said({ rows: [letter], rules: new Map([[change.key, change]]) })).toEqual([]);
    expect(said({ rows: [row("issue", [time("2021-05-01", "2021-06-30", { settled: true })])] })).toEqual([]);
  });
});

describe("something that is held", () => {
  it("is drafted and invited to before its day, and waits where nobody has said whom it is for", () => {
    expect(said({ rows: [row("event", [time("2021-06-09", "2021-06-09")])] })).toEqual([
      ["2021-04-14T06:00", "event-draft", 1, null],
      ["2021-05-12T06:00", "invitation", 43, "approval"],
      ["2021-05-28T06:00", "reminder-unanswered", 43, null],
      ["2021-06-02T07:00", "reminder-coming", 43, null],
      ["2021-06-10T06:00", "feedback-request", 43, null],
    ]);
    const nobody = said({ rows: [row("event", [time("2021-06-09", "2021-06-09")], { whom: whom(0, false) })] });
    expect(nobody.map(([, kind, , waitsFor]) => [kind, waitsFor])).toEqual([
      ["event-draft", null],
      ["invitation", "person"],
    ]);
  });

  it("never goes by itself to those the words only seem to mean", () => {
    const guessed = row("event", [time("2021-06-09", "2021-06-09")], { whom: whom(43, false) });
    const invitation = said({ trust: "send", rows: [guessed] }).find(([, kind]) => kind === "invitation");
    expect(invitation?.[3]).toBe("approval");
  });

  it("is a person's own where she made it", () => {
    const made: MadeEvent = {
      ...{ id: "e", title: "Møte", startsAt: "2021-06-09T07:00:00.000Z", endsAt: "2021-06-09T09:00:00.000Z" },
      ...{ replyBy: null, state: "draft", madeOn: null },
    };
    expect(said({ rows: [row("event", [time("2021-06-01", "2021-06-30", { event: made })])] })).toEqual([]);
  });
});

describe("a publication", () => {
  it("is said to be due, and soon over, as long as nothing is said", () => {
    expect(said({ rows: [row("publication", [time("2021-05-01", "2021-05-31")])] })).toEqual([
      ["2021-05-03T06:00", "publication-reminder", 1, null],
      ["2021-05-21T06:00", "publication-reminder", 1, null],
    ]);
    expect(said({ rows: [row("publication", [time("2021-05-01", "2021-05-31", { published: true })])] })).toEqual([]);
  });
});

describe("the list of what is due", () => {
  it("comes every Monday, and the day after where that is off", () => {
    const days = plannedIn(facts({}), year).map(({ at }) => calendar.dayOf(at));
    expect(days).toHaveLength(52);
    for (const day of ["2021-04-06", "2021-05-18", "2021-05-25"]) expect(days).toContain(day);
    for (const day of ["2021-04-05", "2021-05-17", "2021-05-24"]) expect(days).not.toContain(day);
  });
});

const day = fc.integer({ min: 0, max: 364 }).map((n) => addDays("2021-01-01", n));
const times = fc
  .uniqueArray(fc.tuple(day, fc.integer({ min: 0, max: 90 })), { maxLength: 4, selector: ([from]) => from })
  .map((all) => all.map(([from, length]) => time(from, addDays(from, length))));
const rows = fc
  .array(fc.tuple(fc.constantFrom("issue", "event", "publication"), times, fc.integer({ min: 0, max: 50 })), {
    maxLength: 5,
  })
  .map((all) => all.map(([becomes, own, people], at) => row(becomes, own, { id: `r${at}`, whom: whom(people) })));
const networks = fc
  .array(times, { maxLength: 3 })
  .map((all) =>
    all.map((own, at): NetworkFacts => ({ id: `n${at}`, name: "Nettverk", times: own, whom: whom(9), told: whom(1) })),
  );

describe("whatever the plan says", () => {
  it("nothing is planned twice, outside office hours or out of order", () => {
    fc.assert(
      fc.property(rows, networks, day, (own, nets, today) => {
        const now = calendar.instant(today, "12:00");
        const lines = plannedIn(facts({ rows: own, networks: nets, now }), year);
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        for (const { at } of lines) expect(isOpen(at, hours)).toBe(true);
        for (const [n, { at }] of lines.entries())
          if (n > 0) expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(lines[n - 1]?.at ?? ""));
      }),
      { numRuns: 60 },
    );
  });

  it("no two things are proposed on the same day, and making one moves no other", () => {
    fc.assert(
      fc.property(networks, fc.nat(), (nets, pick) => {
        const before = plannedIn(facts({ networks: nets }), year).filter(({ kind }) => kind === "event-draft");
        const windows = new Set(
          nets.flatMap((net) =>
            net.times.filter(({ from, to }) => from !== to).map(({ from, to }) => `${from}..${to}`),
          ),
        );
        const open = before.filter(({ about }) => windows.has(`${about.from}..${about.to}`));
        const days = open.map(({ about }) => about.day);
        expect(new Set(days).size).toBe(days.length);
        const chosen = before[pick % Math.max(1, before.length)];
        if (!chosen?.about.day) return;
        const startsAt = calendar.instant(chosen.about.day, "09:00");
        const made = (net: NetworkFacts) =>
          net.times.map((one) =>
            net.id === chosen.about.networkId && one.from === chosen.about.from && one.to === chosen.about.to
              ? {
                  ...one,
                  event: {
                    id: "e",
                    title: "X",
                    startsAt,
                    endsAt: startsAt,
                    replyBy: null,
                    state: "draft" as const,
                    madeOn: chosen.at.slice(0, 10),
                  },
                }
              : one,
          );
        const after = plannedIn(
          facts({ networks: nets.map((net) => ({ ...net, times: made(net) })), done: new Set([chosen.key]) }),
          year,
        );
        const drafts = after
          .filter(({ kind }) => kind === "event-draft")
          .map(({ key, about }) => `${key} ${about.day}`);
        expect(drafts).toEqual(
          before.filter(({ key }) => key !== chosen.key).map(({ key, about }) => `${key} ${about.day}`),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("a rule's key", () => {
  it("says what it is of", () => {
    expect(readRuleKey("issue:1")).toEqual({ kind: "issue", of: "1" });
    expect(readRuleKey("due-list")).toEqual({ kind: "due-list", of: "" });
    for (const wrong of ["", "issue", "due-list:1", "other:1", "issue:1:2"]) expect(readRuleKey(wrong)).toBe(null);
  });

  it("has the steps of its kind, within what may be chosen", () => {
    expect(mayHaveSteps("issue", { draft: 21, remind: 0 })).toBe(true);
    const wrong: Record<string, number>[] = [
      { draft: 91 },
      { draft: -1 },
      { draft: 1.5 },
      { other: 1 },
      { constructor: 1 },
    ];
    for (const steps of wrong) expect(mayHaveSteps("issue", steps)).toBe(false);
  });
});

describe("rows of a report that are due", () => {
  const round = (rowsBy: string, people = 4) => ({ id: "r", name: "Tertialrapport", rowsBy, whom: whom(people) });

  it("are asked for again three days before and on the day, on working days", () => {
    expect(said({ rounds: [round("2021-05-14")] })).toEqual([
      ["2021-05-11T06:00", "report-reminder", 4, null],
      ["2021-05-14T06:00", "report-reminder", 4, null],
    ]);
    // A Sunday: the last working day before, and the one three days before it.
    expect(said({ rounds: [round("2021-05-30")] })).toEqual([
      ["2021-05-27T06:00", "report-reminder", 4, null],
      ["2021-05-28T06:00", "report-reminder", 4, null],
    ]);
  });

  it("are not asked for when nobody has any left, or when the rule is off", () => {
    expect(said({ rounds: [round("2021-05-14", 0)] })).toEqual([]);
    const off = { key: "reports", trust: null, off: true, steps: {}, newsletterId: null, agreed: false };
    expect(said({ rounds: [round("2021-05-14")], rules: new Map([["reports", off]]) })).toEqual([]);
  });
});
