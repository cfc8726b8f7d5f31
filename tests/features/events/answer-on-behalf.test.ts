import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { answerOnBehalf } from "~/features/events/answer-on-behalf.server";
import { answerOwnInvitation } from "~/features/events/answer-own-invitation.server";
import { askNeeds } from "~/features/events/ask-needs.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { holdEvent } from "~/features/events/events.db.server";
import { forgetNeeds } from "~/features/events/forget-needs.server";
import { invitationView } from "~/features/events/invitation.view.server";
import { needsView } from "~/features/events/needs.view.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { eventPage, hour, makeLiveRegion, minute, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

async function invited() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
  const event = await startEvent(region, now);
  await event.invite();
  await post.read(now);
  const { id } = await region.invitationOf("Voss");
  const given = { eventId: event.id, invitationId: id, personId: region.coordinatorId, seen: "" };
  const behalf = (more: Partial<Parameters<typeof answerOnBehalf>[1]> = {}) =>
    region.inside((db) => answerOnBehalf(db, { ...given, answer: "accepted", now: later(minute), ...more }));
  return { region, event, id, behalf };
}

describe("an answer on somebody's behalf", () => {
  it("is marked so, with who gave it, and what was said", async () => {
    const { region, event, id, behalf } = await invited();
    expect(await behalf({ comment: "Ringde" })).toEqual({ ok: true });
    expect(await region.invitationOf("Voss")).toMatchObject({
      answer: "accepted",
      answeredBy: "on_behalf",
      answeredForId: region.coordinatorId,
      comment: "Ringde",
    });
    const view = await region.inside((db) => eventPage(db, event.id, now));
    expect(view?.rows.find((row) => row.id === id)).toMatchObject({
      answeredBy: "on_behalf",
      answeredFor: "Koordinator",
    });
    const one = await region.inside((db) => invitationView(db, { eventId: event.id, invitationId: id }, later(hour)));
    expect(one).toMatchObject({ answeredFor: "Koordinator", comment: "Ringde" });
    expect(one?.changes.length).toBeGreaterThan(0);
    expect(one?.deliveries.map(({ kind }) => kind)).toEqual(["event-answered-for", "event-invitation"]);
  });

  it("tells her, with the answer in her calendar and a link to change it (C10)", async () => {
    const { region, behalf } = await invited();
    await behalf();
    const [mail, ...more] = await post.read(later(minute));
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: demoAddress("Voss"), method: "REQUEST", sequence: 1, answer: "ACCEPTED" });
    expect(mail?.link).not.toBe("");
    expect((await region.invitationOf("Voss")).sequence).toBe(1);
  });

  it("goes with the mail of a change that waits", async () => {
    const { event, behalf } = await invited();
    await event.change({ title: "Dialogmøte om tidleg innsats" }, now);
    await behalf();
    expect(await post.read(later(minute))).toEqual([]);
    const mails = await post.read(later(hour));
    expect(mails.map(({ to, sequence, answer }) => [to, sequence, answer])).toEqual([
      [demoAddress("Ulvik"), 1, "NEEDS-ACTION"],
      [demoAddress("Voss"), 1, "ACCEPTED"],
    ]);
  });

  it("says nothing again where her calendar has that answer", async () => {
    const { region, behalf } = await invited();
    await behalf();
    await post.read(later(minute));
    const seen = (await region.invitationOf("Voss")).answeredAt?.toISOString() ?? "";
    expect(await behalf({ seen, now: later(2 * minute) })).toEqual({ ok: true });
    expect(await post.read(later(hour))).toEqual([]);
  });

  it("does not overwrite an answer that has come meanwhile", async () => {
    const { region, id, behalf } = await invited();
    await region.inside((db) => recordAnswer(db, { invitationId: id, answer: "declined", answeredBy: "link", now }));
    expect(await behalf()).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await region.invitationOf("Voss")).toMatchObject({ answer: "declined", answeredBy: "link" });
  });

  it("is of this event and this region, and while it can be answered", async () => {
    const { region, event, behalf } = await invited();
    const other = await startEvent(region, now);
    expect(await behalf({ eventId: other.id })).toEqual({ ok: false, reason: "gone" });
    const elsewhere = await invited();
    expect(await behalf({ invitationId: elsewhere.id })).toEqual({ ok: false, reason: "gone" });
    expect(await behalf({ now: new Date("2027-05-26T07:00:00Z") })).toEqual({ ok: false, reason: "over" });
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now }));
    expect(await behalf()).toEqual({ ok: false, reason: "cancelled" });
  });
});

describe("one's own invitation, signed in", () => {
  it("is answered with words, and is nobody else's", async () => {
    const { region, id } = await invited();
    const [voss, ulvik] = [await region.invitationOf("Voss"), await region.invitationOf("Ulvik")];
    const own = (personId: string) =>
      region.inside((db) =>
        answerOwnInvitation(db, { invitationId: id, personId, answer: "tentative", comment: "Kanskje", now }),
      );
    expect(await own(ulvik.personId)).toEqual({ ok: false, reason: "gone" });
    expect(await own(voss.personId)).toEqual({ ok: true });
    expect(await region.invitationOf("Voss")).toMatchObject({ answeredBy: "signed_in", comment: "Kanskje" });
  });
});

describe("dietary and access needs", () => {
  const needs = "Nøtteallergi";

  it("are kept only where the event asks, and listed for those who come", async () => {
    const { region, event, id } = await invited();
    const answer = (given: "accepted" | "declined", at: Date) =>
      region.inside((db) =>
        recordAnswer(db, { invitationId: id, answer: given, answeredBy: "link", needs, comment: "Hei", now: at }),
      );
    await answer("accepted", now);
    expect(await region.invitationOf("Voss")).toMatchObject({ needs: "", comment: "Hei" });
    await region.inside((db) => askNeeds(db, { eventId: event.id, asks: true }));
    await answer("accepted", later(minute));
    const list = () => region.inside((db) => needsView(db, event.id));
    expect(await list()).toMatchObject({ asks: true, rows: [{ needs, comes: "accepted", municipality: "Voss" }] });
    const log = await region.inside((db) => db.auditEvent.findMany());
    expect(JSON.stringify(log)).not.toContain(needs);
    await answer("declined", later(2 * minute));
    expect((await list())?.rows).toEqual([]);
  });

  it("are deleted the day after the event, and not before", async () => {
    const { region, event, id } = await invited();
    await region.inside((db) => askNeeds(db, { eventId: event.id, asks: true }));
    await region.inside((db) =>
      recordAnswer(db, { invitationId: id, answer: "accepted", answeredBy: "link", needs, now }),
    );
    const wake = (at: string) =>
      region.inside(async (db) => {
        const held = await holdEvent(db, event.id);
        return held && forgetNeeds(db, held, new Date(at));
      });
    expect(await wake("2027-05-27T08:59:59Z")).toEqual(new Date("2027-05-27T09:00:00Z"));
    expect((await region.invitationOf("Voss")).needs).toBe(needs);
    expect(await wake("2027-05-27T09:00:00Z")).toBeNull();
    expect((await region.invitationOf("Voss")).needs).toBe("");
    expect(await wake("2027-05-27T09:00:01Z")).toBeNull();
  });
});
