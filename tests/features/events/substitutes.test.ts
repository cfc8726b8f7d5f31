import { describe, expect, it } from "vitest";
import { adviser, entry, invitedRegion, leader } from "#tests/features/events/substitutes";
import { eventPage, minute, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { answerView } from "~/features/events/answer.view.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { eventsView } from "~/features/events/events.view.server";
import { resendInvitation } from "~/features/events/resend-invitation.server";
import { withdrawInvitation } from "~/features/events/withdraw-invitation.server";
import { demoAddress } from "../../../prisma/seed/demo";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * minute);

async function invited() {
  const all = await invitedRegion(database.url().adminUrl, now);
  const mails = await post.read(now);
  return { ...all, mails, view: () => all.region.inside((db) => eventPage(db, all.event.id, now)) };
}

describe("somebody who cannot come and names who meets for her", () => {
  it("sends CANCEL to her alone and REQUEST to the substitute, and tells nobody else", async () => {
    const { name, event, region } = await invited();
    expect(await name("Voss", adviser, now, "Sakspapira ligg\r\npå e-post")).toEqual({ ok: true, name: adviser.name });
    const mails = await post.read(later(1));
    expect(mails.map(entry)).toEqual([
      [demoAddress("Voss"), "CANCEL", 1, null],
      [adviser.email, "REQUEST", 0, "CONFIRMED"],
    ]);
    const [first, second] = mails;
    expect(new Set(mails.map(({ uid }) => uid))).toEqual(new Set([`${event.id}@samvirk`]));
    expect(first?.subject).toContain("Rådgjevar, Voss er beden om å møte for deg");
    expect(first?.attendees).toEqual([`mailto:${demoAddress("Voss")}`]);
    expect(first?.ics).not.toContain("radgjevar");
    expect(second?.subject).toContain("møter du for Kontaktperson, Voss?");
    expect(second?.text).toContain("Helsing frå Kontaktperson, Voss: Sakspapira ligg");
    expect(second?.text).toContain("fordi du er beden om å møte for Kontaktperson, Voss");
    expect(second?.text).not.toContain("du er kontaktperson for");
    expect(second?.answer).toBe("NEEDS-ACTION");
    const view = await answerView(region.id, first?.link ?? "", now);
    expect(view?.substitute).toEqual({ name: adviser.name, answer: null, calledUp: false });
    const hers = await answerView(region.id, second?.link ?? "", now);
    expect([hers?.meetsFor, hers?.municipality, hers?.closed]).toEqual(["Kontaktperson, Voss", "Voss", null]);
  });

  it("counts the seat once, by the substitute's answer, in the list and on the event's page", async () => {
    const { name, answer, region, view } = await invited();
    await name("Voss", adviser);
    expect((await view())?.counts).toEqual({ yes: 0, maybe: 0, no: 0, none: 3 });
    await answer(adviser.email, "accepted");
    const shown = await view();
    expect(shown?.counts).toEqual({ yes: 1, maybe: 0, no: 0, none: 2 });
    expect(shown?.rows.map((row) => row.name)).toContain("Rådgjevar, Voss for Kontaktperson, Voss");
    const list = await region.inside((db) => eventsView(db, { past: false, after: null, now }));
    expect(list.events[0]).toMatchObject({ invited: 3, answers: { yes: 1, maybe: 0, no: 0, none: 2 } });
    await region.inside((db) => db.region.updateMany({ data: { substituteWords: "pva" } }));
    expect((await view())?.rows.map((row) => row.name)).toContain("Rådgjevar, Voss pva Kontaktperson, Voss");
  });

  it("may take it back: CANCEL to the substitute, REQUEST to her with a number above", async () => {
    const { name, answer, region, view } = await invited();
    await name("Voss", adviser);
    const asked = (await post.read(later(1))).find(({ to }) => to === adviser.email);
    await answer("Voss", "accepted", later(2));
    const mails = await post.read(later(3));
    expect(mails.map(entry)).toEqual([
      [demoAddress("Voss"), "REQUEST", 2, "CONFIRMED"],
      [adviser.email, "CANCEL", 1, null],
    ]);
    expect(mails[0]?.answer).toBe("ACCEPTED");
    expect(mails[0]?.text).toContain("Du kjem likevel");
    expect(mails[1]?.text).toContain("Kontaktperson, Voss kjem likevel, så du treng ikkje møte");
    expect((await view())?.counts).toEqual({ yes: 1, maybe: 0, no: 0, none: 2 });
    expect((await answerView(region.id, asked?.link ?? "", now))?.closed).toBe("taken-back");
    expect(await answer(adviser.email, "accepted", later(4))).toEqual({ ok: false, reason: "passed-on" });
    expect(await name("Voss", adviser, later(5))).toMatchObject({ ok: true });
    expect((await post.read(later(6))).map(entry)).toEqual([
      [demoAddress("Voss"), "CANCEL", 3, null],
      [adviser.email, "REQUEST", 2, "CONFIRMED"],
    ]);
  });

  it("hears that the substitute cannot, once, and may name another", async () => {
    const { name, answer, view } = await invited();
    await name("Voss", adviser);
    await post.read(later(1));
    await answer(adviser.email, "declined", later(2));
    await answer(adviser.email, "declined", later(3));
    const mails = await post.read(later(4));
    expect(mails.map(entry)).toEqual([[demoAddress("Voss"), null, -1, null]]);
    expect(mails[0]?.text).toContain("Rådgjevar, Voss har svara nei, så ingen møter for deg no");
    expect((await view())?.counts).toEqual({ yes: 0, maybe: 0, no: 1, none: 2 });
    expect(await name("Voss", adviser, later(5))).toEqual({ ok: false, reason: "declined" });
    expect(await name("Voss", leader, later(5))).toMatchObject({ ok: true });
    expect((await post.read(later(6))).map(entry)).toEqual([
      [leader.email, "REQUEST", 0, "CONFIRMED"],
      [adviser.email, "CANCEL", 1, null],
    ]);
    expect((await view())?.counts).toEqual({ yes: 0, maybe: 0, no: 0, none: 3 });
  });

  it("cannot name herself, one who is invited, one who is held or wants no invitations, nor a second one", async () => {
    const { name, answer, region } = await invited();
    const people = () => region.inside((db) => db.person.count());
    const before = await people();
    expect(await name("Voss", { name: "Eg", email: demoAddress("Voss") })).toEqual({ ok: false, reason: "herself" });
    expect(await name("Voss", { name: "Ulvik", email: demoAddress("Ulvik") })).toEqual({
      ok: false,
      reason: "invited",
    });
    await region.inside((db) =>
      db.person.createMany({
        data: [
          { name: "Halden", email: "halden@voss.example", heldSince: now, heldReason: "bounced" },
          { name: "Fri", email: "fri@voss.example", optedOut: ["invitations"] },
        ],
      }),
    );
    expect(await name("Voss", { name: "x", email: "halden@voss.example" })).toEqual({ ok: false, reason: "held" });
    expect(await name("Voss", { name: "x", email: "fri@voss.example" })).toEqual({ ok: false, reason: "opted-out" });
    expect(await people()).toBe(before + 2);
    expect(await post.read(later(1))).toEqual([]);
    expect(await name("Voss", adviser)).toMatchObject({ ok: true });
    expect(await name("Voss", leader)).toEqual({ ok: false, reason: "standing" });
    expect(await name("Ulvik", adviser)).toEqual({ ok: false, reason: "invited" });
    expect(await name(adviser.email, leader)).toEqual({ ok: false, reason: "is-substitute" });
    await answer(adviser.email, "accepted");
    expect(await people()).toBe(before + 3);
  });

  it("names one, however often and from however many browsers it is said at once", async () => {
    const { name, region } = await invited();
    const said = await Promise.all([
      name("Voss", adviser),
      name("Voss", adviser),
      name("Voss", leader),
      name("Voss", adviser),
    ]);
    const standing = await region.inside((db) =>
      db.invitation.findMany({ where: { substituteForId: { not: null }, withdrawnAt: null } }),
    );
    expect(standing).toHaveLength(1);
    expect(said.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect((await post.read(later(1))).map(({ method }) => method).sort()).toEqual(["CANCEL", "REQUEST"]);
  });

  it("cannot when the event is cancelled, has begun, or the invitation is taken back", async () => {
    const { name, event, region, of } = await invited();
    const { id } = await of("Ulvik");
    await region.inside((db) => withdrawInvitation(db, { eventId: event.id, invitationId: id, now }));
    expect(await name("Ulvik", adviser)).toEqual({ ok: false, reason: "passed-on" });
    expect(await name("Voss", adviser, new Date("2027-05-26T07:00:00Z"))).toEqual({ ok: false, reason: "over" });
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now }));
    expect(await name("Voss", adviser)).toEqual({ ok: false, reason: "cancelled" });
  });

  it("tells only the substitute of changes, of the cancellation and that the invitation is withdrawn", async () => {
    const { name, event, region, of } = await invited();
    await name("Voss", adviser);
    await name("Ulvik", leader);
    await post.read(later(1));
    await event.changeNow({ date: "2027-05-27" }, later(2));
    const moved = await post.read(later(3));
    expect(moved.map(entry)).toEqual([
      [demoAddress("Eidfjord"), "REQUEST", 1, "CONFIRMED"],
      [leader.email, "REQUEST", 1, "CONFIRMED"],
      [adviser.email, "REQUEST", 1, "CONFIRMED"],
    ]);
    const { id } = await of("Ulvik");
    await region.inside((db) => withdrawInvitation(db, { eventId: event.id, invitationId: id, now: later(4) }));
    const withdrawn = await post.read(later(5));
    expect(withdrawn.map(entry)).toEqual([[leader.email, "CANCEL", 2, null]]);
    expect(withdrawn[0]?.text).toContain("Kontaktperson, Ulvik er ikkje lenger invitert");
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now: later(6) }));
    expect((await post.read(later(7))).map(entry)).toEqual([
      [demoAddress("Eidfjord"), "CANCEL", 2, "CANCELLED"],
      [adviser.email, "CANCEL", 2, "CANCELLED"],
    ]);
  });

  it("gets a new link that puts nothing back into her calendar", async () => {
    const { name, of, region } = await invited();
    await name("Voss", adviser);
    await post.read(later(1));
    const { id } = await of("Voss");
    expect(await region.inside((db) => resendInvitation(db, { invitationId: id, now: later(2) }))).toBe(true);
    const [mail] = await post.read(later(3));
    expect(mail && entry(mail)).toEqual([demoAddress("Voss"), "CANCEL", 1, null]);
    expect((await answerView(region.id, mail?.link ?? "", now))?.substitute?.name).toBe(adviser.name);
  });

  it("may come after all when the organiser has withdrawn her substitute, and is told nothing until then", async () => {
    const { name, answer, event, region, invitationOf } = await invited();
    await name("Voss", adviser);
    await post.read(later(1));
    const { id } = await invitationOf(adviser.email);
    await region.inside((db) => withdrawInvitation(db, { eventId: event.id, invitationId: id, now: later(2) }));
    await event.changeNow({ date: "2027-05-27" }, later(3));
    expect((await post.read(later(4))).map(({ to }) => to)).not.toContain(demoAddress("Voss"));
    await answer("Voss", "accepted", later(5));
    expect((await post.read(later(6))).map(entry)).toEqual([[demoAddress("Voss"), "REQUEST", 2, "CONFIRMED"]]);
  });
});

