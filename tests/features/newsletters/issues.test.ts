import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { approveIssue } from "~/features/newsletters/approve-issue.server";
import { askApproval } from "~/features/newsletters/ask-approval.server";
import { assembleIssue } from "~/features/newsletters/assemble-issue.server";
import { dropIssue } from "~/features/newsletters/drop-issue.server";
import { editorsOf } from "~/features/newsletters/editors.view.server";
import { issueContents } from "~/features/newsletters/issue-contents.server";
import { issuesToApprove, issuesWaiting } from "~/features/newsletters/issues-waiting.view.server";
import { makeIssue } from "~/features/newsletters/make-issue.server";
import { reopenIssue } from "~/features/newsletters/reopen-issue.server";
import { scheduleIssue } from "~/features/newsletters/schedule-issue.server";
import { sendIssue } from "~/features/newsletters/send-issue.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { later, type NewsletterScene, newsletterScene, now } from "./scene";

const database = useDatabase();
const setUp = () => newsletterScene(database.url().adminUrl);
const coordinator = [{ kind: "coordinator" as const, actorId: null, municipalityId: null }];

async function planRow(scene: NewsletterScene): Promise<string> {
  return scene.inside(async (db) => {
    const plan = await db.communicationsPlan.create({
      data: { from: new Date("2027-01-01"), to: new Date("2027-12-31") },
    });
    return (await db.planRow.create({ data: { planId: plan.id, position: 1, channel: "Nyheitsbrev" } })).id;
  });
}

/** One activity that was reached lately, one that was long ago, and one that is under way. */
async function activities(db: RegionDb): Promise<void> {
  const plan = await db.actionPlan.create({
    data: { year: 2027, name: "Handlingsplan", state: "adopted", adoptedOn: now },
  });
  const priority = await db.priorityArea.create({ data: { name: "Helse", number: 1 } });
  const area = await db.actionArea.create({ data: { planId: plan.id, priorityAreaId: priority.id, position: 1 } });
  const focus = await db.focusArea.create({ data: { areaId: area.id, name: "Heime", position: 1 } });
  const measure = await db.measure.create({ data: { focusAreaId: focus.id, name: "Kartlegging", position: 1 } });
  const activity = { measureId: measure.id, position: 1, state: "done" as const };
  await db.activity.createMany({
    data: [
      { ...activity, name: "Kartlegg behova", statedAt: later(-2) },
      { ...activity, name: "For lenge sidan", statedAt: later(-400) },
      { ...activity, name: "I arbeid", state: "in_progress", statedAt: later(-2) },
    ],
  });
}

const approve = async (scene: NewsletterScene, issueId: string, personId: string | null) => {
  const { version } = await scene.issue(issueId);
  return scene.inside((db) => approveIssue(db, { issueId, version, personId, now }));
};

