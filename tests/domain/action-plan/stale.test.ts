import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activityStates } from "~/domain/action-plan/activity";
import { mayNudge, staleness } from "~/domain/action-plan/stale";
import { addDays } from "~/domain/shared/days";

const since = "2027-01-01";
const spring = [{ from: "2027-04-01", to: "2027-06-30" }];
const ask = (more: Partial<Parameters<typeof staleness>[0]>, today: string) =>
  staleness({ state: "not_started", saidOn: null, windows: [], since, ...more }, today);

describe("an activity somebody should say something of", () => {
  it("has not begun two weeks after its time came", () => {
    expect(ask({ windows: spring }, "2027-04-14")).toBeNull();
    expect(ask({ windows: spring }, "2027-04-15")).toEqual({ kind: "not-begun", since: "2027-04-15" });
    expect(ask({ windows: spring, saidOn: "2027-04-10", state: "in_progress" }, "2027-04-20")).toBeNull();
  });

  it("is overdue two weeks after its last time is over, also when it has begun", () => {
    const begun = { state: "in_progress" as const, windows: spring, saidOn: "2027-06-01" };
    expect(ask(begun, "2027-07-13")).toBeNull();
    expect(ask(begun, "2027-07-14")).toEqual({ kind: "overdue", since: "2027-07-14" });
    expect(ask({ ...begun, saidOn: "2027-07-10", state: "delayed" }, "2027-08-01")).toBeNull();
  });

  it("has been silent for a third of a year when it goes on all the time", () => {
    expect(ask({}, "2027-04-30")).toBeNull();
    expect(ask({}, "2027-05-01")).toEqual({ kind: "silent", since: "2027-05-01" });
    expect(ask({ state: "in_progress", saidOn: "2027-03-01" }, "2027-05-01")).toBeNull();
  });

  it("is left in peace when it is done or dropped", () => {
    for (const state of ["done", "dropped"] as const) expect(ask({ state, windows: spring }, "2028-01-01")).toBeNull();
  });

  it("is told of once for each reason: the day a reason holds from never moves while nothing is said", () => {
    const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays(since, days));
    fc.assert(
      fc.property(fc.constantFrom(...activityStates), day, day, fc.nat(40), (state, from, today, later) => {
        const windows = [{ from, to: addDays(from, 30) }];
        const now = ask({ state, windows }, today);
        const then = ask({ state, windows }, addDays(today, later));
        if (now && then?.kind === now.kind) expect(then.since).toBe(now.since);
        if (now) expect(mayNudge(now, today)).toBe(false);
      }),
    );
    expect(mayNudge({ kind: "overdue", since: "2027-07-14" }, "2027-05-03")).toBe(true);
    expect(mayNudge(null, null)).toBe(false);
  });
});
