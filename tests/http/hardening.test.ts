import { readFileSync } from "node:fs";
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  coordinators,
  fill,
  idsOf,
  mailsAreSent,
  mailsTo,
  makeEvent,
  paperForm,
  printOf,
  proofIn,
  query,
  routes,
  signedIn,
  startDemo,
  type Visitor,
  visitor,
} from "#tests/http/support";
import { type RunningApp, startApp } from "#tests/support/app";
import { startSmtp } from "#tests/support/smtp";

/** Sends a body of `size` bytes piece by piece. Resolves with the answer, and whether all of the body was taken. */
function upload(
  app: RunningApp,
  path: string,
  { size, cookie, chunked = false }: { size: number; cookie: string; chunked?: boolean },
) {
  return new Promise<{ status: number; text: string; sent: number }>((resolve, reject) => {
    let sent = 0;
    const head =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="plan.txt"\r\nContent-Type: text/plain\r\n\r\n';
    const headers = {
      ...{ cookie, origin: app.url, "content-type": "multipart/form-data; boundary=b" },
      ...(!chunked && { "content-length": String(size) }),
    };
    const outgoing = request(new URL(path, app.url), { method: "POST", headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString(), sent });
        outgoing.destroy();
      });
    });
    outgoing.on("error", reject);
    const piece = Buffer.alloc(256 * 1024, "a");
    const write = () => {
      while (sent < size) {
        const part = sent === 0 ? Buffer.from(head) : piece.subarray(0, Math.min(piece.length, size - sent));
        sent += part.length;
        if (!outgoing.write(part)) return void outgoing.once("drain", write);
      }
      outgoing.end();
    };
    write();
  });
}

