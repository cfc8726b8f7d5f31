import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { makeLinks } from "~/features/auth/links.server";
import { addPart } from "~/features/cases/add-part.server";
import { agendaByLink, paperCaseByLink } from "~/features/cases/agenda-by-link.view.server";
import { caseView } from "~/features/cases/case.view.server";
import { closedSeenBy } from "~/features/cases/closed-cases.server";
import { publicPaperCase } from "~/features/cases/public-paper.server";
import { queueView } from "~/features/cases/queue.view.server";
import { publicCaseView, readRegisterAsked, registerView } from "~/features/cases/register.view.server";
import { sendNotice } from "~/features/cases/send-notice.server";
import { setAgenda } from "~/features/cases/set-agenda.server";
import { personFeed } from "~/features/feeds/feeds.view.server";
import { makeFeed } from "~/features/feeds/make-feed.server";
import { type CasesRegion, casesRegion } from "./scene";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const secret = "Oppseiing";

let region: CasesRegion;
let meeting: string;
let cases: { open: string; closed: string };
let member: string;

beforeAll(async () => {
  region = await casesRegion(database.url().adminUrl);
  const { council, inside, queue, takeUp } = region;
  member = await region.addPerson("Rådmann, Asker", "radmann@asker.example");
  await inside((db) => db.bodyMember.create({ data: { bodyId: council, personId: member, position: 1 } }));
  meeting = await region.meeting(council, "2027-06-01");
  cases = {
    open: await queue(council, "Tertialrapport", { proposal: "Rapporten vert godkjend." }),
    closed: await queue(council, secret, {
      closed: true,
      legalBasis: "offl. § 13",
      presentation: secret,
      proposal: secret,
    }),
  };
  await inside((db) => addPart(db, { caseId: cases.closed, lettered: true, title: `${secret} A` }));
  await takeUp(meeting, cases.open, cases.closed);
});

const send = () => region.inside((db) => sendNotice(db, { minutesId: meeting, personId: member, now }));
const register = (q = "") =>
  region.inside((db) => registerView(db, readRegisterAsked(new URLSearchParams(q && { q }))));

async function linkFor(personId: string, more: { substituteForId?: string } = {}) {
  const token = randomBytes(24).toString("base64url");
  const id = await region.inside(async (db) => {
    const { eventId } = await db.minutes.findFirstOrThrow({ where: { id: meeting } });
    const found = await db.invitation.findFirst({ where: { eventId: eventId ?? "", personId } });
    const made =
      found ?? (await db.invitation.create({ data: { eventId: eventId ?? "", personId, locale: "nn", ...more } }));
    const expiresAt = new Date("2027-12-31");
    await makeLinks(db, [{ token, purpose: "answer", personId, subjectId: made.id, expiresAt }]);
    return made.id;
  });
  return { id, token, seen: JSON.stringify(await agendaByLink(region.id, token, now)) };
}

