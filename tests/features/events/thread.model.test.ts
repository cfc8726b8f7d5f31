import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { isBeforeChange } from "~/domain/events/answer";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { sendChangesNow } from "~/features/events/change-event.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { resendInvitation } from "~/features/events/resend-invitation.server";
import type { OutgoingMail, SendResult } from "~/platform/mail/transport.server";
import {
  asAdmin,
  deliverAll,
  hour,
  makeLiveRegion,
  minute,
  type ReadMail,
  readMail,
  startEvent,
  usePost,
} from "./thread";

const database = useDatabase();
const post = usePost();
const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 500 : 10;
const names = ["Voss", "Ulvik", "Eidfjord"];

type Step =
  | { do: "invite" }
  | { do: "cancel" }
  | { do: "deliver" }
  | { do: "send-now" }
  | { do: "hang-up" }
  | { do: "change"; fields: Record<string, string>; when: "later" | "now" }
  | { do: "resend"; who: number }
  | { do: "answer"; who: number; answer: "accepted" | "declined" | "tentative" }
  | { do: "wait"; minutes: number };

const fields = fc.oneof(
  fc.record({ date: fc.constantFrom("2027-05-26", "2027-05-27", "2027-11-02") }),
  fc.record({ start: fc.constantFrom("09:00", "10:00") }),
  fc.record({ place: fc.constantFrom("Voss", "Granvin", "") }),
  fc.record({ title: fc.constantFrom("Dialogmøte", "Dialogmøte om mat") }),
  fc.record({ description: fc.constantFrom("", "Ta med lunsj") }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Step>({ do: "invite" }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: "cancel" }) },
  { weight: 3, arbitrary: fc.constantFrom<Step>({ do: "deliver" }, { do: "send-now" }, { do: "hang-up" }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("change" as const),
      fields,
      when: fc.constantFrom("later" as const, "now" as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      who: fc.nat(names.length - 1),
      answer: fc.constantFrom("accepted" as const, "declined" as const, "tentative" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("resend" as const), who: fc.nat(names.length - 1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.constantFrom(1, 5, 10, 11) }) },
);

/** The mail server at work, hanging up on the first few mails of a round when told to. */
function transport(refusals: () => boolean) {
  return {
    ...post.transport(),
    async send(mail: OutgoingMail): Promise<SendResult> {
      if (refusals()) return { ok: false, kind: "soft", reason: "network", code: "ECONNRESET", message: "hung up" };
      return post.transport().send(mail);
    },
  };
}

/** Plays the steps, lets all waiting end, and gives what arrived at each address and how things stand. */
async function play(steps: Step[]) {
  const region = await makeLiveRegion(database.url().adminUrl, names);
  let now = new Date("2027-04-01T08:00:00Z");
  const event = await startEvent(region, now);
  let hangUps = 0;
  const copies: string[] = [];
  const server = transport(() => hangUps-- > 0);
  post.smtp().mails.length = 0;
  for (const next of [{ do: "invite" } as Step, ...steps]) {
    if (next.do === "invite") await event.invite(now);
    else if (next.do === "cancel") await region.inside((db) => cancelEvent(db, { eventId: event.id, now }));
    else if (next.do === "deliver") await deliverAll(server, now);
    else if (next.do === "send-now") await region.inside((db) => sendChangesNow(db, { eventId: event.id, now }));
    else if (next.do === "hang-up") {
      hangUps = 2;
      await deliverAll(server, now);
      hangUps = 0;
    } else if (next.do === "change")
      await (next.when === "now" ? event.changeNow(next.fields, now) : event.change(next.fields, now));
    else if (next.do === "wait") now = new Date(now.getTime() + next.minutes * minute);
    else if (next.do === "answer") {
      const { id } = await region.invitationOf(names[next.who] ?? "");
      const at = now;
      await region.inside((db) =>
        recordAnswer(db, { invitationId: id, answer: next.answer, answeredBy: "link", now: at }),
      );
    }
    if (next.do === "resend") {
      const { id } = await region.invitationOf(names[next.who] ?? "");
      const at = now;
      if (await region.inside((db) => resendInvitation(db, { invitationId: id, now: at }))) copies.push(id);
    }
    now = new Date(now.getTime() + 1_000);
  }
  for (let round = 0; round < 3; round++) {
    now = new Date(now.getTime() + hour);
    await deliverAll(server, now);
  }
  const invitations = await region.inside((db) => db.invitation.findMany({ include: { person: true } }));
  const mails = await Promise.all(post.smtp().mails.map(readMail));
  const waiting = await asAdmin(
    database.url().adminUrl,
    "SELECT id FROM delivery WHERE region_id = $1 AND state IN ('queued', 'sending')",
    [region.id],
  );
  return { event: await event.row(), invitations, mails, waiting, copies };
}

const local = (date: Date) => date.toLocaleString("sv-SE", { timeZone: "Europe/Oslo" }).replace(" ", "T");
const facts = ({ starts, title, place }: ReadMail) => ({ starts, title, place });

describe("whatever happens to an event", () => {
  it("the calendars of the invited follow, in order, and end where the event is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const { event, invitations, mails, waiting, copies } = await play(steps);
        expect(waiting).toEqual([]);
        expect(new Set(mails.map(({ to }) => to)).size).toBeLessThanOrEqual(names.length);
        const wanted = { starts: local(event.startsAt), title: event.title, place: event.place };
        for (const invitation of invitations) {
          const own = mails.filter(({ to }) => to === invitation.person.email);
          const sequences = own.map(({ sequence }) => sequence);
          expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
          const twice = sequences.length - new Set(sequences).size;
          expect(twice).toBeLessThanOrEqual(copies.filter((id) => id === invitation.id).length);
          expect(own.every(({ uid }) => uid === `${event.id}@samvirk`)).toBe(true);
          expect(own.every(({ attendees }) => attendees.join() === `mailto:${invitation.person.email}`)).toBe(true);
          expect(own.every(({ partMethod, method }) => partMethod === method)).toBe(true);
          const cancelled = own.findIndex(({ method }) => method === "CANCEL");
          const last = own.at(-1);
          if (event.state === "cancelled") {
            expect(cancelled).toBe(own.length - 1);
            continue;
          }
          expect(cancelled).toBe(-1);
          if (!last) throw new Error("nobody told her");
          expect(last.sequence).toBeLessThanOrEqual(invitation.sequence);
          if (invitation.answer === "declined") expect(last.starts?.slice(0, 10)).toBe(wanted.starts.slice(0, 10));
          else expect(facts(last)).toEqual(wanted);
          const asked = invitation.answer !== "declined" && isBeforeChange(invitation, event.askedVersion);
          if (asked) expect(last.answer).toBe("NEEDS-ACTION");
        }
      }),
      { numRuns: runs, examples: [[[{ do: "cancel" }]], [[{ do: "hang-up" }, { do: "cancel" }]]] },
    );
  }, 900_000);
});
