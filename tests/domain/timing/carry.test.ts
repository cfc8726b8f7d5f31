import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cells, plan, rules, samples, year } from "#tests/domain/timing/samples";
import { carryTiming, parseTiming, type Window } from "~/domain/timing";

const numRuns = 300 * (process.env.SAMVIRK_TEST_LONG === "1" ? 50 : 1);
const next = year(2022);

describe("the words of a row carried to another period", () => {
  it.each([
    ["Haust -21", "Haust -22"],
    ["Haust 2021", "Haust 2022"],
    ["haust '21", "haust '22"],
    ["haust ’21", "haust ’22"],
    ["2021", "2022"],
    ["2021–2022", "2022–2023"],
    ["vår 2021-23", "vår 2022-24"],
    ["  HØST   —  21 ", "  HØST   —  22 "],
    ["Haus 2021 / 2022", "Haus 2022 / 2023"],
    ["veke 8 2021", "veke 8 2022"],
    ["Transport ;haust -21", "Transport ;haust -22"],
    ["18. februar, Haust -21", "17. februar, Haust -22"],
    ["29. april - 21", "28. april - 22"],
    ["26.05.21", "25.05.22"],
    ["18.02.2021", "17.02.2022"],
    ["2021-02-18", "2022-02-17"],
    ["1.5.21", "30.4.22"],
    ["10.10.21", "09.10.22"],
    ["Onsdag 26. mai 2021", "Onsdag 25. mai 2022"],
    ["8.-24. september", "7.-23. september"],
    ["1.-24. september", "31. august-23. september"],
    ["1. og 15. mai", "30. april og 14. mai"],
    ["1. Og 15. Mai", "30. April Og 14. Mai"],
    ["1. MAI", "30. APRIL"],
    ["1. feb.", "31. jan."],
    ["første mai", "30. april"],
    ["01.05.-20.05.2021", "30.04.-19.05.2022"],
    ["1.-20.05.2021", "30.04.-19.05.2022"],
    ["1. januar", "7. januar"],
    ["28. desember 2021 - 2. januar 2022", "27. desember 2022 - 1. januar 2023"],
    ["7. september kl 19", "6. september kl 19"],
    ["7. september, kl. 09.00 – 11.30", "6. september, kl. 09.00 – 11.30"],
    ["8.juni", "7.juni"],
    ["Fagdag 9. febuar", "Fagdag 8. febuar"],
  ])("moves the years and dates of «%s»", (text, carried) => {
    expect(carryTiming(text, plan, next)).toEqual({ text: carried, changed: true, unsure: [] });
  });

  it.each([
    ["Q1-15 - Q4-17", year(2017), year(2018), "Q1-16 - Q4-18"],
    ["Q1- 16 Q4-16", year(2017), year(2018), "Q1- 17 Q4-17"],
    ["Vår/haust 2022+2023", year(2022, 2023), year(2024, 2025), "Vår/haust 2024+2025"],
    ["Haust -98", year(2098), year(2100), "Haust -2100"],
    ["veke 30 -29", year(2029), year(2031), "veke 30 -2031"],
    ["Haust -21", year(2021), year(2019), "Haust -19"],
    ["29. februar 2024", year(2024), year(2025), "27. februar 2025"],
    ["25.-31. mai 2023", year(2023), year(2024), "23.-29. mai 2024"],
    ["27. og 31. mai 2021", year(2021), year(2024), "30. mai og 3. juni 2024"],
  ])("moves «%s» as far as the periods are apart", (text, from, to, carried) => {
    expect(carryTiming(text, from, to)).toMatchObject({ text: carried, unsure: [] });
  });

  it.each([
    ["Demensplan 2025", "Demensplan 2025", ["Demensplan 2025"]],
    ["Demensplan 2025 og 2026, haust -21", "Demensplan 2025 og 2026, haust -22", ["Demensplan 2025", "2026"]],
    ["Plan2025", "Plan2025", ["Plan2025"]],
    ["2021-22", "2021-22", ["2021-22"]],
    ["Haust 21", "Haust 21", ["21"]],
    ["31. februar 2021", "31. februar 2022", ["31. februar 2021"]],
    ["Fredag 18. februar", "Fredag 17. februar", ["Fredag"]],
    ["uke 53", "uke 53", ["uke 53"]],
    ["haust 2199", "haust 2199", ["haust 2199"]],
  ])("leaves what it is not sure of in «%s», and says so", (text, carried, unsure) => {
    expect(carryTiming(text, plan, next)).toMatchObject({ text: carried, unsure });
  });

  it("keeps week 53 where there is one", () => {
    expect(carryTiming("uke 53 2020", year(2020), year(2026))).toMatchObject({ text: "uke 53 2026", unsure: [] });
    expect(carryTiming("uke 53", year(2020), year(2026))).toMatchObject({ text: "uke 53", unsure: [] });
  });

  it("says that a date without a year cannot keep its weekday in every year", () => {
    const carried = carryTiming("18. februar", year(2022, 2023), year(2024, 2025));
    expect(carried).toEqual({ text: "16. februar", changed: true, unsure: ["18. februar"] });
  });

  it("moves the meaning of every cell and sample as it should", () => {
    for (const [text, , period = plan] of [...samples, ...cells, ...Object.values(rules).flat()]) {
      for (const by of [1, 2, 3, 5, -1]) expectMoved(text, period, by);
      expect(carryTiming(text, period, period)).toEqual({ text, changed: false, unsure: [] });
    }
  });
});

