import { beforeEach, describe, expect, it } from "vitest";
import { foreseen, type RunRegion, runRules, sentBy } from "#tests/features/automation/run-rules";
import { asAdmin, makeLiveRegion } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { changeRule } from "~/features/automation/change-rule.server";
import { tickRegion } from "~/features/automation/tick-regions.server";
import { yearAhead } from "~/features/automation/year-ahead.view.server";

const database = useDatabase();
type Live = Awaited<ReturnType<typeof makeLiveRegion>>;
let live: Live;
let region: RunRegion;
let newsletterId = "";
let letterRow = "";

const spring = { from: new Date("2027-03-14T23:00:00Z"), to: new Date("2027-05-25T22:00:00Z") };
const contacts = { channel: "Møte med kontaktpersonar", audience: "", timing: "12. mai" };
const letter = { channel: "Informasjonsbrev", audience: "", timing: "Mai" };

/** A region of two municipalities, with a newsletter and a plan for 2027 of these rows. */
async function makeRegion(rows: { channel: string; audience: string; timing: string }[] = [contacts, letter]) {
  const { adminUrl } = database.url();
  live = await makeLiveRegion(adminUrl, ["Voss", "Ulvik"]);
  region = { id: live.id, adminUrl };
  await live.inside(async (db) => {
    newsletterId = (await db.newsletter.create({ data: { position: 1, name: "Nytt" } })).id;
    const plan = await db.communicationsPlan.create({
      data: { from: new Date("2027-01-01"), to: new Date("2027-12-31") },
    });
    for (const [at, row] of rows.entries()) {
      const made = await db.planRow.create({ data: { planId: plan.id, position: at + 1, ...row } });
      if (row === letter) letterRow = made.id;
    }
  });
}

const setRegion = (sql: string) => asAdmin(region.adminUrl, `UPDATE region SET ${sql} WHERE id = $1`, [region.id]);
const due = (kind: string) =>
  live.inside((db) => db.automationDue.findMany({ where: { kind }, orderBy: { at: "asc" } }));
const kinds = async () => (await sentBy(region)).map((line) => line.split(" ").slice(2, 4).join(" "));

const byHand = [
  "2027-03-17 08:00 event-draft 1 Møte med kontaktpersonar",
  "2027-04-14 08:00 invitation 2 Møte med kontaktpersonar",
  "2027-04-19 08:00 issue-draft 1 Nytt",
  "2027-04-30 08:00 reminder-unanswered 2 Møte med kontaktpersonar",
  "2027-05-03 08:00 issue 2 Nytt",
  "2027-05-04 09:00 reminder-coming 2 Møte med kontaktpersonar",
  "2027-05-13 08:00 feedback-request 2 Møte med kontaktpersonar",
];
const withoutLists = (lines: string[]) => lines.filter((line) => !line.includes("due-list"));

