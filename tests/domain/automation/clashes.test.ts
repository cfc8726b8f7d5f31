import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Caps, clashesOf as clashesOfAll } from "~/domain/automation/clashes";
import type { Planned } from "~/domain/automation/planned";

const line = (at: string, more: Partial<Planned> = {}): Planned => ({
  key: `${more.kind ?? "issue"} ${at} ${more.audience ?? ""}`,
  at: `${at}T08:00:00.000+02:00`,
  kind: "issue",
  rule: "issue:1",
  subject: "Informasjonsbrev",
  audience: "Kontaktpersonane",
  recipients: 43,
  waitsFor: null,
  ...more,
});
const lists: Record<string, string[]> = {
  Kontaktpersonane: ["Voss", "Ulvik"],
  Eldreråda: ["Råd"],
  Alle: ["Voss", "Ulvik", "Råd"],
  Nettverket: ["Voss"],
};
const clashesOf = (planned: Planned[], isOpen: (at: string) => boolean, caps: Caps) =>
  clashesOfAll(planned, isOpen, caps, ({ audience }) => lists[audience] ?? null);
const always = () => true;
const none = { capHour: null, capWeek: null };

describe("clashes of what is planned", () => {
  it("are more than three to the same people within seven days", () => {
    const planned = [
      line("2021-05-03"),
      line("2021-05-05"),
      line("2021-05-07"),
      line("2021-05-09"),
      line("2021-05-10"),
    ];
    const [clash, ...more] = clashesOf(planned, always, none);
    expect(more).toEqual([]);
    expect(clash).toMatchObject({ kind: "crowded", people: 2, count: 4, most: 3 });
    expect(clash?.lines.map(({ at }) => at.slice(0, 10))).toEqual([
      "2021-05-03",
      "2021-05-05",
      "2021-05-07",
      "2021-05-09",
    ]);
  });

  it("are not three, nor four to different people, nor what goes to those who make it", () => {
    const apart = [
      line("2021-05-03"),
      line("2021-05-04"),
      line("2021-05-05"),
      line("2021-05-06", { audience: "Eldreråda" }),
    ];
    const within = [1, 2, 3, 4].map((day) => line(`2021-06-0${day}`, { kind: "issue-draft", recipients: 1 }));
    expect(clashesOf([...apart, ...within], always, none)).toEqual([]);
  });

  it("are counted for each who gets them, through whatever list, and told once of those who share a week", () => {
    const planned = [
      line("2021-05-03"),
      line("2021-05-04", { audience: "Alle" }),
      line("2021-05-05"),
      line("2021-05-06", { audience: "Nettverket" }),
    ];
    expect(clashesOf(planned, always, none)).toMatchObject([{ kind: "crowded", people: 1, count: 4 }]);
    const caps = { ...none, capWeek: 2 };
    const [clash, ...more] = clashesOf(planned, always, caps);
    expect(more).toEqual([]);
    expect(clash).toMatchObject({ people: 2, count: 4, most: 2 });
    expect(clash?.lines).toHaveLength(4);
  });

  it("are not those who are not known one by one", () => {
    const planned = [3, 4, 5, 6].map((day) => line(`2021-05-0${day}`, { audience: "Dei som ikkje har svara" }));
    expect(clashesOf(planned, always, none)).toEqual([]);
  });

  it("follow the region's own cap for a week", () => {
    const planned = [line("2021-05-03"), line("2021-05-04")];
    expect(clashesOf(planned, always, { ...none, capWeek: 1 })).toHaveLength(1);
    expect(clashesOf(planned, always, { ...none, capWeek: 2 })).toEqual([]);
  });

  it("say how much later the last ones leave, where an hour's cap is too small", () => {
    const planned = [line("2021-05-03", { recipients: 250 }), line("2021-05-03", { recipients: 60, audience: "Alle" })];
    expect(clashesOf(planned, always, { ...none, capHour: 100 })).toMatchObject([
      { kind: "slow", recipients: 310, cap: 100, hours: 3 },
    ]);
    expect(clashesOf(planned, always, { ...none, capHour: 310 })).toEqual([]);
  });

  it("are lines for when the region is closed", () => {
    const planned = [line("2021-05-17"), line("2021-05-18")];
    expect(clashesOf(planned, (at) => !at.startsWith("2021-05-17"), none)).toMatchObject([
      { kind: "closed", lines: [{ at: "2021-05-17T08:00:00.000+02:00" }] },
    ]);
  });

  it("name each line in one crowd at most, whatever is planned", () => {
    const days = fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 40 });
    fc.assert(
      fc.property(days, (numbers) => {
        const planned = numbers.map((day, at) => line(`2021-02-${String(day).padStart(2, "0")}`, { key: String(at) }));
        const keys = clashesOf(planned, always, none).flatMap(({ lines }) => lines.map(({ key }) => key));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
