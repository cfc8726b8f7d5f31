import { connect } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { log } from "~/platform/log.server";
import { listenForMail, type ReceivedMail } from "~/platform/mail/inbound.server";

const home = "svar@vestland.example";
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A listener that reads at one address, and what it was given. */
async function listen(
  options: Partial<Parameters<typeof listenForMail>[0]> = {},
  take: (mail: ReceivedMail) => Promise<unknown> = async () => {},
) {
  const taken: ReceivedMail[] = [];
  const server = await listenForMail(
    { host: "127.0.0.1", port: 0, ...options },
    {
      reads: async (address) => /^svar(\+\d+)?@vestland\.example$/.test(address),
      take: async (mail) => {
        await take(mail);
        taken.push(mail);
      },
    },
  );
  open.push(server);
  return { port: server.port, taken };
}

/** Says these lines one after the other and gives the code of each answer, the greeting first. */
function talk(port: number, lines: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const answers: string[] = [];
    const left = [...lines];
    let heard = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      heard += chunk;
      for (let end = heard.indexOf("\r\n"); end >= 0; end = heard.indexOf("\r\n")) {
        const line = heard.slice(0, end);
        heard = heard.slice(end + 2);
        if (line[3] === "-") continue;
        answers.push(line);
        const next = left.shift();
        if (next !== undefined) socket.write(`${next}\r\n`);
        else if (!socket.writableEnded) socket.end("QUIT\r\n");
      }
    });
    socket.on("close", () => resolve(answers));
    socket.on("error", reject);
  });
}

const codes = async (port: number, lines: string[]) => (await talk(port, lines)).map((line) => line.slice(0, 3));
const hello = ["EHLO post.example", "MAIL FROM:<a@voss.example>"];
const mail = (body: string) => [...hello, `RCPT TO:<${home}>`, "DATA", `Subject: x\r\n\r\n${body}\r\n.`];

describe("taking mail in", () => {
  it("takes a mail as it came, and says so when it is kept", async () => {
    let kept = false;
    const { port, taken } = await listen({}, async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      kept = true;
    });
    const answers = await talk(port, mail("Hei æøå"));
    expect(answers.at(4)).toMatch(/^354/);
    expect(answers.at(5)).toMatch(/^250/);
    expect(kept).toBe(true);
    expect(taken).toEqual([{ to: [home], raw: Buffer.from("Subject: x\r\n\r\nHei æøå\r\n") }]);
  });

  it("takes what comes from nobody, as reports of what was not delivered do", async () => {
    const { port } = await listen();
    expect(await codes(port, ["EHLO x", "MAIL FROM:<>", `RCPT TO:<${home}>`])).toEqual([
      "220",
      "250",
      "250",
      "250",
      "221",
    ]);
  });

  it("passes nothing on: every other address is refused", async () => {
    const { port, taken } = await listen();
    const others = ["noen@annan.example", `${home}.annan.example`, `"${home}"@annan.example`].map(
      (to) => `RCPT TO:<${to}>`,
    );
    const said = await codes(port, [...hello, ...others, "DATA"]);
    expect(said.slice(3, 6).every((code) => code.startsWith("5"))).toBe(true);
    expect(said[6]).toMatch(/^5/);
    expect(taken).toEqual([]);
  });

  it("knows no passwords and no more recipients than an answer has", async () => {
    const { port } = await listen();
    expect((await codes(port, ["EHLO x", "AUTH PLAIN AGEAYg=="]))[2]).toMatch(/^5/);
    const many = Array.from({ length: 11 }, (_, at) => `RCPT TO:<svar+${at}@vestland.example>`);
    const said = await codes(port, [...hello, ...many]);
    expect(said.slice(3, 14)).toEqual([...Array(10).fill("250"), "452"]);
  });

  it("refuses what is too large, and goes on", async () => {
    const { port, taken } = await listen({ size: 2_000 });
    expect((await codes(port, mail("x".repeat(70).concat("\r\n").repeat(60))))[5]).toBe("552");
    expect((await codes(port, ["EHLO x", "MAIL FROM:<a@b.example> SIZE=90000"]))[2]).toBe("552");
    expect((await codes(port, mail("liten")))[5]).toBe("250");
    expect(taken).toHaveLength(1);
  });

  it("has the sender try again when the mail could not be kept, and logs nothing of it", async () => {
    const written = vi.spyOn(log, "error").mockImplementation(() => {});
    const { port } = await listen({}, async () => {
      throw Object.assign(new Error(`could not keep mail of kontakt@voss.example`), { code: "ECONNREFUSED" });
    });
    const answers = await talk(port, mail("hemmeleg"));
    expect(answers.at(5)).toMatch(/^451/);
    expect(answers.join()).not.toContain("voss.example could");
    expect(JSON.stringify(written.mock.calls)).toContain("ECONNREFUSED");
    expect(JSON.stringify(written.mock.calls)).not.toMatch(/@|hemmeleg/);
  });

  it("hangs up on a sender who says nothing, and hears no more at once than it may", async () => {
    const { port } = await listen({ silence: 400, connections: 1 });
    const silent = new Promise<string>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      let heard = "";
      socket.on("data", (chunk) => (heard += chunk));
      socket.on("close", () => resolve(heard));
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await talk(port, []))[0]).toMatch(/^421/);
    expect(await silent).toMatch(/^220.*\r\n421/s);
    expect((await codes(port, mail("hei")))[5]).toBe("250");
  });

  it("says so when the port is another's", async () => {
    const { port } = await listen();
    await expect(listen({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
