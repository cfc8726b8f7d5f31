import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import type { MinutesContent } from "~/domain/minutes/minutes-content";
import { readMinutes } from "~/domain/minutes/read-minutes";
import { writeMinutesDocx } from "~/features/documents/minutes-docx.server";
import { readDocx } from "~/features/documents/read-docx.server";
import { approveTreated } from "~/features/minutes/approve-minutes.server";
import { editMinutes } from "~/features/minutes/edit-minutes.server";
import { giveRemark } from "~/features/minutes/give-remark.server";
import { minutesContent } from "~/features/minutes/minutes-content.view.server";
import { minutesPage } from "~/features/minutes/minutes-page.view.server";
import { remarkPage, remarksOf } from "~/features/minutes/remarks.view.server";
import { sendForRemarks } from "~/features/minutes/send-for-remarks.server";
import { settleRemark } from "~/features/minutes/settle-remark.server";
import { takeInMinutes } from "~/features/minutes/take-in-minutes.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const now = new Date("2026-05-26T08:00:00Z");
const today = "2026-05-26";
const bodies = ["Rådmannsgruppen", "Styringsgruppen"];
const places = ["Lier", "Drammen"];
const places2017 = [
  ...["Asker", "Bærum", "Drammen", "Hole", "Hurum", "Krødsherad", "Lier", "Modum", "Nedre Eiker", "Ringerike"],
  ...["Røyken", "Sande", "Sigdal", "Svelvik", "Øvre Eiker", "Akershus", "Buskerud"],
];
const text = `Referat fra møte i Rådmannsgruppen 20. mai 2026

Til stede: Rådmann, Lier, Kommunalsjef for Rådmann, Drammen

Sak 01/2026 Referat
Referatet lå ved.

Vedtak:
Referatet godkjennes.

Sak 02/2026 Møteplan
Planen lå ved.

Forslag til vedtak:
Planen godkjennes.

Vedtak:
Planen godkjennes.`;

/** A body with two members, one of them without an address, and a meeting that has ended. */
async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const { content } = readMinutes(text, { places, bodies });
  const { bodyId, minutesId, personId } = await inside(async (db) => {
    const body = await db.governingBody.create({ data: { position: 1, name: "Rådmannsgruppen" } });
    const person = await db.person.create({ data: { name: "Rådmann, Lier", email: "radmann@lier.example" } });
    await db.bodyMember.create({ data: { bodyId: body.id, position: 1, personId: person.id } });
    await db.bodyMember.create({ data: { bodyId: body.id, position: 2, office: "Rådmann, Drammen" } });
    const taken = await takeInMinutes(db, { bodyId: body.id, content, importId: null });
    if (!taken.ok) throw new Error(taken.reason);
    return { bodyId: body.id, minutesId: taken.minutesId, personId: person.id };
  });
  const send = (by = "2026-06-02") => inside((db) => sendForRemarks(db, { minutesId, by, today, now }));
  const token = () =>
    inside(async (db) => (await db.delivery.findFirstOrThrow({ select: { secret: true } })).secret ?? "");
  return { ...{ bodyId, content, inside, minutesId, personId, send, token } };
}

describe("minutes sent for remarks", () => {
  it("go to the members who have an address, with a link of their own that shows the whole and takes remarks", async () => {
    const { inside, minutesId, personId, send, token } = await setUp();
    expect(await send()).toEqual({ ok: true, readers: 1 });
    const secret = await token();
    const page = await inside((db) => remarkPage(db, { token: secret, now }));
    expect(page).toMatchObject({ open: true, remarksBy: "2026-06-02", person: { id: personId }, remarks: [] });
    const itemId = page?.items[1]?.id ?? "";
    const give = (words: string, item = itemId) =>
      inside((db) => giveRemark(db, { token: secret, text: words, itemId: item, now }));
    expect(await give("  ")).toEqual({ ok: false, reason: "empty" });
    expect(await give("x".repeat(5_001))).toEqual({ ok: false, reason: "too-long" });
    expect(await give("Studieturen mangler.")).toEqual({ ok: true });
    expect(await give("Ellers fint.", "et annet møtes sak")).toEqual({ ok: true });
    expect(await inside((db) => remarksOf(db, minutesId))).toMatchObject([
      { text: "Studieturen mangler.", about: "02/2026 Møteplan", state: "open" },
      { text: "Ellers fint.", about: "" },
    ]);
  });

  it("are refused on a day that has been, or with nobody to send to, and change nothing then", async () => {
    const { inside, minutesId, send } = await setUp();
    expect(await send("2026-05-25")).toEqual({ ok: false, reason: "past" });
    expect(await send("i morgen")).toEqual({ ok: false, reason: "bad-day" });
    await inside((db) => db.bodyMember.deleteMany());
    expect(await send()).toEqual({ ok: false, reason: "no-readers" });
    const kept = await inside((db) => db.minutes.findFirstOrThrow({ where: { id: minutesId } }));
    expect([kept.state, await inside((db) => db.delivery.count())]).toEqual(["ended", 0]);
  });

  it("show nothing to a link of another kind or of nobody", async () => {
    const { inside, send, token } = await setUp();
    await send();
    const secret = await token();
    await inside((db) => db.linkToken.updateMany({ data: { purpose: "feedback" } }));
    expect(await inside((db) => remarkPage(db, { token: secret, now }))).toBeNull();
    expect(await inside((db) => giveRemark(db, { token: "x", text: "x", itemId: "", now }))).toMatchObject({
      ok: false,
    });
  });
});

