import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { addPasted, keepItem, moveItem, removeItem } from "~/features/events/change-programme.server";
import { programmeOf } from "~/features/events/programme.view.server";
import { programmeItemSchema } from "~/features/events/programme-form.schema";
import { recordAnswer } from "~/features/events/record-answer.server";
import { tellProgramme } from "~/features/events/tell-programme.server";
import { makeLiveRegion, minute, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

/** An event of one day in a region, and what an editor does to its programme. */
async function withEvent(fields: Parameters<typeof startEvent>[2] = {}, places = ["Voss"]) {
  const region = await makeLiveRegion(database.url().adminUrl, places);
  const event = await startEvent(region, now, { start: "09:00", end: "14:30", ...fields });
  const { inside } = region;
  const version = async () => (await event.row()).version;
  const items = async () => {
    const programme = await inside((db) => programmeOf(db, event.id));
    return (programme?.items ?? []).map((item) => [item.at?.time ?? null, item.title]);
  };
  const idOf = async (title: string) =>
    (await inside((db) => db.programmeItem.findFirstOrThrow({ where: { title, eventId: event.id } }))).id;
  const keep = async (item: object, itemId: string | null = null, at?: number) => {
    const form = programmeItemSchema().parse({ version: at ?? (await version()), ...item });
    return inside((db) => keepItem(db, { eventId: event.id, itemId, form, now }));
  };
  return { region, event, inside, items, idOf, keep, version };
}

describe("the programme of an event", () => {
  it("puts each item where its time belongs, and those without a time last", async () => {
    const { keep, items } = await withEvent();
    await keep({ title: "Lunsj", time: "11:30" });
    await keep({ title: "Velkomen", time: "09:00", speaker: "Statsforvaltaren" });
    await keep({ title: "Utdeling" });
    await keep({ title: "Gode døme", time: "09:45" });
    expect(await items()).toEqual([
      ["09:00", "Velkomen"],
      ["09:45", "Gode døme"],
      ["11:30", "Lunsj"],
      [null, "Utdeling"],
    ]);
  });

  it("moves with the event, also over a shift of the clock, and ends where the event does", async () => {
    const { keep, items, event, inside } = await withEvent({ date: "2027-10-29" });
    await keep({ title: "Velkomen", time: "09:00" });
    await keep({ title: "Lunsj", time: "11:30" });
    await event.change({ date: "2027-11-02", start: "10:00", end: "15:30" });
    expect(await items()).toEqual([
      ["10:00", "Velkomen"],
      ["12:30", "Lunsj"],
    ]);
    const programme = await inside((db) => programmeOf(db, event.id));
    expect(programme?.end).toEqual({ date: "2027-11-02", time: "15:30" });
  });

  it("goes over several days", async () => {
    const { keep, inside, event } = await withEvent({ endDate: "2027-05-27", end: "12:00" });
    await keep({ title: "Dag ein", date: "2027-05-26", time: "13:00" });
    await keep({ title: "Dag to", date: "2027-05-27", time: "08:30" });
    const programme = await inside((db) => programmeOf(db, event.id));
    expect(programme?.days).toEqual(["2027-05-26", "2027-05-27"]);
    expect(programme?.items.map(({ at, warning }) => [at?.date, at?.time, warning])).toEqual([
      ["2027-05-26", "13:00", null],
      ["2027-05-27", "08:30", null],
    ]);
  });

  it("warns of an item after the end, and refuses one before the start", async () => {
    const { keep, inside, event } = await withEvent();
    expect(await keep({ title: "Kaffi", time: "08:30" })).toEqual({ ok: false, reason: "before-start" });
    expect(await keep({ title: "Middag", time: "18:00" })).toEqual({ ok: true });
    const programme = await inside((db) => programmeOf(db, event.id));
    expect(programme?.items).toMatchObject([{ title: "Middag", warning: "after-end" }]);
  });

  it("changes, moves and removes an item, and keeps the papers of one that is removed", async () => {
    const { keep, items, idOf, inside, event } = await withEvent();
    await keep({ title: "Ein", time: "09:00" });
    await keep({ title: "To", time: "10:00" });
    const [one, two] = [await idOf("Ein"), await idOf("To")];
    expect(await keep({ title: "Ein, endra", time: "10:30" }, one)).toEqual({ ok: true });
    expect(await items()).toEqual([
      ["10:00", "To"],
      ["10:30", "Ein, endra"],
    ]);
    expect(await inside((db) => moveItem(db, { eventId: event.id, itemId: two, by: 1, now }))).toEqual({ ok: true });
    expect(await inside((db) => moveItem(db, { eventId: event.id, itemId: two, by: 1, now }))).toEqual({ ok: true });
    expect(await items()).toEqual([
      ["10:30", "Ein, endra"],
      ["10:00", "To"],
    ]);
    await inside((db) =>
      db.paper.create({
        data: { eventId: event.id, itemId: one, position: 0, name: "Ark", link: "https://a.example" },
      }),
    );
    expect(await inside((db) => removeItem(db, { eventId: event.id, itemId: one, now }))).toEqual({ ok: true });
    expect(await inside((db) => db.paper.findMany({ select: { itemId: true } }))).toEqual([{ itemId: null }]);
    expect(await inside((db) => removeItem(db, { eventId: event.id, itemId: one, now }))).toMatchObject({ ok: false });
  });

  it("does not overwrite what somebody else has changed meanwhile, nor another event's item", async () => {
    const { keep, idOf, version, event, region } = await withEvent();
    await keep({ title: "Ein" });
    const id = await idOf("Ein");
    const old = await version();
    await keep({ title: "Først" }, id);
    expect(await keep({ title: "Sist" }, id, old)).toEqual({ ok: false, reason: "changed-meanwhile" });
    const other = await startEvent(region, now);
    const moved = await region.inside((db) => moveItem(db, { eventId: other.id, itemId: id, by: 1, now }));
    expect(moved).toEqual({ ok: false, reason: "item-gone" });
    expect(event.id).not.toBe(other.id);
  });

  it("is added whole by pasting, and no longer than a programme may be", async () => {
    const { inside, event, items } = await withEvent();
    const paste = (text: string) => inside((db) => addPasted(db, { eventId: event.id, text, now }));
    expect(await paste("09.00 Velkomen – Statsforvaltaren\n11.30 Lunsj")).toEqual({ ok: true, added: 2 });
    expect(await items()).toHaveLength(2);
    expect(await paste(" \n--\n")).toEqual({ ok: false, reason: "nothing" });
    expect(await paste("Punkt\n".repeat(99))).toEqual({ ok: false, reason: "too-many" });
    expect(await items()).toHaveLength(2);
  });

  it("is not changed on a cancelled event", async () => {
    const { event, keep, inside } = await withEvent();
    await inside((db) => db.event.updateMany({ where: { id: event.id }, data: { state: "cancelled" } }));
    expect(await keep({ title: "Ein" })).toEqual({ ok: false, reason: "cancelled" });
  });
});

describe("telling the invited of the programme", () => {
  it("is one mail in ten minutes with what else has changed; the answer stands and SEQUENCE rises once", async () => {
    const { event, region, keep, inside } = await withEvent({}, ["Voss", "Bergen"]);
    await event.invite();
    expect(await post.read(now)).toHaveLength(2);
    const { id } = await region.invitationOf("Voss");
    await inside((db) => recordAnswer(db, { invitationId: id, answer: "accepted", answeredBy: "link", now }));
    const no = await region.invitationOf("Bergen");
    await inside((db) => recordAnswer(db, { invitationId: no.id, answer: "declined", answeredBy: "link", now }));
    await post.read(now);
    await keep({ title: "Velkomen", time: "09:00" });
    expect(await post.read(later(20 * minute))).toEqual([]);
    const tell = (at: Date) => inside((db) => tellProgramme(db, { eventId: event.id, now: at }));
    expect(await tell(now)).toEqual({ ok: true, told: 1 });
    expect(await event.change({ description: "Ny omtale" }, later(minute))).toEqual({ ok: true, told: 1 });
    expect(await post.read(later(10 * minute))).toEqual([]);
    const mails = await post.read(later(11 * minute));
    expect(mails).toMatchObject([{ method: "REQUEST", sequence: 1, answer: "ACCEPTED" }]);
    expect(mails[0]?.text).toContain("program");
    expect(await post.read(later(60 * minute))).toEqual([]);
  });

  it("is refused before anybody is invited", async () => {
    const { event, inside } = await withEvent();
    const told = await inside((db) => tellProgramme(db, { eventId: event.id, now }));
    expect(told).toEqual({ ok: false, reason: "not-published" });
  });
});
