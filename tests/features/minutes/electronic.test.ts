import { beforeAll, describe, expect, it } from "vitest";
import { type CasesRegion, casesRegion } from "#tests/features/cases/scene";
import { useDatabase } from "#tests/support/database";
import { setAgenda } from "~/features/cases/set-agenda.server";
import { answerCases } from "~/features/minutes/answer-cases.server";
import { askMembers, remindMembers } from "~/features/minutes/ask-members.server";
import { closeMinutes } from "~/features/minutes/close-minutes.server";
import { handOverCases } from "~/features/minutes/hand-over-cases.server";
import { liveState } from "~/features/minutes/live-state.view.server";
import { memberCasesView } from "~/features/minutes/member-cases.view.server";
import { saveItem } from "~/features/minutes/save-item.server";

const database = useDatabase();
const now = new Date("2027-03-01T09:00:00Z");
const answerBy = new Date("2027-03-10T11:00:00Z");
const after = new Date("2027-03-10T11:00:01Z");
let region: CasesRegion;
let minutesId: string;

beforeAll(async () => {
  region = await casesRegion(database.url().adminUrl);
  const { inside, council, meeting, queue, takeUp } = region;
  await inside(async (db) => {
    for (const position of [0, 1]) {
      const email = `medlem-${position}@samvirk.example`;
      const { id } = await db.person.create({ data: { name: `Medlem ${position}`, email } });
      await db.bodyMember.create({ data: { bodyId: council, personId: id, position } });
    }
    await db.bodyMember.create({ data: { bodyId: council, office: "Rådmann", position: 2 } });
    const deputy = await db.person.create({ data: { name: "Vara", email: "vara@samvirk.example" } });
    await db.bodyMember.create({ data: { bodyId: council, part: "deputy", personId: deputy.id, position: 3 } });
  });
  minutesId = await meeting(council, "2027-03-10");
  await inside((db) => db.minutes.updateMany({ where: { id: minutesId }, data: { electronic: true } }));
  await takeUp(minutesId, await queue(council, "Budsjett"), await queue(council, "Vedtekter"));
  await inside((db) => setAgenda(db, { minutesId }));
});

const letters = (kind: "member-cases" | "member-cases-reminder") =>
  region.inside((db) =>
    db.delivery.findMany({
      where: { key: { startsWith: `${kind}:${minutesId}` } },
      select: { secret: true, state: true, dueAt: true, toAddress: true },
      orderBy: { toAddress: "asc" },
    }),
  );
const view = async (token: string, at: Date) => {
  const found = await memberCasesView({ id: region.id, slug: "x" }, token, at);
  if (!found) throw new Error("the link is not good");
  return found;
};

