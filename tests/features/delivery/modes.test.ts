import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hour, makeLiveRegion, minute, startEvent, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { requestSignIn } from "~/features/auth/request-sign-in.server";
import { deliverDue } from "~/features/delivery/deliver.server";
import { deliveriesView } from "~/features/delivery/deliveries.view.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { saveTemplate } from "~/features/delivery/save-template.server";
import { decideBatch, startSending, stopSending } from "~/features/delivery/stop-sending.server";
import type { Transport } from "~/platform/mail/transport.server";
import { demoAddress } from "../../../prisma/seed/demo";

const database = useDatabase();
const post = usePost();
/** A Thursday at ten in Norway. */
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const names = ["Voss", "Ulvik", "Bergen", "Eidfjord", "Askøy", "Stord"];

async function invited(fields: Record<string, unknown> = {}) {
  const region = await makeLiveRegion(database.url().adminUrl, names);
  await region.inside((db) => db.region.updateMany({ data: fields }));
  const event = await startEvent(region, now);
  await event.invite();
  return { region, event };
}

/** As many automatic messages as there are addresses, all due now. */
async function automatic(addresses: string[], fields: Record<string, unknown>) {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
  await region.inside((db) => db.region.updateMany({ data: fields }));
  await queue(region, addresses, "rule");
  return region;
}

async function queue(region: Awaited<ReturnType<typeof makeLiveRegion>>, addresses: string[], rule?: string) {
  await region.inside(async (db) => {
    const template = { subject: "Nytt", html: "<body><p>{{why}}</p></body>", text: "{{why}}" };
    const templateId = await saveTemplate(db, { key: "t", locale: "nb", template });
    const messages = addresses.map((address, n) => ({
      ...{ key: `${rule}:${n}:${randomUUID()}`, locale: "nb" as const, secret: "s".repeat(32), dueAt: now, templateId },
      message: { kind: "newsletter" as const, fill: { why: "Derfor." } },
      to: { personId: null, name: "Kontaktperson", address },
      ...(rule && { rule }),
    }));
    await queueMessages(db, messages);
  });
}

describe("a region whose mail goes to one address", () => {
  it("says in a header and over the text whose it is, and lets nobody unsubscribe another", async () => {
    const { region } = await invited({ mailMode: "to_me", meAddress: "meg@vestland.example" });
    await queue(region, ["lesar@voss.example"]);
    const mails = await post.read(now);
    expect(new Set(mails.map(({ to }) => to))).toEqual(new Set(["meg@vestland.example"]));
    expect(mails).toHaveLength(7);
    const raw = post.smtp().mails.map((mail) => mail.raw.toString());
    const voss = raw.findIndex((one) => one.includes(`X-Samvirk-Recipient: ${demoAddress("Voss")}`));
    expect(voss).toBeGreaterThanOrEqual(0);
    expect(raw.join("")).not.toContain("List-Unsubscribe");
    for (const mail of mails) {
      expect(mail.text.split("\n")[0]).toMatch(/^Denne e-posten var til .+@.+\.example/);
      expect(mail.html).toContain("Denne e-posten var til");
    }
  });

  it("lets those who sign in have their own mail", async () => {
    const { region } = await invited({ mailMode: "to_me", meAddress: "meg@vestland.example" });
    await requestSignIn({ email: `koordinator@${region.slug}.example`, locale: "nb", now });
    const mails = await post.read(now);
    const own = mails.filter(({ to }) => to !== "meg@vestland.example");
    expect(own.map(({ to }) => to)).toEqual([`koordinator@${region.slug}.example`]);
    expect(own[0]?.text).not.toContain("Denne e-posten var til");
  });
});

