import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { cancelRegistration, takePlace } from "~/features/registrations/change-standing.server";
import { sendRegistrationLink } from "~/features/registrations/send-registration-link.server";
import { registeredToTell, tellRegisteredNow } from "~/features/registrations/tell-registered.server";
import { hour, type LiveRegion, makeLiveRegion, minute, usePost } from "../events/thread";
import { startWebinar, wake } from "./webinar";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const start = new Date("2027-05-26T07:00:00Z");

let region: LiveRegion;
beforeAll(async () => {
  region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
});

/** What a test has left to be sent is not the next one's. */
afterEach(async () => {
  await region.inside((db) => db.event.updateMany({ data: { wakeAt: null } }));
  await post.read(new Date("2027-12-31T12:00:00Z"));
});

const cancel = (registrationId: string, at: Date) =>
  region.inside((db) => cancelRegistration(db, { registrationId, by: "self", now: at }));
const take = (registrationId: string, at: Date) => region.inside((db) => takePlace(db, { registrationId, now: at }));

describe("signing up", () => {
  it("gives a place, an entry for the calendar and a page of one's own, and never the join link", async () => {
    const webinar = await startWebinar(region, now);
    expect(await webinar.signUp(["Kari"])).toEqual([{ ok: true, state: "registered" }]);
    const [mail, ...more] = await post.read(now);
    if (!mail) throw new Error("There is no mail");
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: "kari@kommune.example", method: "REQUEST", partMethod: "REQUEST" });
    expect(mail).toMatchObject({ answer: "ACCEPTED", rsvp: "FALSE", attendees: ["mailto:kari@kommune.example"] });
    expect(mail).toMatchObject({ uid: `${webinar.id}@samvirk`, organizer: "mailto:svar@vestland.example" });
    expect(mail.subject).toBe("Vestland: du er påmeld – Webinar om velferdsteknologi, on. 26. mai");
    expect(mail.text + mail.html + mail.ics).not.toContain("hemmeleg");
    expect(mail.text).toContain("/registration/");
    expect(await webinar.page(mail.link)).toMatchObject({
      state: "registered",
      joinLink: "https://video.example/hemmeleg",
    });
  });

  it("puts those who come when it is full in line, in their order, without the join link", async () => {
    const webinar = await startWebinar(region, now);
    expect(await webinar.signUp(["A", "B", "C", "D"])).toEqual([
      { ok: true, state: "registered" },
      { ok: true, state: "registered" },
      { ok: true, state: "waiting", position: 1 },
      { ok: true, state: "waiting", position: 2 },
    ]);
    const mails = await post.read(now);
    const last = mails.find(({ to }) => to === "d@kommune.example");
    expect(last?.subject).toContain("venteliste");
    expect(last?.text).toContain("nummer 2 på ventelista");
    expect(last?.ics).toBe("");
    expect(await webinar.page(last?.link ?? "")).toMatchObject({ state: "waiting", position: 2, joinLink: "" });
  });

  it("lets two who take the last place at once have it one after the other", async () => {
    const webinar = await startWebinar(region, now, { capacity: 1 });
    const results = (await Promise.all([webinar.signUp(["A"]), webinar.signUp(["B"])])).flat();
    expect(results).toContainEqual({ ok: true, state: "registered" });
    expect(results).toContainEqual({ ok: true, state: "waiting", position: 1 });
  });

  it("answers who has signed up as anybody else, keeps what she has and sends her link again", async () => {
    const webinar = await startWebinar(region, now, { capacity: 1 });
    await webinar.signUp(["Kari"]);
    const [first] = await post.read(now);
    expect(await webinar.signUp(["Kari"], later(minute))).toEqual([{ ok: true, state: "waiting", position: 1 }]);
    expect(await webinar.signUp(["Nokon"], later(minute))).toEqual([{ ok: true, state: "waiting", position: 1 }]);
    expect(await webinar.states()).toEqual({ Kari: "registered", Nokon: "waiting" });
    const again = (await post.read(later(minute))).find(({ to }) => to === "kari@kommune.example");
    expect(again).toMatchObject({ subject: first?.subject, sequence: first?.sequence, uid: first?.uid });
    expect(again?.link).not.toBe(first?.link);
  });

  it("keeps the place of one who was out behind the others, with a higher SEQUENCE", async () => {
    const webinar = await startWebinar(region, now, { capacity: 1 });
    await webinar.signUp(["Kari"]);
    const [first] = await post.read(now);
    const { id } = await webinar.row("Kari");
    expect(await cancel(id, later(minute))).toEqual({ ok: true, state: "cancelled" });
    const [out] = await post.read(later(minute));
    expect(out).toMatchObject({ method: "CANCEL", uid: first?.uid, status: null });
    expect(out?.sequence).toBeGreaterThan(first?.sequence ?? 99);
    await webinar.signUp(["Kari"], later(2 * minute));
    const [back] = await post.read(later(2 * minute));
    expect(back).toMatchObject({ method: "REQUEST" });
    expect(back?.sequence).toBeGreaterThan(out?.sequence ?? 99);
    expect((await webinar.row("Kari")).number).toBe(2);
  });

  it.each([
    [{ registration: "none" as const }, "not-open"],
    [{ open: false }, "not-open"],
    [{ state: "cancelled" as const }, "cancelled"],
    [{ registerBy: new Date("2027-03-31T12:00:00Z") }, "closed"],
    [{ startsAt: now }, "over"],
  ])("is refused: %j", async (data, reason) => {
    const webinar = await startWebinar(region, now, data);
    expect(await webinar.signUp(["Kari"])).toEqual([{ ok: false, reason }]);
    expect(await webinar.rows()).toEqual([]);
  });

  it("takes no name apart, whatever is in it", async () => {
    const webinar = await startWebinar(region, now);
    await region.inside(async () => undefined);
    await webinar.signUp(['Kari <script>alert(1)</script>"']);
    const [mail] = await post.read(now);
    expect(mail?.html).not.toContain("<script>alert");
    expect(mail?.attendees).toHaveLength(1);
  });
});

