import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { makeEvent } from "~/features/events/create-event.server";
import { eventFormSchema } from "~/features/events/event-form.schema";
import { editEventView, newEventView } from "~/features/events/event-form.view.server";
import { eventsView } from "~/features/events/events.view.server";
import { eventForm, hour, makeLiveRegion, startEvent } from "./thread";

const database = useDatabase();
const now = new Date("2027-03-01T08:00:00Z");

async function inRegion() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
  const make = (fields: Parameters<typeof eventForm>[0], planRowId: string | null = null) =>
    region.inside((db) =>
      makeEvent(db, {
        form: eventForm(fields),
        planRowId,
        responsibleId: region.coordinatorId,
        zone: "Europe/Oslo",
        now,
      }),
    );
  return { ...region, make };
}

describe("making an event", () => {
  it("makes a draft at the instants the clock on the wall says, before and after the shift", async () => {
    const { make, inside } = await inRegion();
    expect(await make({ date: "2027-03-26" })).toMatchObject({ ok: true });
    expect(await make({ date: "2027-03-29" })).toMatchObject({ ok: true });
    const events = await inside((db) => db.event.findMany({ orderBy: { startsAt: "asc" } }));
    expect(events.map(({ startsAt, state }) => [startsAt.toISOString(), state])).toEqual([
      ["2027-03-26T08:00:00.000Z", "draft"],
      ["2027-03-29T07:00:00.000Z", "draft"],
    ]);
    expect(await inside((db) => db.delivery.count())).toBe(0);
    const log = await inside((db) => db.auditEvent.findMany({ where: { subjectKind: "event" } }));
    expect(log.map(({ action }) => action)).toEqual(["created", "created"]);
  });

  it.each([
    ["in the past", { date: "2027-02-28" }, "date", "in-the-past"],
    ["that ends before it starts", { start: "11:00", end: "09:00" }, "end", "ends-before-start"],
    ["that ends when it starts", { end: "09:00" }, "end", "ends-before-start"],
    ["that starts when the clock skips", { date: "2027-03-28", start: "02:30" }, "start", "no-such-time"],
    ["that ends when it skips", { date: "2027-03-28", start: "01:30", end: "02:30" }, "end", "no-such-time"],
  ])("refuses one %s, at the field", async (_, fields, field, reason) => {
    const { make, inside } = await inRegion();
    expect(await make(fields)).toEqual({ ok: false, field, reason });
    expect(await inside((db) => db.event.count())).toBe(0);
  });

  it("refuses a day to answer by after the event, and a link that is no address of a page", () => {
    const paths = (fields: object) =>
      eventFormSchema()
        .safeParse({ ...eventForm(), ...fields })
        .error?.issues.map(({ path }) => path.join("."));
    expect(paths({ replyBy: "2027-05-27" })).toEqual(["replyBy"]);
    expect(paths({ replyBy: "2027-05-26" })).toBeUndefined();
    expect(paths({ link: "javascript:alert(1)" })).toEqual(["link"]);
    expect(paths({ title: " " })).toEqual(["title"]);
    expect(paths({ title: "x".repeat(201), description: "x".repeat(5001) })).toEqual(["title", "description"]);
  });

  it("starts from a plan row: its words, its first date to come, and belongs to it", async () => {
    const { make, inside } = await inRegion();
    const row = await inside(async (db) => {
      const plan = await db.communicationsPlan.create({
        data: { from: new Date("2027-01-01"), to: new Date("2027-12-31") } as never,
      });
      return db.planRow.create({
        data: { planId: plan.id, position: 1, channel: "Dialogmøte", goal: "Samarbeid", timing: "26. mai" } as never,
      });
    });
    const view = await inside((db) => newEventView(db, row.id, "2027-03-01"));
    expect(view).toMatchObject({
      row: { id: row.id },
      values: { title: "Dialogmøte", description: "Samarbeid", date: "2027-05-26" },
    });
    const made = await make({}, row.id);
    const event = await inside((db) => db.event.findFirstOrThrow());
    expect([made.ok && made.id, event.planRowId]).toEqual([event.id, row.id]);
    const other = await inRegion();
    await other.make({}, row.id);
    expect((await other.inside((db) => db.event.findFirstOrThrow())).planRowId).toBeNull();
    expect(await other.inside((db) => newEventView(db, row.id, "2027-03-01"))).toEqual({ row: null, values: {} });
  });

  it("shows the form what was saved, in the event's own zone", async () => {
    const region = await inRegion();
    const event = await startEvent(region, now, { replyBy: "2027-05-10" });
    const view = await region.inside((db) => editEventView(db, event.id));
    expect(view?.values).toMatchObject({ date: "2027-05-26", start: "09:00", end: "11:00", replyBy: "2027-05-10" });
    expect(await region.inside((db) => editEventView(db, "no-id"))).toBeNull();
  });
});

describe("the list of events", () => {
  it("goes on after fifty without losing or repeating one, coming and past", async () => {
    const { inside } = await inRegion();
    await inside((db) =>
      db.event.createMany({
        data: Array.from({ length: 120 }, (_, n) => {
          const startsAt = new Date(now.getTime() + (n < 60 ? 1 : -1) * 24 * hour);
          const endsAt = new Date(startsAt.getTime() + (n % 7 === 0 ? 3 : 1) * hour);
          return { title: `Nr. ${n}`, startsAt, endsAt, zone: "Europe/Oslo" };
        }),
      }),
    );
    for (const past of [false, true]) {
      const first = await inside((db) => eventsView(db, { past, after: null, now }));
      const rest = await inside((db) => eventsView(db, { past, after: first.next, now }));
      expect([first.events.length, rest.events.length, rest.next]).toEqual([50, 10, null]);
      expect(new Set([...first.events, ...rest.events].map(({ id }) => id)).size).toBe(60);
    }
  });
});
