import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { addPart } from "~/features/cases/add-part.server";
import { makeMinutes } from "~/features/cases/make-minutes.server";
import { passOn } from "~/features/cases/pass-on.server";
import { postponeItem, settleCases } from "~/features/cases/postpone-item.server";
import { queueCase } from "~/features/cases/queue-case.server";
import { correctItemNumber, reopenAgenda, setAgenda } from "~/features/cases/set-agenda.server";
import { storyOf } from "~/features/cases/story.view.server";
import { moveItem, takeOff } from "~/features/cases/take-off.server";
import { type CasesRegion, casesRegion } from "./scene";

const database = useDatabase();
const long = process.env.SAMVIRK_TEST_LONG === "1";
let region: CasesRegion;

beforeAll(async () => {
  region = await casesRegion(database.url().adminUrl);
});

const set = (minutesId: string) => region.inside((db) => setAgenda(db, { minutesId }));
const itemOf = async (minutesId: string, title: string) => {
  const { items } = await region.agenda(minutesId);
  const all = items.flatMap((item) => [item, ...item.parts.flatMap((part) => [part, ...part.parts])]);
  return all.find((item) => item.title === title)?.id ?? "";
};

describe("an agenda", () => {
  it("gives numbers when it is set, from the body's start number and on from its last", async () => {
    const { council, meeting, queue, takeUp, listed } = region;
    await region.inside((db) => db.bodyYear.create({ data: { bodyId: council, year: 2031, first: 12 } }));
    const [first, second] = [await meeting(council, "2031-02-23"), await meeting(council, "2031-06-01")];
    await takeUp(first, await queue(council, "Møteplan"), await queue(council, "Tertialrapport"));
    await takeUp(second, await queue(council, "Studietur"));
    expect(await listed(first)).toEqual(["? Møteplan", "? Tertialrapport"]);
    expect(await set(first)).toMatchObject({ ok: true });
    await set(second);
    expect(await listed(first)).toEqual(["12/2031 Møteplan", "13/2031 Tertialrapport"]);
    expect(await listed(second)).toEqual(["14/2031 Studietur"]);
    expect(await set(second)).toEqual({ ok: false, reason: "state" });
  });

  it("leaves the gap of numbers that came by import", async () => {
    const { council, meeting, queue, takeUp, listed } = region;
    const [old, next] = [await meeting(council, "2030-02-01"), await meeting(council, "2030-03-01")];
    const caseId = await queue(council, "Importert");
    await region.inside((db) =>
      db.agendaItem.create({ data: { minutesId: old, caseId, bodyId: council, position: 1, number: 11, year: 2030 } }),
    );
    await takeUp(next, await queue(council, "Ny"));
    await set(next);
    expect(await listed(next)).toEqual(["12/2030 Ny"]);
  });

  it("moves the cases after one that is taken off, while nobody has been told", async () => {
    const { council, meeting, queue, takeUp, listed } = region;
    const id = await meeting(council, "2032-02-01");
    await takeUp(id, await queue(council, "En"), await queue(council, "To"), await queue(council, "Tre"));
    await set(id);
    const itemId = await itemOf(id, "To");
    expect(await region.inside((db) => takeOff(db, { minutesId: id, itemId, to: "queue" }))).toEqual({
      ok: true,
      number: "freed",
    });
    await takeUp(id, await queue(council, "Fire"));
    expect(await listed(id)).toEqual(["01/2032 En", "02/2032 Tre", "03/2032 Fire"]);
  });

  it("keeps the number of one that is taken off when it has been told", async () => {
    const { council, meeting, queue, takeUp, listed } = region;
    const id = await meeting(council, "2032-05-01");
    await takeUp(id, await queue(council, "Fem"), await queue(council, "Seks"));
    await set(id);
    await region.inside((db) => db.minutes.updateMany({ where: { id }, data: { noticeAt: new Date() } }));
    const itemId = await itemOf(id, "Fem");
    expect(await region.inside((db) => takeOff(db, { minutesId: id, itemId, to: "withdrawn" }))).toEqual({
      ok: true,
      number: "kept",
    });
    expect(await listed(id)).toEqual(["04/2032 Fem", "05/2032 Seks"]);
    expect((await region.agenda(id)).items.map(({ takenOff }) => takenOff)).toEqual([true, false]);
    expect(await region.inside((db) => reopenAgenda(db, { minutesId: id }))).toEqual({ ok: false, reason: "told" });
  });

  it("deals its numbers out anew when it is ordered, and gives them back when it is taken up again", async () => {
    const { council, meeting, queue, takeUp, listed } = region;
    const id = await meeting(council, "2033-05-01");
    await takeUp(id, await queue(council, "A"), await queue(council, "B"), await queue(council, "C"));
    await set(id);
    const itemId = await itemOf(id, "C");
    await region.inside((db) => moveItem(db, { minutesId: id, itemId, by: -1 }));
    expect(await listed(id)).toEqual(["01/2033 A", "02/2033 C", "03/2033 B"]);
    expect(await region.inside((db) => reopenAgenda(db, { minutesId: id }))).toEqual({ ok: true });
    expect(await listed(id)).toEqual(["? A", "? C", "? B"]);
    await set(id);
    expect(await listed(id)).toEqual(["01/2033 A", "02/2033 C", "03/2033 B"]);
  });

  it("corrects a number typed with another year, and keeps what was typed", async () => {
    const { council, meeting, queue, takeUp } = region;
    const id = await meeting(council, "2034-06-01");
    await takeUp(id, await queue(council, "Prosjekter"), await queue(council, "Eventuelt"));
    await set(id);
    const itemId = await itemOf(id, "Prosjekter");
    const correct = (typed: string) => region.inside((db) => correctItemNumber(db, { minutesId: id, itemId, typed }));
    expect(await correct("18/2033")).toEqual({ ok: true, number: 18, year: 2034, typed: "18/2033" });
    expect((await region.agenda(id)).items[0]).toMatchObject({ written: "18/2034", typedNumber: "18/2033" });
    expect(await correct("2")).toEqual({ ok: false, reason: "taken" });
    expect(await correct("atten")).toEqual({ ok: false, reason: "unreadable" });
  });

  it("has each part of its cases, in their order, and lets no number to them", async () => {
    const { council, meeting, queue, takeUp, agenda } = region;
    const id = await meeting(council, "2035-02-01");
    const caseId = await queue(council, "Prosjekter", { kind: "information" });
    const part = async (parent: string, title: string, lettered: boolean) => {
      const made = await region.inside((db) => addPart(db, { caseId: parent, lettered, title }));
      return made.ok ? made.id : "";
    };
    const health = await part(caseId, "Helse", true);
    await part(caseId, "Kultur", true);
    await part(health, "Rus", false);
    await part(health, "Portal", false);
    await takeUp(id, caseId);
    await set(id);
    const [item] = (await agenda(id)).items;
    expect(item).toMatchObject({ written: "01/2035", title: "Prosjekter" });
    expect(item?.parts.map(({ letter, title, number }) => [letter, title, number])).toEqual([
      ["A", "Helse", null],
      ["B", "Kultur", null],
    ]);
    expect(item?.parts[0]?.parts.map(({ title }) => title)).toEqual(["Rus", "Portal"]);
  });

  it("begins with the approval of the notice and of minutes nobody has approved", async () => {
    const { inside, board, listed } = region;
    await inside((db) => db.governingBody.updateMany({ where: { id: board }, data: { opening: true } }));
    const before = await region.meeting(board, "2036-02-23");
    await inside((db) => db.minutes.updateMany({ where: { id: before }, data: { state: "ended" } }));
    const id = await region.meeting(board, "2036-06-01");
    await region.takeUp(id, await region.queue(board, "Tertialrapport"));
    await set(id);
    expect(await listed(id)).toEqual([
      "? Godkjenning av innkalling og dagsorden",
      "01/2036 Referat fra møte 23.02.2036",
      "02/2036 Tertialrapport",
    ]);
  });

  it("is refused for a body that meets at that time already, and for a time there is not", async () => {
    const { inside, assembly } = region;
    const make = (from: number, to: number) =>
      inside((db) => makeMinutes(db, { bodyId: assembly, day: "2031-03-30", from, to, place: "" }));
    expect(await make(540, 690)).toMatchObject({ ok: true });
    expect(await make(689, 720)).toEqual({ ok: false, reason: "clash" });
    expect(await make(690, 720)).toMatchObject({ ok: true });
    expect(await make(150, 160)).toEqual({ ok: false, reason: "no-such-time" });
    expect(await make(800, 790)).toEqual({ ok: false, reason: "ends-before-start" });
  });

  it("gives fifty agendas set at once numbers without a gap and none twice", async () => {
    const { council, inside } = region;
    let year = 2040;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 50, maxLength: 50 }), async (sizes) => {
        year++;
        const meetings = sizes.map((size, at) => ({
          id: randomUUID(),
          day: new Date(Date.UTC(year, 0, 3 + at * 7)),
          cases: Array.from({ length: size }, () => randomUUID()),
        }));
        await inside(async (db) => {
          await db.minutes.createMany({ data: meetings.map(({ id, day }) => ({ id, day, bodyId: council })) });
          const state = "on_agenda" as const;
          const all = meetings.flatMap(({ id, cases }) => cases.map((caseId, position) => ({ id, caseId, position })));
          await db.case.createMany({
            data: all.map(({ caseId, position }) => ({ id: caseId, position, bodyId: council, title: "Sak", state })),
          });
          await db.agendaItem.createMany({
            data: all.map(({ id, caseId, position }) => ({ minutesId: id, caseId, bodyId: council, position })),
          });
        });
        const results = await Promise.all(meetings.map(({ id }) => set(id)));
        const given = results.flatMap((result) => (result.ok ? result.numbers : []));
        const within = given.filter((one) => one.year === year).map(({ number }) => number);
        expect(within.toSorted((a, b) => a - b)).toEqual(within.map((_, at) => at + 1));
        expect(given).toHaveLength(sizes.reduce((sum, size) => sum + size, 0));
      }),
      { numRuns: long ? 10 : 1 },
    );
  });
});