describe("stopping", () => {
  it("ends a run that is under way within one batch, and what has waited goes when it is started again", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    await queue(
      region,
      Array.from({ length: 300 }, (_, n) => `lesar${n}@voss.example`),
    );
    let stopped = 0;
    let sent = 0;
    let stopping: Promise<unknown> | undefined;
    const transport: Transport = {
      ...post.transport(),
      async send() {
        sent += 1;
        // A server is slower than this one, and nothing leaves while it is being stopped.
        if (sent === 100)
          stopping = region
            .inside((db) => stopSending(db, now))
            .then(() => {
              stopped = sent;
            });
        await stopping;
        return { ok: true };
      },
    };
    const work = () => deliverDue({ worker: randomUUID(), transport, now: () => now });
    await work();
    expect(stopped).toBeGreaterThanOrEqual(100);
    expect(sent - stopped).toBeLessThanOrEqual(100);
    const before = sent;
    expect(await work()).toBe(0);
    await requestSignIn({ email: `koordinator@${region.slug}.example`, locale: "nb", now });
    expect(await work()).toBe(1);
    expect(await region.inside((db) => startSending(db))).toBe(true);
    expect(await region.inside((db) => startSending(db))).toBe(false);
    await work();
    expect(sent).toBe(301);
    expect(before).toBeLessThan(300);
    const log = await region.inside((db) =>
      db.auditEvent.findMany({ where: { subjectKind: "region", action: "updated" } }),
    );
    expect(log).toHaveLength(2);
  });
});

describe("the caps of a region", () => {
  it("let so many automatic messages leave in an hour, whatever a person sends, also with two workers", async () => {
    const region = await automatic(
      Array.from({ length: 30 }, (_, n) => `lesar${n}@voss.example`),
      { capHour: 10 },
    );
    await queue(region, ["eigen@voss.example"]);
    post.smtp().mails.length = 0;
    const work = (at: Date) =>
      deliverDue({ worker: randomUUID(), transport: post.transport(), now: () => at, limit: 8 });
    await Promise.all([work(now), work(now)]);
    expect(post.smtp().mails).toHaveLength(11);
    await work(later(59 * minute));
    expect(post.smtp().mails).toHaveLength(11);
    await work(later(61 * minute));
    expect(post.smtp().mails).toHaveLength(21);
  });

  it("let no address have more than so many in seven days, and what waits is due in office hours", async () => {
    const region = await automatic(Array(3).fill("lesar@voss.example"), { capWeek: 2 });
    expect(await post.read(now)).toHaveLength(2);
    const [left] = await region.inside((db) => db.delivery.findMany({ where: { state: "queued" } }));
    expect(left?.lastError).toBe("cap: waits");
    expect(left?.dueAt).toEqual(later(7 * 24 * hour));
    expect(await post.read(later(7 * 24 * hour - minute))).toHaveLength(0);
    expect(await post.read(later(7 * 24 * hour + minute))).toHaveLength(1);
  });
});

describe("one who leaves a newsletter while it is sent", () => {
  it("gets nothing that is not in the batch under way", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const people = await region.inside(async (db) => {
      const rows = Array.from({ length: 250 }, (_, n) => ({
        name: `Lesar ${n}`,
        email: `lesar${String(n).padStart(3, "0")}@voss.example`,
      }));
      await db.person.createMany({ data: rows });
      const newsletter = await db.newsletter.create({ data: { name: "Nytt", position: 1 } });
      const issue = await db.newsletterIssue.create({
        data: { newsletterId: newsletter.id, year: 2027, number: 1, since: now },
      });
      const template = { subject: "Nytt", html: "<p>{{why}}</p>", text: "{{why}}" };
      const templateId = await saveTemplate(db, { key: "t", locale: "nb", template });
      const people = await db.person.findMany({ where: { email: { startsWith: "lesar" } }, orderBy: { email: "asc" } });
      const messages = people.map(({ id, name, email }, n) => ({
        ...{ key: email, locale: "nb" as const, secret: "s".repeat(32), templateId, issueId: issue.id },
        dueAt: new Date(now.getTime() - 1_000 + n),
        message: { kind: "newsletter" as const, fill: { why: "Derfor." } },
        to: { personId: id, name, address: email },
      }));
      await queueMessages(db, messages);
      return { all: people, newsletterId: newsletter.id };
    });
    const got: string[] = [];
    let left = false;
    const transport: Transport = {
      ...post.transport(),
      async send({ envelope }) {
        got.push(envelope.to[0] ?? "");
        if (!left) {
          left = true;
          const personIds = people.all.slice(150).map(({ id }) => id);
          const { newsletterId } = people;
          await region.inside((db) =>
            db.subscription.createMany({
              data: personIds.slice(0, 50).map((personId) => ({ personId, newsletterId, state: "left", leftAt: now })),
            }),
          );
          await region.inside((db) =>
            db.person.updateMany({ where: { id: { in: personIds.slice(50) } }, data: { optedOut: ["newsletters"] } }),
          );
        }
        return { ok: true };
      },
    };
    await deliverDue({ worker: randomUUID(), transport, now: () => now });
    expect(got).toHaveLength(150);
    const dropped = await region.inside((db) => db.delivery.findMany({ where: { state: "dropped" } }));
    expect(dropped).toHaveLength(100);
    expect(new Set(dropped.map(({ lastError, secret }) => `${lastError} ${secret}`))).toEqual(
      new Set(["left: newsletter null"]),
    );
  });
});

