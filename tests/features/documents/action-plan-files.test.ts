import { readFileSync } from "node:fs";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import "~/i18n/locale.server";
import { type ActivityState, activityStates } from "~/domain/action-plan/activity";
import { readActionPlan } from "~/domain/documents/action-plan-document";
import type { ActionPlanView } from "~/features/action-plan/action-plan.view.server";
import { stateNames } from "~/features/action-plan/plan-words";
import type { WholePlanText } from "~/features/action-plan/whole-plan.view.server";
import { writeActionPlanDocx } from "~/features/documents/action-plan-docx.server";
import { receiveActionPlan } from "~/features/documents/action-plan-import.server";
import { writeActionPlanSheet, writeWholePlanSheet } from "~/features/documents/action-plan-sheet.server";
import { readDocx } from "~/features/documents/read-docx.server";
import { readXlsx } from "~/features/documents/read-xlsx.server";
import { inRequest } from "~/platform/request-context.server";

const region = { name: "Vestregionen", accent: "skifer" };
const written = (plan: WholePlanText, language: "nb" | "nn") =>
  inRequest(language, () => writeActionPlanDocx(plan, { language, region }));

async function readBack(bytes: Uint8Array) {
  const read = await readDocx(bytes, { marked: true });
  if (!read.ok) throw new Error(read.reason);
  return { text: read.text, plan: readActionPlan(read.text) };
}

/** What the importer makes activities of. */
const shape = ({ areas }: Pick<WholePlanText, "areas">) =>
  areas.map(({ name, focusAreas }) => [
    name,
    focusAreas.map((focus) => [
      ...[focus.name, focus.organisation !== "", focus.resources !== "", focus.reporting !== ""],
      focus.rows.map(({ strategy, measure, activity, timing, owner }) => [strategy, measure, activity, timing, owner]),
    ]),
  ]);

/** A plan as the importer reads it, as one of the region's. */
function asText({ title, ...read }: ReturnType<typeof readActionPlan>, state: ActivityState): WholePlanText {
  return {
    ...{ year: read.year ?? 0, name: title, adoptedOn: read.adoptedOn, adoptedBy: read.adoptedBy },
    introduction: read.introduction,
    areas: read.areas.map(({ name, body, focusAreas }) => ({
      ...{ name, body },
      focusAreas: focusAreas.map(({ activities, line: _, ...focus }) => ({
        ...focus,
        rows: activities.map(({ strategy, measure, name: activity, timing, owner }) => ({
          ...{ strategy, measure, activity, timing, owner, state, reason: "Venter på stat", saidOn: null },
        })),
      })),
    })),
  };
}

