import { describe, expect, it } from "vitest";
import { bodiesScene } from "#tests/features/bodies/scene";
import { useDatabase } from "#tests/support/database";
import { changeEvent } from "~/features/events/change-event.server";
import { eventFormSchema } from "~/features/events/event-form.schema";
import { inviteAudience } from "~/features/events/invite.server";
import { inviteView } from "~/features/events/invite.view.server";
import { bodyMembers } from "~/features/events/invite-whom";
import { recordAnswer } from "~/features/events/record-answer.server";
import { addMeeting, changeMeeting, removeMeeting } from "~/features/meeting-plan/change-plan.server";
import { decidePlan, queuePlan } from "~/features/meeting-plan/decide-plan.server";
import { meetingPlanView } from "~/features/meeting-plan/meeting-plan.view.server";
import { proposePlan } from "~/features/meeting-plan/propose-plan.server";

const database = useDatabase();
const now = new Date("2026-11-22T10:00:00Z");
const today = "2026-11-22";

async function scene() {
  const region = await bodiesScene(database.url().adminUrl);
  const { inside } = region;
  const council = await region.body();
  const board = await region.body({ name: "Styringsgruppen", kind: "board" });
  const secretary = await region.person("Sekretær");
  const meeting = { bodyId: council, day: "2027-06-03", from: 540, to: 720, place: "Drammen rådhus", note: "" };
  const add = (more: Partial<typeof meeting> = {}) =>
    inside((db) => addMeeting(db, { ...meeting, ...more, year: Number((more.day ?? meeting.day).slice(0, 4)) }));
  const plan = (year: number) => inside((db) => meetingPlanView(db, { year, today }));
  const decide = (year: number) =>
    inside((db) => decidePlan(db, { year, responsibleId: secretary, zone: "Europe/Oslo", now }));
  return { ...region, council, board, meeting, add, plan, decide };
}