describe("a place that becomes free", () => {
  it("is offered to the first in line for a while, then to the next, and nobody else is moved", async () => {
    const webinar = await startWebinar(region, now, { capacity: 1, offerHours: 2 });
    await webinar.signUp(["A", "B", "C"]);
    await post.read(now);
    await cancel((await webinar.row("A")).id, later(minute));
    await wake(later(minute));
    expect(await webinar.states()).toEqual({ A: "cancelled", B: "offered", C: "waiting" });
    const offer = (await post.read(later(minute))).find(({ to }) => to === "b@kommune.example");
    expect(offer?.subject).toContain("tilbod om plass");
    expect(await webinar.page(offer?.link ?? "", later(minute))).toMatchObject({
      state: "offered",
      mayTake: true,
      joinLink: "",
    });
    await wake(later(hour));
    expect(await post.read(later(hour))).toEqual([]);
    await wake(later(2 * hour + 2 * minute));
    expect(await webinar.states()).toEqual({ A: "cancelled", B: "waiting", C: "offered" });
    expect((await post.read(later(2 * hour + 2 * minute))).map(({ to }) => to)).toEqual(["c@kommune.example"]);
    const at = later(3 * hour);
    expect(await take((await webinar.row("B")).id, at)).toEqual({ ok: false, reason: "expired" });
    expect(await take((await webinar.row("C")).id, at)).toEqual({ ok: true, state: "registered" });
    const [in_] = await post.read(at);
    expect(in_).toMatchObject({ to: "c@kommune.example", method: "REQUEST", answer: "ACCEPTED" });
  });

  it("can be taken by who let an offer pass, once nobody before her waits", async () => {
    const webinar = await startWebinar(region, now, { capacity: 1, offerHours: 1 });
    await webinar.signUp(["A", "B"]);
    await cancel((await webinar.row("A")).id, later(minute));
    await wake(later(minute));
    await wake(later(2 * hour));
    expect(await webinar.states()).toEqual({ A: "cancelled", B: "waiting" });
    await wake(later(5 * hour));
    expect(await webinar.states()).toEqual({ A: "cancelled", B: "waiting" });
    expect(await take((await webinar.row("B")).id, later(6 * hour))).toEqual({ ok: true, state: "registered" });
  });

  it("is offered in office hours, and kept from then", async () => {
    const webinar = await startWebinar(region, now, { capacity: 1, offerHours: 2 });
    await webinar.signUp(["A", "B"]);
    await post.read(now);
    const saturday = new Date("2027-04-03T10:00:00Z");
    await cancel((await webinar.row("A")).id, saturday);
    await wake(saturday);
    expect((await post.read(saturday)).map(({ to }) => to)).toEqual(["a@kommune.example"]);
    expect((await webinar.row("B")).offeredUntil).toEqual(new Date("2027-04-05T08:00:00Z"));
    await webinar.signUp(["C"], saturday);
    const monday = new Date("2027-04-05T06:00:00Z");
    expect((await post.read(saturday)).map(({ to }) => to)).toEqual(["c@kommune.example"]);
    expect(await take((await webinar.row("B")).id, later(50 * hour))).toEqual({ ok: true, state: "registered" });
    const [confirmed, ...more] = await post.read(later(50 * hour));
    expect([confirmed?.to, confirmed?.method, more]).toEqual(["b@kommune.example", "REQUEST", []]);
    expect(await post.read(monday)).toEqual([]);
  });

  it("comes when there are more places", async () => {
    const webinar = await startWebinar(region, now, { capacity: 1 });
    await webinar.signUp(["A", "B", "C", "D"]);
    await wake(now);
    await webinar.set({ capacity: 3 });
    await wake(later(minute));
    expect(await webinar.states()).toEqual({ A: "registered", B: "offered", C: "offered", D: "waiting" });
    await post.read(later(minute));
  });
});