describe("the rules of a region", () => {
  beforeEach(() => makeRegion());

  it("do what they say and what was foreseen, and each thing once when the worker stops after every one", async () => {
    const ahead = await live.inside((db) => yearAhead(db, { from: "2027-03-15", to: "2027-05-25", now: spring.from }));
    await runRules(region, { ...spring, most: 1 });
    const sent = await sentBy(region);
    expect(withoutLists(sent)).toEqual(byHand);
    expect(sent).toEqual(foreseen(ahead));
  });

  it("make up for three days, and for three weeks, of standstill with one list and nothing twice", async () => {
    const asleep = [
      { from: new Date("2027-03-07T23:00:00Z"), to: new Date("2027-03-11T11:00:00Z") },
      { from: new Date("2027-04-18T22:00:00Z"), to: new Date("2027-05-06T10:00:00Z") },
    ];
    await runRules(region, { from: new Date("2027-02-28T23:00:00Z"), to: new Date("2027-05-09T22:00:00Z"), asleep });
    const sent = await sentBy(region);
    expect(sent.filter((line) => line.includes("due-list"))).toEqual([
      "2027-03-01 08:00 due-list 1",
      "2027-03-11 12:00 due-list 1",
      "2027-03-15 08:00 due-list 1",
      "2027-03-22 08:00 due-list 1",
      "2027-03-30 08:00 due-list 1",
      "2027-04-05 08:00 due-list 1",
      "2027-04-12 08:00 due-list 1",
      "2027-05-07 08:00 due-list 1",
    ]);
    // The draft of the issue is late, so its editor has as many days to look at it as she would have had.
    expect(withoutLists(sent)).toContain("2027-05-07 08:00 issue-draft 1 Nytt");
    expect(new Set(sent).size).toBe(sent.length);
  });

  it("make drafts and send nothing while the mail is on hold, or stopped", async () => {
    await setRegion("mail_mode = 'hold'");
    await runRules(region, { ...spring, to: new Date("2027-04-20T22:00:00Z"), alone: true });
    expect(await live.inside((db) => db.event.count())).toBe(1);
    expect(await live.inside((db) => db.newsletterIssue.count())).toBe(1);
    expect(await live.inside((db) => db.invitation.count())).toBe(0);
    expect(await live.inside((db) => db.delivery.count({ where: { state: "sent", kind: "due-list" } }))).toBe(0);
  });

  it("wait for a person, and remind the editor of an issue that has not gone out", async () => {
    await runRules(region, { ...spring, alone: true });
    expect(withoutLists(await sentBy(region))).toEqual([
      "2027-03-17 08:00 event-draft 1 Møte med kontaktpersonar",
      "2027-04-19 08:00 issue-draft 1 Nytt",
      expect.stringMatching(/^2027-05-24 08:00 issue-reminder 1 Nytt/),
    ]);
    const [invitation] = await due("invitation");
    expect(invitation?.state).toBe("overtaken");
  });

  it.each([
    ["suggest", ["event-draft 1", "issue-draft 1", "issue-reminder 1"], { events: 0, issues: 0 }],
    ["draft", ["event-draft 1", "issue-draft 1", "issue-reminder 1"], { events: 1, issues: 1 }],
  ] as const)("go as far as %s lets them", async (trust, told, made) => {
    await setRegion(`trust = '${trust}'`);
    await runRules(region, { ...spring, alone: true });
    expect((await kinds()).filter((line) => !line.startsWith("due-list"))).toEqual(told);
    expect(await live.inside((db) => db.event.count())).toBe(made.events);
    expect(await live.inside((db) => db.newsletterIssue.count())).toBe(made.issues);
  });

  it("send by themselves where the region lets them", async () => {
    await setRegion("trust = 'send'");
    await runRules(region, { ...spring, to: new Date("2027-04-18T22:00:00Z"), alone: true });
    expect(withoutLists(await sentBy(region))).toEqual(byHand.slice(0, 2));
  });

  it("never send by themselves to those the words only seem to mean", async () => {
    await asAdmin(
      region.adminUrl,
      "UPDATE plan_row SET channel = 'Konferanse', audience = 'Kommunane' WHERE region_id = $1 AND timing = '12. mai'",
      [region.id],
    );
    await setRegion("trust = 'send'");
    await runRules(region, { ...spring, to: new Date("2027-04-18T22:00:00Z"), alone: true });
    expect((await due("invitation")).map(({ state, reason }) => [state, reason])).toEqual([["waiting", "approval"]]);
  });

  it("ask before the first issue goes to a thousand, and send it once somebody has said yes", async () => {
    await live.inside(async (db) => {
      const people = Array.from({ length: 1000 }, (_, at) => ({ name: `Lesar ${at}`, email: `lesar${at}@r.example` }));
      const made = await db.person.createManyAndReturn({ data: people, select: { id: true } });
      const active = { newsletterId, state: "active" as const, confirmedAt: spring.from };
      await db.subscription.createMany({ data: made.map(({ id: personId }) => ({ ...active, personId })) });
    });
    const asked = new Date("2027-05-04T22:00:00Z");
    await runRules(region, { ...spring, to: asked });
    expect((await due("issue")).map(({ state, reason }) => [state, reason])).toEqual([["waiting", "many"]]);
    expect(await live.inside((db) => db.delivery.count({ where: { kind: "newsletter" } }))).toBe(0);
    const key = `issue:${letterRow}`;
    await live.inside((db) => changeRule(db, { key, change: { agreed: true }, version: 0, now: asked }));
    await runRules(region, { from: asked, to: new Date("2027-05-05T22:00:00Z") });
    expect(await live.inside((db) => db.delivery.count({ where: { kind: "newsletter" } }))).toBe(1002);
  });

  it("say that nobody gets an issue whose audience has become empty, and try again", async () => {
    await asAdmin(region.adminUrl, "UPDATE newsletter SET to_contact_persons = false WHERE region_id = $1", [
      region.id,
    ]);
    await runRules(region, { ...spring, to: new Date("2027-05-04T22:00:00Z") });
    expect((await due("issue")).map(({ state, reason }) => [state, reason])).toEqual([["waiting", "nobody"]]);
    await asAdmin(region.adminUrl, "UPDATE newsletter SET to_contact_persons = true WHERE region_id = $1", [region.id]);
    await runRules(region, { from: new Date("2027-05-04T22:00:00Z"), to: new Date("2027-05-05T22:00:00Z") });
    expect(await sentBy(region)).toContain("2027-05-05 08:00 issue 2 Nytt");
  });

  it("do nothing outside office hours, and are looked at again when the region opens", async () => {
    await asAdmin(region.adminUrl, "UPDATE region SET automation_at = '2027-03-17' WHERE id = $1", [region.id]);
    expect(await tickRegion(region.id, new Date("2027-03-17T06:59:00Z"))).toBe(0);
    const at = async () => (await live.inside((db) => db.region.findFirstOrThrow())).automationAt.toISOString();
    expect(await at()).toBe("2027-03-17T07:00:00.000Z");
    expect(await tickRegion(region.id, new Date("2027-03-17T07:00:00Z"))).toBeGreaterThan(0);
    expect(await tickRegion(region.id, new Date("2027-03-17T07:00:01Z"))).toBe(0);
    expect(await at()).toBe("2027-03-18T07:00:00.000Z");
  });

  it("leave alone what a person has made, done or dropped", async () => {
    await live.inside(async (db) => {
      const rows = await db.planRow.findMany({ orderBy: { position: "asc" } });
      const [first, second] = [rows[0]?.id ?? "", rows[1]?.id ?? ""];
      const times = { startsAt: new Date("2027-05-12T07:00:00Z"), endsAt: new Date("2027-05-12T09:00:00Z") };
      await db.event.create({ data: { title: "Vårt møte", planRowId: first, zone: "Europe/Oslo", ...times } });
      const said = {
        from: new Date("2027-05-01"),
        to: new Date("2027-05-31"),
        state: "dropped" as const,
        reason: "Ikkje i år",
      };
      await db.planOccurrence.create({ data: { planRowId: second, ...said } });
    });
    await runRules(region, spring);
    expect(withoutLists(await sentBy(region))).toEqual([]);
  });
});