describe("an electronic meeting", () => {
  it("is answered by a moment that is to come", async () => {
    const past = await region.inside((db) => askMembers(db, { minutesId, answerBy: now, now: after }));
    expect(past).toEqual({ ok: false, reason: "soon" });
  });

  it("gives each member with an address the cases by a link, and a reminder the day before", async () => {
    const asked = await region.inside((db) => askMembers(db, { minutesId, answerBy, now }));
    expect(asked).toEqual({ ok: true, sent: 2 });
    expect((await letters("member-cases")).map(({ toAddress }) => toAddress)).toEqual([
      ...["medlem-0@samvirk.example", "medlem-1@samvirk.example"],
    ]);
    const reminders = await letters("member-cases-reminder");
    expect(reminders.map(({ dueAt }) => dueAt.toISOString().slice(0, 10))).toEqual(["2027-03-09", "2027-03-09"]);
  });

  it("takes answers until then, changed as often as one likes, and reminds nobody who has answered", async () => {
    const [first] = await letters("member-cases");
    const token = first?.secret ?? "";
    const { items, open } = await view(token, now);
    expect([open, items.map(({ title, asked }) => [title, asked])]).toEqual([
      true,
      [
        ["Budsjett", true],
        ["Vedtekter", true],
      ],
    ]);
    const answer = (agrees: boolean, some: number, at = now) =>
      region.inside((db) =>
        answerCases(db, {
          token,
          answers: items.slice(0, some).map(({ id }) => ({ itemId: id, agrees, comment: agrees ? "" : "For dyrt." })),
          now: at,
        }),
      );
    expect(await answer(true, 1)).toEqual({ ok: true, left: 1 });
    expect(await answer(false, 2)).toEqual({ ok: true, left: 0 });
    expect((await letters("member-cases-reminder")).map(({ state }) => state)).toEqual(["dropped", "queued"]);
    expect((await view(token, now)).items.map((item) => item.answer)).toEqual([
      { agrees: false, comment: "For dyrt." },
      { agrees: false, comment: "For dyrt." },
    ]);
    expect(await answer(true, 2, after)).toEqual({ ok: false, reason: "closed" });
    expect((await view(token, after)).open).toBe(false);
    expect(await region.inside((db) => remindMembers(db, { minutesId, now }))).toEqual({ ok: true, sent: 1 });
  });

  it("lets a deputy answer for one member at a time, until the member takes it back", async () => {
    const [first, second] = (await letters("member-cases")).map(({ secret }) => secret ?? "");
    const member = await view(second ?? "", now);
    const deputyId = member.deputies[0]?.id ?? "";
    const hand = (token = "", to: string | null = deputyId, at = now) =>
      region.inside((db) => handOverCases(db, { token, deputyId: to, now: at }));
    expect(member.deputies.map(({ name }) => name)).toEqual(["Vara"]);
    expect(await hand(second, "", now)).toEqual({ ok: false, reason: "no-deputy" });
    expect(await hand(second, deputyId, after)).toEqual({ ok: false, reason: "closed" });
    expect(await hand(second)).toEqual({ ok: true });
    expect(await hand(first)).toEqual({ ok: false, reason: "no-deputy" });
    const [letter] = await region.inside((db) =>
      db.delivery.findMany({
        where: { toAddress: "vara@samvirk.example", kind: "member-cases" },
        orderBy: { dueAt: "asc" },
      }),
    );
    const deputy = letter?.secret ?? "";
    expect(await view(deputy, now)).toMatchObject({ open: true, deputies: [], substitute: "" });
    expect(await view(second ?? "", now)).toMatchObject({ open: false, running: true, substitute: "Vara" });
    const answers = member.items.slice(0, 1).map(({ id }) => ({ itemId: id, agrees: true, comment: "" }));
    const answer = (token = "") => region.inside((db) => answerCases(db, { token, answers, now }));
    expect(await answer(second)).toEqual({ ok: false, reason: "closed" });
    expect(await answer(deputy)).toEqual({ ok: true, left: 1 });
    expect(await hand(second, null)).toEqual({ ok: true });
    expect(await answer(deputy)).toEqual({ ok: false, reason: "gone" });
    expect((await view(second ?? "", now)).items[0]?.answer).toMatchObject({ agrees: true });
  });

  it("is not ended while somebody may still answer, and takes no answer after", async () => {
    const state = await region.inside((db) => liveState(db, { id: minutesId, state: "live" }));
    expect(state.presences.map(({ fields }) => fields.state)).toEqual(["present", "present", "unknown"]);
    for (const { id } of state.items)
      await region.inside((db) =>
        saveItem(db, { minutesId, itemId: id, fields: { outcome: "noted" }, bases: {}, now }),
      );
    const close = (at: Date) => region.inside((db) => closeMinutes(db, { minutesId, now: at }));
    expect(await close(now)).toEqual({ ok: false, reason: "running" });
    expect(await close(after)).toEqual({ ok: true });
    const [, second] = await letters("member-cases");
    const late = { token: second?.secret ?? "", answers: [], now };
    expect(await region.inside((db) => answerCases(db, late))).toEqual({ ok: false, reason: "closed" });
    expect(await memberCasesView({ id: region.id, slug: "x" }, "no-such-token", now)).toBeNull();
  });
});