describe("an issue that is made", () => {
  it("is put together from what comes, what has been published, new networks, what was reached and the actors' notes", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    const event = await scene.event();
    await scene.event({ title: "Utkast", state: "draft" });
    await scene.event({ title: "Avlyst", state: "cancelled" });
    await scene.event({ title: "Har vore", startsAt: later(-5) });
    await scene.event({ title: "Langt fram", startsAt: later(200) });
    await scene.event({
      ...{ title: "Webinar", startsAt: later(-10), state: "held" },
      ...{ recordingLink: "https://opptak.example/1", recordingAt: later(-3) },
    });
    await scene.inside(async (db) => {
      await db.publication.create({
        data: { kind: "talk", title: "Innlegg", day: later(-4), open: true, text: "Om **mat**.", link: "" },
      });
      await db.publication.create({ data: { kind: "talk", title: "Ikkje ope", day: later(-4) } });
      await db.publication.create({ data: { kind: "talk", title: "Planlagt", day: later(9), open: true } });
      const body = await db.governingBody.create({ data: { name: "Styringsgruppen", position: 1 } });
      const of = { bodyId: body.id, position: 1 };
      const meeting = await db.minutes.create({
        data: { bodyId: body.id, day: later(-5), state: "approved", frozen: {} },
      });
      for (const [number, closed] of [false, true].entries()) {
        const one = await db.case.create({
          data: { ...of, title: `Sak ${number}`, closed, legalBasis: closed ? "§ 13" : "" },
        });
        const treated = {
          number: number + 1,
          year: 2027,
          outcome: "as_proposed" as const,
          decision: "Vedtas.",
          announced: true,
        };
        await db.agendaItem.create({ data: { ...of, minutesId: meeting.id, caseId: one.id, ...treated } });
      }
      await activities(db);
      const actor = await db.actor.create({ data: { name: "KS", position: 1 } });
      await db.newsletterNote.create({
        data: { newsletterId: id, actorId: actor.id, heading: { nn: "Frå KS" }, body: { nn: "Nytt." } },
      });
    });
    const items = await scene.items(await scene.draft(id));
    expect(items.map(({ kind, heading, included }) => [kind, heading.nb ?? heading.nn ?? "", included])).toEqual([
      ["introduction", "", true],
      ["event", "Fagdag", true],
      ["recording", "Webinar", true],
      ["publication", "Innlegg", true],
      ["decision", "Sak 0", true],
      ["progress", "Kartlegg behova", false],
      ["note", "Frå KS", true],
    ]);
    expect(items[1]).toMatchObject({ sourceId: event.id, body: { nb: "Om mat." }, link: "" });
    expect(items[2]).toMatchObject({ link: "https://opptak.example/1", linkLabel: { nn: "Sjå opptaket" } });
  });

  it("offers what is for those who get it, and shows it to nobody else until somebody takes it in", async () => {
    const scene = await setUp();
    await scene.event({ title: "For kontaktpersonar", open: false, audienceKind: "contact_persons" });
    await scene.event({ title: "For andre", open: false });
    const [open, closed] = [await scene.newsletter(), await scene.newsletter({ name: "Internt", open: false })];
    const events = async (id: string) =>
      (await scene.items(await scene.draft(id)))
        .filter(({ kind }) => kind === "event")
        .map(({ heading, included }) => [heading.nb, included]);
    expect(await events(open.id)).toEqual([["For kontaktpersonar", false]]);
    expect(await events(closed.id)).toEqual([["For kontaktpersonar", true]]);
  });

  it("tells of what was published once alone, and of an event as long as it is to come", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    await scene.event();
    await scene.inside((db) =>
      db.publication.create({ data: { kind: "talk", title: "Innlegg", day: later(-1), open: true } }),
    );
    const first = await scene.draft(id);
    await approve(scene, first, scene.first);
    await scene.inside((db) => sendIssue(db, { issueId: first, now }));
    const second = await scene.draft(id, { now: later(7) });
    expect((await scene.items(second)).map(({ kind }) => kind)).toEqual(["introduction", "event"]);
    expect(await scene.issue(second)).toMatchObject({ number: 2, year: 2027, subject: { nb: "Nyheitsbrev 2/2027" } });
  });

  it("takes in what is new when it is put together again, and leaves alone what stands", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    await scene.event();
    const issueId = await scene.draft(id);
    await scene.inside((db) =>
      db.issueItem.updateMany({ where: { kind: "event" }, data: { heading: { nn: "Mitt" }, included: false } }),
    );
    expect(await scene.inside((db) => assembleIssue(db, { issueId, now }))).toEqual({ ok: true, added: 0 });
    await scene.event({ title: "Ny", startsAt: later(2) });
    expect(await scene.inside((db) => assembleIssue(db, { issueId, now }))).toEqual({ ok: true, added: 1 });
    expect((await scene.items(issueId)).map(({ heading, included }) => [heading, included])).toEqual([
      [{}, true],
      [{ nn: "Mitt" }, false],
      [{ nb: "Ny" }, true],
    ]);
  });

  it("is made once for a time of a plan row, dropped or not, by however many at once", async () => {
    const scene = await setUp();
    const { id: newsletterId } = await scene.newsletter();
    const row = { id: await planRow(scene), from: "2027-05-01", to: "2027-06-30" };
    const make = () => scene.inside((db) => makeIssue(db, { newsletterId, planRow: row, sendAt: later(9), now }));
    const made = await Promise.all([make(), make(), make()]);
    expect(made.filter((one) => one.ok && one.made)).toHaveLength(1);
    expect(new Set(made.map((one) => one.ok && one.issueId)).size).toBe(1);
    const [one] = made;
    const issueId = one?.ok ? one.issueId : "";
    const { version } = await scene.issue(issueId);
    expect(await scene.inside((db) => dropIssue(db, { issueId, version }))).toEqual({ ok: true });
    expect(await make()).toEqual({ ok: true, issueId, made: false });
    const next = await scene.inside((db) =>
      makeIssue(db, { newsletterId, planRow: { ...row, from: "2027-11-01", to: "2027-11-30" }, sendAt: null, now }),
    );
    expect(next).toMatchObject({ ok: true, made: true });
  });

  it("is refused of a newsletter that is none, has ended, or for a row that is gone", async () => {
    const scene = await setUp();
    const ended = await scene.newsletter({ endedAt: now });
    const make = (newsletterId: string, row: { id: string; from: string; to: string } | null = null) =>
      scene.inside((db) => makeIssue(db, { newsletterId, planRow: row, sendAt: null, now }));
    expect(await make("x")).toEqual({ ok: false, reason: "not-found" });
    expect(await make(ended.id)).toEqual({ ok: false, reason: "ended" });
    const { id } = await scene.newsletter({ name: "Anna" });
    const gone = { id: ended.id, from: "2027-05-01", to: "2027-05-31" };
    expect(await make(id, gone)).toEqual({ ok: false, reason: "row-gone" });
  });
});

