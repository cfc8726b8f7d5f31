import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClashRow, clashesOf } from "~/domain/communications-plan/clashes";
import { occurrencesOf } from "~/domain/communications-plan/occurrences";
import { parseTiming } from "~/domain/timing";

const period = { from: "2021-01-01", to: "2021-12-31" };
const today = "2021-05-11";

function row(id: string, words: string, more: Partial<ClashRow> = {}): ClashRow {
  const events = more.events ?? [];
  const occurrences = occurrencesOf(parseTiming(words, period), period, { events, said: [], today });
  const known = { names: ["KS"], known: true, accountable: null };
  return { ...{ id, name: id, audience: "", audienceId: null, occurrences, events }, ...known, ...more };
}
const clashes = (rows: ClashRow[], on = today) => clashesOf(rows, { today: on, period });
const kinds = (rows: ClashRow[], on = today) =>
  clashes(rows, on).rows.flatMap(({ id, clashes }) => clashes.map(({ kind }) => `${id} ${kind}`));

describe("two things for one audience on one day", () => {
  it("clash, whether they are events or days the plan names", () => {
    const event = { title: "Webinar", from: "2021-06-09", to: "2021-06-09" };
    const rows = [
      row("a", "juni", { audience: "Kommunane", events: [event] }),
      row("b", "9. juni", { audience: " kommunane" }),
      row("c", "9. juni", { audience: "Styret" }),
      row("d", "9. juni"),
    ];
    expect(clashes(rows).rows).toEqual([
      {
        id: "a",
        clashes: [expect.objectContaining({ kind: "same-day", day: "2021-06-09", other: { id: "b", name: "b" } })],
      },
      { id: "b", clashes: [expect.objectContaining({ kind: "same-day", other: { id: "a", name: "Webinar" } })] },
    ]);
  });

  it("are known by the audience that was chosen, whatever its words", () => {
    const rows = [
      row("a", "9. juni", { audience: "Leiarar", audienceId: "x" }),
      row("b", "9. juni", { audience: "Alle", audienceId: "x" }),
    ];
    expect(kinds(rows)).toEqual(["a same-day", "b same-day"]);
  });

  it("do not when the day is over, or the event is what the words name", () => {
    const event = { title: "Webinar", from: "2021-06-09", to: "2021-06-09" };
    expect(kinds([row("a", "9. juni", { audience: "Alle", events: [event] })])).toEqual([]);
    const rows = [row("a", "9. april", { audience: "Alle" }), row("b", "9. april", { audience: "Alle" })];
    expect(kinds(rows)).toEqual(["a closed", "b closed"]);
  });
});

describe("a window without anything planned", () => {
  it("is told of from thirty days before it closes, and when it has closed", () => {
    expect(kinds([row("a", "mai")])).toEqual(["a closes"]);
    expect(clashes([row("a", "mai")]).rows[0]?.clashes).toEqual([{ kind: "closes", to: "2021-05-31", days: 20 }]);
    expect(kinds([row("a", "mai/juni")])).toEqual([]);
    expect(kinds([row("a", "mars")])).toEqual(["a closed"]);
    expect(kinds([row("a", "mars + mai")])).toEqual(["a closes"]);
  });

  it("is nothing when something is in it, when it is to come, and when the plan is over", () => {
    const event = { title: "Webinar", from: "2021-05-20", to: "2021-05-20" };
    expect(kinds([row("a", "mai", { events: [event] }), row("b", "haust"), row("c", "Løpande")])).toEqual([]);
    expect(kinds([row("a", "mai")], "2022-01-01")).toEqual([]);
  });
});

describe("who is responsible", () => {
  it("is missing when nobody is named, or nobody who is known", () => {
    const rows = [
      row("a", "", { names: [], known: false }),
      row("b", "", { names: ["Nokon"], known: false }),
      row("c", "", { names: [], known: true }),
    ];
    expect(kinds(rows)).toEqual(["a nobody", "b unknown"]);
  });

  it("is one actor with more than the others together, from five rows", () => {
    const of = (...who: string[]) => clashes(who.map((accountable, at) => row(String(at), "", { accountable }))).heavy;
    expect(of("x", "x", "x", "x", "x", "y", "y")).toEqual({ actorId: "x", rows: 5, total: 7 });
    expect(of("x", "x", "x", "x", "x", "y", "y", "y", "z", "z")).toBeNull();
    expect(of("x", "x", "x", "x", "y")).toBeNull();
  });
});

it("clashes are between rows that are there, each with its pair", () => {
  const days = fc.constantFrom("9. juni", "10. juni", "mai", "haust", "Løpande", "3. mai", "9.-11. juni");
  const audiences = fc.constantFrom("", "Alle", "alle ", "Styret");
  fc.assert(
    fc.property(fc.array(fc.tuple(days, audiences), { maxLength: 12 }), (all) => {
      const rows = all.map(([words, audience], at) => row(String(at), words, { audience }));
      for (const { id, clashes: own } of clashes(rows).rows) {
        expect(own.length).toBeGreaterThan(0);
        for (const clash of own) {
          if (clash.kind !== "same-day") continue;
          const other = rows.find((one) => one.id === clash.other.id);
          expect(other && other.id !== id && other.audience.trim().toLowerCase()).toBe(
            clash.audience.trim().toLowerCase(),
          );
        }
      }
    }),
  );
});