describe("what an event tells those who have a place", () => {
  it("is a change in one mail after ten minutes, with the entry that stands", async () => {
    const webinar = await startWebinar(region, now);
    await webinar.signUp(["A", "B", "C"]);
    const first = await post.read(now);
    await webinar.change({ start: "10:00", end: "12:00" }, later(minute));
    await webinar.change({ start: "12:00", end: "13:00" }, later(3 * minute));
    await wake(later(4 * minute));
    expect(await post.read(later(4 * minute))).toEqual([]);
    await wake(later(13 * minute));
    const mails = await post.read(later(13 * minute));
    expect(mails.map(({ to }) => to)).toEqual(["a@kommune.example", "b@kommune.example"]);
    expect(mails[0]).toMatchObject({ method: "REQUEST", answer: "ACCEPTED", starts: "2027-05-26T12:00:00" });
    expect(mails[0]?.sequence).toBeGreaterThan(first[0]?.sequence ?? 99);
    expect(mails[0]?.text).toContain("Du er framleis påmeld");
    await wake(later(30 * minute));
    expect(await post.read(later(30 * minute))).toEqual([]);
  });

  it("is a change at once when somebody says so, in the same one mail, and is not told again", async () => {
    const webinar = await startWebinar(region, now);
    await webinar.signUp(["A", "B", "C"]);
    await post.read(now);
    const about = (at: Date) => ({ eventId: webinar.id, now: at });
    const waiting = (at: Date) => region.inside((db) => registeredToTell(db, about(at)));
    expect(await waiting(later(minute))).toBeNull();
    await webinar.change({ start: "10:00", end: "12:00" }, later(minute));
    expect(await waiting(later(2 * minute))).toEqual({ count: 2, at: later(11 * minute).toISOString() });
    const told = await Promise.all(
      [1, 2].map(() => region.inside((db) => tellRegisteredNow(db, about(later(2 * minute))))),
    );
    expect(told.sort()).toEqual([0, 2]);
    const mails = await post.read(later(2 * minute));
    expect(mails.map(({ to, method, starts }) => [to, method, starts])).toEqual([
      ["a@kommune.example", "REQUEST", "2027-05-26T10:00:00"],
      ["b@kommune.example", "REQUEST", "2027-05-26T10:00:00"],
    ]);
    expect(await waiting(later(3 * minute))).toBeNull();
    await wake(later(13 * minute));
    expect(await post.read(later(13 * minute))).toEqual([]);
  });

  it("is nothing that somebody hurries when the event has begun or is cancelled", async () => {
    const webinar = await startWebinar(region, now);
    await webinar.signUp(["A"]);
    await webinar.change({ start: "10:00", end: "12:00" }, later(minute));
    const hurry = (at: Date) => region.inside((db) => tellRegisteredNow(db, { eventId: webinar.id, now: at }));
    expect(await hurry(new Date("2027-05-26T08:00:00Z"))).toBe(0);
    await webinar.set({ state: "cancelled" });
    expect(await hurry(later(2 * minute))).toBe(0);
  });

  it("is the join link an hour before, once, and again when it has moved", async () => {
    const webinar = await startWebinar(region, now);
    await webinar.signUp(["A", "B", "C"]);
    await post.read(now);
    const ahead = (ms: number) => new Date(start.getTime() - ms);
    await wake(ahead(2 * hour));
    expect(await post.read(ahead(2 * hour))).toEqual([]);
    await wake(ahead(59 * minute));
    const mails = await post.read(ahead(59 * minute));
    expect(mails.map(({ to }) => to)).toEqual(["a@kommune.example", "b@kommune.example"]);
    expect(mails[0]?.text).toContain("https://video.example/hemmeleg");
    await wake(ahead(30 * minute));
    expect(await post.read(ahead(30 * minute))).toEqual([]);
    await webinar.set({
      startsAt: new Date(start.getTime() + 2 * hour),
      endsAt: new Date(start.getTime() + 3 * hour),
      changedAt: ahead(29 * minute),
    });
    await wake(ahead(29 * minute));
    await wake(ahead(18 * minute));
    expect((await post.read(ahead(18 * minute))).map(({ subject }) => subject.includes("endra"))).toEqual([true, true]);
    const at = new Date(start.getTime() + hour + minute);
    await wake(at);
    expect((await post.read(at)).map(({ to }) => to)).toEqual(["a@kommune.example", "b@kommune.example"]);
  });

  it("is that it is cancelled, at once and once, the entry with it for those who had one", async () => {
    const webinar = await startWebinar(region, now, { capacity: 1 });
    await webinar.signUp(["A", "B"]);
    await post.read(now);
    await webinar.set({ state: "cancelled" });
    await wake(later(minute));
    const [first, second] = await post.read(later(minute));
    expect(first).toMatchObject({
      to: "a@kommune.example",
      method: "CANCEL",
      status: "CANCELLED",
      uid: `${webinar.id}@samvirk`,
    });
    expect([second?.to, second?.ics]).toEqual(["b@kommune.example", ""]);
    await webinar.set({});
    await wake(later(hour));
    expect(await post.read(later(hour))).toEqual([]);
  });

  it("is nothing of needs when it is over", async () => {
    const webinar = await startWebinar(region, now, { asksNeeds: true });
    await region.inside((db) => db.registration.count());
    await webinar.signUp(["A"]);
    await region.inside((db) =>
      db.registration.updateMany({ where: { eventId: webinar.id }, data: { needs: "Nøtter" } }),
    );
    await wake(new Date("2027-05-27T07:00:00Z"));
    expect((await webinar.row("A")).needs).toBe("");
    await post.read(new Date("2027-05-27T07:00:00Z"));
  });
});

