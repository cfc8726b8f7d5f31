import { describe, expect, it } from "vitest";
import { startAttended, times } from "#tests/features/attendance/support";
import { asAdmin, hour, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { markAttendance } from "~/features/attendance/mark-attendance.server";
import { wakers } from "~/features/automation/wakers.server";
import { wakeEvent, wakeSoon } from "~/features/events/event-wakes.server";
import { feedbackView } from "~/features/feedback/feedback.view.server";
import { giveFeedback } from "~/features/feedback/give-feedback.server";
import { changeQuestions, questionsView, readQuestions } from "~/features/feedback/questions-form.server";
import { resultsTable, resultsView } from "~/features/feedback/results.view.server";
import { sendNewFeedbackLink } from "~/features/feedback/send-new-feedback-link.server";
import { turnFeedback } from "~/features/feedback/turn-feedback.server";
import { demoAddress } from "../../../prisma/seed/demo";

const database = useDatabase();
const post = usePost();
const names = ["Voss", "Ulvik", "Stord", "Etne"];

/** Four are invited and have said yes; the invitations have left. */
async function asked() {
  const { url } = { url: database.url().adminUrl };
  const started = await startAttended(url, names);
  const { region, event } = started;
  await post.read(times.invited);
  await asAdmin(url, "UPDATE invitation SET answer = 'accepted' WHERE event_id = $1", [event.id]);
  await region.inside((db) => turnFeedback(db, { eventId: event.id, asks: true, locale: "nn" }));
  const wake = (now: Date) => region.inside((db) => wakeEvent(db, { eventId: event.id, wakers, now }));
  const ask = async (now: Date) => {
    await region.inside((db) => wakeSoon(db, event.id));
    await wake(now);
    return post.read(now);
  };
  const mark = async (name: string) => {
    const ticketIds = [(await region.invitationOf(name)).id];
    await region.inside((db) => markAttendance(db, { eventId: event.id, ticketIds, came: true, now: times.after }));
  };
  const questions = async () => (await region.inside((db) => questionsView(db, event.id)))?.rows ?? [];
  const ids = async () =>
    (await region.inside((db) => db.eventQuestion.findMany({ orderBy: { position: "asc" } }))).map(({ id }) => id);
  const give = async (token: string, answers: string[], now = times.nextMorning) => {
    const all = await ids();
    const given = (id: string) => [answers[all.indexOf(id)] ?? ""];
    return region.inside((db) => giveFeedback(db, { token, given, now }));
  };
  const see = (token: string, now = times.nextMorning) => region.inside((db) => feedbackView(db, { token, now }));
  const results = (now = times.nextMorning) => region.inside((db) => resultsView(db, event.id, now));
  return { ...started, wake, ask, mark, questions, give, see, results };
}

describe("asking what they thought of it", () => {
  it("waits for the first working day after, in office hours, and then asks each once", async () => {
    const { event, wake, ask } = await asked();
    await wake(times.after);
    expect(await post.read(times.after)).toEqual([]);
    expect((await event.row()).state).toBe("held");
    expect((await event.row()).wakeAt).toEqual(new Date("2027-05-27T06:00:00Z"));
    const mails = await ask(times.nextMorning);
    expect(mails.map(({ to }) => to).sort()).toEqual(names.map(demoAddress).sort());
    expect(mails[0]?.text).toMatch(/Takk for at du var med på Dialogmøte/);
    expect(mails[0]?.text).toMatch(/\/feedback\//);
    expect(mails[0]?.ics).toBe("");
    for (const again of [times.nextMorning, new Date(times.nextMorning.getTime() + hour)])
      expect(await ask(again)).toEqual([]);
  });

  it("asks nobody in the evening, at the weekend or a month after", async () => {
    const { event, wake } = await asked();
    await wake(new Date("2027-05-27T19:00:00Z"));
    expect((await event.row()).wakeAt).toEqual(new Date("2027-05-28T06:00:00Z"));
    await asAdmin(database.url().adminUrl, "UPDATE event SET wake_at = 'epoch' WHERE id = $1", [event.id]);
    await wake(new Date("2027-05-29T09:00:00Z"));
    expect((await event.row()).wakeAt).toEqual(new Date("2027-05-31T06:00:00Z"));
    await asAdmin(database.url().adminUrl, "UPDATE event SET wake_at = 'epoch' WHERE id = $1", [event.id]);
    await wake(new Date("2027-06-28T09:00:00Z"));
    expect((await event.row()).wakeAt).toBeNull();
    expect(await post.read(new Date("2027-06-28T09:00:00Z"))).toEqual([]);
  });

  it("asks those who came where attendance was taken, and who is ticked later then", async () => {
    const { ask, mark } = await asked();
    await mark("Voss");
    expect((await ask(times.nextMorning)).map(({ to }) => to)).toEqual([demoAddress("Voss")]);
    await mark("Ulvik");
    expect((await ask(times.nextMorning)).map(({ to }) => to)).toEqual([demoAddress("Ulvik")]);
  });

  it("leaves in peace those who want no reminders, said no, or have answered, and everybody when it is turned off", async () => {
    const { region, event, ask } = await asked();
    const admin = database.url().adminUrl;
    const person = async (name: string) => (await region.invitationOf(name)).personId;
    await asAdmin(admin, "UPDATE person SET opted_out = '{reminders}' WHERE id = $1", [await person("Voss")]);
    await asAdmin(admin, "UPDATE invitation SET answer = 'declined' WHERE person_id = $1", [await person("Ulvik")]);
    await asAdmin(admin, "UPDATE invitation SET feedback_at = '2027-05-26' WHERE person_id = $1", [
      await person("Etne"),
    ]);
    expect((await ask(times.nextMorning)).map(({ to }) => to)).toEqual([demoAddress("Stord")]);
    await region.inside((db) => turnFeedback(db, { eventId: event.id, asks: false, locale: "nn" }));
    await asAdmin(admin, "UPDATE person SET opted_out = '{}' WHERE id = $1", [await person("Voss")]);
    expect(await ask(times.nextMorning)).toEqual([]);
  });
});

describe("a form of feedback", () => {
  it("is kept without whose it is, and can be sent once", async () => {
    const { region, ask, give, see } = await asked();
    const [mail] = await ask(times.nextMorning);
    const token = mail?.link ?? "";
    expect((await see(token))?.questions.map(({ kind }) => kind)).toEqual(["scale", "long", "long"]);
    expect(await give(token, ["5", "Gode døme", ""])).toEqual({ ok: true });
    expect((await see(token))?.closed).toBe("given");
    expect(await give(token, ["1", "", ""])).toEqual({ ok: false, reason: "given" });
    const [form, ...more] = await region.inside((db) => db.feedback.findMany());
    expect(more).toEqual([]);
    expect(Object.keys(form ?? {}).sort()).toEqual(["answers", "eventId", "id", "regionId"]);
    expect(Object.values(form?.answers as object)).toEqual([5, "Gode døme"]);
    const own = await region.inside((db) => db.invitation.findMany({ where: { feedbackAt: { not: null } } }));
    expect(own.map(({ feedbackAt }) => feedbackAt)).toEqual([new Date("2027-05-27")]);
    const log = await region.inside((db) => db.auditEvent.findMany({ where: { subjectKind: "feedback" } }));
    expect(log).toMatchObject([{ subjectId: form?.eventId, personId: null, before: null, after: null }]);
    expect(JSON.stringify(log)).not.toContain(form?.id ?? "-");
    expect(JSON.stringify(log)).not.toContain(own[0]?.id ?? "-");
  });

  it("is one when it is sent many times at once", async () => {
    const { region, ask, give } = await asked();
    const [mail] = await ask(times.nextMorning);
    const results = await Promise.all([1, 2, 3, 4].map(() => give(mail?.link ?? "", ["5", "", ""])));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await region.inside((db) => db.feedback.count())).toBe(1);
  });

  it("says what is missing, and takes nothing that was not asked", async () => {
    const { region, ask, give } = await asked();
    const token = (await ask(times.nextMorning))[0]?.link ?? "";
    expect(await give(token, ["", "x", ""])).toMatchObject({ ok: false, reason: "answers" });
    expect(await give(token, ["9", "", ""])).toMatchObject({ ok: false, reason: "answers" });
    expect(await give(token, ["5", "x".repeat(2001), ""])).toMatchObject({ ok: false, reason: "answers" });
    expect(await region.inside((db) => db.feedback.count())).toBe(0);
  });

  it("is not there for a wrong or an expired link, and a new one is sent without saying so", async () => {
    const { region, ask, see, give } = await asked();
    const [mail] = await ask(times.nextMorning);
    const token = mail?.link ?? "";
    expect(await see("nothing")).toBeNull();
    const late = new Date(times.nextMorning.getTime() + 31 * 24 * hour);
    expect(await see(token, late)).toBeNull();
    expect(await give(token, ["5"], late)).toEqual({ ok: false, reason: "gone" });
    for (const one of [token, "nothing"])
      await region.inside((db) => sendNewFeedbackLink(db, { token: one, now: late }));
    const [again, ...more] = await post.read(late);
    expect([again?.to, more.length]).toEqual([mail?.to, 0]);
    expect(await give(again?.link ?? "", ["5"], late)).toEqual({ ok: true });
    await region.inside((db) => sendNewFeedbackLink(db, { token, now: late }));
    expect(await post.read(late)).toEqual([]);
  });
});

describe("the results", () => {
  it("are shown when three have answered, and not before", async () => {
    const { region, event, ask, give, results } = await asked();
    const mails = await ask(times.nextMorning);
    const table = () => region.inside((db) => resultsTable(db, event.id));
    for (const [at, mail] of mails.slice(0, 3).entries()) {
      expect(await results()).toMatchObject({ given: at, asked: 4, enough: false, results: [] });
      expect(await table()).toBeNull();
      await give(mail.link, [String(at + 3), `Tekst ${at}`, ""]);
    }
    expect(await results()).toMatchObject({ given: 3, asked: 4, enough: true });
    expect((await results())?.results[0]).toMatchObject({ answered: 3, mean: 4 });
    expect((await table())?.rows).toHaveLength(3);
  });
});

describe("the questions", () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };

  it("are changed until somebody has answered", async () => {
    const { region, event, ask, give, questions } = await asked();
    const read = readQuestions(
      form({ "label.0": "Kva tok du med deg?", "kind.0": "choice", "options.0": "A\n\nB\nA" }),
    );
    if (!read.ok) throw new Error("refused");
    const seen = async () => (await region.inside((db) => questionsView(db, event.id)))?.seen ?? "";
    const change = async (as: string) =>
      region.inside((db) => changeQuestions(db, { eventId: event.id, questions: read.questions, seen: as }));
    const before = await seen();
    expect(await change(before)).toEqual({ ok: true });
    expect(await questions()).toMatchObject([{ kind: "choice", options: "A\nB", required: false }]);
    expect(await change(before)).toEqual({ ok: false, reason: "changed-meanwhile" });
    const [mail] = await ask(times.nextMorning);
    expect(await give(mail?.link ?? "", ["A"])).toEqual({ ok: true });
    expect(await change(await seen())).toEqual({ ok: false, reason: "answered" });
  });

  it("are refused without words, without choices, and too long, and nothing typed is lost", () => {
    expect(readQuestions(form({}))).toMatchObject({ ok: false, errors: { "label.0": expect.any(String) } });
    const wrong = readQuestions(
      form({ "label.0": "Kva?", "kind.0": "several", "options.0": "A", "label.1": "x".repeat(301) }),
    );
    expect(wrong).toMatchObject({
      ok: false,
      errors: { "options.0": expect.any(String), "label.1": expect.any(String) },
    });
    if (!wrong.ok) expect(wrong.rows[0]).toMatchObject({ label: "Kva?", options: "A" });
  });
});
