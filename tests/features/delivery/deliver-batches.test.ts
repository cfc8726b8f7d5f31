import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { asAdmin, hour, makeLiveRegion, minute } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { type Fault, startResend } from "#tests/support/resend";
import { deliverDue } from "~/features/delivery/deliver.server";
import { deliverBatches } from "~/features/delivery/deliver-batches.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import type { BatchTransport } from "~/platform/mail/batches.server";
import { type Sender, transports } from "~/platform/mail/choose-transport.server";
import { mailboxTransport } from "~/platform/mail/mailbox.server";

const database = useDatabase();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 60 : 4;

let resend: Awaited<ReturnType<typeof startResend>>;
let clock = now;
beforeAll(async () => {
  resend = await startResend({ now: () => clock.getTime() });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await resend.stop();
});
beforeEach(() => {
  vi.stubEnv("MAIL_TRANSPORT", "resend");
  vi.stubEnv("RESEND_API_KEY", resend.key);
  vi.stubEnv("RESEND_BASE_URL", resend.url);
  resend.accepted.length = 0;
  resend.requests.length = 0;
  Object.assign(resend.options, { fault: undefined, ignoresKeys: false });
  clock = now;
});

/** A region with a newsletter and an issue of it that waits to be sent to so many. */
async function waiting(count: number) {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
  await region.inside(async (db) => {
    const { id: newsletterId } = await db.newsletter.create({ data: { name: "Nyheitsbrev", position: 0 } });
    const sent = { state: "sent", frozen: {}, approvedAt: now, sentAt: now } as const;
    const issue = await db.newsletterIssue.create({
      data: { newsletterId, year: 2027, number: 1, since: now, ...sent },
    });
    const html = '<p>Hei</p><a href="{{unsubscribe}}">Meld av</a> {{why}}';
    const template = await db.deliveryTemplate.create({
      data: {
        key: `issue:${issue.id}:nn`,
        locale: "nn",
        subject: "Fram mot sommaren",
        html,
        text: "Hei {{why}} {{unsubscribe}}",
      },
    });
    const people = Array.from({ length: count }, (_, n) => ({
      name: `Lesar ${n}`,
      email: `${region.slug}-${n}@lesar.example`,
    }));
    await db.person.createMany({ data: people });
    const readers = await db.person.findMany({
      where: { email: { endsWith: "@lesar.example" } },
      orderBy: { id: "asc" },
    });
    await queueMessages(
      db,
      readers.map(({ id, name, email }) => ({
        key: `issue:${issue.id}:${id}`,
        message: { kind: "newsletter" as const, fill: { why: "Du abonnerer" } },
        to: { personId: id, name, address: email },
        locale: "nn" as const,
        secret: randomUUID(),
        dueAt: now,
        issueId: issue.id,
        templateId: template.id,
      })),
    );
  });
  const rows = () => region.inside((db) => db.delivery.findMany({ orderBy: { id: "asc" } }));
  const batches = () => region.inside((db) => db.deliveryBatch.findMany({ orderBy: { id: "asc" } }));
  return { region, rows, batches };
}

function work(at = now, most?: number): Promise<number> {
  clock = at;
  return deliverBatches({
    worker: randomUUID(),
    transportOf: transports().batchesOf,
    now: () => at,
    ...(most !== undefined && { most }),
  });
}

/** Lets the batches be worked until nothing waits any more. */
async function untilDone({ batches }: { batches: () => Promise<{ state: string }[]> }): Promise<void> {
  for (let hours = 0; hours < 48; hours++) {
    await work(later(hours * hour));
    const states = await batches();
    if (states.every(({ state }) => state !== "queued" && state !== "sending")) return;
  }
}

const recipients = () => resend.accepted.map(({ to }) => /<(.+)>/.exec(to)?.[1] ?? "").sort();
const addressesOf = async ({ rows }: { rows: () => Promise<{ toAddress: string }[]> }) =>
  (await rows()).map(({ toAddress }) => toAddress).sort();