describe("a link", () => {
  it("that is wrong opens nothing, and one that has run out brings a new one", async () => {
    const webinar = await startWebinar(region, now);
    await webinar.signUp(["A"]);
    const [mail] = await post.read(now);
    const link = mail?.link ?? "";
    expect(await webinar.page("x".repeat(32))).toBeNull();
    await region.inside((db) =>
      db.linkToken.updateMany({ where: { purpose: "registration" }, data: { expiresAt: now } }),
    );
    expect(await webinar.page(link, later(minute))).toBeNull();
    await region.inside((db) => sendRegistrationLink(db, { token: link, now: later(minute) }));
    await region.inside((db) => sendRegistrationLink(db, { token: "x".repeat(32), now: later(minute) }));
    const again = await post.read(later(minute));
    expect(again).toHaveLength(1);
    expect(await webinar.page(again[0]?.link ?? "", later(minute))).toMatchObject({ state: "registered" });
  });
});

describe("several ways to take part", () => {
  it("have places of their own", async () => {
    const both = { attendanceWay: "both" as const, capacity: 1, capacityOnline: 1 };
    const webinar = await startWebinar(region, now, both);
    await webinar.signUp(["A", "B"], now, "room");
    await webinar.signUp(["C", "D"], now, "online");
    expect(await webinar.states()).toEqual({ A: "registered", B: "waiting", C: "registered", D: "waiting" });
    await post.read(now);
    expect((await webinar.seen())?.ways).toEqual([
      { way: "room", places: 1, free: 0, full: true },
      { way: "online", places: 1, free: 0, full: true },
    ]);
  });
});
