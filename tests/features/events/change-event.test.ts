import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { changeEvent, sendChangesNow } from "~/features/events/change-event.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import type { Transport } from "~/platform/mail/transport.server";
import { demoAddress } from "../../../prisma/seed/demo";
import {
  deliverAll,
  eventForm,
  eventPage,
  hour,
  makeLiveRegion,
  minute,
  readMail,
  startEvent,
  usePost,
} from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const [bergen, voss, ulvik] = ["Bergen", "Voss", "Ulvik"] as const;

/** An event to which the contact persons of three municipalities are invited, and what their mail programs read. */
async function invited({
  delivered = true,
  ...fields
}: { delivered?: boolean } & Parameters<typeof startEvent>[2] = {}) {
  const region = await makeLiveRegion(database.url().adminUrl, [bergen, voss, ulvik]);
  const event = await startEvent(region, now, fields);
  await event.invite();
  const { read } = post;
  const first = delivered ? await read(now) : [];
  const answer = async (municipality: string, given: "accepted" | "declined" | "tentative", at = now) => {
    const { id } = await region.invitationOf(municipality);
    return region.inside((db) => recordAnswer(db, { invitationId: id, answer: given, answeredBy: "link", now: at }));
  };
  const rows = async () => {
    const view = await region.inside((db) => eventPage(db, event.id, now));
    return new Map(view?.rows.map((row) => [row.municipality, row]));
  };
  return { region, event, read, first, answer, rows };
}

const addresses = (mails: { to: string }[]) => mails.map(({ to }) => to);
const everybody = [bergen, ulvik, voss].map(demoAddress);

describe("changing a draft", () => {
  it("tells nobody", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, [voss]);
    const event = await startEvent(region, now);
    expect(await event.changeNow({ start: "10:00" })).toEqual({ ok: true, told: 0 });
    expect(await deliverAll(post.transport(), later(hour))).toBe(0);
    expect((await event.row()).startsAt).toEqual(new Date("2027-05-26T08:00:00Z"));
  });
});

