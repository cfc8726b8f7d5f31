import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type CasesRegion, casesRegion } from "#tests/features/cases/scene";
import { useDatabase } from "#tests/support/database";
import { basesOf, type Fields } from "~/domain/minutes/field-merge";
import { moveInQueue } from "~/features/cases/edit-case.server";
import { setAgenda } from "~/features/cases/set-agenda.server";
import { addMeeting } from "~/features/meeting-plan/change-plan.server";
import { queuePlan } from "~/features/meeting-plan/decide-plan.server";
import { closeMinutes } from "~/features/minutes/close-minutes.server";
import { type LiveState, liveState } from "~/features/minutes/live-state.view.server";
import { openMinutes } from "~/features/minutes/open-minutes.server";
import { reopenMinutes } from "~/features/minutes/reopen-minutes.server";
import { saveFollowUp } from "~/features/minutes/save-follow-up.server";
import { saveItem } from "~/features/minutes/save-item.server";
import { addGuest, listMembers, savePresence } from "~/features/minutes/save-presence.server";
import { withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const now = new Date("2017-06-01T07:30:00Z");
let region: CasesRegion;

beforeAll(async () => {
  region = await casesRegion(database.url().adminUrl);
  await region.inside(async (db) => {
    for (const position of [0, 1, 2])
      await db.bodyMember.create({
        data: {
          bodyId: region.council,
          office: `Rådmann ${position}`,
          position,
          part: position === 0 ? "leader" : "member",
        },
      });
  });
});

let day = 1;
/** A meeting of the council that has begun, with these cases. */
async function begun(...titles: string[]) {
  const { council, meeting, queue, takeUp, inside } = region;
  const minutesId = await meeting(council, `2017-06-${String(day++).padStart(2, "0")}`);
  for (const title of titles) await takeUp(minutesId, await queue(council, title, { proposal: "Vedtas." }));
  await inside((db) => setAgenda(db, { minutesId }));
  expect(await inside((db) => openMinutes(db, { minutesId, now }))).toEqual({ ok: true });
  const state = () => inside((db) => liveState(db, { id: minutesId, state: "live" }));
  const first = await state();
  const save = (at: number, fields: Fields, from: LiveState = first) => {
    const item = from.items[at];
    if (!item) throw new Error("no such item");
    return inside((db) => saveItem(db, { minutesId, itemId: item.id, fields, bases: basesOf(item.fields), now }));
  };
  const seat = (at: number, fields: Fields) =>
    inside((db) => savePresence(db, { minutesId, presenceId: first.presences[at]?.id ?? "", fields, bases: {} }));
  const close = (drop: string[] = []) => inside((db) => closeMinutes(db, { minutesId, now, drop }));
  const reopen = (reason = "Avsluttet for tidlig") => inside((db) => reopenMinutes(db, { minutesId, reason }));
  return { minutesId, first, state, save, seat, close, reopen };
}

describe("a meeting", () => {
  it("cannot begin before its agenda is set", async () => {
    const minutesId = await region.meeting(region.council, "2017-07-01");
    expect(await region.inside((db) => openMinutes(db, { minutesId, now }))).toEqual({
      ok: false,
      reason: "no-agenda",
    });
  });

  it("lists the members of the body on its day, once, with its leader as chair", async () => {
    const { minutesId, first } = await begun("Møteplan");
    expect(first.presences.map(({ fields }) => [fields.name, fields.chair])).toEqual([
      ["Rådmann 0", "yes"],
      ["Rådmann 1", ""],
      ["Rådmann 2", ""],
    ]);
    await region.inside((db) => openMinutes(db, { minutesId, now }));
    expect(await region.inside((db) => db.presence.count({ where: { minutesId } }))).toBe(3);
  });

  it("writes beforehand what was answered to the invitation, anew until somebody has written there", async () => {
    const { board, meeting, inside, addPerson } = region;
    const people = await Promise.all(
      ["Leder", "Nestleder", "Medlem", "Vara", "Sen"].map((name) =>
        addPerson(name, `${name}@voss.example`.toLowerCase()),
      ),
    );
    const [leader = "", second = "", third = "", deputy = "", late = ""] = people;
    const minutesId = await meeting(board, "2017-07-02");
    const eventId = await inside(async (db) => {
      const parts = [
        [leader, "leader"],
        [second, "deputy_leader"],
        [third, "member"],
        [late, "member"],
      ] as const;
      for (const [position, [personId, part]] of parts.entries())
        await db.bodyMember.create({ data: { bodyId: board, personId, part, position } });
      const found = await db.minutes.findFirstOrThrow({ where: { id: minutesId } });
      const times = { startsAt: new Date("2017-07-02T07:00:00Z"), endsAt: new Date("2017-07-02T09:00:00Z") };
      const id =
        found.eventId ??
        (await db.event.create({ data: { title: "Møte", zone: "Europe/Oslo", bodyId: board, ...times } })).id;
      await db.minutes.updateMany({ where: { id: minutesId }, data: { eventId: id } });
      const invite = async (personId: string, data: object = {}) =>
        (await db.invitation.create({ data: { eventId: id, personId, locale: "nb", ...data } })).id;
      await invite(leader, { answer: "declined", comment: "Ferie\nhele uken" });
      await invite(second, { answer: "accepted" });
      const own = await invite(third, { answer: "declined", comment: "Syk" });
      await invite(deputy, { answer: "accepted", substituteForId: own });
      await invite(late, { answer: "declined", comment: "Reise" });
      return id;
    });
    const seats = () =>
      inside(async (db) =>
        (await liveState(db, { id: minutesId, state: "agenda" })).presences.map(({ fields }) =>
          [fields.name, fields.state, fields.reason, fields.substitute, fields.chair].join("|"),
        ),
      );
    await inside((db) => listMembers(db, { minutesId }));
    expect(await seats()).toEqual([
      "Leder|absent|||",
      "Nestleder|unknown|||yes",
      "Medlem|unknown||Vara|",
      "Sen|absent|||",
    ]);
    const written = { state: "absent", reason: "Skolestart" };
    await inside(async (db) => {
      const presence = await db.presence.findFirstOrThrow({ where: { minutesId, name: "Sen" } });
      await savePresence(db, { minutesId, presenceId: presence.id, fields: written, bases: {} });
      await db.invitation.updateMany({ where: { eventId }, data: { answer: "accepted" } });
    });
    await region.takeUp(minutesId, await region.queue(board, "Budsjett"));
    await inside((db) => setAgenda(db, { minutesId }));
    expect(await inside((db) => openMinutes(db, { minutesId, now }))).toEqual({ ok: true });
    expect(await seats()).toEqual([
      "Leder|unknown|||yes",
      "Nestleder|unknown|||",
      "Medlem|unknown||Vara|",
      "Sen|absent|Skolestart||",
    ]);
  });

  it("lets two secretaries write in one case without writing over each other", async () => {
    const { save, state } = await begun("Møteplan");
    await save(0, { decision: "Fra den ene" });
    expect(await save(0, { notes: "Fra den andre" })).toMatchObject({ written: ["notes"], conflicts: {} });
    expect(await save(0, { decision: "Også fra den andre", outcome: "changed" })).toMatchObject({
      written: ["outcome"],
      conflicts: { decision: "Fra den ene" },
    });
    expect((await state()).items[0]?.fields).toMatchObject({
      ...{ decision: "Fra den ene", notes: "Fra den andre", outcome: "changed" },
    });
  });

  it("refuses a vote larger than those who are there and able, and keeps the rest", async () => {
    const { save, seat, first, state } = await begun("Studietur");
    for (const at of [0, 1, 2]) await seat(at, { state: "present" });
    const disqualified = `out.${first.presences[2]?.id}`;
    await save(0, { [disqualified]: "yes" });
    const vote = { unanimous: "no", votesFor: "2", votesAgainst: "1", decision: "Utsettes ikke." };
    expect(await save(0, vote)).toMatchObject({
      faults: { votesFor: "too-many", votesAgainst: "too-many" },
      written: expect.arrayContaining(["decision"]),
    });
    expect((await state()).items[0]?.fields).toMatchObject({ votesFor: "", decision: "Utsettes ikke." });
    await save(0, { [disqualified]: "" }, await state());
    expect(await save(0, vote, await state())).toMatchObject({ faults: {} });
    expect(await save(0, { votesFor: "to" }, await state())).toMatchObject({ faults: { votesFor: "not-a-number" } });
  });

  it("has one chair, and guests without a vote", async () => {
    const { minutesId, seat, state } = await begun("Møteplan");
    await seat(1, { state: "present", chair: "yes", substitute: "Kommunalsjef" });
    const id = randomUUID();
    for (const _ of [1, 2])
      await region.inside((db) => addGuest(db, { minutesId, id, name: "Daglig leder", represents: "" }));
    expect((await state()).presences.map(({ fields, votes }) => [fields.chair, votes])).toEqual([
      ["", true],
      ["yes", true],
      ["", true],
      ["", false],
    ]);
  });

  it("keeps what is to be done once, however often it is sent, and takes it away without words", async () => {
    const { minutesId, first, state } = await begun("Møteplan");
    const itemId = first.items[0]?.id ?? "";
    const id = randomUUID();
    const keep = (fields: Fields) =>
      region.inside((db) => saveFollowUp(db, { minutesId, itemId, id, fields, bases: {} }));
    for (const _ of [1, 2]) await keep({ words: "Sende ut planen", responsible: "Sekretariatet", dueOn: "2017-06-09" });
    expect(await keep({ dueOn: "2017-02-31" })).toMatchObject({ faults: { dueOn: "not-known" } });
    expect((await state()).items[0]?.followUps.map(({ fields }) => fields)).toEqual([
      { words: "Sende ut planen", responsible: "Sekretariatet", dueOn: "2017-06-09" },
    ]);
    await keep({ words: "" });
    expect((await state()).items[0]?.followUps).toEqual([]);
  });

  it("cannot end while a case has no outcome, and says which", async () => {
    const { save, close, first } = await begun("Møteplan", "Studietur");
    await save(0, { outcome: "as_proposed" });
    expect(await close()).toEqual({
      ...{ ok: false, reason: "faults", faults: [{ itemId: first.items[1]?.id, fault: "no-outcome" }] },
    });
  });

  it("ends: what was put off waits again, what goes on lies before the next body, and no decision is taken after", async () => {
    const { minutesId, save, seat, close } = await begun("Går videre", "Utsettes");
    await save(0, { outcome: "changed", decision: "Anbefales godkjent.", passOnToId: region.board });
    await save(1, { outcome: "postponed" });
    expect(await close()).toEqual({ ok: true });
    const cases = await region.inside((db) =>
      db.case.findMany({
        where: { title: { in: ["Går videre", "Utsettes"] } },
        select: { title: true, state: true, bodyId: true, proposal: true },
        orderBy: { createdAt: "asc" },
      }),
    );
    expect(cases).toEqual([
      { title: "Går videre", state: "treated", bodyId: region.council, proposal: "Vedtas." },
      { title: "Utsettes", state: "queued", bodyId: region.council, proposal: "Vedtas." },
      { title: "Går videre", state: "queued", bodyId: region.board, proposal: "Anbefales godkjent." },
    ]);
    expect(await save(0, { decision: "For sent" })).toEqual({ ok: false, reason: "not-live" });
    expect(await seat(0, { state: "present" })).toEqual({ ok: false, reason: "not-live" });
    expect(await close()).toEqual({ ok: false, reason: "not-live" });
    expect(await region.inside((db) => openMinutes(db, { minutesId, now }))).toEqual({ ok: false, reason: "over" });
  });

  it("does not take a decision of another meeting, nor pass a case on to its own body", async () => {
    const [one, other] = [await begun("En"), await begun("To")];
    const itemId = other.first.items[0]?.id ?? "";
    const { minutesId } = one;
    expect(
      await region.inside((db) => saveItem(db, { minutesId, itemId, fields: { notes: "x" }, bases: {}, now })),
    ).toEqual({ ok: false, reason: "not-found" });
    expect(await one.save(0, { passOnToId: region.council })).toMatchObject({ faults: { passOnToId: "not-known" } });
    expect(await one.save(0, { passOnToId: randomUUID() })).toMatchObject({ faults: { passOnToId: "not-known" } });
  });

  it("takes what was not treated back to the queue, or withdraws it where that is said", async () => {
    const { save, close, first } = await begun("Rakk vi ikke", "Er uaktuell", "Rakk vi", "Heller ikke");
    for (const at of [0, 1, 3]) await save(at, { outcome: "not_treated" });
    await save(2, { outcome: "as_proposed" });
    expect(await close([first.items[1]?.id ?? ""])).toEqual({ ok: true });
    expect(await statesOf("Rakk vi ikke", "Er uaktuell", "Rakk vi")).toEqual(["queued", "withdrawn", "treated"]);
    const queue = () =>
      region.inside((db) =>
        db.case.findMany({ where: { bodyId: region.council, state: "queued" }, orderBy: { position: "asc" } }),
      );
    expect((await queue()).slice(0, 2).map(({ title }) => title)).toEqual(["Rakk vi ikke", "Heller ikke"]);
    const [caseId = ""] = (await queue()).map(({ id }) => id);
    expect(await region.inside((db) => moveInQueue(db, { caseId, by: 1 }))).toMatchObject({ ok: true, place: 2 });
  });

  it("ended by mistake is opened again, for a reason, and put right when it ends again", async () => {
    const { minutesId, save, close, reopen, state } = await begun("Sendes videre", "Settes bort");
    await save(0, { outcome: "as_proposed", decision: "Anbefales.", passOnToId: region.board });
    await save(1, { outcome: "postponed" });
    expect(await reopen()).toEqual({ ok: false, reason: "not-ended" });
    await close();
    expect(await reopen("  ")).toEqual({ ok: false, reason: "no-reason" });
    expect(await reopen()).toEqual({ ok: true });
    expect(await statesOf("Settes bort")).toEqual(["on_agenda"]);
    await save(0, { passOnToId: "" }, await state());
    await save(1, { outcome: "as_proposed", decision: "Vedtas." }, await state());
    expect(await close()).toEqual({ ok: true });
    expect(await statesOf("Sendes videre", "Settes bort")).toEqual(["treated", "treated", "withdrawn"]);
    const logged = await region.inside((db) =>
      db.auditEvent.findMany({ where: { subjectId: minutesId }, select: { after: true } }),
    );
    expect(JSON.stringify(logged)).toContain("Avsluttet for tidlig");
    await region.inside((db) => db.minutes.updateMany({ where: { id: minutesId }, data: { state: "remarks" } }));
    expect(await reopen()).toEqual({ ok: false, reason: "sent" });
  });

  it("is not opened again once a case of it has been taken up elsewhere", async () => {
    const { save, close, reopen } = await begun("Utsatt sak");
    await save(0, { outcome: "postponed" });
    await close();
    const [one] = await region.inside((db) => db.case.findMany({ where: { title: "Utsatt sak" } }));
    const next = await region.meeting(region.council, "2017-09-01");
    await region.takeUp(next, one?.id ?? "");
    expect(await reopen()).toMatchObject({ ok: false, reason: "taken-up", number: expect.stringContaining("/2017") });
  });

  it("makes the meetings of a plan that was decided as proposed, unless the plan has changed since", async () => {
    const { council, inside, meeting, takeUp } = region;
    const personId = await inside(
      async (db) => (await db.person.create({ data: { name: "Sekretær", email: "sekretar@samvirk.example" } })).id,
    );
    const held = async (year: number, then: () => Promise<unknown>) => {
      const planned = { bodyId: council, day: `${year}-05-03`, from: 540, to: 600, place: "Lier", note: "", year };
      await inside((db) => addMeeting(db, planned));
      const queued = await inside((db) => queuePlan(db, { year, bodyId: council }));
      const minutesId = await meeting(council, `${year - 1}-10-01`);
      await takeUp(minutesId, queued.ok ? queued.id : "");
      await inside((db) => setAgenda(db, { minutesId }));
      await inside((db) => openMinutes(db, { minutesId, now }));
      await then();
      await inside((db) => db.agendaItem.updateMany({ where: { minutesId }, data: { outcome: "as_proposed" } }));
      return withRegion({ regionId: region.id, personId, via: "session" }, (db) =>
        closeMinutes(db, { minutesId, now }),
      );
    };
    expect(await held(2019, async () => {})).toEqual({ ok: true, plans: [{ year: 2019, ok: true, meetings: 1 }] });
    const more = { bodyId: council, day: "2021-06-03", from: 540, to: 600, place: "", note: "", year: 2021 };
    expect(await held(2021, () => inside((db) => addMeeting(db, more)))).toEqual({
      ...{ ok: true, plans: [{ year: 2021, ok: false, reason: "changed" }] },
    });
    const made = await inside((db) => db.minutes.findMany({ where: { day: { gte: new Date("2019-01-01") } } }));
    expect(made.map(({ day: at }) => at.toISOString().slice(0, 10))).toContain("2019-05-03");
  });
});

const statesOf = (...titles: string[]) =>
  region.inside(async (db) =>
    (await db.case.findMany({ where: { title: { in: titles } }, orderBy: { createdAt: "asc" } })).map(
      ({ state }) => state,
    ),
  );
