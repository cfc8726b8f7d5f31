import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { answerInviteForm } from "~/features/events/answer-invite-form.server";
import { audienceDrift } from "~/features/events/audience-drift.view.server";
import { addReminder, dropReminder } from "~/features/events/change-reminders.server";
import { readEvent } from "~/features/events/event.view.server";
import { inviteView } from "~/features/events/invite.view.server";
import { takeBackPlanned } from "~/features/events/planned-invitations.server";
import { dayMinutes } from "~/features/events/reminder-times";
import { remindersView } from "~/features/events/reminders.view.server";
import { resendInvitation } from "~/features/events/resend-invitation.server";
import { assignContactPerson } from "~/features/municipalities/assign-contact-person.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { asAdmin, eventPage, hour, type LiveRegion, makeLiveRegion, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
/** A Thursday, at ten in the morning. */
const now = new Date("2027-04-01T08:00:00Z");

async function draft(names = ["Voss", "Ulvik"], fields: Parameters<typeof startEvent>[2] = {}) {
  const region = await makeLiveRegion(database.url().adminUrl, names);
  return { region, event: await startEvent(region, now, fields) };
}

const send = (region: LiveRegion, eventId: string, fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return region.inside((db) => answerInviteForm(db, { form, eventId, audienceId: null, now }));
};

describe("the form that invites", () => {
  it("sends now, in office hours or not", async () => {
    const { region, event } = await draft();
    expect(await send(region, event.id, { when: "now" })).toMatchObject({ ok: true });
    expect(await post.read(now)).toHaveLength(2);
  });

  it("plans for a time in office hours, and says when", async () => {
    const { region, event } = await draft();
    const answer = await send(region, event.id, { when: "planned", date: "2027-04-07", time: "09:00" });
    expect(answer).toMatchObject({ ok: true, done: expect.stringContaining("7. april 2027, kl. 09.00") });
    expect(await post.read(now)).toEqual([]);
    const view = await region.inside((db) => eventPage(db, event.id, now));
    expect(view?.planned).toEqual({ count: 2, at: "2027-04-07T07:00:00.000Z" });
    expect(await post.read(new Date("2027-04-07T07:00:00Z"))).toHaveLength(2);
  });

  it("refuses a closed time in words with the nearest one, and one button takes that instead", async () => {
    const { region, event } = await draft();
    const fields = { when: "planned", date: "2027-04-03", time: "09:00" };
    const refused = await send(region, event.id, fields);
    expect(refused).toMatchObject({
      ok: false,
      reason: "time",
      values: fields,
      errors: { time: expect.stringContaining("5. april 2027, kl. 08.00") },
      nearest: { value: "2027-04-05T08:00" },
    });
    expect((await event.row()).state).toBe("draft");
    expect(await send(region, event.id, { ...fields, nearest: "2027-04-05T08:00" })).toMatchObject({ ok: true });
    expect(await post.read(new Date("2027-04-05T06:00:00Z"))).toHaveLength(2);
  });

  it.each([
    ["in the past", "2027-03-31", "09:00", "date"],
    ["after the start", "2027-05-26", "10:00", "date"],
    ["without a date", "", "09:00", "date"],
    ["without a time", "2027-04-07", "", "time"],
    ["that is none", "2027-04-07", "25:99", "time"],
  ])("refuses a time %s at its field, and invites nobody", async (_, date, time, field) => {
    const { region, event } = await draft(["Voss"]);
    const refused = await send(region, event.id, { when: "planned", date, time });
    expect(refused).toMatchObject({ ok: false, reason: "time", errors: { [field]: expect.any(String) } });
    expect(await region.inside((db) => db.invitation.count())).toBe(0);
  });
});

describe("the preview", () => {
  it("is the very mail that is sent: subject, text and HTML, and the calendar entry", async () => {
    const { region, event } = await draft(["Voss", "Ulvik"], { description: "Æ, ø og å; 😀", replyBy: "2027-05-19" });
    const first = await region.inside((db) => inviteView(db, event.id, now));
    const voss = first?.recipients.find(({ municipalityName }) => municipalityName === "Voss");
    const view = await region.inside((db) => inviteView(db, event.id, now, null, voss?.key));
    await event.invite();
    const mail = (await post.read(now)).find(({ to }) => to === demoAddress("Voss"));
    const withoutLink = (text: string) =>
      text
        .replaceAll(mail?.link ?? "", "…")
        .replaceAll("\r\n", "\n")
        .trim();
    expect(view?.preview?.subject).toBe(mail?.subject);
    expect(view?.preview?.text.trim()).toBe(withoutLink(mail?.text ?? ""));
    expect(view?.preview?.html.trim()).toBe(withoutLink(mail?.html ?? ""));
    expect(view?.preview?.calendar?.source).toBe(mail?.ics);
    expect(view?.preview?.calendar?.attendee.address).toBe(demoAddress("Voss"));
  });
});

