import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { inviteAudience } from "~/features/events/invite.server";
import { invitationsOfPerson } from "~/features/events/own-invitations.db.server";
import { sendPlannedNow, takeBackPlanned } from "~/features/events/planned-invitations.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { withdrawInvitation } from "~/features/events/withdraw-invitation.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { hour, makeLiveRegion, minute, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const planned = later(48 * hour);

async function plannedEvent(names = ["Voss", "Ulvik"], dueAt = planned) {
  const region = await makeLiveRegion(database.url().adminUrl, names);
  const event = await startEvent(region, now);
  const invite = (at: Date, due: Date | undefined = undefined) =>
    region.inside((db) =>
      inviteAudience(db, { eventId: event.id, audienceId: null, now: at, ...(due && { dueAt: due }) }),
    );
  expect(await invite(now, dueAt)).toEqual({ ok: true, invited: names.length });
  const count = () => region.inside((db) => db.invitation.count({ where: { withdrawnAt: null } }));
  return { region, event, invite, count };
}

describe("an invitation that is planned for later", () => {
  it("leaves then and not before, and is there meanwhile", async () => {
    const { region, count } = await plannedEvent();
    expect(await post.read(later(hour))).toEqual([]);
    expect(await count()).toBe(2);
    expect((await post.read(planned)).map(({ method, sequence }) => [method, sequence])).toEqual([
      ["REQUEST", 0],
      ["REQUEST", 0],
    ]);
    const event = await region.inside((db) => db.event.findFirstOrThrow());
    expect([event.state, event.audienceKind, event.audienceId]).toEqual(["published", "contact_persons", null]);
  });

  it("is not among a person's own before it has left", async () => {
    const { region } = await plannedEvent(["Voss"]);
    const own = (at: Date) =>
      region.inside(async (db) => {
        const person = await db.person.findFirstOrThrow({ where: { email: demoAddress("Voss") } });
        return (await invitationsOfPerson(db, person.id, at)).length;
      });
    expect(await own(now)).toBe(0);
    await post.read(planned);
    expect(await own(planned)).toBe(1);
  });

  it("is refused for a time that has been, or when the event has begun", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const event = await startEvent(region, now);
    for (const dueAt of [later(-minute), new Date("2027-05-26T07:00:00Z")])
      expect(
        await region.inside((db) => inviteAudience(db, { eventId: event.id, audienceId: null, now, dueAt })),
      ).toEqual({ ok: false, reason: "late" });
    expect((await event.row()).state).toBe("draft");
  });

  it("is changed in place: it keeps its time and its SEQUENCE, and is one mail", async () => {
    const { event } = await plannedEvent();
    expect(await event.change({ date: "2027-05-27", title: "Nytt namn" }, later(minute))).toMatchObject({ ok: true });
    expect(await event.changeNow({ place: "Granvin" }, later(2 * minute))).toMatchObject({ ok: true });
    expect(await post.read(later(24 * hour))).toEqual([]);
    const mails = await post.read(planned);
    expect(mails).toHaveLength(2);
    for (const mail of mails)
      expect([mail.subject, mail.sequence, mail.starts, mail.title, mail.place]).toEqual([
        "Vestland: invitasjon – Nytt namn, to. 27. mai",
        0,
        "2027-05-27T09:00:00",
        "Nytt namn",
        "Granvin",
      ]);
  });

  it("goes with the change when the event is moved to before it", async () => {
    const { event } = await plannedEvent(["Voss"]);
    await event.change({ date: "2027-04-02" }, later(minute));
    expect(await post.read(later(2 * minute))).toEqual([]);
    expect(await post.read(later(12 * minute))).toHaveLength(1);
  });

  it("is dropped in silence when the event is cancelled", async () => {
    const { region, event } = await plannedEvent();
    expect(await region.inside((db) => cancelEvent(db, { eventId: event.id, now: later(hour) }))).toEqual({
      ok: true,
      told: 0,
    });
    expect(await post.read(planned)).toEqual([]);
  });

  it("can be sent now instead, once", async () => {
    const { region, event } = await plannedEvent();
    const send = () => region.inside((db) => sendPlannedNow(db, { eventId: event.id, now: later(hour) }));
    expect((await Promise.all([send(), send()])).sort()).toEqual([0, 2]);
    expect(await post.read(later(hour))).toHaveLength(2);
    expect(await post.read(planned)).toEqual([]);
  });

  it("can be taken back: nobody hears of it, the event is a draft again, and all can be invited anew", async () => {
    const { region, event, invite, count } = await plannedEvent();
    const takeBack = () => region.inside((db) => takeBackPlanned(db, { eventId: event.id, now: later(hour) }));
    expect((await Promise.all([takeBack(), takeBack()])).sort()).toEqual([0, 2]);
    expect([await count(), (await event.row()).state]).toEqual([0, "draft"]);
    expect(await region.inside((db) => db.linkToken.count({ where: { purpose: "answer" } }))).toBe(0);
    expect(await post.read(planned)).toEqual([]);
    expect(await invite(planned)).toEqual({ ok: true, invited: 2 });
    expect(await post.read(planned)).toHaveLength(2);
    expect(await region.inside((db) => db.eventReminder.count())).toBe(2);
  });

  it("leaves those who have got theirs alone when it is taken back", async () => {
    const { region, event, count } = await plannedEvent();
    const voss = await region.invitationOf("Voss");
    await region.inside((db) =>
      db.delivery.updateMany({ where: { invitationId: voss.id }, data: { dueAt: later(minute) } }),
    );
    expect(await post.read(later(hour))).toHaveLength(1);
    expect(await region.inside((db) => takeBackPlanned(db, { eventId: event.id, now: later(hour) }))).toBe(1);
    expect([await count(), (await event.row()).state]).toEqual([1, "published"]);
    expect(await region.inside((db) => takeBackPlanned(db, { eventId: event.id, now: later(hour) }))).toBe(0);
  });
});

