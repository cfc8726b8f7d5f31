import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  deliverAll,
  type LiveRegion,
  makeLiveRegion,
  readMail,
  startEvent,
  usePost,
} from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { startResend } from "#tests/support/resend";
import { isToBeHeld } from "~/domain/delivery/hold";
import { outcomeOfReports, type ReportKind } from "~/domain/delivery/reports";
import { takeMail } from "~/features/automation/receive-mail.server";
import { receiveWebhook } from "~/features/automation/receive-webhook.server";
import { holdAddress, liftHold } from "~/features/people/hold-address.server";
import { demoAddress } from "../../../prisma/seed/demo";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 100 : 8;

let resend: Awaited<ReturnType<typeof startResend>>;
beforeAll(async () => {
  resend = await startResend();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await resend.stop();
});
beforeEach(() => {
  vi.stubEnv("RESEND_API_KEY", resend.key);
  vi.stubEnv("RESEND_BASE_URL", resend.url);
  vi.stubEnv("RESEND_WEBHOOK_SECRET", resend.webhookSecret);
});

const types: Record<ReportKind, { type: string; bounce?: object }> = {
  sent: { type: "email.sent" },
  delivered: { type: "email.delivered" },
  delayed: { type: "email.delivery_delayed" },
  hard: { type: "email.bounced", bounce: { type: "Permanent", subType: "General", message: "no a@b.example" } },
  soft: { type: "email.bounced", bounce: { type: "Transient", subType: "MailboxFull", message: "" } },
  complaint: { type: "email.complained" },
};

/** A webhook about a message, as the provider signs it. */
function told(
  region: { slug: string },
  deliveryId: string,
  kind: ReportKind,
  options: Parameters<typeof resend.webhook>[1] = {},
) {
  const { type, bounce } = types[kind];
  const tags = { delivery: deliveryId, region: region.slug };
  const data = { email_id: "e", to: ["x@y.example"], tags, ...(bounce && { bounce }) };
  return resend.webhook({ type, created_at: now.toISOString(), data }, options);
}

const take = ({ body, headers }: ReturnType<typeof resend.webhook>, slug: string | null = null) =>
  receiveWebhook({ body, headers: new Headers(headers), slug }, now);

/** A region whose contact person has been sent so many messages. */
async function sent(count: number) {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
  for (let n = 0; n < count; n++) await (await startEvent(region, now, { title: `Møte ${n}` })).invite();
  await deliverAll(post.transport(), now);
  const { inside } = region;
  const deliveries = await inside((db) => db.delivery.findMany({ orderBy: { id: "asc" } }));
  const person = () => inside((db) => db.person.findFirstOrThrow({ where: { email: demoAddress("Voss") } }));
  const reports = () => inside((db) => db.deliveryReport.findMany({ orderBy: { id: "asc" } }));
  return { region, ids: deliveries.map(({ id }) => id), person, reports };
}