describe("an action plan as a Word file", () => {
  it("gives the same plan when it is imported again", async () => {
    const read = readActionPlan(readFileSync("prisma/seed/vestregionen-action-plan-2017.txt", "utf8"));
    const plan = asText(read, "delayed");
    const back = await readBack(await written(plan, "nb"));
    expect(back.plan).toMatchObject({ year: 2017, adoptedOn: "2016-12-08", adoptedBy: read.adoptedBy, problems: [] });
    expect(back.plan.cuts).toEqual([]);
    expect(shape(asText(back.plan, "delayed"))).toEqual(shape(plan));
    expect(back.text).toContain("Forsinket: Venter på stat");
    for (const { focusAreas } of plan.areas)
      for (const { body, organisation, resources, reporting } of focusAreas)
        for (const word of `${body} ${organisation} ${resources} ${reporting}`.match(/[\p{L}\d]{5,}/gu) ?? [])
          expect(back.text).toContain(word);
  }, 20_000);

  it("keeps every cell, whatever the words are", async () => {
    const words = fc
      .array(fc.constantFrom("Møte", "q1 – q4", "«x»", "&amp;", "<b>", '"', "Løpende,", "2017", "a=b", "50 %", "–x"), {
        minLength: 1,
        maxLength: 4,
      })
      .map((list) => `A ${list.join(" ")}`);
    const may = fc.option(words, { nil: "" });
    const row = fc.record({
      ...{ strategy: may, measure: words, activity: words, timing: may, owner: may },
      ...{ state: fc.constantFrom(...activityStates), reason: may, saidOn: fc.constant(null) },
    });
    const focus = fc.record({ rows: fc.array(row, { maxLength: 12 }), organisation: may, reporting: may });
    await fc.assert(
      fc.asyncProperty(fc.array(focus, { minLength: 1, maxLength: 3 }), may, async (some, introduction) => {
        const plan: WholePlanText = {
          ...{ year: 2027, name: "Plan", adoptedOn: null, adoptedBy: "", introduction },
          areas: [
            {
              name: "Helse",
              body: "**Alt** om helse\n\n## Mer\n\n**Fet**",
              focusAreas: some.map((one, at) => ({ ...one, name: `Fokus ${at}`, body: "- punkt", resources: "" })),
            },
          ],
        };
        const { plan: back, text } = await readBack(await written(plan, "nn"));
        if (some.some((one) => one.rows.length > 0)) expect(back.problems).toEqual([]);
        expect(shape(asText(back, "done"))).toEqual(shape(plan));
        expect(text).toContain("Mer");
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 30_000);

  it("gives the same plan as a sheet, too, with its texts", async () => {
    const read = readActionPlan(readFileSync("prisma/seed/vestregionen-action-plan-2017.txt", "utf8"));
    const whole = asText(read, "delayed");
    const [first, ...rest] = whole.areas;
    const area = { ...(first as (typeof whole.areas)[number]), body: "**Fet**\n\n# Tittel\n\nA < b" };
    const empty = { name: "Tomt", body: "", organisation: "Fast\tutval\n\n- a\n- b", resources: "", reporting: "" };
    const plan = { ...whole, areas: [{ ...area, focusAreas: [...area.focusAreas, { ...empty, rows: [] }] }, ...rest] };
    for (const language of ["nb", "nn", "en"] as const) {
      const bytes = await inRequest(language, () => writeWholePlanSheet(plan));
      const form = new FormData();
      form.set("file", new File([new Uint8Array(bytes)], "plan.xlsx"));
      const received = await inRequest(language, () => receiveActionPlan(form));
      if (!received.ok) throw new Error(received.problems.map(({ message }) => message).join(" "));
      const back = readActionPlan(received.text);
      expect(back).toMatchObject({ year: 2017, adoptedOn: "2016-12-08", adoptedBy: read.adoptedBy, problems: [] });
      expect(back.cuts).toEqual([]);
      expect(shape(asText(back, "delayed"))).toEqual(shape(plan));
      for (const [at, { focusAreas, body }] of plan.areas.entries()) {
        const said = back.areas[at];
        expect(said?.body.match(/[\p{L}\d]+/gu)).toEqual(body.match(/[\p{L}\d]+/gu));
        for (const [place, focus] of focusAreas.entries())
          for (const part of ["body", "organisation", "resources", "reporting"] as const)
            expect(said?.focusAreas[place]?.[part].match(/[\p{L}\d]+/gu)).toEqual(focus[part].match(/[\p{L}\d]+/gu));
      }
    }
  }, 20_000);

  it("has headings, heads of tables, a title and the region's language", async () => {
    const read = readActionPlan(readFileSync("prisma/seed/vestregionen-action-plan-2017.txt", "utf8"));
    const files = unzipSync(await written(asText(read, "not_started"), "nn"));
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const xml = part("word/document.xml");
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(xml.match(/<w:tbl>/g)?.length);
    expect(xml).toContain('<w:pStyle w:val="Heading3"/>');
    expect(part("word/styles.xml")).toContain('<w:lang w:val="nn-NO"');
    expect(part("docProps/core.xml")).toContain("<dc:title>Handlingsplan 2017, Vestregionen</dc:title>");
  });
});

describe("the activities as an Excel file", () => {
  it("hold every field, read back, with nothing that is calculated", async () => {
    const activity = {
      ...{ id: "1", name: "=1+1", version: 0, ownerId: null, owner: "Rådgiver", state: "delayed" as const },
      ...{ reason: "Venter", saidOn: "2017-03-01", stale: null },
      timing: { words: "Q1 – Q2", kind: "dated" as const, meaning: "", unparsed: null, windows: [] },
    };
    const measures = [{ id: "1", name: "Nettverk", strategy: "Dele", activities: [activity] }];
    const areas = [
      { id: "1", number: 1, name: "Helse", focusAreas: [{ id: "1", name: "Folkehelse", measures, count: 1 }] },
    ];
    const view = { plan: { year: 2017 }, areas } as unknown as ActionPlanView;
    const { bytes, said } = await inRequest("nb", async () => ({
      bytes: await writeActionPlanSheet(view),
      said: stateNames.delayed(),
    }));
    const read = await readXlsx(bytes, 10);
    if (!read.ok) throw new Error(read.reason);
    expect(read.rows[1]?.map((cell) => cell.replace(/^'/, ""))).toEqual([
      ...["Helse", "Folkehelse", "Dele", "Nettverk", "=1+1", "Q1 – Q2", "Rådgiver", said, "Venter", "2017-03-01"],
    ]);
    expect(read.rows[0]).toHaveLength(10);
  });
});