describe("changing an event that people are invited to", () => {
  it("tells everybody after ten minutes: the same entry with SEQUENCE one higher, and asks again", async () => {
    const { event, read, first } = await invited();
    expect(await event.change({ start: "10:00" })).toEqual({ ok: true, told: 3 });
    expect(await read(later(10 * minute - 1))).toEqual([]);
    const mails = await read(later(10 * minute));
    expect(addresses(mails)).toEqual(everybody);
    for (const [index, mail] of mails.entries()) {
      expect(mail).toMatchObject({ method: "REQUEST", partMethod: "REQUEST", sequence: 1, answer: "NEEDS-ACTION" });
      expect([mail.starts, mail.tzid]).toEqual(["2027-05-26T10:00:00", "Europe/Oslo"]);
      expect([mail.uid, mail.organizer]).toEqual([first[index]?.uid, first[index]?.organizer]);
      expect(mail.stamp).toBe("2027-04-01T08:00:00Z");
      expect(mail.link).not.toBe(first[index]?.link);
    }
  });

  it("tells of several changes within ten minutes in one mail, ten minutes after the last", async () => {
    const { event, read } = await invited();
    await event.change({ start: "10:00" });
    await event.change({ title: "Dialogmøte om mat" }, later(5 * minute));
    await event.change({ place: "Granvin" }, later(9 * minute));
    expect(await read(later(18 * minute))).toEqual([]);
    const mails = await read(later(19 * minute));
    expect(addresses(mails)).toEqual(everybody);
    for (const mail of mails) {
      expect(mail).toMatchObject({ sequence: 1, starts: "2027-05-26T10:00:00", place: "Granvin" });
      expect(mail.title).toBe("Dialogmøte om mat");
      expect(mail.text).toMatch(/kl\. 0?9\.00/);
      expect(mail.text).toContain("Voss");
    }
  });

  it.each([
    ["time", { start: "10:00" }, { start: "09:00" }],
    ["place", { place: "Granvin" }, { place: "Voss" }],
    ["text", { description: "Ta med lunsj" }, { description: "" }],
    ["link", { link: "https://video.example/rom" }, { link: "" }],
  ])("sends nothing when a change of %s is taken back", async (_, there, back) => {
    const { event, read, answer, rows } = await invited();
    await answer(voss, "accepted", later(minute));
    await event.change(there, later(2 * minute));
    await event.change(back, later(3 * minute));
    expect(await read(later(hour))).toEqual([]);
    expect((await rows()).get(voss)).toMatchObject({ answer: "accepted", beforeChange: false });
  });

  it("keeps what is left of several changes when one is taken back", async () => {
    const { event, read, answer } = await invited();
    await answer(voss, "accepted", later(minute));
    await event.change({ start: "10:00" }, later(2 * minute));
    await event.change({ start: "09:00", description: "Ta med lunsj" }, later(3 * minute));
    const mails = await read(later(hour));
    expect(mails.map(({ starts, sequence, answer }) => [starts, sequence, answer])).toEqual([
      ["2027-05-26T09:00:00", 1, "NEEDS-ACTION"],
      ["2027-05-26T09:00:00", 1, "NEEDS-ACTION"],
      ["2027-05-26T09:00:00", 1, "ACCEPTED"],
    ]);
  });

  it("asks again whoever had not declined, and keeps and marks the answer from before", async () => {
    const { event, read, answer, rows } = await invited();
    await answer(voss, "accepted");
    await answer(bergen, "tentative");
    await answer(ulvik, "declined");
    expect(await event.changeNow({ start: "10:00" }, later(minute))).toEqual({ ok: true, told: 2 });
    const mails = await read(later(minute));
    expect(addresses(mails)).toEqual([bergen, voss].map(demoAddress));
    expect(mails.map((mail) => mail.answer)).toEqual(["NEEDS-ACTION", "NEEDS-ACTION"]);
    expect((await rows()).get(voss)).toMatchObject({ answer: "accepted", beforeChange: true });
    await answer(voss, "accepted", later(2 * minute));
    expect((await rows()).get(voss)).toMatchObject({ answer: "accepted", beforeChange: false });
  });

  it("tells decliners when the date moves, with their no as it stands", async () => {
    const { event, read, answer } = await invited();
    await answer(ulvik, "declined");
    await event.changeNow({ date: "2027-05-27" });
    expect((await read(now)).map((mail) => mail.answer)).toEqual(["NEEDS-ACTION", "DECLINED", "NEEDS-ACTION"]);
  });

  it("carries the answer as it stands when neither time nor place moved", async () => {
    const { event, read, answer } = await invited();
    await answer(voss, "accepted");
    await answer(bergen, "tentative");
    await event.changeNow({ title: "Dialogmøte om mat" });
    expect((await read(now)).map((mail) => mail.answer)).toEqual(["TENTATIVE", "NEEDS-ACTION", "ACCEPTED"]);
  });

  it("goes on asking whoever answered before a move, also when the next change is of the text", async () => {
    const { event, read, answer } = await invited();
    await answer(voss, "accepted");
    await event.changeNow({ start: "10:00" }, later(minute));
    await read(later(minute));
    await event.changeNow({ description: "Ta med lunsj" }, later(hour));
    expect((await read(later(hour))).at(-1)).toMatchObject({ sequence: 2, answer: "NEEDS-ACTION" });
  });

  it("takes an answer that comes while the update waits with it", async () => {
    const { event, read, answer } = await invited();
    await event.change({ start: "10:00" });
    await answer(voss, "accepted", later(minute));
    await answer(ulvik, "declined", later(minute));
    expect(await read(later(minute))).toEqual([]);
    const mails = await read(later(10 * minute));
    expect(mails.map(({ to, sequence, answer }) => [to, sequence, answer])).toEqual([
      [demoAddress(bergen), 1, "NEEDS-ACTION"],
      [demoAddress(voss), 1, "ACCEPTED"],
    ]);
  });

  it("tells whoever had declined and comes after all what the no had kept from her", async () => {
    const { event, read, answer } = await invited();
    await answer(ulvik, "declined");
    await event.changeNow({ start: "10:00" }, later(minute));
    expect(addresses(await read(later(minute)))).not.toContain(demoAddress(ulvik));
    await answer(ulvik, "accepted", later(hour));
    expect(await read(later(hour))).toMatchObject([
      { to: demoAddress(ulvik), sequence: 1, starts: "2027-05-26T10:00:00", answer: "ACCEPTED" },
    ]);
  });

  it("writes an invitation that has not left anew, with SEQUENCE as it was", async () => {
    const { event, read } = await invited({ delivered: false });
    await event.change({ start: "10:00", replyBy: "2027-05-01" });
    const mails = await read(now);
    expect(addresses(mails)).toEqual(everybody);
    expect(mails.every((mail) => mail.sequence === 0 && mail.starts === "2027-05-26T10:00:00")).toBe(true);
    expect(await read(later(hour))).toEqual([]);
  });

  it("writes it anew also when only the day to answer by has moved", async () => {
    const { event, read } = await invited({ delivered: false, replyBy: "2027-05-01" });
    await event.change({ replyBy: "2027-05-10" });
    expect((await read(now))[0]?.text).toContain("10. mai");
  });

  it("follows an invitation that is being sent with an update, in that order", async () => {
    const { event, read } = await invited({ delivered: false });
    const order: number[] = [];
    let changed: Promise<unknown> | undefined;
    const slow: Transport = {
      ...post.transport(),
      async send(mail) {
        order.push((await readMail({ from: "", to: mail.envelope.to, raw: mail.raw })).sequence);
        changed ??= event.changeNow({ start: "10:00" });
        await changed;
        return { ok: true };
      },
    };
    await deliverAll(slow, now);
    await deliverAll(slow, later(minute));
    expect(order).toEqual([0, 0, 0, 1, 1, 1]);
    expect(await read(later(hour))).toEqual([]);
  });

  it("goes at once when the editor says so, for the change at hand or for those that wait", async () => {
    const { event, region, read } = await invited();
    await event.changeNow({ start: "10:00" });
    expect(await read(now)).toHaveLength(3);
    await event.change({ start: "12:00", end: "13:00" }, later(minute));
    expect(await read(later(minute))).toEqual([]);
    const send = () => region.inside((db) => sendChangesNow(db, { eventId: event.id, now: later(2 * minute) }));
    expect(await send()).toBe(3);
    expect((await read(later(2 * minute))).map((mail) => mail.sequence)).toEqual([2, 2, 2]);
    expect(await send()).toBe(0);
  });

  it("makes the second of two editors look again", async () => {
    const { event, region } = await invited();
    const save = (title: string) =>
      region.inside((db) => changeEvent(db, { eventId: event.id, form: eventForm({ title, version: "0" }), now }));
    const results = await Promise.all([save("Den eine"), save("Den andre")]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: "changed-meanwhile" });
    expect((await event.row()).version).toBe(1);
  });

  it("is refused when it has begun or would end before it begins", async () => {
    const { event } = await invited();
    expect(await event.change({ end: "09:00" })).toMatchObject({
      ok: false,
      field: "end",
      reason: "ends-before-start",
    });
    expect(await event.change({}, new Date("2027-05-26T07:00:00Z"))).toMatchObject({ ok: false, reason: "over" });
  });
});
