import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { findLink } from "~/features/auth/auth.db.server";
import { answerView, invitationByLink } from "~/features/events/answer.view.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { resendInvitation, resendOwnInvitation } from "~/features/events/resend-invitation.server";
import { sendNewLink } from "~/features/events/send-new-link.server";
import { hashToken } from "~/platform/tokens.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { asAdmin, eventPage, hour, makeLiveRegion, minute, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

/** Voss and Ulvik are invited; Voss has opened the mail. */
async function opened() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
  const event = await startEvent(region, now);
  await event.invite();
  const mails = await post.read(now);
  const { link } = mails.find(({ to }) => to === demoAddress("Voss")) ?? { link: "" };
  /** What the page of the link does with an answer. */
  const answer = (given: "accepted" | "declined" | "tentative", at = now, token = link) =>
    region.inside(async (db) => {
      const invitation = await invitationByLink(db, token, at);
      return (
        invitation && recordAnswer(db, { invitationId: invitation.id, answer: given, answeredBy: "link", now: at })
      );
    });
  const see = (at = now, token = link) => answerView(region.id, token, at);
  return { region, event, link, answer, see };
}

describe("answering by the link of the mail", () => {
  it.each(["accepted", "declined", "tentative"] as const)("records %s, with when and how", async (given) => {
    const { region, answer, see } = await opened();
    expect((await see())?.answer).toBeNull();
    expect(await answer(given, later(minute))).toEqual({ ok: true });
    expect(await region.invitationOf("Voss")).toMatchObject({
      answer: given,
      answeredAt: later(minute),
      answeredBy: "link",
    });
    expect((await see())?.answer).toBe(given);
    expect((await region.invitationOf("Ulvik")).answer).toBeNull();
    expect(await post.read(later(hour))).toEqual([]);
  });

  it("lets the last answer count, and writes each down without a name or an address", async () => {
    const { region, event, answer } = await opened();
    await answer("accepted");
    await answer("declined", later(minute));
    const view = await region.inside((db) => eventPage(db, event.id, now));
    expect(view?.counts).toEqual({ yes: 0, maybe: 0, no: 1, none: 1 });
    const log = await region.inside((db) => db.auditEvent.findMany({ where: { action: "answered" } }));
    expect(log.map(({ before, after }) => [before, after])).toEqual([
      [{ answer: null }, { answer: "accepted" }],
      [{ answer: "accepted" }, { answer: "declined" }],
    ]);
    expect(JSON.stringify(log)).not.toMatch(/kommune\.example|Kontaktperson/);
  });

  it("is changed by nothing that only looks (L1)", async () => {
    const { region, see } = await opened();
    const before = await region.invitationOf("Voss");
    await see();
    await see();
    expect(await region.invitationOf("Voss")).toEqual(before);
    expect(await region.inside((db) => db.auditEvent.count({ where: { action: "answered" } }))).toBe(0);
  });

  it("ends when the event begins, and the page still says what was answered", async () => {
    const { answer, see } = await opened();
    await answer("accepted");
    const begun = new Date("2027-05-26T07:00:00Z");
    expect(await answer("declined", begun)).toEqual({ ok: false, reason: "over" });
    expect(await see(begun)).toMatchObject({ answer: "accepted", closed: "over" });
  });

  it("ends when the event is cancelled", async () => {
    const { region, event, answer, see } = await opened();
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now }));
    expect(await answer("accepted")).toEqual({ ok: false, reason: "cancelled" });
    expect(await see()).toMatchObject({ closed: "cancelled" });
  });

  it("works from the mail of before a move too, and says that it asks again", async () => {
    const { event, answer, see } = await opened();
    await answer("accepted");
    await event.changeNow({ start: "10:00" }, later(minute));
    expect(await see(later(minute))).toMatchObject({ answer: "accepted", askedAgain: true });
    expect(await answer("tentative", later(hour))).toEqual({ ok: true });
    expect(await see(later(hour))).toMatchObject({ answer: "tentative", askedAgain: false });
  });

  it("is refused by a link that is wrong, revoked, run out, of another purpose or used in another region", async () => {
    const { region, link, answer, see } = await opened();
    const other = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    expect(await see(now, `${link}x`)).toBeNull();
    expect(await see(now, "")).toBeNull();
    expect(await answerView(other.id, link, now)).toBeNull();
    expect(await region.inside((db) => findLink(db, hashToken(link), "role", now))).toBeNull();
    expect(await see(new Date("2027-06-25T08:59:00Z"))).not.toBeNull();
    expect(await see(new Date("2027-06-25T09:00:00Z"))).toBeNull();
    await asAdmin(database.url().adminUrl, "UPDATE link_token SET revoked_at = now() WHERE hash = $1", [
      hashToken(link),
    ]);
    expect([await see(), await answer("accepted")]).toEqual([null, null]);
    expect((await region.invitationOf("Voss")).answer).toBeNull();
  });
});

