import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { makeLiveRegion, minute, startEvent } from "#tests/features/events/thread";
import { mailServer } from "#tests/platform/mail/server";
import { useDatabase } from "#tests/support/database";
import { startResend } from "#tests/support/resend";
import { deliverDue } from "~/features/delivery/deliver.server";
import { deliverBatches } from "~/features/delivery/deliver-batches.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { saveTemplate } from "~/features/delivery/save-template.server";
import { mailSettingsView } from "~/features/regions/settings.view.server";
import { transports } from "~/platform/mail/choose-transport.server";

const database = useDatabase();
/** A Thursday at ten in Norway. */
const now = new Date("2027-04-01T08:00:00Z");

type Server = Awaited<ReturnType<typeof mailServer>>;
const accounts: string[] = [];
let [own, theirs, resend] = [] as unknown as [Server, Server, Awaited<ReturnType<typeof startResend>>];
beforeAll(async () => {
  own = await mailServer();
  theirs = await mailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      accounts.push(`${username} ${password}`);
      done(null, { user: username });
    },
  });
  resend = await startResend({ keys: ["re_own"] });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([own.close(), theirs.close(), resend.stop()]);
});
beforeEach(() => {
  for (const list of [own.received, theirs.received, resend.accepted, resend.requests, accounts]) list.length = 0;
});

/** An installation: what it leaves by, and what else is set up. */
function installed(settings: Record<string, string>) {
  const none = { SMTP_URL: "", RESEND_API_KEY: "", RESEND_REGIONS: "" };
  const servers = { RESEND_BASE_URL: resend.url, RESEND_SMTP_URL: theirs.url };
  for (const [name, value] of Object.entries({ ...none, ...servers, ...settings })) vi.stubEnv(name, value);
}

/** A region that has an invitation and an issue of a newsletter to send, by the way out it has chosen. */
async function waiting(mailTransport: "smtp" | "resend" | null) {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
  await region.inside((db) => db.region.updateMany({ data: { mailTransport } }));
  await (await startEvent(region, now)).invite();
  await region.inside(async (db) => {
    const template = { subject: "Nytt", html: "<p>{{why}}</p>", text: "{{why}}" };
    const templateId = await saveTemplate(db, { key: "t", locale: "nb", template });
    await queueMessages(db, [
      {
        ...{ key: "issue", locale: "nb" as const, secret: "s".repeat(32), dueAt: now, templateId },
        message: { kind: "newsletter" as const, fill: { why: "Derfor." } },
        to: { personId: null, name: "Leser", address: "leser@voss.example" },
      },
    ]);
  });
  const rows = () => region.inside((db) => db.delivery.findMany({ orderBy: { kind: "asc" } }));
  /** Regions made later put the others on hold. */
  const goLive = () => region.inside((db) => db.region.updateMany({ data: { mailMode: "live" } }));
  return { region, rows, goLive };
}

async function work(at = now): Promise<void> {
  const ways = transports();
  const input = { worker: randomUUID(), now: () => at };
  await deliverDue({ ...input, transport: ways.of });
  await deliverBatches({ ...input, transportOf: ways.batchesOf });
  await ways.close();
}

const told = async ({ rows }: Awaited<ReturnType<typeof waiting>>) =>
  (await rows()).map(({ kind, state, transport }) => [kind, state, transport]);

