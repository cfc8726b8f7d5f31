import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { cancelRest } from "~/features/events/cancel-series.server";
import { duplicateEvent } from "~/features/events/duplicate-event.server";
import { inviteContactPersons } from "~/features/events/invite.server";
import { makeSeries } from "~/features/events/make-series.server";
import { seriesDaysView } from "~/features/events/series.view.server";
import { makeLiveRegion, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-03-01T08:00:00Z");

async function withEvent(fields: Parameters<typeof startEvent>[2] = {}) {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
  const event = await startEvent(region, now, { date: "2027-03-25", replyBy: "2027-03-20", ...fields });
  const { inside, coordinatorId } = region;
  const make = (dates: string[], eventId = event.id) =>
    inside((db) => makeSeries(db, { eventId, dates, responsibleId: coordinatorId, now }));
  const all = () => inside((db) => db.event.findMany({ orderBy: { startsAt: "asc" } }));
  return { region, event, inside, make, all };
}

describe("an event made once more", () => {
  it("is a draft with the facts, programme, questions, reminders and links, without invitations, answers and files", async () => {
    const { event, inside, region } = await withEvent({ joinLink: "https://teams.example/1", open: "on" });
    await inside(async (db) => {
      const item = await db.programmeItem.create({
        data: { eventId: event.id, position: 0, startsAfter: 30, title: "Velkomen", speaker: "Voss" },
      });
      await db.paper.create({
        data: { eventId: event.id, itemId: item.id, position: 0, name: "Ark", link: "https://a.example" },
      });
      const file = await db.storedFile.create({ data: { name: "a.pdf", type: "application/pdf", size: 1, hash: "0" } });
      await db.paper.create({ data: { eventId: event.id, position: 1, name: "Fil", fileId: file.id } });
      await db.eventReminder.create({ data: { eventId: event.id, kind: "coming", minutes: 60 } });
      await db.eventQuestion.create({
        data: {
          eventId: event.id,
          purpose: "registration",
          position: 0,
          kind: "choice",
          label: "Kva?",
          options: ["A"],
        },
      });
      await db.event.updateMany({
        where: { id: event.id },
        data: { registration: "approval", capacity: 12, registerBy: new Date("2027-03-24T11:00:00Z"), open: true },
      });
    });
    await event.invite();
    const made = await inside((db) =>
      duplicateEvent(db, {
        eventId: event.id,
        title: "Ny",
        date: "2027-04-08",
        responsibleId: region.coordinatorId,
        now,
      }),
    );
    if (!made.ok) throw new Error(made.reason);
    const copy = await inside((db) =>
      db.event.findFirstOrThrow({
        where: { id: made.id },
        include: {
          programme: { include: { papers: true } },
          papers: true,
          reminders: true,
          questions: true,
          invitations: true,
        },
      }),
    );
    expect(copy).toMatchObject({
      title: "Ny",
      state: "draft",
      place: "Voss",
      open: true,
      registration: "approval",
      capacity: 12,
      seriesId: null,
      organizerAddress: null,
      version: 0,
      programme: [{ startsAfter: 30, title: "Velkomen", speaker: "Voss", papers: [{ name: "Ark" }] }],
      reminders: [{ kind: "coming", minutes: 60 }],
      questions: [{ label: "Kva?", options: ["A"] }],
      invitations: [],
    });
    expect(copy.papers.map(({ name }) => name)).toEqual(["Ark"]);
    expect([copy.startsAt, copy.replyBy, copy.registerBy].map((date) => date?.toISOString())).toEqual([
      "2027-04-08T07:00:00.000Z",
      "2027-04-03T00:00:00.000Z",
      "2027-04-07T10:00:00.000Z",
    ]);
  });

  it("is refused on a day that has been", async () => {
    const { event, inside, region } = await withEvent();
    const input = { eventId: event.id, title: "Ny", date: "2027-02-01", responsibleId: region.coordinatorId, now };
    expect(await inside((db) => duplicateEvent(db, input))).toMatchObject({ ok: false, reason: "in-the-past" });
  });
});

describe("a series", () => {
  it("is one event a gathering, each a draft with a UID of its own, at the same time on the wall over the shift", async () => {
    const { make, all, event } = await withEvent();
    expect(await make(["2027-04-01", "2027-10-28", "2027-11-04"])).toEqual({ ok: true, made: 3, already: 0 });
    const events = await all();
    expect(events.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      "2027-03-25T08:00:00.000Z",
      "2027-04-01T07:00:00.000Z",
      "2027-10-28T07:00:00.000Z",
      "2027-11-04T08:00:00.000Z",
    ]);
    expect(new Set(events.map(({ seriesId }) => seriesId))).toEqual(new Set([event.id]));
    expect(events.map(({ state }) => state)).toEqual(["draft", "draft", "draft", "draft"]);
  });

  it("is made once by the same form sent twice, and not at all when one day cannot be", async () => {
    const { make, all } = await withEvent();
    expect(await make(["2027-04-01", "2027-02-01"])).toMatchObject({
      ok: false,
      reason: "in-the-past",
      date: "2027-02-01",
    });
    expect(await all()).toHaveLength(1);
    const both = await Promise.all([make(["2027-04-01"]), make(["2027-04-01"])]);
    expect(both.map((result) => result.ok && result.made).sort()).toEqual([0, 1]);
    expect(await all()).toHaveLength(2);
    expect(await make([])).toEqual({ ok: false, reason: "nothing" });
    expect(
      await make(Array.from({ length: 60 }, (_, at) => `2028-01-${String(at + 1).padStart(2, "0")}`)),
    ).toMatchObject({
      ok: true,
      made: 31,
    });
  });

  it("changes one gathering alone", async () => {
    const { make, all, event } = await withEvent();
    await make(["2027-04-01"]);
    await event.change({ title: "Berre denne", date: "2027-03-26" });
    expect((await all()).map(({ title }) => title)).toEqual(["Berre denne", "Dialogmøte"]);
  });

  it("shows what stands against each day before it is made", async () => {
    const { event, inside, make } = await withEvent();
    await make(["2027-04-08"]);
    const rule = { way: "weeks" as const, every: 1, count: 4 };
    const view = await inside((db) => seriesDaysView(db, event.id, rule, now));
    expect(view?.days.map(({ day, there, against }) => [day, there, against !== null])).toEqual([
      ["2027-04-01", false, false],
      ["2027-04-08", true, false],
      ["2027-04-15", false, false],
      ["2027-04-22", false, false],
    ]);
    const may = await inside((db) => seriesDaysView(db, event.id, { way: "days", written: "17.5.2027" }, now));
    expect(may?.days).toMatchObject([{ day: "2027-05-17", against: expect.any(String) }]);
  });

  it("cancels the rest: this gathering and those after it, telling those whose calendar has one", async () => {
    const { make, all, inside, event } = await withEvent();
    await make(["2027-04-01", "2027-04-08", "2027-04-15"]);
    const [, second, third] = await all();
    await event.invite();
    await inside((db) => inviteContactPersons(db, { eventId: second?.id ?? "", now }));
    await inside((db) => inviteContactPersons(db, { eventId: third?.id ?? "", now }));
    await post.read(now);
    expect(await inside((db) => cancelRest(db, { eventId: second?.id ?? "", now }))).toEqual({
      ok: true,
      cancelled: 3,
      told: 4,
    });
    const mails = await post.read(now);
    expect(mails.map(({ method }) => method)).toEqual(["CANCEL", "CANCEL", "CANCEL", "CANCEL"]);
    expect(new Set(mails.map(({ uid }) => uid)).size).toBe(2);
    expect((await all()).map(({ state }) => state)).toEqual(["published", "cancelled", "cancelled", "cancelled"]);
    expect(await inside((db) => cancelRest(db, { eventId: second?.id ?? "", now }))).toMatchObject({ ok: false });
  });
});