describe("sending an invitation again", () => {
  it("sends a new link, with the same entry and the same SEQUENCE, to the same person alone", async () => {
    const { region, link, answer } = await opened();
    await answer("accepted");
    await region.inside((db) => sendNewLink(db, { token: link, now: later(minute) }));
    const [mail, ...more] = await post.read(later(minute));
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: demoAddress("Voss"), method: "REQUEST", sequence: 0, answer: "ACCEPTED" });
    expect(mail?.link).not.toBe(link);
    expect(await answer("declined", later(minute), mail?.link)).toEqual({ ok: true });
  });

  it("says nothing and sends nothing for a link that never was", async () => {
    const { region } = await opened();
    await region.inside((db) => sendNewLink(db, { token: "x".repeat(32), now }));
    expect(await post.read(now)).toEqual([]);
  });

  it("goes on asking somebody who answered before a move", async () => {
    const { region, event, answer, link } = await opened();
    await answer("accepted");
    await event.changeNow({ start: "10:00" }, later(minute));
    await post.read(later(minute));
    await region.inside((db) => sendNewLink(db, { token: link, now: later(hour) }));
    expect(await post.read(later(hour))).toMatchObject([{ sequence: 1, answer: "NEEDS-ACTION" }]);
  });

  it("lets what waits for the same person go in its place, and no two mails of one revision", async () => {
    const { region, event, link } = await opened();
    await event.change({ start: "10:00" });
    await region.inside((db) => sendNewLink(db, { token: link, now: later(minute) }));
    expect(await post.read(later(minute))).toMatchObject([{ to: demoAddress("Voss"), sequence: 1 }]);
    expect(await post.read(later(hour))).toMatchObject([{ to: demoAddress("Ulvik"), sequence: 1 }]);
  });

  it("raises SEQUENCE for a decliner who was not told that the event moved", async () => {
    const { region, event, answer, link } = await opened();
    await answer("declined");
    await event.changeNow({ start: "10:00" }, later(minute));
    await post.read(later(minute));
    await region.inside((db) => sendNewLink(db, { token: link, now: later(hour) }));
    expect(await post.read(later(hour))).toMatchObject([
      { to: demoAddress("Voss"), sequence: 1, starts: "2027-05-26T10:00:00", answer: "DECLINED" },
    ]);
  });

  it("is for oneself alone, and ends when the event begins", async () => {
    const { region } = await opened();
    const [voss, ulvik] = [await region.invitationOf("Voss"), await region.invitationOf("Ulvik")];
    const own = (personId: string) =>
      region.inside((db) => resendOwnInvitation(db, { invitationId: voss.id, personId, now }));
    expect(await own(ulvik.personId)).toBe(false);
    expect(await own(voss.personId)).toBe(true);
    const begun = new Date("2027-05-26T07:00:00Z");
    expect(await region.inside((db) => resendInvitation(db, { invitationId: voss.id, now: begun }))).toBe(false);
  });

  it("is rewritten, and not left behind, when the event moves before it has gone", async () => {
    const { region, event } = await opened();
    const { id } = await region.invitationOf("Voss");
    await region.inside((db) => resendInvitation(db, { invitationId: id, now }));
    await event.changeNow({ start: "10:00" });
    const mails = await post.read(now);
    expect(mails.map(({ sequence, starts }) => [sequence, starts])).toEqual([
      [1, "2027-05-26T10:00:00"],
      [1, "2027-05-26T10:00:00"],
    ]);
  });
});
