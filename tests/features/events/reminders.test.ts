import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { wakeEvents } from "~/features/automation/wake-events.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { remindChosen } from "~/features/events/send-reminders.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { asAdmin, hour, type LiveRegion, makeLiveRegion, minute, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const at = (text: string) => new Date(text);
const day = 24 * hour;
/** Three working days before the day to answer by, 19 May: over Whit Monday, which is a holiday as 17 May is. */
const unanswered = at("2027-05-13T06:00:00Z");
/** One working day before the start, 26 May at nine. */
const coming = at("2027-05-25T07:00:00Z");

async function invited(names = ["Voss", "Ulvik", "Eidfjord"], fields: Parameters<typeof startEvent>[2] = {}) {
  const region = await makeLiveRegion(database.url().adminUrl, names);
  const event = await startEvent(region, now, { replyBy: "2027-05-19", ...fields });
  await event.invite();
  await post.read(now);
  return { region, event };
}

const answer = async (region: LiveRegion, name: string, value: "accepted" | "declined" | "tentative", when = now) => {
  const { id } = await region.invitationOf(name);
  await region.inside((db) => recordAnswer(db, { invitationId: id, answer: value, answeredBy: "link", now: when }));
};

/** What arrives when the worker looks at a moment. */
async function wake(when: Date) {
  await wakeEvents(when);
  const mails = await post.read(when);
  return mails.map(({ to }) => to);
}
const addresses = (...names: string[]) => names.map(demoAddress).sort();

describe("a reminder by itself", () => {
  it("goes to those who have not answered, three working days before the day to answer by, and once", async () => {
    const { region } = await invited();
    await answer(region, "Voss", "accepted");
    expect(await wake(new Date(unanswered.getTime() - 1000))).toEqual([]);
    expect(await wake(unanswered)).toEqual(addresses("Eidfjord", "Ulvik"));
    expect(await wake(new Date(unanswered.getTime() + minute))).toEqual([]);
    await asAdmin(database.url().adminUrl, "UPDATE event SET wake_at = 'epoch'");
    expect(await wake(new Date(unanswered.getTime() + hour))).toEqual([]);
  });

  it("says region and matter, asks for the answer, and has no calendar part", async () => {
    await invited(["Voss"]);
    await wakeEvents(unanswered);
    const [mail] = await post.read(unanswered);
    expect(mail?.subject).toBe("Vestland: påminning om å svare – Dialogmøte, on. 26. mai");
    expect(mail?.text).toContain("Svar på invitasjonen");
    expect([mail?.link.length, mail?.ics, mail?.method]).toEqual([32, "", undefined]);
  });

  it("goes to those who come, one working day before the start, with where they join for a yes alone", async () => {
    const { region, event } = await invited();
    await answer(region, "Voss", "accepted");
    await answer(region, "Ulvik", "tentative");
    await answer(region, "Eidfjord", "declined");
    await region.inside((db) =>
      db.event.updateMany({ where: { id: event.id }, data: { joinLink: "https://teams.example/rom" } }),
    );
    await wakeEvents(coming);
    const mails = await post.read(coming);
    expect(mails.map(({ to }) => to)).toEqual(addresses("Ulvik", "Voss"));
    expect(mails.map(({ text }) => text.includes("https://teams.example/rom"))).toEqual([false, true]);
  });

  it("moves with the event, and reminds again when it has moved", async () => {
    const { region, event } = await invited(["Voss"]);
    await answer(region, "Voss", "accepted");
    expect(await wake(coming)).toEqual(addresses("Voss"));
    expect((await event.changeNow({ date: "2027-06-09" }, coming)).ok).toBe(true);
    await post.read(coming);
    await answer(region, "Voss", "accepted", coming);
    await post.read(coming);
    expect(await wake(at("2027-05-26T07:00:00Z"))).toEqual([]);
    expect(await wake(at("2027-06-08T07:00:00Z"))).toEqual(addresses("Voss"));
  });

  it("leaves out those who want none, whose address is held, whose invitation is new, and who came after", async () => {
    const { region, event } = await invited(["Voss", "Ulvik", "Eidfjord", "Bergen"]);
    const set = (name: string, what: string) =>
      asAdmin(database.url().adminUrl, `UPDATE person SET ${what} WHERE email = $1 AND region_id = $2`, [
        demoAddress(name),
        region.id,
      ]);
    await set("Voss", "opted_out = '{reminders}'");
    await set("Ulvik", "held_since = now(), held_reason = 'by_hand'");
    const { id } = await region.invitationOf("Bergen");
    await region.inside((db) =>
      db.delivery.updateMany({
        where: { invitationId: id },
        data: { sentAt: new Date(unanswered.getTime() - day + minute) },
      }),
    );
    expect(await wake(unanswered)).toEqual(addresses("Eidfjord"));
    expect((await event.row()).wakeAt).toEqual(coming);
  });

  it("does not follow an invitation opt-out: the scopes are apart", async () => {
    const { region } = await invited(["Voss"]);
    await asAdmin(
      database.url().adminUrl,
      "UPDATE person SET opted_out = '{newsletters,invitations}' WHERE region_id = $1",
      [region.id],
    );
    expect(await wake(unanswered)).toEqual(addresses("Voss"));
  });

  it("waits for office hours when the worker was down, and is left out after a day", async () => {
    await invited(["Voss"]);
    expect(await wake(at("2027-05-13T18:00:00Z"))).toEqual([]);
    expect(await wake(at("2027-05-14T06:00:00Z"))).toEqual(addresses("Voss"));
    await invited(["Ulvik"]);
    expect(await wake(new Date(unanswered.getTime() + day + minute))).toEqual([]);
  });

  it("passes the region's own closed days", async () => {
    const { region } = await invited(["Voss"]);
    await region.inside((db) =>
      db.holiday.create({
        data: { kind: "closed", name: "Stengt", from: at("2027-05-13"), to: at("2027-05-13") },
      }),
    );
    expect(await wake(at("2027-05-12T06:00:00Z"))).toEqual(addresses("Voss"));
  });

  it("is not made while the region's mail is on hold", async () => {
    const { region } = await invited(["Voss"]);
    await region.inside((db) => db.region.updateMany({ data: { mailMode: "hold" } }));
    expect(await wake(unanswered)).toEqual([]);
    await region.inside((db) => db.region.updateMany({ data: { mailMode: "live" } }));
    expect(await post.read(at("2027-05-20T08:00:00Z"))).toEqual([]);
  });

  it("asks those again who answered before the event was moved (C10)", async () => {
    const { region, event } = await invited(["Voss", "Ulvik"]);
    await answer(region, "Voss", "accepted");
    await answer(region, "Ulvik", "declined");
    await event.changeNow({ start: "10:00" }, at("2027-04-20T08:00:00Z"));
    await post.read(at("2027-04-20T08:00:00Z"));
    await wakeEvents(unanswered);
    const mails = await post.read(unanswered);
    expect(mails.map(({ to }) => to)).toEqual(addresses("Voss"));
    expect(mails[0]?.text).toContain("Du svara ja før endringa. Svar på nytt.");
  });
});

describe("a reminder somebody sends", () => {
  const evening = at("2027-05-07T18:00:00Z");
  const monday = at("2027-05-10T06:00:00Z");
  const remind = async (region: LiveRegion, eventId: string, names: string[], when: "open" | "now", now = evening) => {
    const ids = await Promise.all(names.map(async (name) => (await region.invitationOf(name)).id));
    return region.inside((db) => remindChosen(db, { eventId, invitationIds: ids, when, now }));
  };

  it("leaves when the region is open next, to the chosen who have not answered by then", async () => {
    const { region, event } = await invited();
    await answer(region, "Eidfjord", "accepted");
    expect(await remind(region, event.id, ["Voss", "Ulvik", "Eidfjord"], "open")).toEqual({
      ok: true,
      reminded: 2,
      at: monday,
    });
    expect(await post.read(evening)).toEqual([]);
    await answer(region, "Voss", "accepted", at("2027-05-08T10:00:00Z"));
    expect((await post.read(monday)).map(({ to }) => to)).toEqual(addresses("Ulvik"));
  });

  it("leaves now when somebody says so, and once when the button is pressed twice", async () => {
    const { region, event } = await invited(["Voss", "Ulvik"]);
    const results = await Promise.all([1, 2].map(() => remind(region, event.id, ["Voss"], "now")));
    expect(results).toContainEqual({ ok: true, reminded: 1, at: evening });
    expect(results).toContainEqual({ ok: false, reason: "nobody" });
    expect((await post.read(evening)).map(({ to }) => to)).toEqual(addresses("Voss"));
  });

  it("tells of the event as it is when it leaves, and not at all when it is cancelled", async () => {
    const { region, event } = await invited(["Voss"]);
    await remind(region, event.id, ["Voss"], "open");
    await event.changeNow({ date: "2027-05-27" }, evening);
    expect((await post.read(evening)).map(({ method }) => method)).toEqual(["REQUEST"]);
    const [mail] = await post.read(monday);
    expect(mail?.subject).toBe("Vestland: påminning om å svare – Dialogmøte, to. 27. mai");
    await remind(region, event.id, ["Voss"], "open", at("2027-05-10T18:00:00Z"));
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now: at("2027-05-10T19:00:00Z") }));
    expect((await post.read(at("2027-05-11T08:00:00Z"))).map(({ method }) => method)).toEqual(["CANCEL"]);
  });

  it("holds no change up while it waits, and a try that failed is tried again though a reminder was made", async () => {
    const { region, event } = await invited(["Voss"]);
    await remind(region, event.id, ["Voss"], "open");
    await event.change({ place: "Granvin" }, evening);
    expect((await post.read(new Date(evening.getTime() + 11 * minute))).map(({ place }) => place)).toEqual(["Granvin"]);
  });

  it("is refused to those on hold, before the invitation has left, and when the region opens after the start", async () => {
    const { region, event } = await invited(["Voss"]);
    await region.inside((db) => db.person.updateMany({ data: { heldSince: now, heldReason: "by_hand" } }));
    expect(await remind(region, event.id, ["Voss"], "now")).toEqual({ ok: false, reason: "nobody" });
    expect(await remind(region, event.id, ["Voss"], "open", at("2027-05-26T05:00:00Z"))).toEqual({
      ok: false,
      reason: "nobody",
    });
    const early = await invited(["Ulvik"], { start: "07:30" });
    expect(await remind(early.region, early.event.id, ["Ulvik"], "open", at("2027-05-26T05:00:00Z"))).toEqual({
      ok: false,
      reason: "closed",
    });
  });
});
