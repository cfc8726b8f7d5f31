import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type CasesRegion, casesRegion } from "#tests/features/cases/scene";
import { useDatabase } from "#tests/support/database";
import { basesOf, type Fields } from "~/domain/minutes/field-merge";
import { setAgenda } from "~/features/cases/set-agenda.server";
import { closeMinutes } from "~/features/minutes/close-minutes.server";
import { type LiveState, liveState } from "~/features/minutes/live-state.view.server";
import { openMinutes } from "~/features/minutes/open-minutes.server";
import { saveFollowUp } from "~/features/minutes/save-follow-up.server";
import { saveItem } from "~/features/minutes/save-item.server";
import { addGuest, savePresence } from "~/features/minutes/save-presence.server";

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
  const close = () => inside((db) => closeMinutes(db, { minutesId, now }));
  return { minutesId, first, state, save, seat, close };
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
});