describe("the server", () => {
  let app: RunningApp;
  let coordinator: Visitor;
  let ids: Record<string, string>;
  const cookie = () => [...coordinator.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  beforeAll(async () => {
    app = await startDemo({ LOG_LEVEL: "info" });
    coordinator = await signedIn(app, coordinators.vestland);
    await makeEvent(coordinator, "vestland", "Fellesmøte");
    await mailsAreSent(app);
    ids = { ...(await idsOf(app, "vestland")), token: "x", message: "x" };
  });
  afterAll(() => app?.stop());

  it("says whether it lives and whether it is ready", async () => {
    expect(await visitor(app).get("/healthz")).toMatchObject({ status: 200, text: "ok" });
    expect(await visitor(app).get("/readyz")).toMatchObject({ status: 200, text: "ready" });
  });

  it("sends the headers that protect, with every kind of answer", async () => {
    const asset = /\/assets\/[\w.-]+\.js/.exec((await coordinator.get("/")).text)?.[0] ?? "";
    for (const path of [
      "/",
      "/r/vestland",
      "/sign-in",
      "/no-such-page",
      "/r/vestland/nothing",
      "/r/vestland.data",
      asset,
    ]) {
      const { headers } = await coordinator.get(path);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("referrer-policy"), path).toBe("same-origin");
      expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
      expect(headers.get("x-powered-by"), path).toBeNull();
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy, path).not.toContain("unsafe");
      for (const rule of ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
        expect(policy, path).toContain(rule);
    }
  });

  it("lets no page be kept by a proxy or a shared browser", async () => {
    for (const path of ["/", "/r/vestland", "/account", "/r/vestland.data"])
      expect((await coordinator.get(path)).headers.get("cache-control") ?? "nothing", path).toMatch(/no-store|private/);
  });

  it("lets run no script and no style that the page did not name by this answer's nonce", async () => {
    const nonces = new Set<string>();
    for (const path of [
      "/",
      "/r/vestland",
      "/r/vestland/plan/2021",
      "/no-such-page",
      `/r/vestland/events/${ids.event}`,
    ]) {
      const { headers, text } = await coordinator.get(path);
      const nonce = /script-src [^;]*'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? "";
      expect(nonce.length).toBeGreaterThan(20);
      nonces.add(nonce);
      const scripts = text.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      expect(
        scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
        path,
      ).toEqual([]);
      expect(text.match(/<[^>]+\s(?:style|on[a-z]+)="/g), path).toBeNull();
      expect(text.match(/<style\b/g), path).toBeNull();
      expect(text.match(/(?:src|href)="https?:\/\/(?!localhost)[^"]*"/g), path).toBeNull();
    }
    expect(nonces.size).toBe(5);
  });

  it("shows a mail's own page sealed, in a frame of ours alone", async () => {
    const [message] = await query<{ id: string }>(app, "SELECT id FROM mailbox_message LIMIT 1");
    const { status, headers } = await visitor(app).get(`/mailbox/${message?.id}/html`);
    expect(status).toBe(200);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("sandbox");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("allow-scripts");
  });

  it("takes no form from another site, at any address", async () => {
    const before = await printOf(app);
    // A mail program has no page of ours to send from (RFC 8058): the address itself is the key.
    const guarded = routes().filter(({ path }) => path !== "/:region/unsubscribe/:token");
    expect(guarded).toHaveLength(routes().length - 1);
    for (const { path } of guarded) {
      const address = fill(path, ids);
      const foreign: Record<string, string>[] = [
        { origin: "https://evil.example" },
        { origin: "null" },
        { origin: `${app.url}.evil.example` },
        { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
      ];
      for (const headers of foreign) expect((await coordinator.post(address, {}, headers)).status, address).toBe(403);
      for (const suffix of [".data", "?index", "?_data=routes%2Fx"])
        expect((await coordinator.post(address + suffix, {}, { origin: "https://evil.example" })).status, address).toBe(
          403,
        );
    }
    const bare = (headers: Record<string, string>) =>
      fetch(new URL("/sign-out", app.url), {
        method: "POST",
        redirect: "manual",
        headers: { cookie: cookie(), ...headers },
      });
    expect((await bare({})).status).toBe(403);
    expect((await bare({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await bare({ "sec-fetch-site": "same-site" })).status).toBe(403);
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const response = await fetch(new URL("/sign-out", app.url), {
        method,
        headers: { cookie: cookie(), origin: "https://evil.example" },
      });
      expect(response.status, method).toBe(403);
    }
    expect(await printOf(app)).toEqual(before);
  });

  it("takes no other method for a form", async () => {
    const before = await printOf(app);
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      for (const path of ["/sign-out", "/preferences", "/r/vestland/events/new"]) {
        const headers = { cookie: cookie(), origin: app.url, "content-type": "application/x-www-form-urlencoded" };
        const response = await fetch(new URL(path, app.url), {
          method,
          redirect: "manual",
          headers,
          body: "locale=nn",
        });
        expect(response.status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
        expect(response.status, `${method} ${path}`).toBeLessThan(500);
      }
    }
    expect(await printOf(app)).toEqual(before);
  });

  it("answers a form over 1 MB in words, and saves nothing", async () => {
    const before = await printOf(app);
    for (const path of ["/r/vestland/events/new", "/r/vestland/settings/region", "/sign-in", "/sign-in/code"]) {
      const { status, text } = await coordinator.post(path, { title: "a".repeat(1_100_000), email: "x@x.example" });
      expect(status, path).toBe(413);
      expect(text, path).toContain("<h1");
    }
    expect(await printOf(app)).toEqual(before);
  });

  it("answers 200 MB to the import with a sentence, takes it all first, and saves nothing", async () => {
    const before = await printOf(app);
    const { status, text, sent } = await upload(app, "/r/vestland/import", {
      size: 200 * 1024 * 1024,
      cookie: cookie(),
    });
    expect(status).toBe(413);
    expect(text).toMatch(/(større|over) enn 1\d MB/);
    expect(sent).toBe(200 * 1024 * 1024);
    expect(await printOf(app)).toEqual(before);
    expect((await coordinator.get("/r/vestland")).status).toBe(200);
  });

  it("answers 100 MB of papers with a sentence, takes it all first, and saves nothing", async () => {
    const before = await printOf(app);
    for (const path of ["papers", "papers/upload"]) {
      const size = 100 * 1024 * 1024;
      const answer = await upload(app, `/r/vestland/events/${ids.event}/${path}`, { size, cookie: cookie() });
      expect(answer).toMatchObject({ status: 413, sent: size });
      expect(answer.text).toMatch(/høyst 32 MB til sammen|høgst 32 MB til saman/);
    }
    expect(await printOf(app)).toEqual(before);
  });

  it("takes no program for a paper, whatever it is called, and says what it takes", async () => {
    const before = await printOf(app);
    const program = new Uint8Array([0x4d, 0x5a, 0x90, 0x00, 0x03]);
    for (const [name, path] of Object.entries({ "oppsett.exe": "papers", "sakliste.pdf": "papers/upload" })) {
      const address = `/r/vestland/events/${ids.event}/${path}`;
      const { status, text } = await coordinator.post(address, paperForm(name, program));
      expect(status).toBe(400);
      expect(text).toContain(`«${name}» er eit program. Du kan bruke PDF, Word`);
    }
    expect(await printOf(app)).toEqual(before);
  });

  it("sends a paper as what it is, to be kept and never run", async () => {
    const address = `/r/vestland/events/${ids.event}/papers/${ids.paper}`;
    const { status, text, headers } = await coordinator.get(address);
    expect({ status, text }).toEqual({ status: 200, text: "1. Godkjenning" });
    const sent = {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": "attachment; filename=\"Sakliste.txt\"; filename*=UTF-8''Sakliste.txt",
      "cache-control": "private, no-cache",
      "x-content-type-options": "nosniff",
    };
    expect(Object.fromEntries(headers)).toMatchObject(sent);
    const head = await coordinator.head(address);
    expect({ status: head.status, text: head.text }).toEqual({ status: 200, text: "" });
    expect(Object.fromEntries(head.headers)).toMatchObject(sent);
    const [mail = ""] = await mailsTo(app, "kontakt@voss.kommune.example");
    const link = new URL(/https?:\S+\/answer\/[\w-]+/.exec(mail)?.[0] ?? "").pathname;
    const guest = visitor(app);
    expect((await guest.get(link)).text).toContain(`href="${link}/papers/${ids.paper}"`);
    expect((await guest.get(`${link}/papers/${ids.paper}`)).text).toBe("1. Godkjenning");
    expect((await guest.get(`/vestland/events/${ids.event}/papers/${ids.paper}`)).status).toBe(404);
    expect((await guest.get(`${link.replace("vestland", "vestregionen")}/papers/${ids.paper}`)).status).toBe(404);
  });

  it("takes no body of unknown length, and none from somebody who is not signed in", async () => {
    const before = await printOf(app);
    const endless = await upload(app, "/r/vestland/import", {
      size: 2 * 1024 * 1024,
      cookie: cookie(),
      chunked: true,
    }).catch(() => ({ status: 0 }));
    expect([0, 411]).toContain(endless.status);
    const stranger = await upload(app, "/r/vestland/import", { size: 20 * 1024 * 1024, cookie: "" });
    expect([302, 403, 413]).toContain(stranger.status);
    expect(await printOf(app)).toEqual(before);
  });

  it("says what is wrong with a file that is no text, and saves nothing", async () => {
    const before = await printOf(app);
    const body = new FormData();
    body.set("file", new Blob([Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3, 255, 254, 0])]), "plan.pdf");
    const { status, text } = await coordinator.post("/r/vestland/import", body);
    expect(status).toBe(400);
    expect(text).toContain('role="alert"');
    expect(await printOf(app)).toEqual(before);
    const taken = new FormData();
    taken.set("file", new Blob([readFileSync("prisma/seed/vestland-plan.txt")]), "plan.txt");
    expect((await coordinator.post("/r/vestland/import", taken)).status).toBe(302);
  });

  it("answers what nobody sends by hand without an error of its own", async () => {
    const long = "a".repeat(3_000);
    for (const path of [
      "/%00",
      "/%ff",
      "/r/%00",
      `/r/${long}`,
      "/r/vestland/events/%00",
      "/r/vestland/plan/%F0%9F",
      "/vestland/answer/%00",
      "/r/vestland/events/' OR 1=1",
      "/r/vestland/deliveries?before=x&state=x",
      "/r/vestland/events?after=x",
      "/r/vestland/settings/members?after=x&kind=x",
      "/r/vestland/municipalities/x",
      "/r/vestland/plan/2021?sort=x",
      "/r/vestland/audit?after=x",
      "/mailbox/x",
      "/mailbox?before=x",
      "/?lang=xx",
      "/.data",
      "/_root.data",
    ])
      expect((await coordinator.get(path)).status, path).toBeLessThan(500);
    for (const path of ["/sign-in", "/sign-in/code", "/preferences", "/r/vestland/events/new", "/r/vestland/import"]) {
      const headers = { cookie: cookie(), origin: app.url, "content-type": "application/json" };
      const response = await fetch(new URL(path, app.url), { method: "POST", redirect: "manual", headers, body: "{" });
      expect(response.status, path).toBeLessThan(500);
    }
  });

  it("writes neither address, token nor code in its log", async () => {
    const person = visitor(app);
    await person.post("/sign-in", { email: coordinators.vestregionen });
    const text = (await mailsTo(app, coordinators.vestregionen)).at(-1) ?? "";
    const link = new URL(/https?:\S+\/sign-in\/[\w-]+/.exec(text)?.[0] ?? "").pathname;
    const code = /\b\d{3} ?\d{3}\b/.exec(text)?.[0].replace(" ", "") ?? "x";
    const page = await person.get(`${link}?email=${coordinators.vestregionen}`);
    await person.get(`${link}.data`);
    await person.post(link, { proof: proofIn(page.text) });
    const [mail = ""] = await mailsTo(app, "kontakt@voss.kommune.example");
    const answer = new URL(/https?:\S+\/answer\/[\w-]+/.exec(mail)?.[0] ?? "").pathname;
    for (const path of [answer, `${answer}.data`, answer.toUpperCase(), `${answer}/`]) await person.get(path);
    await sleep(100);
    const output = app.output();
    expect(output.split("\n").filter((line) => line.includes('"status"')).length).toBeGreaterThan(30);
    expect(output.match(/[\w.-]+@[\w.-]+\.example/g)).toBeNull();
    const secrets = [link, answer, ...[...coordinator.cookies.values(), ...person.cookies.values()]].map(
      (value) => value.split("/").at(-1) ?? "",
    );
    for (const secret of secrets.filter(({ length }) => length > 15)) {
      const telling = output.split("\n").filter((line) => line.toUpperCase().includes(secret.toUpperCase()));
      expect(telling).toEqual([]);
    }
    expect(output.includes(code)).toBe(false);
    expect(output).not.toContain('"level":50');
  });

  it("finishes a request under way when it is told to end, and then takes no more", async () => {
    const own = await startApp({ demo: true, own: true });
    const person = await signedIn(own, coordinators.vestland);
    const kept = [...person.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const body = '--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nx\r\n--b--\r\n';
    const answered = new Promise<number>((resolve, reject) => {
      const outgoing = request(
        new URL("/r/vestland/import", own.url),
        {
          method: "POST",
          headers: {
            ...{ cookie: kept, origin: own.url, "content-type": "multipart/form-data; boundary=b" },
            "content-length": String(Buffer.byteLength(body)),
          },
        },
        (response) => {
          response.resume();
          response.on("end", () => resolve(response.statusCode ?? 0));
        },
      );
      outgoing.on("error", reject);
      outgoing.write(body.slice(0, 20));
      setTimeout(() => outgoing.end(body.slice(20)), 1_200);
    });
    await sleep(300);
    const began = Date.now();
    const stopped = own.stop();
    const tried = () =>
      fetch(own.url).then(
        () => "taken",
        () => "refused",
      );
    await expect.poll(tried).toBe("refused");
    expect(await answered).toBe(400);
    await stopped;
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});

describe("the mailbox", () => {
  it("is not there where mail really leaves", async () => {
    const smtp = await startSmtp();
    const app = await startDemo({ MAIL_TRANSPORT: "smtp", SMTP_URL: smtp.url });
    try {
      for (const path of ["/mailbox", "/mailbox/x", "/mailbox/x/html", "/mailbox.data"]) {
        const { status, text } = await visitor(app).get(path);
        expect(status === 404 || /\b404\b/.test(text), path).toBe(true);
      }
      const { text } = await visitor(app).get("/");
      expect(text).not.toContain("/mailbox");
      await visitor(app).post("/sign-in", { email: coordinators.vestland });
      for (let round = 0; smtp.mails.length === 0 && round < 100; round += 1) await sleep(50);
      expect(smtp.mails.map(({ to }) => to)).toEqual([[coordinators.vestland]]);
    } finally {
      await app.stop();
      await smtp.stop();
    }
  });
});