const shiftedYears = (day: string, by: number) => {
  const [y = "", ...rest] = day.split("-");
  return [Number(y) + by, ...rest].join("-");
};
const dayMs = 86_400_000;
const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
/** The day after a window's last, so many years later, and a day back: the last of February moves with its year. */
const lastDay = (day: string, by: number) => {
  const after = new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
  return new Date(Date.parse(shiftedYears(after, by)) - dayMs).toISOString().slice(0, 10);
};
const weekdayOf = (day: string) => new Date(day).getUTCDay();

function isMoved(old: Window, now: Window, by: number): boolean {
  if (old.precision !== now.precision || old.time !== now.time) return false;
  if (old.precision === "week") return days(old.from, old.to) === days(now.from, now.to);
  const years = now.from === shiftedYears(old.from, by) && now.to === lastDay(old.to, by);
  if (old.precision !== "day" || years) return years;
  const near = (was: string, is: string) =>
    weekdayOf(was) === weekdayOf(is) &&
    Math.abs(days(lastDay(was, by), is)) <= 7 &&
    is.slice(0, 4) === lastDay(was, by).slice(0, 4);
  // `innan 1. mai` begins with the year whatever its last day.
  return near(old.to, now.to) && (near(old.from, now.from) || /-01-01$/.test(now.from));
}

function expectMoved(text: string, period: { from: string; to: string }, by: number) {
  const to = { from: shiftedYears(period.from, by), to: lastDay(period.to, by) };
  const carried = carryTiming(text, period, to);
  if (carried.unsure.length > 0) return;
  const [old, now] = [parseTiming(text, period), parseTiming(carried.text, to)];
  const told = `${text} -> ${carried.text}: ${JSON.stringify(old.windows)} -> ${JSON.stringify(now.windows)}`;
  expect(
    old.windows.every((window) => now.windows.some((one) => isMoved(window, one, by))),
    told,
  ).toBe(true);
  expect(
    now.windows.every((window) => old.windows.some((one) => isMoved(one, window, by))),
    told,
  ).toBe(true);
  expect({ kind: now.kind, cadences: now.cadences }, told).toEqual({ kind: old.kind, cadences: old.cadences });
}