describe("a webhook of the provider", () => {
  it("is written down once, however often it is sent", async () => {
    const { region, ids, reports } = await sent(1);
    const webhook = told(region, ids[0] ?? "", "delivered");
    expect([await take(webhook), await take(webhook)]).toEqual(["taken", "taken"]);
    expect(await reports()).toMatchObject([{ kind: "delivered", deliveryId: ids[0] }]);
  });

  it.each([
    ["signed with another secret", { secret: "whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0" }],
    ["older than five minutes", { at: new Date(Date.now() - 330_000) }],
    ["from a time to come", { at: new Date(Date.now() + 330_000) }],
  ])("that is %s is refused", async (_how, options) => {
    const { region, ids, reports } = await sent(1);
    expect(await take(told(region, ids[0] ?? "", "hard", options))).toBe("forged");
    expect(await reports()).toEqual([]);
  });

  it("whose body was changed on the way is refused", async () => {
    const { region, ids } = await sent(1);
    const webhook = told(region, ids[0] ?? "", "delivered");
    expect(await take({ ...webhook, body: webhook.body.replace("delivered", "bounced") })).toBe("forged");
    expect(await take({ ...webhook, headers: { ...webhook.headers, "svix-signature": "" } })).toBe("forged");
  });

  it("is taken nowhere when there is no secret", async () => {
    const { region, ids } = await sent(1);
    vi.stubEnv("RESEND_WEBHOOK_SECRET", "");
    expect(await take(told(region, ids[0] ?? "", "hard"))).toBe("nowhere");
    expect(await take(told(region, ids[0] ?? "", "hard"), region.slug)).toBe("nowhere");
    expect(await take(told(region, ids[0] ?? "", "hard"), "constructor")).toBe("nowhere");
  });

  it("about what left by the provider's SMTP endpoint, which takes no tags, tells by its Message-ID what it is about", async () => {
    const [one, other] = [await sent(1), await sent(1)];
    const told = (message_id: string) =>
      resend.webhook({ type: "email.delivered", created_at: now.toISOString(), data: { email_id: "e", message_id } });
    await take(told(`<${other.ids[0]}@vestland.example>`));
    await take(told("<another@vestland.example>"));
    expect(await one.reports()).toEqual([]);
    expect(await other.reports()).toMatchObject([{ kind: "delivered", deliveryId: other.ids[0] }]);
    vi.stubEnv("RESEND_REGIONS", `${one.region.slug}=re_1:${resend.webhookSecret}`);
    await take(told(`<${other.ids[0]}@vestland.example>`), one.region.slug);
    expect(await one.reports()).toEqual([]);
    vi.stubEnv("RESEND_REGIONS", "");
  });

  it("of a region's own account speaks of that region alone", async () => {
    const [one, other] = [await sent(1), await sent(1)];
    const secret = "whsec_b3duc2VjcmV0b3duc2VjcmV0b3duc2VjcmV0";
    vi.stubEnv("RESEND_REGIONS", `${one.region.slug}=re_own:${secret}`);
    expect(await take(told(one.region, one.ids[0] ?? "", "hard", { secret }), one.region.slug)).toBe("taken");
    expect(await take(told(other.region, other.ids[0] ?? "", "hard", { secret }), one.region.slug)).toBe("taken");
    expect([await one.reports(), await other.reports()]).toMatchObject([[{ kind: "hard" }], []]);
    expect(await take(told(one.region, one.ids[0] ?? "", "hard"), one.region.slug)).toBe("forged");
  });

  it("on a message of another region, or on none, changes nothing", async () => {
    const [one, other] = [await sent(1), await sent(1)];
    expect(await take(told(one.region, other.ids[0] ?? "", "hard"))).toBe("taken");
    expect(await take(told({ slug: "nowhere" }, other.ids[0] ?? "", "hard"))).toBe("taken");
    expect(await take(told(one.region, "no id", "hard"))).toBe("taken");
    expect(await take(resend.webhook({ type: "email.opened", created_at: now.toISOString(), data: {} }))).toBe("taken");
    expect([...(await one.reports()), ...(await other.reports())]).toEqual([]);
  });

  it("keeps no address", async () => {
    const { region, ids, reports } = await sent(1);
    await take(told(region, ids[0] ?? "", "hard"));
    expect(JSON.stringify(await reports())).not.toContain("@");
  });
});

