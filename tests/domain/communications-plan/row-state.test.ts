import { describe, expect, it } from "vitest";
import { rowState } from "~/domain/communications-plan/row-state";
import { parseTiming } from "~/domain/timing";

const period = { from: "2021-01-01", to: "2021-12-31" };
const state = (words: string, today: string, ...days: string[]) =>
  rowState(
    parseTiming(words, period),
    days.map((day) => ({ from: day, to: day })),
    today,
  );

describe("the state of a plan row", () => {
  it("is not started before anything is made of it", () => {
    expect(state("November", "2021-03-01")).toEqual({ state: "not-started" });
    expect(state("", "2021-03-01")).toEqual({ state: "not-started" });
  });

  it("warns from thirty days before a window closes until it has", () => {
    expect(state("Mai", "2021-04-30")).toEqual({ state: "not-started" });
    expect(state("Mai", "2021-05-01")).toEqual({ state: "no-date", closes: "2021-05-31", days: 30 });
    expect(state("Mai", "2021-05-31")).toEqual({ state: "no-date", closes: "2021-05-31", days: 0 });
    expect(state("Mai", "2021-06-01")).toEqual({ state: "not-started" });
  });

  it("does not warn when a date is set in the window", () => {
    expect(state("Mai", "2021-05-11", "2021-05-20")).toEqual({ state: "planned", next: "2021-05-20" });
  });

  it("warns of the window that closes although another has its date", () => {
    expect(state("Mai + november", "2021-11-10", "2021-05-20")).toMatchObject({ state: "no-date", days: 20 });
  });

  it("says how many are done when more windows are to come", () => {
    expect(state("Mai + november", "2021-06-10", "2021-05-20")).toEqual({ state: "partly", done: 1, of: 2 });
  });

  it("is done when what was set is over and no window is left", () => {
    expect(state("Mai", "2021-06-10", "2021-05-20")).toEqual({ state: "done", last: "2021-05-20" });
  });

  it("reads a season as kindly as offices do: what is held in January is the spring's", () => {
    expect(state("Vår", "2021-05-20", "2021-01-20")).toEqual({ state: "done", last: "2021-01-20" });
    expect(state("Haust", "2021-11-20", "2021-12-10")).toEqual({ state: "planned", next: "2021-12-10" });
  });

  it("is running while it is continuous or on demand and nothing is set", () => {
    expect(state("Fortløpande", "2021-05-20")).toEqual({ state: "running", kind: "continuous" });
    expect(state("Ved behov", "2021-05-20", "2021-02-01")).toEqual({ state: "running", kind: "on-demand" });
    expect(state("Ved behov", "2021-05-20", "2021-08-01")).toEqual({ state: "planned", next: "2021-08-01" });
  });
});