describe("any words carried", () => {
  const months = "januar feb. mars April mai JUNI juli aug september okt. november desember".split(" ");
  const inYear = (from: number) => {
    const numbers = fc.integer({ min: from - 1, max: from + 2 });
    const y = fc.oneof(
      numbers.map(String),
      numbers.map((n) => `-${String(n % 100).padStart(2, "0")}`),
      fc.constant(""),
    );
    const day = fc.integer({ min: 1, max: 28 });
    const month = fc.constantFrom(...months);
    const unit = fc.oneof(
      fc.constantFrom(
        "vår",
        "Haust",
        "sommar",
        "vinter",
        "Q1",
        "2. kvartal",
        "T2",
        "H1",
        "primo mai",
        "mars-mai",
        "Mai/juni",
      ),
      month,
      fc.tuple(day, month).map(([d, m]) => `${d}. ${m}`),
      fc
        .tuple(day, day, month)
        .map(([d, e, m]) => (d === e ? `${d}. ${m}` : `${Math.min(d, e)}.-${Math.max(d, e)}. ${m}`)),
      fc.tuple(day, day, month).map(([d, e, m]) => `${d}. og ${e}. ${m}`),
      fc.tuple(day, month).map(([d, m]) => `innan ${d}. ${m}`),
      fc.integer({ min: 2, max: 52 }).map((n) => `veke ${n}`),
    );
    const dated = fc
      .tuple(unit, y)
      .map(([u, written]) => (written.startsWith("-") ? `${u} ${written}` : `${u} ${written}`.trim()));
    const figures = fc
      .tuple(day, fc.integer({ min: 1, max: 12 }), numbers)
      .map(([d, m, n]) => `${String(d).padStart(2, "0")}.${String(m).padStart(2, "0")}.${n}`);
    return fc.tuple(
      fc.array(fc.oneof(dated, figures), { minLength: 1, maxLength: 4 }),
      fc.constantFrom("; ", ", ", " + ", " og "),
    );
  };
  const words = fc.integer({ min: 2012, max: 2040 }).chain((from) =>
    fc.tuple(inYear(from), fc.constant(from), fc.integer({ min: -4, max: 6 })).map(([[parts, glue], first, by]) => ({
      // Two figures after a dash are a year only where no list goes on.
      text: parts.join(parts.some((part) => /-\d\d/.test(part)) ? "; " : glue),
      first,
      by,
    })),
  );

  it("mean the same so much later", () => {
    fc.assert(
      fc.property(words, ({ text, first, by }) => expectMoved(text, year(first), by)),
      { numRuns },
    );
  });

  const pieces = [...samples, ...cells, ...Object.values(rules).flat()].flatMap(([text]) => text.split(/\s+/));
  const anything = fc.oneof(
    fc
      .array(fc.oneof(fc.constantFrom(...pieces, ..."-–/+,;&.()'"), fc.string()), { maxLength: 12 })
      .map((all) => all.join(" ")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );

  it("never fail, and stay when the period does or nothing in them counts", () => {
    fc.assert(
      fc.property(
        anything,
        fc.integer({ min: 2010, max: 2030 }),
        fc.integer({ min: -40, max: 40 }),
        (text, first, by) => {
          const carried = carryTiming(text, year(first), year(first + by));
          expect(carried.changed).toBe(carried.text !== text);
          for (const word of carried.unsure) expect(text).toContain(word);
          expect(carryTiming(text, year(first), year(first))).toEqual({ text, changed: false, unsure: [] });
          const plain = text.replace(/\p{N}/gu, "");
          if (!/første|fyrste|andre|annen|annet|anna|tredje|fjerde/i.test(plain.normalize("NFC")))
            expect(carryTiming(plain, year(first), year(first + by)).text).toBe(plain);
        },
      ),
      { numRuns },
    );
  });

  it("may come with a period that is none", () => {
    fc.assert(
      fc.property(anything, fc.string(), fc.string(), fc.string(), (text, a, b, c) => {
        carryTiming(text, { from: a, to: b }, { from: c, to: a });
        carryTiming(text, year(2021), { from: c, to: b });
      }),
      { numRuns },
    );
  });
});
