import { describe, expect, it } from "vitest";
import { asAdmin, eventForm, makeLiveRegion } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import type { HeldRole } from "~/domain/auth/permissions";
import { answerRuleForm } from "~/features/automation/answer-rule-form.server";
import { approveDue, declineDue } from "~/features/automation/approve-due.server";
import { changeRule, type RuleDifference } from "~/features/automation/change-rule.server";
import { countInvitationsToApprove, invitationOfEvent } from "~/features/automation/invitations-to-approve.view.server";
import { ruleOfRow, ruleView } from "~/features/automation/rule.view.server";
import { rulesView } from "~/features/automation/rules.view.server";
import { makeEvent } from "~/features/events/create-event.server";
import { changeTrust } from "~/features/regions/change-trust.server";

const database = useDatabase();
const now = new Date("2027-02-01T08:00:00Z");
const asked = { now, today: "2027-02-01" };

/** A region with a plan of 2027 that has a letter twice in the year. */
async function lettered() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
  const row = await region.inside(async (db) => {
    const plan = await db.communicationsPlan.create({
      data: { from: new Date("2027-01-01"), to: new Date("2027-12-31") },
    });
    const cells = { channel: "Informasjonsbrev", timing: "Mai/juni + november", audience: "Kommunane" };
    await db.newsletter.create({ data: { position: 1, name: "Nytt frå regionen" } });
    return db.planRow.create({ data: { planId: plan.id, position: 1, ...cells } });
  });
  const key = `issue:${row.id}`;
  const change = (difference: RuleDifference, version = 0) =>
    region.inside((db) => changeRule(db, { key, change: difference, version, now }));
  const view = () => region.inside((db) => ruleView(db, { key, ...asked }));
  return { region, row, key, change, view };
}

describe("a rule", () => {
  it("does as the plan says until somebody changes it", async () => {
    const { view, region } = await lettered();
    const rule = await view();
    expect(rule).toMatchObject({
      kind: "issue",
      trust: "approve",
      changed: false,
      off: false,
      words: "Mai/juni + november",
    });
    expect(rule?.coming[0]).toMatchObject({ kind: "issue-draft", day: "2027-04-19", waitsFor: null });
    const { groups } = await region.inside((db) => rulesView(db, asked));
    expect(groups.map(({ kind }) => kind)).toEqual(["issue", "reminder", "feedback", "newsletter", "due-list"]);
    expect(groups[0]?.rules[0]?.next).toMatchObject({ day: "2027-04-19", kind: "issue-draft" });
  });

  it("takes other days and another trust, and the next thing it does moves", async () => {
    const { change, view } = await lettered();
    expect(await change({ steps: { draft: 28 }, trust: "draft" })).toEqual({ ok: true });
    const rule = await view();
    expect(rule).toMatchObject({ trust: "draft", changed: true, version: 1 });
    expect(rule?.coming[0]?.day).toBe("2027-04-05");
  });

  it("does nothing while it is off, and as before when it is put back", async () => {
    const { change, view } = await lettered();
    await change({ off: true, steps: { draft: 3 } });
    expect((await view())?.coming).toEqual([]);
    await change({ off: false, trust: null, steps: {} }, 1);
    expect(await view()).toMatchObject({ changed: false, off: false, version: 2 });
  });

  it("refuses what was changed meanwhile, other days than it can have, and what is no rule", async () => {
    const { change, region, key } = await lettered();
    await change({ trust: "send" });
    expect(await change({ off: true })).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await change({ steps: { draft: 91 } }, 1)).toEqual({ ok: false, reason: "unknown" });
    expect(await change({ steps: { party: 1 } }, 1)).toEqual({ ok: false, reason: "unknown" });
    const odd = ["issue:1", "issue", "reminder:party", key.replace("issue", "gathering"), "__proto__:x", ""];
    for (const one of odd) {
      const answer = await region.inside((db) => changeRule(db, { key: one, change: { off: true }, version: 0, now }));
      expect([one, answer]).toEqual([one, { ok: false, reason: "unknown" }]);
    }
  });

  it("of another region is none", async () => {
    const { key } = await lettered();
    const other = await makeLiveRegion(database.url().adminUrl, ["Bergen"]);
    expect(await other.inside((db) => ruleView(db, { key, ...asked }))).toBeNull();
    const change = { key, change: { off: true }, version: 0, now };
    expect(await other.inside((db) => changeRule(db, change))).toEqual({ ok: false, reason: "unknown" });
  });

  it("is written down when it changes, and has the region looked at at once", async () => {
    const { change, region, key } = await lettered();
    await region.inside((db) => db.region.updateMany({ data: { automationAt: new Date("2027-06-01") } }));
    await change({ off: true });
    const { log, wakes } = await region.inside(async (db) => ({
      log: await db.auditEvent.findMany({ where: { subjectKind: "automation-rule" } }),
      wakes: await db.region.findFirstOrThrow({ select: { automationAt: true } }),
    }));
    expect(log).toMatchObject([{ action: "created", before: { off: false }, after: { rule: key, off: true } }]);
    expect(wakes.automationAt).toEqual(now);
  });

  it("stands at its row of the plan, over the days of the plan", async () => {
    const { region, row } = await lettered();
    const period = { from: "2027-01-01", to: "2027-12-31" };
    const rule = await region.inside((db) => ruleOfRow(db, { rowId: row.id, period, ...asked }));
    expect(rule?.coming.map(({ kind, day }) => `${kind} ${day}`)).toEqual([
      "issue-draft 2027-04-19",
      "issue 2027-05-03",
      "issue-draft 2027-10-18",
      "issue 2027-11-01",
    ]);
  });
});