describe("approval", () => {
  it("freezes what the issue says, so that no later change to an event or the newsletter changes it", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    const event = await scene.event();
    const issueId = await scene.draft(id);
    expect(await approve(scene, issueId, scene.first)).toEqual({ ok: true });
    await scene.inside(async (db) => {
      await db.event.updateMany({ where: { id: event.id }, data: { place: "Bergen", state: "cancelled" } });
      await db.newsletter.updateMany({ data: { name: "Noko anna" } });
    });
    const contents = await scene.inside((db) => issueContents(db, issueId));
    expect(Object.keys(contents).sort()).toEqual(["en", "nb", "nn"]);
    expect(contents.nn).toMatchObject({
      ...{ language: "nn", newsletter: "Nyheitsbrev", number: "1/2027", subject: "Vestland: Nyheitsbrev 1/2027" },
      items: [
        {
          ...{ kind: "event", heading: "Fagdag", day: "2027-05-23" },
          body: "Sundag 23. mai 2027, kl. 10.00–11.00. Førde\n\nOm mat.",
          link: { label: "Les meir", url: expect.stringContaining(`/events/${event.id}`) },
        },
      ],
    });
    expect(await scene.inside((db) => assembleIssue(db, { issueId, now }))).toEqual({ ok: false, reason: "state" });
  });

  it("is refused of an issue that says nothing, of one that has changed since, and of one another region has", async () => {
    const scene = await setUp();
    const other = await setUp();
    const { id } = await scene.newsletter();
    const issueId = await scene.draft(id);
    expect(await approve(scene, issueId, scene.first)).toMatchObject({
      reason: "faults",
      faults: [{ fault: "nothing" }],
    });
    const stale = { issueId, version: 99, personId: scene.first, now };
    expect(await scene.inside((db) => approveIssue(db, stale))).toEqual({ ok: false, reason: "changed" });
    expect(await other.inside((db) => approveIssue(db, stale))).toEqual({ ok: false, reason: "not-found" });
  });

  it("is refused where mail programs would cut it, and where what is written reads as something to fill in", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    const issueId = await scene.draft(id);
    const write = (body: string) =>
      scene.inside((db) => db.issueItem.updateMany({ where: { issueId }, data: { body: { nb: body } } }));
    await write("Kjære {{navn}}");
    expect(await approve(scene, issueId, scene.first)).toMatchObject({ ok: false, reason: "token", token: "navn" });
    await write("Ord om mat og helse. ".repeat(900));
    await scene.inside((db) =>
      db.issueItem.createMany({
        data: [1, 2, 3, 4, 5, 6, 7].map((position) => ({
          ...{ issueId, position, kind: "text" as const, heading: { nb: "Meir" } },
          body: { nb: "Ord om mat og helse. ".repeat(900) },
        })),
      }),
    );
    expect(await approve(scene, issueId, scene.first)).toMatchObject({
      ok: false,
      reason: "too-large",
      limit: 100_000,
    });
  });

  it("takes four eyes where the newsletter wants them", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter({ fourEyes: true });
    await scene.event();
    const issueId = await scene.draft(id);
    expect(await approve(scene, issueId, scene.second)).toEqual({ ok: false, reason: "needs-another" });
    const ask = async (personId: string, of: string | null) => {
      const { version } = await scene.issue(issueId);
      return scene.inside((db) => askApproval(db, { issueId, version, personId, of, now }));
    };
    expect(await ask(scene.first, scene.first)).toEqual({ ok: false, reason: "not-editor" });
    await scene.inside((db) => db.person.updateMany({ where: { id: scene.second }, data: { locale: "en" } }));
    expect(await ask(scene.first, scene.second)).toEqual({ ok: true });
    const told = await scene.inside((db) => db.delivery.findMany({ where: { kind: "approval-request" } }));
    expect(told.map(({ toName, locale }) => [toName, locale])).toEqual([["Koordinator-To", "en"]]);
    const waiting = (personId: string) =>
      scene.inside((db) => issuesToApprove(db, { roles: coordinator, personId })).then((found) => found.length);
    expect([await waiting(scene.first), await waiting(scene.second)]).toEqual([0, 1]);
    for (const who of [scene.first, null])
      expect(await approve(scene, issueId, who)).toEqual({ ok: false, reason: "needs-another" });
    expect(await approve(scene, issueId, scene.second)).toEqual({ ok: true });
  });

  it("cannot be asked of an editor who has left, and what is new is told the coordinators instead of her", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    await scene.event();
    const { id: editor } = await scene.person("Redaktør");
    await scene.inside(async (db) => {
      await db.newsletterEditor.create({ data: { newsletterId: id, personId: editor } });
      const role = { kind: "webinar_publisher" as const, validFrom: new Date("2026-01-01"), validTo: later(-1) };
      await db.role.create({ data: { personId: editor, ...role } });
    });
    const issueId = await scene.draft(id);
    const { version } = await scene.issue(issueId);
    const asked = { issueId, version, personId: scene.first, of: editor, now };
    expect(await scene.inside((db) => askApproval(db, asked))).toEqual({ ok: false, reason: "not-editor" });
    const names = async (at: Date) => (await scene.inside((db) => editorsOf(db, id, at))).map(({ name }) => name);
    expect(await names(later(-5))).toEqual(["Redaktør"]);
    expect(await names(now)).toEqual(["Koordinator-Ein", "Koordinator-To"]);
  });

  it("is taken back until the issue is sent", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    await scene.event();
    const issueId = await scene.approved(id);
    const { version } = await scene.issue(issueId);
    expect(await scene.inside((db) => reopenIssue(db, { issueId, version }))).toEqual({ ok: true });
    expect(await scene.issue(issueId)).toMatchObject({ state: "draft", approvedAt: null });
    await scene.event({ title: "Ny" });
    expect(await scene.inside((db) => assembleIssue(db, { issueId, now }))).toEqual({ ok: true, added: 1 });
  });
});