describe("minutes that have ended", () => {
  it("are read by those who write them alone, until they are sent out", async () => {
    const { inside, minutesId, send } = await setUp();
    const seen = (kind: "reader" | "secretariat") =>
      inside((db) =>
        minutesPage(db, { minutesId, roles: [{ kind, actorId: null, municipalityId: null }], personId: null, today }),
      );
    expect(JSON.stringify(await seen("reader"))).not.toContain("Planen");
    expect(await seen("reader")).toMatchObject({ withheld: true, content: { items: [], present: [] } });
    expect((await seen("secretariat"))?.content.items).toHaveLength(2);
    await send();
    expect(await seen("reader")).toMatchObject({ withheld: false, content: { items: [{}, {}] } });
  });

  it("are edited as a whole, and not over what another has changed", async () => {
    const { inside, minutesId } = await setUp();
    const items = await inside((db) => db.agendaItem.findMany({ where: { minutesId }, orderBy: { position: "asc" } }));
    const second = items[1]?.id ?? "";
    const edit = (version: number, decision: string) =>
      inside((db) =>
        editMinutes(db, {
          ...{ minutesId, version },
          texts: {
            secretariat: "Rådgiver",
            introduction: "",
            closing: "",
            items: { [second]: { notes: "", decision } },
          },
        }),
      );
    expect(await edit(0, "Planen godkjennes med endringer.")).toEqual({ ok: true });
    expect(await edit(0, "Noe annet.")).toEqual({ ok: false, reason: "changed" });
    const content = await inside((db) => minutesContent(db, minutesId, { closed: true }));
    expect(content?.secretariat).toBe("Rådgiver");
    expect(content?.items[1]?.decision).toBe("Planen godkjennes med endringer.");
  });

  it("are approved with remarks by a case of the next meeting, frozen from then on, and closed cases stay inside", async () => {
    const { bodyId, content, inside, minutesId } = await setUp();
    await inside((db) =>
      db.case.updateMany({ where: { title: "Møteplan" }, data: { closed: true, legalBasis: "§ 13" } }),
    );
    const next = await inside(async (db) => {
      const about = await db.case.create({
        data: { bodyId, kind: "minutes", position: 1, title: "Referat", aboutMinutesId: minutesId },
      });
      const meeting = await db.minutes.create({ data: { bodyId, day: new Date("2026-08-20"), state: "live" } });
      await db.agendaItem.create({
        data: {
          ...{ minutesId: meeting.id, caseId: about.id, bodyId, position: 1, number: 3, year: 2026 },
          ...{ outcome: "changed", decision: "Godkjennes med merknad til sak 2." },
        },
      });
      return meeting.id;
    });
    expect(await inside((db) => approveTreated(db, next))).toEqual([minutesId]);
    expect(await inside((db) => approveTreated(db, next))).toEqual([]);
    const texts = { secretariat: "", introduction: "", closing: "", items: {} };
    expect(await inside((db) => editMinutes(db, { minutesId, version: 1, texts }))).toEqual({
      ok: false,
      reason: "approved",
    });
    const remark = { minutesId, id: minutesId, taken: true, answer: "" };
    expect(await inside((db) => settleRemark(db, remark))).toEqual({ ok: false, reason: "approved" });
    await inside((db) => db.agendaItem.updateMany({ where: { minutesId }, data: { decision: "Endret bak ryggen" } }));
    const seen = (roles: Parameters<typeof minutesPage>[1]["roles"]) =>
      inside((db) => minutesPage(db, { minutesId, roles, personId: null, today }));
    const secretary = await seen([{ kind: "secretariat", actorId: null, municipalityId: null }]);
    expect(secretary).toMatchObject({
      state: "approved",
      approvedIn: { number: "03/2026", remarks: expect.stringContaining("sak 2") },
    });
    expect(secretary?.content.items[0]).toEqual(content.items[0]);
    const reader = await seen([{ kind: "reader", actorId: null, municipalityId: null }]);
    expect(reader?.content.items[1]).toMatchObject({ closed: "§ 13", title: "", decision: "" });
    expect(JSON.stringify(reader)).not.toContain("Planen");
  });
});

describe("the Word file of minutes", () => {
  it.each(["02-23", "06-01"])("of %s, read back, holds every field that went in", async (name) => {
    const seed = readFileSync(`prisma/seed/vestregionen-minutes-2017-${name}.txt`, "utf8");
    const known = { places: places2017, bodies };
    const { content } = readMinutes(seed, known);
    const bytes = await writeMinutesDocx(content, {
      standard: "nb",
      region: { name: "Vestregionen", accent: "skifer" },
    });
    const read = await readDocx(bytes);
    if (!read.ok) throw new Error(read.reason);
    expect(plain(readMinutes(read.text, known).content)).toEqual(plain(content));
  });
});

/** A list of a text is written as one, whatever sign it had. */
function plain(content: MinutesContent): unknown {
  return JSON.parse(
    JSON.stringify(content)
      .replace(/\\n(?:- |\d+[.)] )/g, "\\n- ")
      .replace(/"(?:- |\d+[.)] )/g, '"- '),
  );
}
