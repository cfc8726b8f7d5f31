import { describe, expect, it } from "vitest";
import {
  eventPage,
  hour,
  type LiveRegion,
  makeLiveRegion,
  minute,
  startEvent,
  usePost,
} from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { answerView, invitationByLink } from "~/features/events/answer.view.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { eventsView } from "~/features/events/events.view.server";
import { ownInvitations } from "~/features/events/own-invitations.view.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { handOver } from "~/features/handover/hand-over.server";
import { endContactPerson } from "~/features/municipalities/end-contact-person.server";
import { demoAddress } from "../../../prisma/seed/demo";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const today = new Date("2027-04-01T00:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const successor = { name: "Rådgjevar, Voss", email: "radgjevar@voss.example" };

/** Voss and Ulvik are invited to two events, and have opened the mails. */
async function invited(names = ["Voss", "Ulvik"]) {
  const region = await makeLiveRegion(database.url().adminUrl, names);
  const event = await startEvent(region, now);
  const second = await startEvent(region, now, { title: "Samling", date: "2027-06-02", replyBy: "2027-05-20" });
  await event.invite();
  await second.invite();
  const mails = await post.read(now);
  return { region, event, second, mails, ...(await ways(region)) };
}

async function ways({ inside }: LiveRegion) {
  const roles = await inside((db) =>
    db.role.findMany({
      where: { kind: "contact_person" },
      include: { municipality: { include: { municipality: true } } },
    }),
  );
  const of = (name: string) => {
    const role = roles.find(({ municipality }) => municipality?.municipality.name === name);
    return { municipalityId: role?.municipalityId ?? "", personId: role?.personId ?? "" };
  };
  const hand = (name: string, to = successor, replaces: string | null = of(name).personId, at = now) =>
    inside((db) => handOver(db, { municipalityId: of(name).municipalityId, ...to, today, replaces, now: at }));
  const person = (email: string) => inside((db) => db.person.findFirstOrThrow({ where: { email } }));
  const standing = (email: string) =>
    inside((db) =>
      db.invitation.findMany({
        where: { person: { email } },
        include: { event: true },
        orderBy: { event: { startsAt: "asc" } },
      }),
    );
  return { of, hand, person, standing };
}

describe("handing the role of contact person over", () => {
  it("takes the invitations along: CANCEL to the former alone, REQUEST and link to the successor, and a welcome", async () => {
    const { region, event, hand } = await invited();
    expect(await hand("Voss")).toMatchObject({ ok: true, passed: [{ kind: "invitations", count: 2 }] });
    const mails = await post.read(later(minute));
    const former = mails.filter(({ to }) => to === demoAddress("Voss"));
    expect(former.map(({ method, status, sequence }) => [method, status, sequence])).toEqual([
      ["CANCEL", null, 1],
      ["CANCEL", null, 1],
    ]);
    expect(former.map(({ uid }) => uid)).toContain(`${event.id}@samvirk`);
    for (const mail of former) {
      expect(mail.text).toContain("Rådgjevar, Voss er no kontaktperson for Voss");
      expect(mail.text).not.toMatch(/avlyst/i);
      expect(mail.attendees).toEqual([`mailto:${demoAddress("Voss")}`]);
      expect(mail.ics).not.toContain("radgjevar");
    }
    const mine = mails.filter(({ to }) => to === successor.email);
    expect(mine.filter(({ method }) => method).map(({ method, sequence }) => [method, sequence])).toEqual([
      ["REQUEST", 0],
      ["REQUEST", 0],
    ]);
    expect(mails).toHaveLength(5);
    const welcome = mine.find(({ method }) => !method);
    expect(welcome?.subject).toBe("Vestland: velkomen som kontaktperson for Voss");
    expect(welcome?.text).toMatch(/2 arrangement er opne[\s\S]*Dialogmøte[\s\S]*Samling[\s\S]*Svar innan/);
    const links = [...(welcome?.text ?? "").matchAll(/\/answer\/([\w-]{32})/g)].map(([, token]) => token ?? "");
    expect(new Set([...links, ...mine.map(({ link }) => link)]).size).toBe(4);
    const first = await answerView(region.id, links[0] ?? "", now);
    expect([first?.event.title, first?.municipality, first?.closed]).toEqual(["Dialogmøte", "Voss", null]);
  });

  it("leaves the former's link to say that it has passed on, and to answer nothing", async () => {
    const { region, hand, mails, person } = await invited();
    const link = mails.find(({ to, title }) => to === demoAddress("Voss") && title === "Dialogmøte")?.link ?? "";
    await hand("Voss");
    expect((await answerView(region.id, link, now))?.closed).toBe("passed-on");
    const answered = await region.inside(async (db) => {
      const invitation = await invitationByLink(db, link, now);
      return recordAnswer(db, {
        invitationId: invitation?.id ?? "",
        answer: "accepted",
        answeredBy: "link",
        now,
      });
    });
    expect(answered).toEqual({ ok: false, reason: "passed-on" });
    const former = await person(demoAddress("Voss"));
    expect(await region.inside((db) => ownInvitations(db, former.id, now))).toEqual([]);
  });

  it("counts the municipality once, unanswered, and keeps what was answered to be read", async () => {
    const { region, event, hand, standing } = await invited();
    const [own] = await standing(demoAddress("Voss"));
    const id = own?.id ?? "";
    await region.inside((db) =>
      recordAnswer(db, { invitationId: id, answer: "accepted", answeredBy: "signed_in", now }),
    );
    await hand("Voss");
    const view = await region.inside((db) => eventPage(db, event.id, now));
    expect(view?.counts).toEqual({ yes: 0, maybe: 0, no: 0, none: 2 });
    expect(view?.rows.map(({ municipality, name }) => [municipality, name])).toContainEqual([
      "Voss",
      "Rådgjevar, Voss",
    ]);
    expect(view?.passed).toMatchObject([{ municipality: "Voss", answer: "accepted" }]);
    const list = await region.inside((db) => eventsView(db, { past: false, after: null, now }));
    expect(list.events.map(({ invited: n }) => n)).toEqual([2, 2]);
  });

  it("tells of changes and the cancellation only who has the invitation now, after her own entry", async () => {
    const { region, event, hand } = await invited();
    await hand("Voss");
    await post.read(later(minute));
    await event.changeNow({ start: "10:00" }, later(2 * minute));
    expect((await post.read(later(2 * minute))).map(({ to, sequence }) => [to, sequence])).toEqual([
      [demoAddress("Ulvik"), 1],
      [successor.email, 1],
    ]);
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now: later(hour) }));
    expect((await post.read(later(hour))).map(({ to, status }) => [to, status])).toEqual([
      [demoAddress("Ulvik"), "CANCELLED"],
      [successor.email, "CANCELLED"],
    ]);
  });

  it("still tells the former's calendar when the event is cancelled before that mail has left", async () => {
    const { region, event, hand } = await invited();
    await hand("Voss");
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now }));
    const mails = await post.read(later(minute));
    const former = mails.filter(({ to, uid }) => to === demoAddress("Voss") && uid === `${event.id}@samvirk`);
    expect(former.map(({ method }) => method)).toEqual(["CANCEL"]);
  });

  it("drops an invitation that has not left, and tells the former's calendar nothing", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const event = await startEvent(region, now);
    await event.invite();
    const { hand } = await ways(region);
    await hand("Voss");
    const mails = await post.read(later(minute));
    expect(mails.map(({ to }) => to)).toEqual([successor.email, successor.email]);
  });

  it("invites nobody twice: who is invited for another municipality keeps that one invitation", async () => {
    const { hand, of, standing } = await invited();
    expect(await hand("Voss", { name: "Kontaktperson, Ulvik", email: demoAddress("Ulvik") })).toMatchObject({
      ok: true,
    });
    const mails = await post.read(later(minute));
    const ulvik = mails.filter(({ to }) => to === demoAddress("Ulvik"));
    expect(ulvik.map(({ method }) => method)).toEqual([undefined]);
    const rows = await standing(demoAddress("Ulvik"));
    expect(rows.map(({ municipalityId, withdrawnAt }) => [municipalityId, withdrawnAt])).toEqual([
      [of("Ulvik").municipalityId, null],
      [of("Ulvik").municipalityId, null],
    ]);
  });

  it("lets one who answers for two hand over either and keep the other", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
    const { hand, of, standing } = await ways(region);
    await hand("Ulvik", { name: "Kontaktperson, Voss", email: demoAddress("Voss") });
    const event = await startEvent(region, now);
    await event.invite();
    await post.read(now);
    const [one] = await standing(demoAddress("Voss"));
    const named = one?.municipalityId === of("Voss").municipalityId ? "Voss" : "Ulvik";
    const other = named === "Voss" ? "Ulvik" : "Voss";
    const replaces = of("Voss").personId;
    await hand(named, successor, replaces);
    expect(await standing(demoAddress("Voss"))).toMatchObject([
      { withdrawnAt: null, municipalityId: of(other).municipalityId },
    ]);
    expect(await standing(successor.email)).toMatchObject([{ municipalityId: of(named).municipalityId }]);
    await hand(other, { name: "Leiar", email: "leiar@voss.example" }, replaces);
    const [former] = await standing(demoAddress("Voss"));
    expect(former?.withdrawnAt).not.toBeNull();
    expect(await standing("leiar@voss.example")).toMatchObject([{ municipalityId: of(other).municipalityId }]);
  });

  it("invites somebody again who gets the role back, with a number above her CANCEL", async () => {
    const { hand, of, person, standing } = await invited();
    await hand("Voss");
    await post.read(later(minute));
    const middle = await person(successor.email);
    await hand("Voss", { name: "Kontaktperson", email: demoAddress("Voss") }, middle.id, later(hour));
    const back = (await post.read(later(hour))).filter(({ to, method }) => to === demoAddress("Voss") && method);
    expect(back.map(({ method, sequence, answer }) => [method, sequence, answer])).toEqual([
      ["REQUEST", 2, "NEEDS-ACTION"],
      ["REQUEST", 2, "NEEDS-ACTION"],
    ]);
    expect(await standing(demoAddress("Voss"))).toMatchObject([
      { withdrawnAt: null, answer: null, municipalityId: of("Voss").municipalityId },
      { withdrawnAt: null },
    ]);
  });

  it("waits with what is open while nobody is contact person, and gives it to who takes over", async () => {
    const { region, of, hand, standing } = await invited();
    const { municipalityId, personId } = of("Voss");
    await region.inside((db) => endContactPerson(db, { municipalityId, personId, today }));
    expect((await standing(demoAddress("Voss"))).every(({ withdrawnAt }) => withdrawnAt === null)).toBe(true);
    expect(await hand("Voss", successor, null)).toMatchObject({ ok: true, passed: [{ count: 2 }] });
    expect((await standing(successor.email)).map(({ withdrawnAt }) => withdrawnAt)).toEqual([null, null]);
    expect((await standing(demoAddress("Voss"))).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });

  it("leaves drafts, cancelled events and those that have begun as they are", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const over = await startEvent(region, now, { date: "2027-04-02" });
    const gone = await startEvent(region, now);
    await over.invite();
    await gone.invite();
    await post.read(now);
    await region.inside((db) => cancelEvent(db, { eventId: gone.id, now }));
    const { hand, of } = await ways(region);
    const at = new Date("2027-04-02T07:30:00Z");
    expect(await hand("Voss", successor, of("Voss").personId, at)).toMatchObject({ passed: [{ count: 0 }] });
    const welcome = (await post.read(at)).find(({ to }) => to === successor.email);
    expect(welcome?.text).toContain("Ingenting ventar på svar no.");
  });

  it("goes to one of two who are named at once, and the other is asked about her", async () => {
    const { hand, of, region } = await invited();
    const results = await Promise.all([
      hand("Voss"),
      hand("Voss", { name: "Leiar, Voss", email: "leiar@voss.example" }),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: "has-contact-person" });
    const standing = await region.inside((db) =>
      db.invitation.count({ where: { municipalityId: of("Voss").municipalityId, withdrawnAt: null } }),
    );
    expect(standing).toBe(2);
  });

  it("does not lose an invitation round that runs at the same moment", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const event = await startEvent(region, now);
    const { hand, of } = await ways(region);
    await Promise.all([event.invite(), hand("Voss")]);
    const standing = await region.inside((db) =>
      db.invitation.findMany({ where: { withdrawnAt: null }, include: { person: true } }),
    );
    expect(standing.map(({ person, municipalityId }) => [person.email, municipalityId])).toEqual([
      [successor.email, of("Voss").municipalityId],
    ]);
  });

  it("does not invite a successor who wants no invitations", async () => {
    const { region, hand, standing } = await invited();
    await region.inside((db) => db.person.create({ data: { ...successor, optedOut: ["invitations"] } }));
    await hand("Voss");
    expect(await standing(successor.email)).toEqual([]);
  });
});