describe("sending", () => {
  it("queues one message for each who gets it at that moment, in her language, with a link of her own", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    await scene.event();
    const issueId = await scene.approved(id);
    const { id: late } = await scene.person("Sein");
    await scene.subscribe(id, late, "active");
    await scene.subscribe(id, await scene.contact("Voss"), "left");
    const { version } = await scene.issue(issueId);
    const stale = { issueId, version: version - 1, now };
    expect(await scene.inside((db) => sendIssue(db, stale))).toEqual({ ok: false, reason: "changed" });
    expect(await scene.inside((db) => sendIssue(db, { issueId, version, now }))).toEqual({ ok: true, recipients: 3 });
    const queued = await scene.inside((db) =>
      db.delivery.findMany({ where: { issueId }, include: { template: true }, orderBy: { toName: "asc" } }),
    );
    expect(queued.map(({ toName, locale, kind, rule }) => [toName, locale, kind, rule])).toEqual([
      ["Kontakt-Alver", "nb", "newsletter", null],
      ["Kontakt-Bergen", "nn", "newsletter", null],
      ["Sein", "nb", "newsletter", null],
    ]);
    expect(new Set(queued.map(({ secret }) => secret)).size).toBe(3);
    expect(queued[1]?.template).toMatchObject({ locale: "nn", subject: "Vestland: Nyheitsbrev 1/2027" });
    expect(queued[0]?.municipalityId).not.toBeNull();
    expect(await scene.issue(issueId)).toMatchObject({ state: "sent", sentAt: now });
    expect(await scene.inside((db) => sendIssue(db, { issueId, now }))).toEqual({ ok: false, reason: "state" });
  });

  it("is refused, and nothing queued, when nobody gets it any longer", async () => {
    const scene = await setUp();
    const audience = await scene.inside((db) => db.audience.create({ data: { name: "Tom" } }));
    const { id } = await scene.newsletter({ toContactPersons: false, audienceId: audience.id });
    await scene.event();
    const issueId = await scene.approved(id);
    expect(await scene.inside((db) => sendIssue(db, { issueId, now }))).toEqual({ ok: false, reason: "nobody" });
    expect(await scene.issue(issueId)).toMatchObject({ state: "approved" });
    expect(await scene.inside((db) => db.delivery.count())).toBe(0);
  });

  it("is refused before anything is queued where a token has no value, naming recipient and token", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    await scene.event();
    const issueId = await scene.approved(id);
    await scene.inside(async (db) => {
      const { frozen } = await db.newsletterIssue.findFirstOrThrow({ where: { id: issueId } });
      const text = JSON.stringify(frozen).replaceAll("Om mat.", "Om {{ukjend}}.");
      await db.newsletterIssue.updateMany({ data: { frozen: JSON.parse(text) } });
    });
    expect(await scene.inside((db) => sendIssue(db, { issueId, now }))).toEqual({
      ...{ ok: false, reason: "unfilled", recipient: "Kontakt-Alver", token: "ukjend" },
    });
    expect(await scene.inside((db) => db.delivery.count())).toBe(0);
  });

  it("happens once, by however many at once", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    await scene.event();
    const issueId = await scene.approved(id);
    const sent = await Promise.all([1, 2, 3].map(() => scene.inside((db) => sendIssue(db, { issueId, now }))));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await scene.inside((db) => db.delivery.count({ where: { issueId } }))).toBe(3);
  });

  it("waits for its time, which is to come, and wakes the region's rules then", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    await scene.event();
    const issueId = await scene.approved(id);
    const { version } = await scene.issue(issueId);
    const set = (sendAt: Date | null) => scene.inside((db) => scheduleIssue(db, { issueId, version, sendAt, now }));
    expect(await set(later(-1))).toEqual({ ok: false, reason: "past" });
    await scene.inside((db) => db.region.updateMany({ data: { automationAt: later(30) } }));
    expect(await set(later(2))).toEqual({ ok: true });
    const { automationAt } = await scene.inside((db) => db.region.findFirstOrThrow());
    expect(automationAt).toEqual(later(2));
    expect((await scene.inside((db) => issuesWaiting(db))).map(({ state }) => state)).toEqual(["approved"]);
  });

  it("uses up the notes it had, so that the next issue has them not", async () => {
    const scene = await setUp();
    const { id } = await scene.newsletter();
    await scene.inside(async (db) => {
      const actor = await db.actor.create({ data: { name: "KS", position: 1 } });
      await db.newsletterNote.create({ data: { newsletterId: id, actorId: actor.id, heading: { nb: "Fra KS" } } });
    });
    const issueId = await scene.approved(id);
    await scene.inside((db) => sendIssue(db, { issueId, now }));
    const { usedAt } = await scene.inside((db) => db.newsletterNote.findFirstOrThrow());
    expect(usedAt).toEqual(now);
    expect((await scene.items(await scene.draft(id, { now: later(1) }))).map(({ kind }) => kind)).toEqual([
      "introduction",
    ]);
  });
});