describe("the meeting plan of a year", () => {
  it("is proposed from last year's, away from holidays and what is held", async () => {
    const { inside, council, board, add, plan } = await scene();
    // In 2027 the Thursday of week 12 is before Easter, and the Monday of week 20 is 17 May.
    await add({ day: "2026-03-19" });
    await add({ day: "2026-05-11" });
    await add({ day: "2026-10-01", bodyId: board });
    await inside((db) =>
      db.holiday.create({
        data: { kind: "school", name: "Høstferie", from: new Date("2027-10-04"), to: new Date("2027-10-08") },
      }),
    );
    expect(await inside((db) => proposePlan(db, { year: 2027, today }))).toEqual({ ok: true, meetings: 3 });
    const { plan: made } = await plan(2027);
    const rows = made?.rows ?? [];
    expect(rows.map(({ bodyId, day, against }) => [bodyId, day, against])).toEqual([
      [council, "2027-04-01", null],
      [council, "2027-05-24", null],
      [board, "2027-10-14", null],
    ]);
    expect(rows[0]?.note).toContain("25. mars");
    expect(await inside((db) => proposePlan(db, { year: 2027, today }))).toEqual({ ok: false, reason: "exists" });
  });

  it("lets a body meet once at a time, and only in its year", async () => {
    const { inside, board, meeting, add, plan } = await scene();
    expect(await add()).toEqual({ ok: true });
    expect(await add({ from: 660, to: 780 })).toEqual({ ok: false, reason: "body-meets" });
    expect(await add({ from: 720, to: 780 })).toEqual({ ok: true });
    expect(await add({ bodyId: board })).toEqual({ ok: true });
    const wrong = { ...meeting, year: 2028 };
    expect(await inside((db) => addMeeting(db, wrong))).toEqual({ ok: false, reason: "other-year" });
    const { plan: found } = await plan(2027);
    const row = found?.rows[0];
    const change = { ...meeting, year: 2027, id: row?.id ?? "", version: found?.version ?? 0 };
    expect(await inside((db) => changeMeeting(db, { ...change, from: 780, to: 700 }))).toMatchObject({
      reason: "ends-before-start",
    });
    expect(await inside((db) => changeMeeting(db, { ...change, day: "2027-06-10" }))).toEqual({ ok: true });
    expect(await inside((db) => changeMeeting(db, change))).toMatchObject({ ok: false, reason: "changed-meanwhile" });
    expect(await inside((db) => removeMeeting(db, { year: 2027, id: row?.id ?? "" }))).toEqual({ ok: true });
  });

  it("waits for its case, and becomes meetings with draft events for the members", async () => {
    const { inside, council, person, joined, add, plan, decide } = await scene();
    await joined(council, { personId: await person("Kari") });
    await joined(council, { office: "Rådmann" });
    await add();
    const queued = await inside((db) => queuePlan(db, { year: 2027, bodyId: council }));
    expect(queued.ok).toBe(true);
    expect(await inside((db) => queuePlan(db, { year: 2027, bodyId: council }))).toMatchObject({ reason: "case-open" });
    expect(await decide(2027)).toEqual({ ok: false, reason: "case-open" });
    await inside((db) =>
      db.case.updateMany({ where: { bodyId: council, parentId: null }, data: { state: "treated" } }),
    );
    expect(await decide(2027)).toEqual({ ok: true, meetings: 1, events: 1 });
    expect(await decide(2027)).toEqual({ ok: false, reason: "decided" });
    expect(await add({ day: "2027-06-10" })).toEqual({ ok: false, reason: "decided" });
    expect((await plan(2027)).plan).toMatchObject({ state: "decided", clashes: 0 });
    const event = await inside((db) => db.event.findFirstOrThrow({ where: { bodyId: council } }));
    expect(event).toMatchObject({ state: "draft", audienceKind: "body_members", title: "Møte i Rådmannsgruppen" });
    const invite = await inside((db) => inviteView(db, event.id, now));
    expect(invite?.chosen).toBe(bodyMembers);
    expect(invite?.recipients.map(({ name }) => name)).toEqual(["Kari"]);
    const sent = await inside((db) => inviteAudience(db, { eventId: event.id, audienceId: bodyMembers, now }));
    expect(sent).toEqual({ ok: true, invited: 1 });
    const invitedTo = () =>
      inside((db) =>
        db.invitation.findMany({ where: { eventId: event.id }, include: { person: true }, orderBy: { id: "asc" } }),
      );
    const [first] = await invitedTo();
    await joined(council, { part: "deputy", personId: await person("Vara") });
    const no = { invitationId: first?.id ?? "", answer: "declined" as const, answeredBy: "link" as const, now };
    expect(await inside((db) => recordAnswer(db, no))).toMatchObject({ ok: true });
    expect((await invitedTo()).map((one) => [one.person.name, one.calledUp])).toEqual([
      ["Kari", false],
      ["Vara", true],
    ]);
  });

  it("makes nothing when a body has got another meeting meanwhile, and says which", async () => {
    const { inside, council, add, decide } = await scene();
    await add();
    await add({ day: "2027-02-04" });
    const [startsAt, endsAt] = [new Date("2027-06-03T08:00:00Z"), new Date("2027-06-03T09:00:00Z")];
    await inside((db) =>
      db.minutes.create({ data: { bodyId: council, day: new Date("2027-06-03"), startsAt, endsAt } }),
    );
    expect(await decide(2027)).toMatchObject({ ok: false, reason: "body-meets", meeting: { day: "2027-06-03" } });
    expect(await inside((db) => db.minutes.count({ where: { bodyId: council } }))).toBe(1);
  });

  it("has records that follow the events they are made with", async () => {
    const { inside, council, add, decide } = await scene();
    await add();
    await add({ day: "2027-06-10" });
    await decide(2027);
    const event = await inside((db) =>
      db.event.findFirstOrThrow({ where: { bodyId: council }, orderBy: { startsAt: "asc" } }),
    );
    const move = (date: string) => {
      const typed = { kind: "meeting", title: event.title, date, start: "10:00", end: "11:00", version: event.version };
      const form = eventFormSchema().parse(typed);
      return inside((db) => changeEvent(db, { eventId: event.id, form, now }));
    };
    expect(await move("2027-06-10")).toEqual({ ok: false, field: "date", reason: "body-meets" });
    expect(await move("2027-06-09")).toMatchObject({ ok: true });
    const record = await inside((db) => db.minutes.findFirstOrThrow({ where: { eventId: event.id } }));
    expect(record.day).toEqual(new Date("2027-06-09"));
  });
});
