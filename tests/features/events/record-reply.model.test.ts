import fc from "fast-check";
import { createTransport, type Transporter } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { readsMailAt, takeMail } from "~/features/automation/receive-mail.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { listenForMail } from "~/platform/mail/inbound.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { replyMail } from "./reply-mail";
import { type LiveRegion, makeLiveRegion, minute, startEvent, usePost } from "./thread";

const long = process.env.SAMVIRK_TEST_LONG === "1";
const numRuns = long ? 100 : 3;
const database = useDatabase();
const post = usePost();
const start = new Date("2027-04-01T08:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * minute);
const places = ["Voss", "Ulvik"] as const;

let clock = start;
let smtp: Awaited<ReturnType<typeof listenForMail>>;
let sender: Transporter;
let last = "";
let region: LiveRegion;
beforeAll(async () => {
  smtp = await listenForMail(
    { host: "127.0.0.1", port: 0 },
    { reads: readsMailAt, take: async (mail) => (last = await takeMail(mail, clock)) },
  );
  sender = createTransport({ host: "127.0.0.1", port: smtp.port, ignoreTLS: true, pool: true });
  region = await makeLiveRegion(database.url().adminUrl, [...places]);
});
afterAll(async () => {
  sender.close();
  await smtp.close();
});

const partstats = { ACCEPTED: "accepted", DECLINED: "declined", TENTATIVE: "tentative" } as const;
const person = fc.nat(1);
const partstat = fc.constantFrom(...(Object.keys(partstats) as (keyof typeof partstats)[]));
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("reply" as const),
      person,
      partstat,
      /** How far behind what the person was sent. */
      behind: fc.constantFrom(0, 0, 0, 0, 1, 2),
      /** Minutes it was under way. */
      late: fc.constantFrom(0, 0, 1, 5, 20),
      from: fc.constantFrom("own", "own", "own", "alias", "stranger"),
      times: fc.constantFrom(1, 1, 2),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("link" as const), person, partstat }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const) }) },
);

/** What the rules say of one person, kept beside the database. */
type Model = { answer: string | null; by: string | null; told: number; replied: number; given: number };

describe("replies among everything else", () => {
  it("leave each answer as the rules say", { timeout: long ? 1_200_000 : 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 60 }), async (steps) => {
        const event = await startEvent(region, start);
        await event.invite();
        await post.read(start);
        const invitations = await Promise.all(
          places.map((place) =>
            region.inside((db) =>
              db.invitation.findFirstOrThrow({ where: { eventId: event.id, person: { email: demoAddress(place) } } }),
            ),
          ),
        );
        const models: Model[] = places.map(() => ({ answer: null, by: null, told: 0, replied: -1, given: -1 }));
        let time = 30;
        let hour = 9;
        for (const one of steps) {
          time += 2;
          clock = at(time);
          if (one.kind === "move") {
            hour = hour === 9 ? 10 : 9;
            await event.changeNow({ start: `${hour}:00`.padStart(5, "0"), end: "12:00" }, clock);
            await post.read(clock);
            // Who has said no is told only when the day is another (C10).
            for (const model of models) if (model.answer !== "declined") model.told += 1;
            continue;
          }
          const model = models[one.person] as Model;
          const id = invitations[one.person]?.id ?? "";
          const answer = partstats[one.partstat];
          if (one.kind === "link") {
            await region.inside((db) => recordAnswer(db, { invitationId: id, answer, answeredBy: "link", now: clock }));
            const told = await post.read(clock);
            Object.assign(model, { answer, by: "link", given: time, told: model.told + told.length });
            continue;
          }
          const address = demoAddress(places[one.person] ?? "Voss");
          const from = { own: address, alias: `alias.${address}`, stranger: "framand@post.example" }[one.from];
          const sequence = model.told - one.behind;
          if (sequence < 0) continue;
          const stamp = time - one.late;
          const raw = replyMail({
            ...{ eventId: event.id, stamp: at(stamp), partstat: one.partstat, sequence, from },
            attendee: one.from === "stranger" ? from : address,
          });
          for (let n = 0; n < one.times; n += 1) {
            await sender.sendMail({ envelope: { from, to: ["svar@vestland.example"] }, raw });
            const old = stamp <= model.replied || (model.by === "link" && stamp < model.given);
            const counts = one.from === "own" && !old && one.behind === 0;
            if (one.from === "own") expect(last).toBe(counts ? "counted" : "ignored");
            else expect(["waiting", "ignored"]).toContain(last);
            if (counts) {
              const told = await post.read(clock);
              Object.assign(model, { answer, by: "mail", replied: stamp, given: time, told: model.told + told.length });
            }
          }
        }
        for (const [index, { id }] of invitations.entries()) {
          const row = await region.inside((db) => db.invitation.findFirstOrThrow({ where: { id } }));
          expect({ answer: row.answer, by: row.answeredBy }).toEqual({
            answer: models[index]?.answer,
            by: models[index]?.by,
          });
        }
      }),
      { numRuns },
    );
  });
});
