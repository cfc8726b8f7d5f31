import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adviser, invitedRegion, leader } from "#tests/features/events/substitutes";
import { deliverAll, hour, minute, readMail, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { countAnswers } from "~/domain/events/answer";
import { isCounted } from "~/domain/events/seats";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { invitationsOf } from "~/features/events/events.db.server";
import { withdrawInvitation } from "~/features/events/withdraw-invitation.server";
import { handOver } from "~/features/handover/hand-over.server";
import { demoAddress } from "../../../prisma/seed/demo";

const database = useDatabase();
const post = usePost();
const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 300 : 6;
const seats = ["Voss", "Ulvik", "Eidfjord"];
const named = [adviser, leader, { name: "Fagleiar, Voss", email: "fagleiar@voss.example" }];
const everybody = [...seats.map(demoAddress), ...named.map(({ email }) => email)];

type Step =
  | { do: "name"; seat: number; whom: number }
  | { do: "answer"; who: number; answer: "accepted" | "declined" | "tentative" }
  | { do: "move"; date: string }
  | { do: "withdraw"; who: number }
  | { do: "hand-over"; seat: number; to: number }
  | { do: "deputies" | "deliver" | "cancel" };

const seat = fc.nat(seats.length - 1);
const whom = fc.nat(named.length - 1);
const who = fc.nat(everybody.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("name" as const), seat, whom }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      who,
      answer: fc.constantFrom("accepted" as const, "declined" as const, "declined" as const, "tentative" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("move" as const), date: fc.constantFrom("2027-05-26", "2027-05-27") }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("hand-over" as const), seat, to: whom }) },
  { weight: 4, arbitrary: fc.constantFrom<Step>({ do: "deputies" }, { do: "deliver" }, { do: "deliver" }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: "cancel" }) },
);

/** Plays the steps and lets everything leave; what arrived, in order, and how the invitations stand. */
async function play(steps: Step[]) {
  const start = new Date("2027-04-01T08:00:00Z");
  let now = start;
  const { region, event, name, answer, callsDeputies, deputise } = await invitedRegion(
    database.url().adminUrl,
    start,
    seats,
  );
  const { inside } = region;
  const deliver = () => deliverAll(post.transport(), now);
  post.smtp().mails.length = 0;
  for (const next of steps) {
    now = new Date(now.getTime() + minute);
    const at = now;
    const invitation = (address: string) =>
      inside((db) => db.invitation.findFirst({ where: { eventId: event.id, person: { email: address } } }));
    const address = "who" in next ? (everybody[next.who] ?? "") : "";
    if (next.do === "deliver") await deliver();
    else if (next.do === "cancel") await inside((db) => cancelEvent(db, { eventId: event.id, now: at }));
    else if (next.do === "move") await event.changeNow({ date: next.date }, at);
    else if (next.do === "name") {
      const first = demoAddress(seats[next.seat] ?? "");
      if (await invitation(first)) await name(first, named[next.whom] ?? adviser, at);
    } else if (next.do === "deputies") {
      await callsDeputies();
      const voss = await invitation(demoAddress("Voss"));
      if (voss && (await inside((db) => db.deputy.count())) === 0) await deputise("Voss", named);
    } else if (next.do === "hand-over") {
      const first = await invitation(demoAddress(seats[next.seat] ?? ""));
      const [municipalityId, replaces] = [first?.municipalityId ?? "", first?.personId ?? null];
      const to = named[next.to] ?? adviser;
      const today = new Date("2027-04-01T00:00:00Z");
      await inside((db) => handOver(db, { municipalityId, ...to, today, replaces, now: at }));
    } else if (await invitation(address)) {
      if (next.do === "answer") await answer(address, next.answer, at);
      else {
        const id = (await invitation(address))?.id ?? "";
        await inside((db) => withdrawInvitation(db, { eventId: event.id, invitationId: id, now: at }));
      }
    }
  }
  for (let round = 0; round < 3; round++) {
    now = new Date(now.getTime() + hour);
    await deliver();
  }
  const standing = await inside((db) => invitationsOf(db, event.id));
  const mails = (await Promise.all(post.smtp().mails.map(readMail))).filter(({ method }) => method);
  return { event: await event.row(), standing, mails };
}

describe("whoever meets for whom", () => {
  it("the event stands in the calendars of exactly those who are to meet, and SEQUENCE rises for each", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const { event, standing, mails } = await play(steps);
        const counted = standing.filter(isCounted);
        const firsts = standing.flatMap(({ substituteFor }) => (substituteFor ? [substituteFor.id] : []));
        expect(new Set(firsts).size).toBe(firsts.length);
        const { yes, maybe, no, none } = countAnswers(counted.map(({ answer }) => answer));
        expect(yes + maybe + no + none).toBe(counted.length);
        expect(counted.length).toBeLessThanOrEqual(seats.length);
        const addresses = new Set([...mails.map(({ to }) => to), ...standing.map(({ person }) => person.email)]);
        for (const address of addresses) {
          const own = mails.filter(({ to }) => to === address);
          const sequences = own.map(({ sequence }) => sequence);
          expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
          expect(own.every(({ attendees }) => attendees.join() === `mailto:${address}`)).toBe(true);
          const has = own.at(-1)?.method === "REQUEST";
          const invitation = counted.find(({ person }) => person.email === address);
          if (event.state === "cancelled" || !invitation) expect(has).toBe(false);
          else if (invitation.answer !== "declined") expect(has).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  }, 900_000);
});