describe("deputies named in advance", () => {
  it("are asked in their order when the event says so, and the first hears how it goes", async () => {
    const { answer, callsDeputies, deputise, view } = await invited();
    await deputise("Voss", [adviser, leader]);
    await callsDeputies();
    await answer("Voss", "declined", later(1));
    await answer("Voss", "declined", later(1));
    const first = await post.read(later(2));
    expect(first.map(entry)).toEqual([
      [demoAddress("Voss"), "CANCEL", 1, null],
      [adviser.email, "REQUEST", 0, "CONFIRMED"],
    ]);
    expect(first[0]?.text).toContain("Du svara nei, og Rådgjevar, Voss er stadfortredar");
    await answer(adviser.email, "declined", later(3));
    const second = await post.read(later(4));
    expect(second.map(entry)).toEqual([
      [demoAddress("Voss"), null, -1, null],
      [leader.email, "REQUEST", 0, "CONFIRMED"],
      [adviser.email, "CANCEL", 1, null],
    ]);
    expect(second[0]?.text).toContain("Einingsleiar, Voss er neste stadfortredar");
    await answer(leader.email, "declined", later(5));
    expect((await post.read(later(6))).map(entry)).toEqual([[demoAddress("Voss"), null, -1, null]]);
    const shown = await view();
    expect([shown?.callsDeputies, shown?.counts]).toEqual([true, { yes: 0, maybe: 0, no: 1, none: 2 }]);
    await answer("Voss", "accepted", later(7));
    expect((await post.read(later(8))).map(entry)).toEqual([
      [demoAddress("Voss"), "REQUEST", 2, "CONFIRMED"],
      [leader.email, "CANCEL", 1, null],
    ]);
  });

  it("are passed over when invited, held or unwilling, and not asked where the event does not say so", async () => {
    const { answer, callsDeputies, deputise, region } = await invited();
    await deputise("Voss", [
      { name: "Ulvik", email: demoAddress("Ulvik") },
      { name: "Halden", email: "halden@voss.example" },
      adviser,
    ]);
    await region.inside((db) =>
      db.person.updateMany({
        where: { email: "halden@voss.example" },
        data: { heldSince: now, heldReason: "by_hand" },
      }),
    );
    await answer("Voss", "declined", later(1));
    expect(await post.read(later(2))).toEqual([]);
    await callsDeputies();
    await answer("Voss", "declined", later(3));
    expect((await post.read(later(4))).map(({ to, method }) => [to, method])).toEqual([
      [demoAddress("Voss"), "CANCEL"],
      [adviser.email, "REQUEST"],
    ]);
  });
});
