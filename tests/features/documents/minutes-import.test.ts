import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { answerMinutesImport } from "~/features/documents/answer-minutes-import.server";
import { earlierMinutes, minutesImport } from "~/features/documents/minutes-import.view.server";
import { stageMinutes } from "~/features/documents/minutes-imports.db.server";
import { receiveMinutes } from "~/features/documents/receive-minutes.server";
import "~/i18n/locale.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { inRequest } from "~/platform/request-context.server";

const database = useDatabase();
const now = new Date("2026-05-26T08:00:00Z");
const seed = (name: string) => readFileSync(`prisma/seed/vestregionen-minutes-2017-${name}.txt`, "utf8");

function formOf(values: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

async function setUp({ body = "Rådmannsgruppen" } = {}) {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const bodyId = await inside(async (db) => {
    const { id } = await db.governingBody.create({ data: { position: 1, name: body } });
    await db.governingBody.create({ data: { position: 2, name: "Styringsgruppen" } });
    return id;
  });
  const stage = (text: string) => inside((db) => stageMinutes(db, { fileName: "referat.txt", text }));
  const answer = (id: string, values: Record<string, string>) =>
    inside((db) => answerMinutesImport(db, id, formOf(values), now));
  return { bodyId, inside, stage, answer };
}

describe("minutes on their way in", () => {
  it("are shown as read, with what asks, and saved with what a person says of it", async () => {
    const { bodyId, inside, stage, answer } = await setUp();
    const id = await stage(seed("06-01"));
    const found = await inside((db) => minutesImport(db, id));
    expect(found?.open).toMatchObject({ bodyId, taking: { kind: "new" }, content: { day: "2017-06-01" } });
    expect(found?.open?.doubts.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["wrong-year", "proposal-only"]),
    );
    const saved = await answer(id, {
      intent: "save",
      "year.18/2017": "keep",
      "decided.15/2017": "changed",
      "pass.14/2017": "",
      "place.0": "Drammen",
    });
    expect(saved).toMatchObject({ ok: true, done: "saved", result: { bodyId, cases: 9, approved: 0 } });
    await inside(async (db) => {
      const items = await db.agendaItem.findMany({ where: { number: { not: null } }, orderBy: { position: "asc" } });
      const of = (number: number) => items.find((item) => item.number === number);
      expect([of(18)?.year, of(18)?.typedNumber, of(19)?.year, of(19)?.typedNumber]).toEqual([
        2016,
        "",
        2017,
        "19/2016",
      ]);
      expect(of(15)?.outcome).toBe("changed");
      expect(of(15)?.decision).toContain("følgende endringer");
      expect(of(14)?.passOnToId).toBeNull();
      const kept = await db.import.findFirstOrThrow({ where: { id } });
      expect([kept.state, kept.text]).toEqual(["saved", ""]);
    });
    expect(await answer(id, { intent: "save" })).toEqual({ ok: false, reason: "closed" });
  });

  it("of a meeting that is kept already are not saved over it", async () => {
    const { inside, stage, answer } = await setUp();
    await answer(await stage(seed("02-23")), { intent: "save", approved: "true" });
    const again = await stage(seed("02-23"));
    expect((await inside((db) => minutesImport(db, again)))?.open?.taking.kind).toBe("exists");
    expect(await answer(again, { intent: "save" })).toEqual({ ok: false, reason: "exists" });
    const kept = await inside((db) => db.minutes.findMany());
    expect(kept.map(({ state }) => state)).toEqual(["approved"]);
    expect(await inside((db) => earlierMinutes(db))).toMatchObject([{ state: "staged" }, { state: "saved" }]);
  });

  it("ask for the body and the day they do not say, and forget what is discarded", async () => {
    const { bodyId, inside, stage, answer } = await setUp({ body: "Kommunaldirektørutvalget" });
    const id = await stage("Saker\n\nSak 1/2026 En\n\nVedtak:\nGodkjent.");
    expect(await answer(id, { intent: "save" })).toEqual({ ok: false, reason: "no-body" });
    expect(await answer(id, { intent: "save", body: bodyId })).toEqual({ ok: false, reason: "no-day" });
    expect(await answer(id, { intent: "save", body: bodyId, day: "2026-13-40" })).toEqual({
      ok: false,
      reason: "no-day",
    });
    expect(await answer(id, { intent: "discard" })).toEqual({ ok: true, done: "discarded" });
    const kept = await inside((db) => db.import.findFirstOrThrow({ where: { id } }));
    expect([kept.state, kept.text]).toEqual(["discarded", ""]);
  });
});

describe("minutes in a region that is new", () => {
  it("make their body, and know the places of the register that are no more", async () => {
    const { inside, stage, answer } = await setUp({ body: "Kommunaldirektørutvalget" });
    const id = await stage(seed("02-23"));
    const people = (await inside((db) => minutesImport(db, id)))?.open;
    expect(people?.content.present.map(({ represents }) => represents)).toContain("Nedre Eiker");
    expect(people?.doubts.filter(({ code }) => code === "attendee")).toEqual([]);
    expect(await answer(id, { intent: "save", body: "new" })).toMatchObject({ ok: true, done: "saved" });
    const bodies = await inside((db) => db.governingBody.findMany({ select: { name: true, kind: true } }));
    expect(bodies).toContainEqual({ name: "Rådmannsgruppen", kind: "council" });
  });
});

describe("a file that is sent in as minutes", () => {
  const receive = (values: Record<string, string | File>) => inRequest("nb", () => receiveMinutes(formOf(values)));
  const file = (bytes: Uint8Array | string, name: string) => new File([bytes as BlobPart], name);
  const message = async (values: Record<string, string | File>) => {
    const received = await receive(values);
    return received.ok ? "taken" : received.problems[0]?.message;
  };

  it("is taken as text", async () => {
    expect(await receive({ file: file(seed("02-23"), "Møte/referat.txt") })).toMatchObject({
      ok: true,
      fileName: "referat.txt",
    });
  });

  it("is refused with a sentence when it is missing, doubled, empty, of old Word, no Word, or has no case", async () => {
    expect(await message({})).toMatch(/Velg en fil/);
    expect(await message({ text: "Sak 1/2026 En", file: file("x", "a.txt") })).toMatch(/ikke begge/);
    expect(await message({ file: file(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), "a.doc") })).toMatch(/\.docx/);
    expect(await message({ file: file(zipSync({ "x.txt": new Uint8Array(3) }), "a.docx") })).toMatch(
      /ikke et Word-dokument/,
    );
    const burst = zipSync({ "word/document.xml": new Uint8Array(30 * 1024 * 1024) });
    expect(await message({ file: file(burst, "a.docx") })).toMatch(/for stor/);
    expect(await message({ text: "Et brev uten saker." })).toMatch(/Ingen saker/);
  });
});
