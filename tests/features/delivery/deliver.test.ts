import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  asAdmin,
  deliverAll,
  hour,
  makeLiveRegion,
  minute,
  readMail,
  startEvent,
  usePost,
} from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { requestSignIn } from "~/features/auth/request-sign-in.server";
import { deliverDue } from "~/features/delivery/deliver.server";
import { deliveriesView, deliveryView } from "~/features/delivery/deliveries.view.server";
import { shownState } from "~/features/delivery/delivery-words";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { retryDelivery } from "~/features/delivery/retry-delivery.server";
import { liftHold } from "~/features/people/hold-address.server";
import type { SendResult, Transport } from "~/platform/mail/transport.server";
import { demoAddress } from "../../../prisma/seed/demo";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);

/** A region with an event whose invitations wait to be sent. */
async function waiting(names = ["Voss", "Ulvik"]) {
  const region = await makeLiveRegion(database.url().adminUrl, names);
  const event = await startEvent(region, now);
  await event.invite();
  const rows = () => region.inside((db) => db.delivery.findMany({ orderBy: { toAddress: "asc" } }));
  const row = async () => (await rows())[0] as Awaited<ReturnType<typeof rows>>[number];
  const mode = (to: "live" | "hold") =>
    asAdmin(database.url().adminUrl, "UPDATE region SET mail_mode = $1::mail_mode WHERE id = $2", [to, region.id]);
  return { region, event, rows, row, mode };
}

const work = (transport: Transport, at: Date, worker: string = randomUUID()) =>
  deliverDue({ worker, transport, now: () => at });

/** A way out that answers this, and counts how often it was asked. */
function answering(result: SendResult | (() => Promise<SendResult>)) {
  const transport = {
    ...post.transport(),
    asked: 0,
    send() {
      transport.asked += 1;
      return typeof result === "function" ? result() : Promise.resolve(result);
    },
  };
  return transport;
}

const soft: SendResult = { ok: false, kind: "soft", reason: "network", code: "ETIMEDOUT", message: "" };