describe("the notice of a meeting", () => {
  it("waits until the agenda is set", async () => {
    expect(await send()).toEqual({ ok: false, reason: "not-set" });
    expect((await register()).cases).toEqual([]);
  });

  it("invites the members with the agenda, and has of a closed case the number and the law alone", async () => {
    await region.inside((db) => setAgenda(db, { minutesId: meeting }));
    expect(await send()).toEqual({ ok: true, invited: 1, told: 0 });
    const { events, mails, audited } = await region.inside(async (db) => ({
      events: await db.event.findMany({ where: { bodyId: region.council } }),
      mails: await db.delivery.findMany(),
      audited: await db.auditEvent.findMany(),
    }));
    expect(events[0]).toMatchObject({ state: "published", audienceKind: "body_members", open: false });
    expect(events[0]?.description).toBe(
      "Saksliste:\nSak 01/2027 Tertialrapport\nSak 02/2027 Unntatt offentlighet, offl. § 13",
    );
    expect(mails).toHaveLength(1);
    expect(JSON.stringify([events, mails, audited])).not.toContain(secret);
  });

  it("shows closed cases to members and those who meet for them, and to nobody else who is invited", async () => {
    const own = await linkFor(member);
    expect(own.seen).toContain(secret);
    const substitute = await region.addPerson("Kommunalsjef", `${randomUUID()}@asker.example`);
    expect((await linkFor(substitute, { substituteForId: own.id })).seen).toContain(secret);
    const guest = await region.addPerson("Gjest", `${randomUUID()}@gjest.example`);
    const { seen } = await linkFor(guest);
    expect(seen).toContain("Tertialrapport");
    expect(seen).not.toContain(secret);
  });

  it("gives papers of closed cases to those alone who may see the case", async () => {
    const paper = (caseId: string) =>
      region.inside(
        async (db) =>
          (await db.casePaper.create({ data: { caseId, name: "Notat", link: "https://x.example", position: 0 } })).id,
      );
    const papers = { open: await paper(cases.open), closed: await paper(cases.closed) };
    const own = await linkFor(member);
    const guest = await linkFor(await region.addPerson("Gjest to", `${randomUUID()}@gjest.example`));
    const reads = (token: string) =>
      region.inside(async (db) => [
        (await paperCaseByLink(db, { token, paperId: papers.open, now })) !== null,
        (await paperCaseByLink(db, { token, paperId: papers.closed, now })) !== null,
      ]);
    expect([await reads(own.token), await reads(guest.token), await reads("x")]).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
    const items = await region.inside((db) => db.agendaItem.findMany({ where: { minutesId: meeting } }));
    const itemOf = (caseId: string) => items.find((item) => item.caseId === caseId)?.id ?? "";
    const told = await region.inside(async (db) => [
      await publicPaperCase(db, { itemId: itemOf(cases.open), paperId: papers.open }),
      await publicPaperCase(db, { itemId: itemOf(cases.open), paperId: papers.closed }),
      await publicPaperCase(db, { itemId: itemOf(cases.closed), paperId: papers.closed }),
    ]);
    expect(told).toEqual([cases.open, null, null]);
  });

  it("is an entry of calendars, by mail and in the feed, with no word of a closed case", async () => {
    const sender = { mailMode: "live" as const, senderAddress: "post@vest.example", replyAddress: "svar@vest.example" };
    await region.inside((db) => db.region.updateMany({ data: sender }));
    const [mail] = await post.read(now);
    const entry = JSON.stringify(mail);
    const facts = {
      ...{ id: region.id, slug: "vest", name: "Vest", programme: "", initials: "V", accent: "fjord" as const },
      ...{ zone: "Europe/Oslo", defaultStandard: "nynorsk" as const, languages: ["nn" as const] },
    };
    const feed = await region.inside(async (db) =>
      personFeed(db, { region: facts, token: await makeFeed(db, { personId: member, now }), now }),
    );
    for (const text of [entry, JSON.stringify(feed)]) {
      expect(text).toContain("Rådmannsgruppen");
      expect(text).not.toContain(secret);
    }
    expect(mail?.method).toBe("REQUEST");
  });

  it("puts its open cases in the public register, found by words and number, and never a closed one", async () => {
    expect((await register()).cases.map(({ number, title }) => `${number} ${title}`)).toEqual([
      "01/2027 Tertialrapport",
    ]);
    expect((await register("godkjend tertial")).cases).toHaveLength(1);
    expect((await register("1/2027")).cases).toHaveLength(1);
    for (const q of [secret, "2/2027", "finst ikkje"]) expect((await register(q)).cases, q).toEqual([]);
    const items = await region.inside((db) => db.agendaItem.findMany({ where: { minutesId: meeting } }));
    const shown = await region.inside(async (db) => {
      const views = [];
      for (const { id } of items) views.push(await publicCaseView(db, { id, slug: "vestland" }));
      return views.filter((view) => view !== null);
    });
    expect(shown.map(({ item }) => item?.title)).toEqual(["Tertialrapport"]);
  });

  it("tells decisions to everybody first when the minutes have been sent round", async () => {
    const decide = { outcome: "as_proposed" as const, decision: "Vedteke ordlyd." };
    const shown = async () => {
      const [one] = (await register()).cases;
      return JSON.stringify(await region.inside((db) => publicCaseView(db, { id: one?.id ?? "", slug: "vestland" })));
    };
    await region.inside(async (db) => {
      await db.agendaItem.updateMany({ where: { minutesId: meeting }, data: decide });
      await db.minutes.updateMany({ where: { id: meeting }, data: { state: "ended" } });
    });
    expect(await shown()).not.toContain("ordlyd");
    expect((await register("ordlyd")).cases).toEqual([]);
    await region.inside((db) => db.minutes.updateMany({ where: { id: meeting }, data: { state: "remarks" } }));
    expect(await shown()).toContain("ordlyd");
    expect((await register("ordlyd")).cases).toHaveLength(1);
  });

  it("lets no reader of the region who has no seat see a closed case", async () => {
    const reader = [{ kind: "reader" as const, actorId: null, municipalityId: null }];
    const stranger = await region.addPerson("Lesar", `${randomUUID()}@leser.example`);
    const seenBy = (personId: string) =>
      region.inside(async (db) => {
        const maySee = await closedSeenBy(db, { roles: reader, personId, today: "2027-04-01" });
        const asked = { show: "on_agenda" as const, before: null, today: "2027-04-01", maySee };
        const page = await caseView(db, { id: cases.closed, maySee, slug: "vestland", today: "2027-04-01" });
        return JSON.stringify([page, await queueView(db, { bodyId: region.council, ...asked })]);
      });
    expect(await seenBy(stranger)).not.toContain(secret);
    expect(await seenBy(member)).toContain(secret);
  });
});
