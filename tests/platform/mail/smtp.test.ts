import { createServer, type Socket } from "node:net";
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import { afterEach, describe, expect, it } from "vitest";
import { render } from "#emails/render";
import { invitation, link } from "#tests/emails/samples";
import { composeMail } from "~/platform/mail/compose.server";
import { type SmtpOptions, smtpTransport } from "~/platform/mail/smtp.server";
import { mailServer, refusal } from "./server";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const resource of open.splice(0).reverse()) await resource.close();
});

async function serve(options?: Parameters<typeof mailServer>[0]) {
  const server = await mailServer(options);
  open.push(server);
  return server;
}

function connect(url: string, options?: SmtpOptions) {
  const transport = smtpTransport(url, options);
  open.push(transport);
  return transport;
}

async function mailTo(address: string) {
  return composeMail({
    deliveryId: `d-${address.replace(/\W/g, "-")}`,
    from: { name: "Statsforvaltaren", address: "samvirk@vestland.example" },
    to: { name: "Kontaktperson, Bjørnafjorden", address },
    replyTo: null,
    ...(await render(invitation, { locale: "nn", link })),
  });
}

const mail = await mailTo("kontakt@voss.example");

describe("mail over SMTP", () => {
  it("arrives byte for byte, with a calendar that can be read", async () => {
    const server = await serve();
    expect(await connect(server.url).send(mail)).toEqual({ ok: true });
    const [received] = server.received;
    expect(received).toMatchObject(mail.envelope);
    expect(received?.raw.toString().trimEnd()).toBe(mail.raw.toString().trimEnd());
    const read = await PostalMime.parse(received?.raw ?? "");
    expect(read.to?.[0]?.name).toBe("Kontaktperson, Bjørnafjorden");
    expect(read.subject).toContain("Dialogmøte om «Leve heile livet»");
    const calendar = ICAL.parse(new TextDecoder().decode(read.attachments[0]?.content as ArrayBuffer));
    const event = new ICAL.Event(new ICAL.Component(calendar).getFirstSubcomponent("vevent") ?? undefined);
    expect(event.startDate.toJSDate()).toEqual(new Date(invitation.event.startsAt));
  });

  it("shares few connections among many messages", async () => {
    const server = await serve();
    const transport = connect(server.url, { connections: 2 });
    const mails = await Promise.all(Array.from({ length: 20 }, (_, i) => mailTo(`kontakt@k${i}.example`)));
    const results = await Promise.all(mails.map((each) => transport.send(each)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(20);
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it("is let through before the connections close", async () => {
    const server = await serve({ onRcptTo: (_address, _session, done) => setTimeout(done, 200) });
    const transport = smtpTransport(server.url);
    const sending = transport.send(mail);
    await transport.close();
    expect(await sending).toEqual({ ok: true });
    expect(await transport.send(mail)).toMatchObject({ ok: false, kind: "soft" });
  });
});

describe("a refusal of the recipient", () => {
  const refusing = (code: number, message: string) =>
    serve({ onRcptTo: (_address, _session, done) => done(refusal(code, message)) });

  it.each([
    [550, "5.1.1 <kontakt@voss.example> is unknown here", "hard", "recipient", "550 5.1.1"],
    [550, "No such user kontakt", "hard", "recipient", "550"],
    [552, "5.2.2 mailbox full", "soft", "recipient", "552 5.2.2"],
    [450, "4.2.1 try later", "soft", "recipient", "450 4.2.1"],
    [554, "5.7.1 relay access denied", "soft", "transport", "554 5.7.1"],
    [530, "5.7.0 sign in first", "soft", "transport", "530 5.7.0"],
  ])("%i %s is %s", async (code, message, kind, reason, written) => {
    const server = await refusing(code, message);
    const result = await connect(server.url).send(mail);
    expect(result).toMatchObject({ ok: false, kind, reason, code: written });
    expect(JSON.stringify(result)).not.toMatch(/@|kontakt|voss/);
  });

  it("does not spoil the connection for the next", async () => {
    const server = await serve({
      onRcptTo: ({ address }, _session, done) => done(address.startsWith("gone") ? refusal(550, "gone") : null),
    });
    const transport = connect(server.url, { connections: 1 });
    const results = await Promise.all([transport.send(await mailTo("gone@voss.example")), transport.send(mail)]);
    expect(results.map(({ ok }) => ok)).toEqual([false, true]);
  });
});

describe("a refusal of something else", () => {
  it("of the sender is ours to mend", async () => {
    const server = await serve({ onMailFrom: (_address, _session, done) => done(refusal(553, "not your address")) });
    expect(await connect(server.url).send(mail)).toMatchObject({ kind: "soft", reason: "transport", code: "553" });
  });

  it("of the message says nothing about the recipient", async () => {
    const server = await serve({
      onData(stream, _session, done) {
        stream.resume();
        stream.on("end", () => done(refusal(554, "5.6.0 content refused")));
      },
    });
    expect(await connect(server.url).send(mail)).toMatchObject({ kind: "soft", reason: "message" });
  });

  it("of the user and password holds neither of them", async () => {
    const server = await serve({ onAuth: (_auth, _session, done) => done(refusal(535, "bad user@vestland.example")) });
    const transport = connect(`smtp://user%40vestland.example:hemmeleg@127.0.0.1:${server.port}`);
    for (const result of [await transport.send(mail), await transport.verify()]) {
      expect(result).toMatchObject({ ok: false, kind: "soft", reason: "transport" });
      expect(JSON.stringify(result)).not.toMatch(/hemmeleg|@/);
    }
  });
});

describe("a server that cannot be had", () => {
  it("because it is down is worth another attempt", async () => {
    const server = await mailServer();
    await server.close();
    const transport = connect(server.url);
    const failure = { ok: false, kind: "soft", reason: "network", code: "ECONNREFUSED" };
    expect(await transport.send(mail)).toMatchObject(failure);
    expect(await transport.verify()).toMatchObject(failure);
  });

  it("because it never answers is given up in time", async () => {
    const server = await serve({ onData: (stream) => stream.resume() });
    const started = Date.now();
    const result = await connect(server.url, { silenceTimeout: 300 }).send(mail);
    expect(result).toMatchObject({ ok: false, kind: "soft", reason: "network", code: "ETIMEDOUT" });
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it("because it never greets is given up in time", async () => {
    const silent = await tcpServer(() => {});
    const result = await connect(silent.url, { connectTimeout: 300 }).send(mail);
    expect(result).toMatchObject({ ok: false, kind: "soft", reason: "network", code: "ETIMEDOUT" });
  });

  it("because it hangs up before a greeting is not tried twice in here", async () => {
    let calls = 0;
    const rude = await tcpServer((socket) => {
      calls++;
      socket.end();
    });
    const result = await connect(rude.url).send(mail);
    expect(result).toMatchObject({ ok: false, kind: "soft", reason: "network" });
    expect(calls).toBe(1);
  });

  it("because it hangs up after the message is not tried twice in here", async () => {
    let messages = 0;
    const server = await serve({
      onData(stream) {
        stream.resume();
        stream.on("end", () => {
          messages++;
          server.drop();
        });
      },
    });
    const result = await connect(server.url).send(mail);
    expect(result).toMatchObject({ ok: false, kind: "soft", reason: "network" });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(messages).toBe(1);
  });

  it("is found by the check, which sends nothing", async () => {
    const server = await serve();
    expect(await connect(server.url).verify()).toEqual({ ok: true });
    expect(server.received).toEqual([]);
  });
});

async function tcpServer(talk: (socket: Socket) => void) {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    talk(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  });
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return { url: `smtp://127.0.0.1:${address.port}` };
}