describe("delivering what is due", () => {
  it("sends each message once when two workers look at the same moment", async () => {
    const { rows } = await waiting(["Voss", "Ulvik", "Bergen", "Eidfjord", "Askøy", "Stord"]);
    const taken = await Promise.all([work(post.transport(), now), work(post.transport(), now)]);
    expect(taken[0] + taken[1]).toBe(6);
    expect(post.smtp().mails.map(({ to }) => to[0])).toHaveLength(6);
    expect(new Set(post.smtp().mails.map(({ to }) => to[0])).size).toBe(6);
    expect((await rows()).map(({ state, attempts }) => [state, attempts])).toEqual(Array(6).fill(["sent", 1]));
  });

  it("leaves what is not due, and sends it when it is", async () => {
    const { event } = await waiting();
    await work(post.transport(), now);
    await event.change({ start: "10:00" });
    expect(await work(post.transport(), later(9 * minute))).toBe(0);
    expect(await work(post.transport(), later(10 * minute))).toBe(2);
  });

  it("takes a message over from a worker that died, with the same Message-ID, when its lease has run out", async () => {
    const { row } = await waiting(["Voss"]);
    const [alive, dead] = [randomUUID(), randomUUID()];
    const sends: string[] = [];
    const dying: Transport = {
      ...post.transport(),
      async send(mail) {
        sends.push((await readMail({ from: "", to: mail.envelope.to, raw: mail.raw })).messageId ?? "");
        await asAdmin(database.url().adminUrl, "UPDATE delivery SET leased_by = $1 WHERE state = 'sending'", [dead]);
        throw new Error("killed");
      },
    };
    await work(dying, now);
    expect(await row()).toMatchObject({ state: "sending", leasedBy: dead });
    expect(await work(post.transport(), later(119_000), alive)).toBe(0);
    expect(await work(post.transport(), later(121_000), alive)).toBe(1);
    expect(await row()).toMatchObject({ state: "sent", attempts: 2, leasedBy: null, leaseUntil: null });
    const [mail] = await Promise.all(post.smtp().mails.map(readMail));
    expect(mail?.messageId).toBe(sends[0]);
    expect(mail?.messageId).toBe(`<${(await row()).id}@vestland.example>`);
    expect((await row()).messageId).toBe(mail?.messageId);
  });

  it("does not let a worker that lost its lease record what became of the message", async () => {
    const { row } = await waiting(["Voss"]);
    const slow = answering(async () => {
      await work(post.transport(), later(3 * minute));
      return soft;
    });
    await work(slow, now);
    expect(await row()).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("tries a soft failure again after growing waits, and gives it up after the last", async () => {
    const { row } = await waiting(["Voss"]);
    const busy = answering(soft);
    let at = now;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt++) {
      await deliverAll(busy, at);
      const { state, dueAt, lastError } = await row();
      expect([state, lastError]).toEqual(["queued", "network: ETIMEDOUT"]);
      waits.push((dueAt.getTime() - at.getTime()) / minute);
      expect(await work(busy, new Date(dueAt.getTime() - 1))).toBe(0);
      at = dueAt;
    }
    expect(waits).toEqual([1, 5, 15, 60, 240, 720]);
    await deliverAll(busy, at);
    expect(await row()).toMatchObject({ state: "failed", attempts: 7 });
    expect(await work(busy, new Date(at.getTime() + 1000 * hour))).toBe(0);
    expect(busy.asked).toBe(7);
  });

  it("gives a hard failure up at once, without an address in the reason, and sends the others", async () => {
    const { region, rows } = await waiting();
    post.smtp().options.refuse = (to) =>
      to === demoAddress("Voss") ? { code: 550, text: `5.1.1 <${to}>: no such user kontakt` } : undefined;
    await deliverAll(post.transport(), now);
    const [ulvik, voss] = await rows();
    expect([ulvik?.state, voss?.state, voss?.attempts]).toEqual(["sent", "failed", 1]);
    expect(voss?.lastError).toMatch(/^recipient: 550/);
    expect(voss?.lastError).not.toMatch(/@|kontakt|voss/i);
    post.smtp().options.refuse = () => undefined;
    const again = (id: string) => region.inside((db) => retryDelivery(db, { id, now: later(hour) }));
    expect(await again(voss?.id ?? "")).toBe(false);
    await region.inside((db) => liftHold(db, { personId: voss?.personId ?? "" }));
    expect([await again(ulvik?.id ?? ""), await again(voss?.id ?? "")]).toEqual([false, true]);
    expect((await post.read(later(hour))).map(({ to }) => to)).toEqual([demoAddress("Voss")]);
  });

  it("fails a message that cannot be made, and goes on with the next", async () => {
    const { rows } = await waiting();
    await asAdmin(
      database.url().adminUrl,
      "UPDATE delivery SET message = '{}' WHERE to_address = $1 AND state = 'queued'",
      [demoAddress("Ulvik")],
    );
    await deliverAll(post.transport(), now);
    expect((await rows()).map(({ state, lastError }) => [state, lastError])).toEqual([
      ["failed", "message: compose"],
      ["sent", null],
    ]);
  });

  it("tries again when the way out itself breaks", async () => {
    const { row } = await waiting(["Voss"]);
    const broken = answering(() => Promise.reject(new Error("no connection to kontakt@voss.example")));
    await work(broken, now);
    expect(await row()).toMatchObject({ state: "queued", lastError: "transport: send", dueAt: later(minute) });
    expect(await work(post.transport(), later(minute))).toBe(1);
  });

  it("does not retry what failed when something newer has been made for the same person", async () => {
    const { region, event, rows } = await waiting(["Voss"]);
    await deliverAll(answering({ ok: false, kind: "hard", reason: "recipient", code: "550", message: "" }), now);
    await event.changeNow({ start: "10:00" });
    const [voss] = await rows();
    await region.inside((db) => liftHold(db, { personId: voss?.personId ?? "" }));
    const [failed] = (await rows()).filter(({ state }) => state === "failed");
    expect(await region.inside((db) => retryDelivery(db, { id: failed?.id ?? "", now }))).toBe(false);
    const mails = await post.read(now);
    expect(mails).toMatchObject([{ method: "REQUEST", sequence: 1, starts: "2027-05-26T10:00:00" }]);
  });
});

describe("a region on hold", () => {
  it("keeps event mail back, lets sign-in through, and sends the rest when it goes live", async () => {
    const { region, rows, mode } = await waiting();
    await mode("hold");
    await requestSignIn({ email: `koordinator@${region.slug}.example`, locale: "nb", now });
    expect((await post.read(later(minute))).map(({ to }) => to)).toEqual([`koordinator@${region.slug}.example`]);
    const view = await region.inside((db) => deliveriesView(db, { before: null, state: "queued" }));
    expect([view.onHold, view.rows.length, view.counts]).toEqual([true, 2, { queued: 2, sent: 1 }]);
    expect(view.rows.map((row) => shownState(row, view.onHold))).toEqual(["held", "held"]);
    await mode("live");
    expect(await post.read(later(minute))).toHaveLength(2);
    expect((await rows()).every(({ state }) => state === "sent")).toBe(true);
  });
});

describe("what is kept of a message", () => {
  it("is no secret and no code once it has left", async () => {
    const { region, rows } = await waiting(["Voss"]);
    await requestSignIn({ email: `koordinator@${region.slug}.example`, locale: "nb", now });
    const queued = await rows();
    const secrets = queued.map(({ secret }) => secret ?? "");
    const code =
      (queued.find(({ kind }) => kind === "sign-in")?.message as { code: string } | undefined)?.code ?? "none";
    expect(secrets.every((secret) => secret.length === 32)).toBe(true);
    const mails = await post.read(now);
    expect(mails.map(({ link }) => link).sort()).toEqual(secrets.sort());
    expect(mails.find(({ method }) => !method)?.text).toContain(code);
    const sent = await rows();
    expect(sent.map(({ secret }) => secret)).toEqual([null, null]);
    expect(sent.find(({ kind }) => kind === "sign-in")?.message).toMatchObject({ code: "000000" });
    for (const secret of secrets) expect(JSON.stringify(sent)).not.toContain(secret);
  });

  it("is its state, subject, time and Message-ID, per message, without the link", async () => {
    const { region, row } = await waiting(["Voss"]);
    const { id, secret } = await row();
    const view = () => region.inside((db) => deliveryView(db, id));
    expect(await view()).toMatchObject({ state: "queued", subject: "Dialogmøte", sentAt: null, attempts: 0 });
    await deliverAll(post.transport(), later(minute));
    expect(await view()).toMatchObject({
      state: "sent",
      sentAt: later(minute).toISOString(),
      messageId: `<${id}@vestland.example>`,
      attempts: 1,
    });
    expect((await view())?.subject).toContain("Dialogmøte");
    expect(JSON.stringify(await view())).not.toContain(secret);
    expect(await region.inside((db) => deliveryView(db, "no-id"))).toBeNull();
    const other = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    expect(await other.inside((db) => deliveryView(db, id))).toBeNull();
  });
});

describe("the outbox", () => {
  let region: Awaited<ReturnType<typeof makeLiveRegion>>;
  beforeAll(async () => {
    region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
  });
  const message = (key: string) => ({
    key,
    message: { kind: "sign-in" as const, code: "123456" },
    to: { personId: null, name: "Kontaktperson", address: "kontakt@voss.example" },
    locale: "nn" as const,
    secret: "s".repeat(32),
    dueAt: new Date("2099-01-01"),
  });

  it("takes the same key once, also from two at the same moment (M6)", async () => {
    const queue = () => region.inside((db) => queueMessages(db, [message("twice")]));
    expect((await Promise.all([queue(), queue()])).sort()).toEqual([0, 1]);
    expect(await queue()).toBe(0);
  });

  it("holds nothing of a cause that came to nothing", async () => {
    const failing = region.inside(async (db) => {
      await queueMessages(db, [message("undone")]);
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    expect(await region.inside((db) => db.delivery.count({ where: { key: "undone" } }))).toBe(0);
  });

  it("goes on after fifty in the send log, newest first", async () => {
    await region.inside((db) =>
      queueMessages(
        db,
        Array.from({ length: 60 }, (_, n) => message(`row ${n}`)),
      ),
    );
    const first = await region.inside((db) => deliveriesView(db, { before: null, state: null }));
    const rest = await region.inside((db) => deliveriesView(db, { before: first.next, state: null }));
    expect(first.rows).toHaveLength(50);
    const ids = [...first.rows, ...rest.rows].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect(ids.length).toBe(await region.inside((db) => db.delivery.count()));
  });
});

describe("who mail is from", () => {
  it("is the region's sender, and answers go to an address that is read (C9)", async () => {
    await waiting(["Voss"]);
    const [mail] = await post.read(now);
    expect(mail).toMatchObject({
      from: "post@vestland.example",
      replyTo: ["svar@vestland.example"],
      organizer: "mailto:svar@vestland.example",
      envelope: { from: "post@vestland.example", to: [demoAddress("Voss")] },
    });
  });

  it("is the installation's sender where the region has none of its own", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    await asAdmin(
      database.url().adminUrl,
      "UPDATE region SET sender_address = NULL, reply_address = NULL, sender_name = '' WHERE id = $1",
      [region.id],
    );
    const event = await startEvent(region, now);
    await event.invite();
    expect(await post.read(now)).toMatchObject([
      { from: "post@samvirk.example", organizer: "mailto:post@samvirk.example", replyTo: undefined },
    ]);
  });
});