const faulty = (...faults: Fault[]) => {
  resend.options.fault = () => faults.shift() ?? null;
};

describe("newsletters by batches", () => {
  it("leave by a hundred, each filled in for its reader, with the headers that unsubscribe, and are recorded", async () => {
    const issue = await waiting(150);
    expect(await work()).toBe(2);
    expect(resend.requests.map(({ status }) => status)).toEqual([200, 200]);
    expect(recipients()).toEqual(await addressesOf(issue));
    const [mail] = resend.accepted;
    expect(mail?.html).toMatch(/<a href="http[^"]+\/unsubscribe\/[^"]+">Meld av<\/a> Du abonnerer/);
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect((await issue.batches()).map(({ state, size }) => [state, size])).toEqual([
      ["sent", 100],
      ["sent", 50],
    ]);
    const rows = await issue.rows();
    expect(rows.every(({ state, secret, transport }) => state === "sent" && !secret && transport === "resend")).toBe(
      true,
    );
    const ids = new Map(resend.accepted.map(({ id, tags }) => [tags.delivery, id]));
    expect(rows.every(({ id, providerId }) => ids.get(id) === providerId)).toBe(true);
  });

  it("are nothing for the way out that sends one at a time", async () => {
    const issue = await waiting(2);
    expect(await deliverDue({ worker: randomUUID(), transport: mailboxTransport(), now: () => now })).toBe(0);
    await work();
    expect(recipients()).toEqual(await addressesOf(issue));
  });

  it("of a region that has chosen SMTP do not go to the provider", async () => {
    const { region } = await waiting(2);
    await asAdmin(database.url().adminUrl, "UPDATE region SET mail_transport = 'smtp' WHERE id = $1", [region.id]);
    expect(await work()).toBe(0);
  });

  it.each<[string, Fault[]]>([
    ["an answer is lost", ["lost"]],
    ["the provider has a fault", [{ status: 500, name: "internal_server_error" }, "lost"]],
    [
      "it is asked to wait",
      [{ status: 429, name: "rate_limit_exceeded", after: 1 }, "lost", { status: 429, name: "rate_limit_exceeded" }],
    ],
  ])("go once when %s", async (_what, faults) => {
    const issue = await waiting(3);
    faulty(...faults);
    await untilDone(issue);
    expect(recipients()).toEqual(await addressesOf(issue));
    expect(new Set(resend.requests.map(({ key }) => key)).size).toBe(1);
  });

  it("would go twice without keys, so that these tests can tell", async () => {
    const issue = await waiting(3);
    resend.options.ignoresKeys = true;
    faulty("lost");
    await untilDone(issue);
    expect(resend.accepted).toHaveLength(6);
  });

  it("are asked for again by another worker, as they were frozen, when the first was killed with the answer unrecorded", async () => {
    const issue = await waiting(3);
    const killed = transports().batchesOf;
    const transportOf = (sender: Sender): BatchTransport | null => {
      const transport = killed(sender);
      const send: BatchTransport["send"] = async (...batch) => {
        await transport?.send(...batch);
        throw new Error("killed");
      };
      return transport && { ...transport, send };
    };
    await expect(deliverBatches({ worker: randomUUID(), transportOf, now: () => now })).rejects.toThrow("killed");
    expect(await work(later(minute))).toBe(0);
    expect(await work(later(3 * minute))).toBe(1);
    expect(recipients()).toEqual(await addressesOf(issue));
    expect(resend.requests).toHaveLength(2);
    expect((await issue.rows()).every(({ state }) => state === "sent")).toBe(true);
  });

  it("are parked when they may have left, and what would go out is no longer what was frozen", async () => {
    const issue = await waiting(3);
    faulty("lost");
    await work();
    await asAdmin(database.url().adminUrl, "UPDATE region SET sender_name = 'Ein annan' WHERE id = $1", [
      issue.region.id,
    ]);
    await work(later(hour));
    expect((await issue.batches()).map(({ state, lastError }) => [state, lastError])).toEqual([
      ["parked", "unknown: changed"],
    ]);
    expect(resend.accepted).toHaveLength(3);
  });

  it("wait for a person when nobody knows whether they left and the key is forgotten", async () => {
    const issue = await waiting(2);
    resend.options.fault = () => "lost";
    await untilDone(issue);
    expect((await issue.batches()).map(({ state }) => state)).toEqual(["parked"]);
    expect((await issue.rows()).map(({ state, lastError }) => [state, lastError?.slice(0, 8)])).toEqual([
      ["failed", "unknown:"],
      ["failed", "unknown:"],
    ]);
    expect(resend.accepted).toHaveLength(2);
  });

  it("are parted when one of them is refused: the others go", async () => {
    const issue = await waiting(3);
    const refused = { status: 422, name: "validation_error" };
    faulty(refused, refused);
    await untilDone(issue);
    expect(resend.accepted).toHaveLength(2);
    expect((await issue.rows()).map(({ state }) => state).sort()).toEqual(["failed", "sent", "sent"]);
  });

  it("that cannot be filled in fail by themselves, and keep no other waiting", async () => {
    const issue = await waiting(3);
    const [first] = await issue.rows();
    const clear = "UPDATE delivery SET secret = NULL WHERE id = $1";
    await asAdmin(database.url().adminUrl, clear, [first?.id ?? ""]);
    expect(await work()).toBe(1);
    expect(resend.accepted).toHaveLength(2);
    expect((await issue.rows()).map(({ state, lastError }) => [state, lastError])).toEqual([
      ["failed", "message: unfilled unsubscribe"],
      ["sent", null],
      ["sent", null],
    ]);
  });

  it("do not go to one who unsubscribes while they are sent, from the next batch on", async () => {
    const issue = await waiting(150);
    await work(now, 1);
    await issue.region.inside(async (db) => {
      const { id: newsletterId } = await db.newsletter.findFirstOrThrow();
      const waitingFor = await db.delivery.findMany({ where: { state: "queued" }, select: { personId: true } });
      const left = waitingFor
        .slice(0, 10)
        .map(({ personId }) => ({ newsletterId, personId: personId ?? "", state: "left" as const, leftAt: now }));
      await db.subscription.createMany({ data: left });
    });
    await work();
    expect(resend.accepted).toHaveLength(140);
    expect((await issue.rows()).filter(({ state }) => state === "dropped")).toHaveLength(10);
  });

  it("stop within one batch when somebody stops them, and go on when they are let go", async () => {
    const issue = await waiting(150);
    await work(now, 1);
    const stop = (at: Date | null) =>
      asAdmin(database.url().adminUrl, "UPDATE region SET stopped_at = $2 WHERE id = $1", [issue.region.id, at]);
    await stop(now);
    expect(await work()).toBe(0);
    await stop(null);
    expect(await work()).toBe(1);
    expect(resend.accepted).toHaveLength(150);
  });

  it("are lost and doubled by no mixture of faults, with two workers", async () => {
    const fault = fc.option(
      fc.constantFrom<Fault>(
        "lost",
        { status: 500, name: "internal_server_error" },
        { status: 429, name: "rate_limit_exceeded", after: 0 },
        { status: 409, name: "concurrent_idempotent_requests" },
      ),
      { freq: 2 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 12 }), fc.integer({ min: 1, max: 230 }), async (faults, count) => {
        const issue = await waiting(count);
        resend.accepted.length = 0;
        faulty(...faults);
        for (let hours = 0; hours < 20; hours++)
          await Promise.all([work(later(hours * hour)), work(later(hours * hour))]);
        expect(recipients()).toEqual(await addressesOf(issue));
        expect((await issue.rows()).every(({ state }) => state === "sent")).toBe(true);
      }),
      { numRuns: runs },
    );
  });
});