describe("a region's mail", () => {
  it("leaves by Resend where the installation does: newsletters by HTTP, all else by SMTP under a key of its own", async () => {
    installed({ MAIL_TRANSPORT: "resend", RESEND_API_KEY: resend.key, SMTP_URL: own.url });
    const mail = await waiting(null);
    await work();
    expect(await told(mail)).toEqual([
      ["event-invitation", "sent", "resend"],
      ["newsletter", "sent", "resend"],
    ]);
    expect(accounts).toEqual([`resend ${resend.key}`]);
    const [invitation] = await mail.rows();
    const head = theirs.received[0]?.raw.toString().split("\r\n\r\n")[0];
    expect(head).toMatch(new RegExp(`^Resend-Idempotency-Key: samvirk/${invitation?.id}\r\n`));
    expect(theirs.received[0]?.raw.toString()).toContain("method=REQUEST");
    expect([resend.accepted.length, theirs.received.length, own.received.length]).toEqual([1, 1, 0]);
  });

  it("goes by the region's own account where it has one, whatever the others do", async () => {
    const mail = await waiting("resend");
    installed({ MAIL_TRANSPORT: "smtp", SMTP_URL: own.url, RESEND_REGIONS: `${mail.region.slug}=re_own` });
    const other = await waiting(null);
    await mail.goLive();
    await work();
    expect(accounts).toEqual(["resend re_own"]);
    expect(resend.requests.map(({ account }) => account)).toEqual(["re_own"]);
    expect((await told(mail)).map(([, , way]) => way)).toEqual(["resend", "resend"]);
    expect((await told(other)).map(([, , way]) => way)).toEqual(["smtp", "smtp"]);
    expect(own.received).toHaveLength(2);
    expect(own.received.some(({ raw }) => raw.includes("Idempotency-Key"))).toBe(false);
  });

  it("of one that has chosen SMTP goes nowhere near Resend, newsletters neither", async () => {
    installed({ MAIL_TRANSPORT: "resend", RESEND_API_KEY: resend.key, SMTP_URL: own.url });
    const mail = await waiting("smtp");
    await work();
    expect((await told(mail)).map(([, state, way]) => [state, way])).toEqual([
      ["sent", "smtp"],
      ["sent", "smtp"],
    ]);
    expect([resend.requests.length, theirs.received.length, own.received.length]).toEqual([0, 0, 2]);
  });

  it("of one that has chosen SMTP waits where there is no server, and no server is offered to choose", async () => {
    installed({ MAIL_TRANSPORT: "resend", RESEND_API_KEY: resend.key });
    const mail = await waiting("smtp");
    await work();
    expect((await mail.rows()).map(({ state, lastError }) => [state, lastError])).toEqual([
      ["queued", "transport: ENOSMTP"],
      ["queued", "transport: ENOSMTP"],
    ]);
    expect([resend.requests.length, theirs.received.length]).toEqual([0, 0]);
    const other = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    expect((await other.inside(mailSettingsView)).ways).toEqual(["resend"]);
    installed({ MAIL_TRANSPORT: "smtp", SMTP_URL: own.url });
    expect((await other.inside(mailSettingsView)).ways).toEqual(["smtp"]);
    await mail.goLive();
    await work(new Date(now.getTime() + 2 * minute));
    expect((await told(mail)).map(([, state]) => state)).toEqual(["sent", "sent"]);
  });

  it("of a batch that is frozen and has not left goes by SMTP when the region chooses it", async () => {
    installed({ MAIL_TRANSPORT: "resend", RESEND_API_KEY: resend.key, SMTP_URL: own.url });
    const mail = await waiting(null);
    resend.options.fault = () => ({ status: 429, name: "rate_limit_exceeded", after: 1 });
    await work();
    resend.options.fault = undefined;
    await mail.region.inside((db) => db.region.updateMany({ data: { mailTransport: "smtp" } }));
    for (const minutes of [2, 4]) await work(new Date(now.getTime() + minutes * minute));
    expect((await told(mail))[1]).toEqual(["newsletter", "sent", "smtp"]);
    expect(resend.accepted).toEqual([]);
  });

  it("stays in the mailbox where the installation keeps it, whatever accounts there are", async () => {
    installed({ MAIL_TRANSPORT: "mailbox", RESEND_API_KEY: resend.key, SMTP_URL: own.url });
    const mail = await waiting("resend");
    await work();
    expect((await told(mail)).map(([, state, way]) => [state, way])).toEqual([
      ["sent", "mailbox"],
      ["sent", "mailbox"],
    ]);
    expect([resend.requests.length, theirs.received.length, own.received.length]).toEqual([0, 0, 0]);
    expect((await mail.region.inside(mailSettingsView)).ways).toEqual(["resend"]);
  });
});