describe("the audience of an event", () => {
  it("is offered who is new in it and told who has left it, and nobody is invited by itself", async () => {
    const { region, event } = await draft(["Voss", "Ulvik", "Eidfjord"]);
    await asAdmin(
      database.url().adminUrl,
      `UPDATE role SET valid_to = '2027-03-01' WHERE region_id = $1
         AND person_id = (SELECT id FROM person WHERE region_id = $1 AND email = $2)`,
      [region.id, demoAddress("Ulvik")],
    );
    await event.invite();
    await post.read(now);
    const drift = (at: Date) =>
      region.inside(async (db) => {
        const read = await readEvent(db, event.id);
        return read && audienceDrift(db, read, at);
      });
    expect(await drift(now)).toBeNull();
    await region.inside(async (db) => {
      const { municipalityId } = await db.regionMunicipality.findFirstOrThrow({
        where: { municipality: { name: "Ulvik" } },
      });
      const today = new Date("2027-04-01");
      await assignContactPerson(db, {
        municipalityId,
        name: "Ny i Ulvik",
        email: "ny@ulvik.example",
        today,
        replaces: null,
      });
    });
    await asAdmin(
      database.url().adminUrl,
      `UPDATE role SET valid_to = '2027-04-01' WHERE region_id = $1
         AND person_id = (SELECT id FROM person WHERE region_id = $1 AND email = $2)`,
      [region.id, demoAddress("Voss")],
    );
    const later = new Date(now.getTime() + 48 * hour);
    const found = await drift(later);
    expect([found?.added, found?.chosen]).toEqual([["Ulvik"], ""]);
    expect(found?.left.map(({ name }) => name)).toEqual(["Voss: Kontaktperson, Voss"]);
    expect(await region.inside((db) => db.invitation.count())).toBe(2);
    expect(await post.read(later)).toEqual([]);
  });

  it("is remembered, and the invite page begins with it", async () => {
    const { region, event } = await draft(["Voss"]);
    await event.invite();
    expect(await event.row()).toMatchObject({ audienceKind: "contact_persons", audienceId: null });
    const view = await region.inside((db) => inviteView(db, event.id, now));
    expect([view?.chosen, view?.already]).toEqual(["", 1]);
  });
});

describe("sending one invitation again", () => {
  it("keeps UID and SEQUENCE, with a new link", async () => {
    const { region, event } = await draft(["Voss"]);
    await event.invite();
    const [first] = await post.read(now);
    const { id } = await region.invitationOf("Voss");
    expect(await region.inside((db) => resendInvitation(db, { invitationId: id, now }))).toBe(true);
    const [again] = await post.read(now);
    expect([again?.uid, again?.sequence, again?.method]).toEqual([first?.uid, first?.sequence, "REQUEST"]);
    expect(again?.link).not.toBe(first?.link);
  });
});

describe("the reminders of an event", () => {
  it("are two from the first invitation on, and say when each goes and to how many", async () => {
    const { region, event } = await draft(["Voss", "Ulvik"], { replyBy: "2027-05-19" });
    const view = (at = now) => region.inside((db) => remindersView(db, event.id, at));
    expect((await view())?.reminders).toEqual([]);
    await event.invite();
    await post.read(now);
    const shown = async (at = now) =>
      (await view(at))?.reminders.map(({ kind, at, state, count }) => [kind, at, state, count]);
    expect(await shown()).toEqual([
      ["unanswered", "2027-05-13T06:00:00.000Z", "planned", 2],
      ["coming", "2027-05-25T07:00:00.000Z", "planned", 0],
    ]);
    await event.changeNow({ date: "2027-05-31" });
    expect((await shown())?.[1]).toEqual(["coming", "2027-05-28T07:00:00.000Z", "planned", 0]);
    expect((await shown(new Date("2027-05-15T08:00:00Z")))?.[0]?.[2]).toBe("missed");
  });

  it("can be added and taken away, each once, and only those there are to choose among", async () => {
    const { region, event } = await draft(["Voss"]);
    const add = (minutes: number) =>
      region.inside((db) => addReminder(db, { eventId: event.id, reminder: { kind: "coming", minutes }, now }));
    expect(await add(2 * dayMinutes)).toEqual({ ok: true });
    expect(await add(2 * dayMinutes)).toEqual({ ok: false, reason: "already" });
    expect(await add(17)).toEqual({ ok: false, reason: "unknown" });
    expect(await add(Number.NaN)).toEqual({ ok: false, reason: "unknown" });
    const [reminder] = await region.inside((db) => db.eventReminder.findMany());
    const drop = () =>
      region.inside((db) => dropReminder(db, { eventId: event.id, reminderId: reminder?.id ?? "", now }));
    expect(await drop()).toEqual({ ok: true });
    expect(await drop()).toEqual({ ok: false, reason: "gone" });
  });

  it("come back with a new invitation after all was taken back", async () => {
    const { region, event } = await draft(["Voss"]);
    await send(region, event.id, { when: "planned", date: "2027-04-07", time: "09:00" });
    await region.inside((db) => takeBackPlanned(db, { eventId: event.id, now }));
    await event.invite();
    expect(await region.inside((db) => db.eventReminder.count())).toBe(2);
  });
});
