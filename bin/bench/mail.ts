import { type ChildProcess, spawn } from "node:child_process";
import { createTransport } from "nodemailer";
import pg from "pg";
import PostalMime from "postal-mime";
import { type Bench, children, median, tell, timed } from "#bin/bench/figures";
import { programFile } from "#bin/lib/database";
import type { Message } from "#emails/message";
import { deliverDue } from "~/features/delivery/deliver.server";
import { newId } from "~/platform/ids.server";
import { smtpTransport } from "~/platform/mail/smtp.server";
import type { Transport } from "~/platform/mail/transport.server";

const mails = 1_000;
const to = { name: "Kontaktperson, Voss", address: "kontakt@voss.kommune.example" };

const times = { startsAt: "2031-05-14T07:00:00Z", endsAt: "2031-05-14T08:30:00Z", zone: "Europe/Oslo" };
const event = { title: "Fellesmøte", description: "", ...times, place: "Møterom 1", link: null };
const invitation: Message = {
  kind: "event-invitation",
  ...{ regionName: "Vestland", sender: "Statsforvaltaren i Vestland", municipality: "Voss", event, replyBy: null },
  calendar: {
    ...{ method: "REQUEST", uid: "bench@samvirk.example", sequence: 0, stamp: "2031-01-01T00:00:00Z", ...times },
    ...{ title: event.title, description: "", location: event.place, url: null, language: "nn" },
    organizer: { name: "Statsforvaltaren i Vestland", address: "post@vestland.example" },
    attendee: { ...to, answer: "needs-action" },
  },
};

/** A real SMTP server in a process of its own, so that it does not take our time; `tell` has it say when a mail comes. */
export async function sink(): Promise<void> {
  const { SMTPServer } = await import("smtp-server");
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS", "AUTH"], disableReverseLookup: true, logger: false },
    onData: (stream, _session, callback) =>
      void stream.resume().on("end", () => {
        if (process.argv.includes("--tell")) process.send?.(0);
        callback();
      }),
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.server.address() as { port: number }).port));
  process.on("disconnect", () => process.exit(0));
}

/** Starts the server; the port it listens on. */
export async function startSink(...flags: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [programFile("bench"), "--sink", ...flags], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  children.push(child);
  const port = await new Promise<number>((resolve) => child.once("message", resolve));
  return { child, url: `smtp://127.0.0.1:${port}` };
}

/** Invitations from the outbox to a server on loopback, against bare pooled loops. */
export async function measureMail({ few, region }: Bench): Promise<void> {
  const { url } = await startSink();
  const client = new pg.Client({ connectionString: few });
  await client.connect();
  const queue = () =>
    client.query(
      `INSERT INTO delivery (region_id, id, key, kind, to_name, to_address, locale, message, secret, due_at)
       SELECT $1, gen_random_uuid(), gen_random_uuid()::text, 'event-invitation', $2, $3, 'nn', $4, 'x', now() FROM generate_series(1, $5)`,
      [region, to.name, to.address, invitation, mails],
    );
  const work = async (transport: Transport = smtpTransport(url)) => {
    while ((await deliverDue({ worker: newId(), transport, now: () => new Date() })) > 0);
    await transport.close();
  };
  let raw: Buffer = Buffer.alloc(0);
  await queue();
  await work({
    send: async (mail) => {
      raw = mail.raw;
      return { ok: true };
    },
    verify: async () => ({ ok: true }),
    close: async () => {},
  });
  if (raw.length === 0) throw new Error("No invitation was composed");
  const mail = await PostalMime.parse(raw);
  const calendar = mail.attachments.find(({ mimeType }) => mimeType === "text/calendar")?.content;
  const envelope = { from: "post@vestland.example", to: [to.address] };
  const content = { from: envelope.from, to: envelope.to, subject: mail.subject, text: mail.text, html: mail.html };
  const loop = async (message: object) => {
    const pool = createTransport({ url, pool: true, maxConnections: 5 } as Parameters<typeof createTransport>[0]);
    await Promise.all(Array.from({ length: mails }, () => pool.sendMail(message)));
    pool.close();
  };
  const alternatives = [
    { contentType: "text/calendar; charset=utf-8; method=REQUEST", content: Buffer.from(calendar as ArrayBuffer) },
  ];
  const times = { ours: [] as number[], composed: [] as number[], raw: [] as number[] };
  const cpu: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await queue();
    const before = process.cpuUsage();
    times.ours.push(await timed(() => work()));
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1_000 / mails);
    times.composed.push(await timed(() => loop({ ...content, alternatives })));
    times.raw.push(await timed(() => loop({ envelope, raw })));
  }
  await client.end();
  const rate = (time: number) => `${Math.round((mails / time) * 1_000)}/s`;
  const [ours, composed, precomposed] = [median(times.ours), median(times.composed), median(times.raw)];
  tell({
    name: `invitations over SMTP (${rate(ours)}) against a loop pre-composed (${rate(precomposed)})`,
    figure: precomposed / ours,
    unit: "x",
    bar: 0.7,
    atMost: false,
  });
  tell({
    name: `the same against a loop that composes each (${rate(composed)})`,
    figure: composed / ours,
    unit: "x",
    bar: 3,
    atMost: false,
  });
  tell({
    name: "processor time of the worker per 1,000 invitations",
    figure: median(cpu),
    unit: " s",
    bar: 1,
    atMost: true,
  });
}