describe("the send log", () => {
  it("answers what a municipality got in a month, and why", async () => {
    const { region, event } = await invited();
    await post.read(now);
    await event.changeNow({ start: "10:00" }, later(40 * 24 * hour));
    await post.read(later(40 * 24 * hour));
    const voss = await region.inside((db) =>
      db.regionMunicipality.findFirstOrThrow({ where: { municipality: { name: "Voss" } } }),
    );
    const ask = (month: string, more: Record<string, string> = {}) =>
      region.inside((db) =>
        deliveriesView(db, { before: null, state: null, municipality: voss.municipalityId, month, ...more }, now),
      );
    const april = await ask("2027-04");
    expect(april.rows.map(({ kind, address, why }) => [kind, address, why])).toEqual([
      [
        "event-invitation",
        demoAddress("Voss"),
        { kind: "event-invitation", rule: null, municipality: "Voss", words: null },
      ],
    ]);
    expect((await ask("2027-05")).rows.map(({ kind }) => kind)).toEqual(["event-update"]);
    const title = (await region.inside((db) => db.event.findFirstOrThrow())).title;
    await region.inside((db) => db.delivery.updateMany({ data: { subject: null } }));
    expect((await ask("2027-05")).rows[0]?.subject).toBe(title);
    expect((await ask("2027-06")).rows).toEqual([]);
    expect((await ask("2027-05", { kind: "event-invitation" })).rows).toEqual([]);
    expect((await ask("2027-04", { q: "BERGEN" })).rows).toEqual([]);
    expect((await ask("2027-04", { q: demoAddress("Voss").toUpperCase() })).rows).toHaveLength(1);
    expect(april.counts).toEqual({ sent: 1 });
  });
});

describe("a batch that nobody knows the end of", () => {
  it("is sent again, in another batch, or let be, when a person says so, once", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    await queue(region, ["a@voss.example", "b@voss.example"]);
    const park = () =>
      region.inside(async (db) => {
        const batch = await db.deliveryBatch.create({ data: { state: "parked", size: 2, hash: "x", dueAt: now } });
        await db.delivery.updateMany({ data: { state: "failed", lastError: "unknown: key", batchId: batch.id } });
        return batch.id;
      });
    const decide = (id: string, again: boolean) => region.inside((db) => decideBatch(db, { id, again, now }));
    const first = await park();
    expect((await region.inside((db) => deliveriesView(db, { before: null, state: null }))).parked).toHaveLength(1);
    expect([await decide(first, false), await decide(first, true)]).toEqual([true, false]);
    expect(await post.read(now)).toEqual([]);
    const second = await park();
    expect(await decide(second, true)).toBe(true);
    expect(await post.read(now)).toHaveLength(2);
    const other = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    expect(await other.inside((db) => decideBatch(db, { id: second, again: true, now }))).toBe(false);
  });
});
