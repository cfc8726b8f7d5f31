import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import "~/i18n/locale.server";
import { makeRegion } from "#tests/features/regions/make-region";
import { reportOf } from "#tests/http/fee-ids";
import { useDatabase } from "#tests/support/database";
import { rollUpSheet } from "~/features/documents/roll-up-sheet.server";
import type { GrantedRegion } from "~/features/regions/membership.server";
import { rollUpsView, rollUpView, submittedReport } from "~/features/reports/roll-up.view.server";
import { withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const key = { kind: "yearly", from: "2019-01-01", to: "2019-12-31" } as const;
const granted: GrantedRegion[] = [];

const inside = <T>({ access }: GrantedRegion, work: Parameters<typeof withRegion<T>>[1]) => withRegion(access, work);
const at = (index: number) => granted[index] as GrantedRegion;

/** A round of a region, with the versions of its report that were submitted. */
const submit = (one: GrantedRegion, versions: object[]) =>
  inside(one, async (db) => {
    const { id: roundId } = await db.reportRound.create({
      data: {
        ...key,
        from: new Date(key.from),
        to: new Date(key.to),
        name: "Årsrapport",
        form: {},
        state: "correcting",
      },
      select: { id: true },
    });
    await db.reportSubmission.createMany({
      data: versions.map((content, index) => ({
        ...{ roundId, number: index + 1, content, reason: index > 0 ? "Eit tal var feil" : "" },
        submittedAt: new Date(`2020-01-${String(10 + index)}T23:30:00Z`),
      })),
    });
    await db.reportFigure.create({
      data: { roundId, position: 0, definition: "own", label: "Ikkje levert", value: 999n },
    });
  });

beforeAll(async () => {
  for (const name of ["Aust", "Vest", "Nord"]) {
    const { id, slug } = await makeRegion(database.url().adminUrl);
    const facts = {
      ...{ id, slug, name, programme: "", initials: "R", accent: "fjord" as const },
      zone: "Europe/Oslo",
    };
    granted.push({
      region: { ...facts, languages: ["nb"], defaultStandard: "bokmal" },
      access: { regionId: id, personId: null, via: "session" },
    });
  }
  const report = reportOf("aust");
  const wrong = { ...report, figures: report.figures.map((figure) => ({ ...figure, value: "100" })) };
  await submit(at(0), [wrong, report]);
  await submit(at(1), [{ ...reportOf("vest"), projects: [] }]);
  await inside(at(2), (db) =>
    db.reportRound.create({
      data: { ...key, from: new Date(key.from), to: new Date(key.to), name: "Open", form: {} },
    }),
  );
}, 60_000);

describe("the roll-up", () => {
  it("names the periods with how many have submitted, and shows a region that has not as missing", async () => {
    const { periods } = await rollUpsView(granted);
    expect(periods).toEqual([{ id: "yearly-2019-01-01-2019-12-31", ...key, submitted: 2 }]);
    const view = await rollUpView(granted, key);
    expect(view?.regions.map(({ name, number, day }) => [name, number, day])).toEqual([
      ["Aust", 2, "2020-01-12"],
      ["Vest", 1, "2020-01-11"],
      ["Nord", null, null],
    ]);
  });

  it("has the figures of the last version with when they were counted, and nothing that was not submitted", async () => {
    const view = await rollUpView(granted, key);
    expect(
      view?.figures.map(({ key: of, cells }) => [of, Object.values(cells).map(({ value, day }) => [value, day])]),
    ).toEqual([
      [
        "events-held",
        [
          ["1200", "2020-01-05"],
          ["1200", "2020-01-05"],
        ],
      ],
      [
        "calls",
        [
          ["350", null],
          ["350", null],
        ],
      ],
    ]);
    expect(JSON.stringify(view)).not.toContain("999");
    expect(view?.accounts.map(({ projects }) => projects.length)).toEqual([1, 0]);
  });

  it("reads of those it is let into alone", async () => {
    const view = await rollUpView([at(1)], key);
    expect(view?.regions.map(({ name }) => name)).toEqual(["Vest"]);
    expect(JSON.stringify(view)).not.toContain(at(0).region.slug);
    expect(await rollUpView([at(2)], key)).toBeNull();
    expect(await rollUpView(granted, { ...key, kind: "half_yearly" })).toBeNull();
  });

  it("shows a report as it was submitted, each version, and no other", async () => {
    const first = await submittedReport(at(0), key, 1);
    expect(first).toMatchObject({ number: 1, last: 2, report: { texts: [{ heading: "Oppsummering" }] } });
    expect(first?.report.figures[0]?.value).toBe("100");
    expect(await submittedReport(at(0), key, 2)).toMatchObject({ reason: "Eit tal var feil" });
    expect(await submittedReport(at(0), key, 3)).toBeNull();
    expect(await submittedReport(at(2), key, 1)).toBeNull();
  });

  it("comes out as a sheet with a line to each figure, each sum and each region that is missing", async () => {
    const view = await rollUpView(granted, key);
    if (!view) throw new Error("There is no roll-up");
    const { bytes, name } = await rollUpSheet(view, "csv");
    expect(name).toBe("yearly-2019-01-01-2019-12-31.csv");
    const lines = new TextDecoder().decode(bytes).trim().split("\r\n");
    expect(lines.filter((line) => line.startsWith("Aust;2;2020-01-12;"))).toHaveLength(2 + 5 * 2);
    expect(lines.filter((line) => line.startsWith("Vest;1;"))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith("Nord;;;"))).toHaveLength(1);
    expect(lines.find((line) => line.includes(";result;actual;"))).toContain(";3800;");
    expect((await rollUpSheet(view, "xlsx")).bytes.length).toBeGreaterThan(1000);
  });
});

it("keeps what was submitted as it was", async () => {
  const change = inside(at(0), (db) => db.reportSubmission.updateMany({ data: { number: 9 } }));
  await expect(change).rejects.toThrow(/denied/);
  await expect(
    inside(at(0), (db) => db.reportSubmission.deleteMany({ where: { id: randomUUID() } })),
  ).rejects.toThrow();
});
