import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { retryDelivery } from "~/features/delivery/retry-delivery.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { resendInvitation } from "~/features/events/resend-invitation.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { asAdmin, deliverAll, hour, makeLiveRegion, minute, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

async function published(names = ["Voss", "Ulvik"]) {
  const region = await makeLiveRegion(database.url().adminUrl, names);
  const event = await startEvent(region, now);
  await event.invite();
  const cancel = (at = now) => region.inside((db) => cancelEvent(db, { eventId: event.id, now: at }));
  return { region, event, cancel };
}

describe("cancelling an event", () => {
  it("sends everybody a CANCEL at once: same UID and organiser, higher SEQUENCE, STATUS", async () => {
    const { region, cancel, event } = await published();
    const first = await post.read(now);
    await asAdmin(
      database.url().adminUrl,
      "UPDATE region SET reply_address = 'ny@vestland.example', sender_name = 'Ny' WHERE id = $1",
      [region.id],
    );
    expect(await cancel(later(minute))).toEqual({ ok: true, told: 2 });
    const mails = await post.read(later(minute));
    expect(mails.map(({ to }) => to)).toEqual(["Ulvik", "Voss"].map(demoAddress));
    for (const [index, mail] of mails.entries()) {
      expect(mail).toMatchObject({ method: "CANCEL", partMethod: "CANCEL", status: "CANCELLED", sequence: 1 });
      expect([mail.uid, mail.organizer]).toEqual([first[index]?.uid, "mailto:svar@vestland.example"]);
      expect([mail.stamp, mail.starts]).toEqual(["2027-04-01T08:01:00Z", first[index]?.starts]);
      expect(mail.attendees).toEqual([`mailto:${mail.to}`]);
    }
    expect((await event.row()).state).toBe("cancelled");
  });

  it("drops an update that waits, and names the event as it was last told, with a number above the update's", async () => {
    const { event, cancel } = await published();
    await post.read(now);
    await event.change({ date: "2027-06-01", title: "Noko anna" });
    await cancel(later(minute));
    const mails = await post.read(later(hour));
    expect(mails).toHaveLength(2);
    for (const mail of mails)
      expect(mail).toMatchObject({ method: "CANCEL", sequence: 2, starts: "2027-05-26T09:00:00", title: "Dialogmøte" });
  });

  it("tells nobody who was never sent an invitation, and drops what waits for them", async () => {
    const { cancel } = await published();
    expect(await cancel()).toEqual({ ok: true, told: 0 });
    expect(await post.read(later(hour))).toEqual([]);
  });

  it("is done once", async () => {
    const { cancel } = await published();
    await post.read(now);
    const results = await Promise.all([cancel(), cancel()]);
    expect(results).toContainEqual({ ok: true, told: 2 });
    expect(results).toContainEqual({ ok: false, reason: "cancelled" });
    expect(await post.read(later(hour))).toHaveLength(2);
  });

  it("is not done to an event that is over, but to one that has begun", async () => {
    const { cancel } = await published();
    await post.read(now);
    expect(await cancel(new Date("2027-05-26T09:00:00Z"))).toEqual({ ok: false, reason: "over" });
    expect(await cancel(new Date("2027-05-26T08:59:00Z"))).toEqual({ ok: true, told: 2 });
  });

  it("ends changing, inviting, sending again and retrying", async () => {
    const { region, event, cancel } = await published();
    post.smtp().options.refuse = (to) => (to === demoAddress("Ulvik") ? { code: 550, text: "5.1.1 No" } : undefined);
    await post.read(now);
    await cancel();
    post.smtp().options.refuse = () => undefined;
    expect(await event.change({ start: "10:00" })).toMatchObject({ ok: false, reason: "cancelled" });
    expect(await event.invite()).toEqual({ ok: false, reason: "cancelled" });
    const voss = await region.invitationOf("Voss");
    expect(await region.inside((db) => resendInvitation(db, { invitationId: voss.id, now }))).toBe(false);
    const failed = await region.inside((db) => db.delivery.findFirstOrThrow({ where: { state: "failed" } }));
    expect(await region.inside((db) => retryDelivery(db, { id: failed.id, now }))).toBe(false);
    expect((await post.read(later(hour))).map(({ to, method }) => [to, method])).toEqual([
      [demoAddress("Voss"), "CANCEL"],
    ]);
  });

  it("is not followed by an invitation whose worker died while it was sent", async () => {
    const { region, cancel } = await published(["Voss"]);
    await asAdmin(
      database.url().adminUrl,
      `UPDATE delivery SET state = 'sending', attempts = 1, leased_by = gen_random_uuid(), lease_until = $2
        WHERE region_id = $1`,
      [region.id, later(2 * minute)],
    );
    expect(await cancel(later(minute))).toEqual({ ok: true, told: 1 });
    expect(await post.read(later(minute))).toEqual([]);
    await post.read(later(3 * minute));
    await post.read(later(4 * minute));
    const states = await region.inside((db) => db.delivery.findMany({ orderBy: { id: "asc" } }));
    expect(states.map(({ kind, state }) => [kind, state])).toEqual([
      ["event-invitation", "dropped"],
      ["event-cancellation", "sent"],
    ]);
  });

  it("is not followed by an invitation whose server asked to wait", async () => {
    const { region, cancel } = await published(["Voss"]);
    post.smtp().options.refuse = () => ({ code: 451, text: "4.3.0 Try again" });
    const busy = {
      ...post.transport(),
      async send(mail: Parameters<ReturnType<typeof post.transport>["send"]>[0]) {
        await cancel();
        return post.transport().send(mail);
      },
    };
    await deliverAll(busy, now);
    post.smtp().options.refuse = () => undefined;
    expect((await post.read(later(hour))).map(({ method }) => method)).toEqual(["CANCEL"]);
    const states = await region.inside((db) => db.delivery.findMany({ orderBy: { id: "asc" } }));
    expect(states.map(({ kind, state, secret }) => [kind, state, secret])).toEqual([
      ["event-invitation", "dropped", null],
      ["event-cancellation", "sent", null],
    ]);
  });
});