describe("taking one person's invitation back", () => {
  const withdraw = (
    region: Awaited<ReturnType<typeof plannedEvent>>["region"],
    eventId: string,
    id: string,
    at: Date,
  ) => region.inside((db) => withdrawInvitation(db, { eventId, invitationId: id, now: at }));

  it("sends CANCEL to that one alone, without STATUS, above what she was sent (C5)", async () => {
    const { region, event } = await plannedEvent(["Voss", "Ulvik"], now);
    await post.read(now);
    const { id } = await region.invitationOf("Voss");
    const results = await Promise.all([1, 2].map(() => withdraw(region, event.id, id, later(minute))));
    expect(results).toContainEqual({ ok: true, told: true });
    expect(results).toContainEqual({ ok: false, reason: "gone" });
    const mails = await post.read(later(2 * minute));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: demoAddress("Voss"), method: "CANCEL", partMethod: "CANCEL", sequence: 1 });
    expect(mails[0]).toMatchObject({ status: null, attendees: [`mailto:${demoAddress("Voss")}`] });
    expect(mails[0]?.subject).toBe("Vestland: invitasjonen er trekt tilbake – Dialogmøte, on. 26. mai");
    expect(mails[0]?.uid).toBe(`${event.id}@samvirk`);
  });

  it("stays told when the event is changed or cancelled before it has left", async () => {
    const { region, event } = await plannedEvent(["Voss", "Ulvik"], now);
    await post.read(now);
    const { id } = await region.invitationOf("Voss");
    await withdraw(region, event.id, id, later(minute));
    await event.change({ date: "2027-05-27" }, later(minute));
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now: later(2 * minute) }));
    const mails = await post.read(later(hour));
    expect(mails.map(({ to, method, status }) => [to, method, status])).toEqual([
      [demoAddress("Ulvik"), "CANCEL", "CANCELLED"],
      [demoAddress("Voss"), "CANCEL", null],
    ]);
  });

  it("tells nobody when it has not been sent", async () => {
    const { region, event, count } = await plannedEvent();
    const { id } = await region.invitationOf("Voss");
    expect(await withdraw(region, event.id, id, later(minute))).toEqual({ ok: true, told: false });
    expect(await count()).toBe(1);
    expect((await post.read(planned)).map(({ to }) => to)).toEqual([demoAddress("Ulvik")]);
  });

  it("lets her be invited again, with a number above the CANCEL, and answer", async () => {
    const { region, event, invite } = await plannedEvent(["Voss"], now);
    await post.read(now);
    const { id } = await region.invitationOf("Voss");
    await withdraw(region, event.id, id, later(minute));
    await post.read(later(minute));
    expect(await invite(later(hour), planned)).toEqual({ ok: true, invited: 1 });
    await event.change({ title: "Nytt namn" }, later(2 * hour));
    const [mail] = await post.read(planned);
    expect(mail).toMatchObject({ method: "REQUEST", sequence: 2, title: "Nytt namn" });
    expect(
      await region.inside((db) =>
        recordAnswer(db, { invitationId: id, answer: "accepted", answeredBy: "link", now: planned }),
      ),
    ).toEqual({ ok: true });
  });

  it("is refused for another event's invitation, and when the event has begun or is cancelled", async () => {
    const { region, event } = await plannedEvent(["Voss"], now);
    const { id } = await region.invitationOf("Voss");
    const other = await startEvent(region, now, { title: "Eit anna" });
    expect(await withdraw(region, other.id, id, now)).toEqual({ ok: false, reason: "gone" });
    expect(await withdraw(region, event.id, id, new Date("2027-05-26T07:00:00Z"))).toEqual({
      ok: false,
      reason: "over",
    });
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now }));
    expect(await withdraw(region, event.id, id, now)).toEqual({ ok: false, reason: "cancelled" });
  });
});