describe("an address", () => {
  it("is held after one refusal for good, and after three others in a row", async () => {
    const hard = await sent(1);
    await take(told(hard.region, hard.ids[0] ?? "", "hard"));
    expect(await hard.person()).toMatchObject({ heldReason: "bounced", heldSince: now });
    const soft = await sent(3);
    for (const [n, id] of soft.ids.entries()) {
      expect((await soft.person()).heldReason).toBeNull();
      await take(told(soft.region, id, "soft", { id: `msg_${n}${id}` }));
    }
    expect((await soft.person()).heldReason).toBe("bounced");
  });

  it("is held when somebody says our mail is unwanted", async () => {
    const { region, ids, person } = await sent(1);
    await take(told(region, ids[0] ?? "", "complaint"));
    expect((await person()).heldReason).toBe("complained");
  });

  it("that a person has let go is not held again by what was said before, nor one held by hand let go", async () => {
    const { region, ids, person } = await sent(2);
    await take(told(region, ids[1] ?? "", "hard"));
    expect((await person()).heldReason).toBe("bounced");
    const { id: personId } = await person();
    await region.inside((db) => liftHold(db, { personId }));
    await take(told(region, ids[0] ?? "", "hard"));
    expect((await person()).heldReason).toBeNull();
    await region.inside((db) => holdAddress(db, { personId, now }));
    await take(told(region, ids[1] ?? "", "delivered"));
    expect((await person()).heldReason).toBe("by_hand");
  });

  it("stands as everything said together has it, in whatever order and however often it comes, many at once", async () => {
    const { region, ids, person } = await sent(4);
    const kind = fc.constantFrom<ReportKind>("sent", "delivered", "delayed", "hard", "soft", "complaint");
    const storm = fc.array(fc.record({ on: fc.nat(ids.length - 1), kind }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(storm, fc.infiniteStream(fc.nat()), async (events, numbers) => {
        await region.inside(async (db) => {
          await db.deliveryReport.deleteMany();
          await db.person.updateMany({ data: { heldSince: null, heldReason: null } });
        });
        const run = String(Math.max(...numbers.take(1)));
        const webhooks = events.map(({ on, kind }, n) => told(region, ids[on] ?? "", kind, { id: `msg_${run}_${n}` }));
        const order = [...webhooks, ...webhooks].map((webhook) => ({ webhook, at: numbers.next().value ?? 0 }));
        await Promise.all(order.sort((a, b) => a.at - b.at).map(({ webhook }) => take(webhook)));
        const said = ids.map((_id, on) => events.filter((event) => event.on === on).map((event) => event.kind));
        const outcomes = said.toReversed().map((kinds) => (kinds.length > 0 ? outcomeOfReports(kinds) : "delivered"));
        const complained = events.some((event) => event.kind === "complaint");
        const bounced = isToBeHeld(outcomes.filter((outcome) => outcome !== null));
        expect((await person()).heldReason).toBe(complained ? "complained" : bounced ? "bounced" : null);
      }),
      { numRuns: runs },
    );
  });
});

/** A report by mail on a message, as a server writes it. */
const bounce = (
  messageId: string,
  { recipient = demoAddress("Voss"), status = "5.1.1", from = "MAILER-DAEMON@voss.example" } = {},
) =>
  Buffer.from(
    [
      `From: <${from}>`,
      "To: svar@vestland.example",
      "Subject: Undelivered Mail Returned to Sender",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Kunne ikke leveres.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.voss.example",
      "",
      `Final-Recipient: rfc822; ${recipient}`,
      "Action: failed",
      `Status: ${status}`,
      "--b",
      "Content-Type: message/rfc822",
      "",
      `Message-ID: ${messageId}`,
      "Subject: Invitasjon",
      "",
      "--b--",
      "",
    ].join("\r\n"),
  );

async function mailedTo(region: LiveRegion) {
  await (await startEvent(region, now)).invite();
  post.smtp().mails.length = 0;
  await deliverAll(post.transport(), now);
  const [mail] = await Promise.all(post.smtp().mails.map(readMail));
  const raw = post.smtp().mails[0]?.raw.toString() ?? "";
  return { mail, messageId: /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? "" };
}

describe("a report by mail", () => {
  it("holds an address that is refused for good, told by the message it returns and not by who sends it", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const { messageId } = await mailedTo(region);
    const person = () => region.inside((db) => db.person.findFirstOrThrow({ where: { email: demoAddress("Voss") } }));
    const to = ["svar@vestland.example"];
    expect(await takeMail({ to, raw: bounce("<0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f@vestland.example>") }, now)).toBe(
      "unknown",
    );
    expect(await takeMail({ to, raw: bounce(messageId, { recipient: "other@voss.example" }) }, now)).toBe("unknown");
    expect((await person()).heldReason).toBeNull();
    const raw = bounce(messageId, { from: "anybody@anywhere.example" });
    expect([await takeMail({ to, raw }, now), await takeMail({ to, raw }, now)]).toEqual(["reported", "reported"]);
    expect((await person()).heldReason).toBe("bounced");
    expect(await region.inside((db) => db.deliveryReport.count())).toBe(1);
  });

  it("of a full mailbox holds nothing", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const { messageId } = await mailedTo(region);
    expect(await takeMail({ to: ["svar@vestland.example"], raw: bounce(messageId, { status: "5.2.2" }) }, now)).toBe(
      "reported",
    );
    expect(await region.inside((db) => db.person.count({ where: { heldSince: { not: null } } }))).toBe(0);
  });

  it("comes by the provider's webhook too, which tells only that it is there", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const { messageId } = await mailedTo(region);
    const id = resend.receive(bounce(messageId));
    const data = { email_id: id, to: ["svar@vestland.example"] };
    expect(await take(resend.webhook({ type: "email.received", created_at: now.toISOString(), data }))).toBe("taken");
    expect(await region.inside((db) => db.person.count({ where: { heldReason: "bounced" } }))).toBe(1);
  });

  it("that the provider cannot hand over is asked for again, and one that is gone is let be", async () => {
    const received = (email_id: string) =>
      take(resend.webhook({ type: "email.received", created_at: now.toISOString(), data: { email_id, to: [] } }));
    expect(await received("00000000-0000-0000-0000-000000000000")).toBe("taken");
    vi.stubEnv("RESEND_API_KEY", "re_wrong");
    await expect(received("00000000-0000-0000-0000-000000000000")).rejects.toThrow("could not be fetched");
  });
});