describe("the form of a rule", () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ version: "0", intent: "save", on: "on", trust: "", ...fields }))
      data.set(name, value);
    return data;
  };
  const days = { "step-draft": "14", "step-send": "0", "step-remind": "7" };

  it("keeps nothing where everything is as it is by itself", async () => {
    const { region, key, view } = await lettered();
    const answer = await region.inside((db) => answerRuleForm(db, { key, form: form(days), now }));
    expect(answer.ok).toBe(true);
    expect(await view()).toMatchObject({ changed: false, version: 0 });
  });

  it("says of each number that is none what may be written, and keeps what was typed", async () => {
    const { region, key } = await lettered();
    const typed = { ...days, "step-draft": "to veker", "step-remind": "61" };
    const answer = await region.inside((db) => answerRuleForm(db, { key, form: form(typed), now }));
    expect(answer).toMatchObject({ ok: false, status: 400, refused: { values: typed } });
    const errors = "refused" in answer ? Object.keys(answer.refused.errors) : [];
    expect(errors).toEqual(["step-draft", "step-remind"]);
  });
});

describe("the region's trust", () => {
  it("changes what every rule waits for that has none of its own, and is written down", async () => {
    const { region, view } = await lettered();
    const change = { trust: "send" as const, seen: "approve" };
    expect(await region.inside((db) => changeTrust(db, change))).toEqual({ ok: true });
    expect((await view())?.coming.find(({ kind }) => kind === "issue")?.waitsFor).toBeNull();
    const again = await region.inside((db) => changeTrust(db, { trust: "draft", seen: "approve" }));
    expect(again).toEqual({ ok: false, reason: "changed-meanwhile" });
  });
});

describe("an invitation that waits", () => {
  async function waiting(reason = "approval") {
    const { region } = await lettered();
    const about = { subject: "Fagdag", eventId: region.coordinatorId };
    const due = await region.inside((db) =>
      db.automationDue.create({
        data: { key: "k", rule: "event:x", kind: "invitation", at: now, state: "waiting", reason, about },
      }),
    );
    const state = async () =>
      (await asAdmin(database.url().adminUrl, "SELECT state, about FROM automation_due WHERE id = $1", [due.id]))[0];
    return { region, id: due.id, state };
  }

  it("goes when somebody has said yes to it, and is said yes to once", async () => {
    const { region, id, state } = await waiting();
    const personId = region.coordinatorId;
    const yes = () => region.inside((db) => approveDue(db, { id, personId, now }));
    expect(await yes()).toEqual({ ok: true, subject: "Fagdag" });
    expect(await state()).toMatchObject({ state: "planned", about: { approvedById: personId } });
    expect(await yes()).toEqual({ ok: false, reason: "not-waiting" });
  });

  it("is let be when somebody says no", async () => {
    const { region, id, state } = await waiting();
    expect(await region.inside((db) => declineDue(db, { id, now }))).toMatchObject({ ok: true });
    expect(await state()).toMatchObject({ state: "left_out" });
  });

  it("is said yes to on the page of its own event alone", async () => {
    const { region, id } = await waiting();
    const of = { id, personId: region.coordinatorId, now };
    const on = (eventId: string) => region.inside((db) => approveDue(db, { ...of, eventId }));
    expect(await on(id)).toEqual({ ok: false, reason: "not-found" });
    expect(await on(region.coordinatorId)).toMatchObject({ ok: true });
  });

  it("waits for those who may invite to its draft, and is told on that draft's page", async () => {
    const { region, id } = await waiting();
    const today = "2027-01-04";
    const eventId = await region.inside(async (db) => {
      const form = eventForm({ title: "Fagdag", date: "2027-05-04" });
      const who = { planRowId: null, responsibleId: region.coordinatorId, zone: "Europe/Oslo", now };
      const made = await makeEvent(db, { form, ...who });
      if (!made.ok) throw new Error(made.reason);
      await db.automationDue.updateMany({ where: { id }, data: { about: { subject: "Fagdag", eventId: made.id } } });
      return made.id;
    });
    const role = (kind: "coordinator" | "network_leader", actorId: string | null) => [
      { kind, actorId, municipalityId: null },
    ];
    const count = (roles: HeldRole[]) => region.inside((db) => countInvitationsToApprove(db, roles));
    expect(await count(role("coordinator", null))).toBe(1);
    expect(await count(role("network_leader", eventId))).toBe(0);
    const told = (of: string) => region.inside((db) => invitationOfEvent(db, { eventId: of, today }));
    expect(await told(eventId)).toMatchObject({ dueId: id, recipients: 0, waitsFor: "approval" });
    expect(await told(id)).toBeNull();
  });

  it("cannot be approved where its rule asks for the many, nor by another region", async () => {
    const { region, id } = await waiting("many");
    const input = { id, personId: region.coordinatorId, now };
    expect(await region.inside((db) => approveDue(db, input))).toEqual({ ok: false, reason: "not-waiting" });
    const other = await makeLiveRegion(database.url().adminUrl, ["Bergen"]);
    expect(await other.inside((db) => approveDue(db, input))).toEqual({ ok: false, reason: "not-found" });
  });
});