describe("a case", () => {
  it("waits first in the queue when it is put off, and the part of one by itself", async () => {
    const { council, meeting, queue, takeUp, listed, inside } = region;
    const [id, next] = [await meeting(council, "2037-02-01"), await meeting(council, "2037-03-01")];
    const caseId = await queue(council, "Samlesak", { kind: "information" });
    for (const title of ["Symfonikerne", "Kunst"]) await inside((db) => addPart(db, { caseId, lettered: true, title }));
    await takeUp(id, caseId, await queue(council, "Utsatt"));
    await set(id);
    for (const title of ["Symfonikerne", "Utsatt"]) {
      const itemId = await itemOf(id, title);
      expect(await inside((db) => postponeItem(db, { itemId }))).toMatchObject({ ok: true });
    }
    await inside((db) => settleCases(db, id));
    const treated = await inside((db) => db.case.findFirst({ where: { title: "Kunst" } }));
    expect(treated?.state).toBe("treated");
    const waiting = await inside((db) => db.case.findMany({ where: { bodyId: council, state: "queued" } }));
    const ids = waiting.filter(({ title }) => ["Symfonikerne", "Utsatt"].includes(title)).map((one) => one.id);
    await takeUp(next, ...ids);
    await set(next);
    expect((await listed(next)).map((line) => line.slice(8))).toEqual(
      expect.arrayContaining(["Symfonikerne", "Utsatt"]),
    );
  });

  it("goes on to another body with what was decided, once, and is one story", async () => {
    const { council, board, meeting, queue, takeUp, inside } = region;
    const id = await meeting(council, "2038-06-01");
    const caseId = await queue(council, "Tertialrapport", { proposal: "Godkjennes.", presentation: "Til behandling." });
    await takeUp(id, caseId);
    await set(id);
    const itemId = await itemOf(id, "Tertialrapport");
    const pass = (bodyId: string) => inside((db) => passOn(db, { itemId, bodyId }));
    expect(await pass(board)).toEqual({ ok: false, reason: "not-decided" });
    await inside((db) =>
      db.agendaItem.updateMany({ where: { id: itemId }, data: { outcome: "changed", decision: "Anbefales." } }),
    );
    expect(await pass(council)).toEqual({ ok: false, reason: "same-body" });
    const passed = await pass(board);
    expect(passed).toMatchObject({ ok: true, made: true });
    await inside((db) => db.agendaItem.updateMany({ where: { id: itemId }, data: { decision: "Anbefales varmt." } }));
    expect(await pass(board)).toMatchObject({ ok: true, made: false });
    const became = passed.ok ? passed.caseId : "";
    expect(await inside((db) => db.case.findFirst({ where: { id: became } }))).toMatchObject({
      bodyId: board,
      proposal: "Anbefales varmt.",
      presentation: "Til behandling.",
      proposer: "Rådmannsgruppen",
    });
    const story = await inside((db) => storyOf(db, became, { closed: true }));
    expect(story.map((step) => [step.body.name, step.treatments.map((one) => one.number)])).toEqual([
      ["Rådmannsgruppen", ["01/2038"]],
      ["Styringsgruppen", []],
    ]);
  });

  it("that is closed says no more than its number and the law to those who may not see it", async () => {
    const { council, meeting, queue, takeUp, agenda, inside } = region;
    expect(
      await inside((db) => queueCase(db, { bodyId: council, title: "Hemmelig", closed: true, legalBasis: " " })),
    ).toEqual({ ok: false, reason: "no-basis" });
    const id = await meeting(council, "2039-06-01");
    const caseId = await queue(council, "Hemmelig", {
      closed: true,
      legalBasis: "offl. § 13",
      presentation: "Hemmelig",
      proposal: "Hemmelig",
      proposer: "Hemmelig",
    });
    await inside((db) => addPart(db, { caseId, lettered: true, title: "Hemmelig del" }));
    await takeUp(id, caseId);
    await set(id);
    const seen = await agenda(id, false);
    expect(seen.items).toMatchObject([{ written: "01/2039", hidden: true, legalBasis: "offl. § 13", parts: [] }]);
    expect(JSON.stringify(seen)).not.toContain("Hemmelig");
    expect(JSON.stringify(await inside((db) => storyOf(db, caseId, { closed: false })))).not.toContain("Hemmelig");
  });
});
