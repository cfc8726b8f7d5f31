import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  coordinators,
  mailsAreSent,
  mailsTo,
  makeEvent,
  proofIn,
  query,
  signedIn,
  startDemo,
  type Visitor,
  visitor,
} from "#tests/http/support";
import type { RunningApp } from "#tests/support/app";

const email = coordinators.vestland;

describe("signing in", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startDemo();
  });
  afterAll(() => app?.stop());

  /** Asks for a mail and gives what is in the newest. */
  async function ask(person: Visitor, address = email): Promise<{ path: string; code: string }> {
    const before = (await query(app, "SELECT 1 FROM mailbox_message WHERE to_address = $1", address)).length;
    await query(app, "DELETE FROM rate_limit");
    const asked = await person.post("/sign-in", { email: address });
    expect(asked).toMatchObject({ status: 302, location: "/sign-in/code" });
    const text = (await mailsTo(app, address, before + 1)).at(-1) ?? "";
    const path = new URL(/https?:\S+\/sign-in\/[\w-]+/.exec(text)?.[0] ?? "").pathname;
    return { path, code: /\b\d{3} ?\d{3}\b/.exec(text)?.[0] ?? "" };
  }

  async function press(person: Visitor, path: string) {
    const { text } = await person.get(path);
    return person.post(path, { proof: proofIn(text) });
  }

  it("works by the link of the mail, in the browser that asked, once", async () => {
    const person = visitor(app);
    const { path } = await ask(person);
    const done = await press(person, path);
    expect(done).toMatchObject({ status: 302, location: "/" });
    const cookie = done.headers.getSetCookie().find((line) => line.startsWith("__Host-samvirk=")) ?? "";
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/Secure/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Path=\/(;|$)/i);
    expect((await person.get("/r/vestland")).status).toBe(200);
    const again = visitor(app);
    again.cookies.set("__Host-samvirk-asked", person.cookies.get("__Host-samvirk-asked") ?? "x");
    expect((await press(again, path)).status).toBe(400);
    expect(again.cookies.has("__Host-samvirk")).toBe(false);
  });

  it("does not work by the link in another browser, nor by its address alone", async () => {
    const person = visitor(app);
    const { path } = await ask(person);
    const elsewhere = visitor(app);
    const refused = await press(elsewhere, path);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("nettlesar");
    expect(elsewhere.cookies.has("__Host-samvirk")).toBe(false);
    for (const proof of ["", "x"]) expect((await person.post(path, { proof })).status).toBe(400);
    expect((await press(person, path)).status).toBe(302);
  });

  it("works by the code, which five wrong tries end", async () => {
    const right = visitor(app);
    const { code } = await ask(right);
    expect((await visitor(app).post("/sign-in/code", { code })).status).toBe(400);
    expect(await right.post("/sign-in/code", { code })).toMatchObject({ status: 302, location: "/" });
    const guesser = visitor(app);
    const asked = await ask(guesser);
    const wrong = asked.code.replace(" ", "") === "123456" ? "654321" : "123456";
    for (let round = 0; round < 5; round += 1)
      expect((await guesser.post("/sign-in/code", { code: wrong })).status).toBe(400);
    expect((await guesser.post("/sign-in/code", { code: asked.code })).status).toBe(400);
    expect(guesser.cookies.has("__Host-samvirk")).toBe(false);
  });

  it("ends the link with the code and the code with the link", async () => {
    const person = visitor(app);
    const { path, code } = await ask(person);
    const twin = visitor(app);
    for (const [name, value] of person.cookies) twin.cookies.set(name, value);
    expect((await person.post("/sign-in/code", { code })).status).toBe(302);
    expect((await press(twin, path)).status).toBe(400);
  });

  it("does not work after ten minutes", async () => {
    const person = visitor(app);
    const { path, code } = await ask(person);
    const [row] = await query<{ left: number }>(
      app,
      "SELECT extract(epoch FROM max(expires_at) - now())::float AS left FROM sign_in",
    );
    expect(row?.left).toBeGreaterThan(500);
    expect(row?.left).toBeLessThanOrEqual(600);
    await query(app, "UPDATE sign_in SET expires_at = now() - interval '1 second'");
    expect((await press(person, path)).status).toBe(400);
    expect((await person.post("/sign-in/code", { code })).status).toBe(400);
  });

  it("says the same to an address that nobody has", async () => {
    await query(app, "DELETE FROM rate_limit");
    const [known, unknown] = [visitor(app), visitor(app)];
    const said = await known.post("/sign-in", { email });
    const toNobody = await unknown.post("/sign-in", { email: "ingen@vestland.example" });
    expect([toNobody.status, toNobody.location]).toEqual([said.status, said.location]);
    expect([...unknown.cookies.keys()]).toEqual([...known.cookies.keys()]);
    const pages = await Promise.all([known, unknown].map((person) => person.get("/sign-in/code")));
    const plain = ({ text }: { text: string }) => text.replace(/nonce="[^"]*"|"nonce":"[^"]*"|[0-9a-f]{8}/g, "");
    expect(plain(pages[1] as { text: string })).toBe(plain(pages[0] as { text: string }));
    const tries = [];
    for (const person of [known, unknown]) {
      const answers = [];
      for (let round = 0; round < 6; round += 1) answers.push(await person.post("/sign-in/code", { code: "000000" }));
      tries.push(answers.map((answer) => [answer.status, plain(answer).match(/<h1>.*?<\/form>/s)?.[0]]));
    }
    expect(tries[1]).toEqual(tries[0]);
    await mailsAreSent(app);
    expect(await query(app, "SELECT 1 FROM mailbox_message WHERE to_address = 'ingen@vestland.example'")).toEqual([]);
  });

  it("says the same of a link that is wrong, used or expired", async () => {
    const person = visitor(app);
    const used = await ask(person);
    await press(person, used.path);
    const late = visitor(app);
    const expired = await ask(late);
    await query(app, "UPDATE sign_in SET expires_at = now() - interval '1 second' WHERE used_at IS NULL");
    const heading = async (who: Visitor, path: string) => /<h1>(.*?)<\/h1>/.exec((await press(who, path)).text)?.[1];
    const headings = [
      await heading(visitor(app), "/sign-in/0123456789abcdefghijklmnopqrstuv"),
      await heading(visitor(app), used.path),
      await heading(late, expired.path),
    ];
    expect(headings[0]).toBeTruthy();
    expect(headings).toEqual([headings[0], headings[0], headings[0]]);
  });

  it("keeps no cookie, link or code as it was given out", async () => {
    const person = visitor(app);
    const { path, code } = await ask(person);
    const asked = person.cookies.get("__Host-samvirk-asked") ?? "x";
    await press(person, path);
    const session = person.cookies.get("__Host-samvirk") ?? "";
    expect(session.length).toBeGreaterThan(20);
    const [row] = await query<{ all: string }>(
      app,
      `SELECT concat((SELECT string_agg(s::text, ' ') FROM session s), (SELECT string_agg(s::text, ' ') FROM sign_in s),
         (SELECT string_agg(l::text, ' ') FROM link_token l), (SELECT string_agg(d::text, ' ') FROM delivery d),
         (SELECT string_agg(r::text, ' ') FROM rate_limit r)) AS all`,
    );
    const secrets = [session, asked, path.split("/").at(-1) ?? "x", code, code.replace(" ", "")];
    for (const secret of secrets) expect(row?.all.includes(secret), secret).toBe(false);
  });

  it("is ended by signing out, in the database too", async () => {
    const person = await signedIn(app, email);
    const kept = new Map(person.cookies);
    expect((await person.get("/sign-out")).status).toBe(405);
    expect((await person.get("/r/vestland")).status).toBe(200);
    expect(await person.post("/sign-out")).toMatchObject({ status: 302, location: "/" });
    const thief = visitor(app);
    for (const [name, value] of kept) thief.cookies.set(name, value);
    expect((await thief.get("/r/vestland")).status).toBe(302);
  });

  it("goes back only to a page of ours", async () => {
    for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      const person = await signedIn(app, email);
      expect((await person.get(`/sign-in?next=${encodeURIComponent(next)}`)).location, next).toBe("/");
    }
  });

  it("lets an office of sixty in behind one address, and stops one address being flooded", async () => {
    await query(app, "DELETE FROM rate_limit");
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => visitor(app).post("/sign-in", { email: `kollega${n}@kontor.example` })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(60).fill(302));
    const flood = [];
    for (let round = 0; round < 7; round += 1) flood.push((await visitor(app).post("/sign-in", { email })).status);
    expect(flood).toEqual([302, 302, 302, 302, 302, 429, 429]);
    expect((await visitor(app).post("/sign-in", { email: "kollega1@kontor.example" })).status).toBe(302);
  });
});

describe("a link in a mail", () => {
  let app: RunningApp;
  let path: string;
  beforeAll(async () => {
    app = await startDemo();
    await makeEvent(await signedIn(app, email), "vestland", "Fellesmøte");
    const [mail = ""] = await mailsTo(app, "kontakt@voss.kommune.example");
    path = new URL(/https?:\S+\/answer\/[\w-]+/.exec(mail)?.[0] ?? "").pathname;
  });
  afterAll(() => app?.stop());

  const answers = () => query<{ answer: string }>(app, "SELECT answer FROM invitation WHERE answer IS NOT NULL");

  it("answers by the button of its page alone", async () => {
    const person = visitor(app);
    const page = await person.get(path);
    expect(page.status).toBe(200);
    expect((await person.post(path, { answer: "accepted" })).status).toBe(400);
    expect(await answers()).toEqual([]);
    expect((await person.post(path, { answer: "accepted", proof: proofIn(page.text) })).status).toBe(302);
    expect((await person.post(path, { answer: "declined", proof: proofIn(page.text) })).status).toBe(302);
    expect(await answers()).toEqual([{ answer: "declined" }]);
  });

  it("says the same when it is wrong, withdrawn or expired", async () => {
    const wrong = await visitor(app).get("/vestland/answer/0123456789abcdefghijklmnopqrstuv");
    await query(app, "UPDATE link_token SET expires_at = now() - interval '1 second'");
    const expired = await visitor(app).get(path);
    await query(app, "UPDATE link_token SET expires_at = now() + interval '1 day', revoked_at = now()");
    const revoked = await visitor(app).get(path);
    const seen = (page: { status: number; text: string }) => [page.status, /<h1[^>]*>(.*?)<\/h1>/.exec(page.text)?.[1]];
    expect(seen(wrong)[0]).toBe(404);
    expect([seen(expired), seen(revoked)]).toEqual([seen(wrong), seen(wrong)]);
    const proof = { proof: proofIn(expired.text), answer: "accepted" };
    expect((await visitor(app).post(path, proof)).status).toBeGreaterThanOrEqual(400);
    expect(await answers()).toEqual([{ answer: "declined" }]);
  });

  it("that asks for a new one says the same of every link, and sends it only to whom it was for", async () => {
    await query(app, "UPDATE link_token SET revoked_at = NULL, expires_at = now() - interval '1 second'");
    await mailsAreSent(app);
    const before = (await query(app, "SELECT 1 FROM mailbox_message")).length;
    const askFor = async (address: string) => {
      const person = visitor(app);
      const { text } = await person.get(address);
      return person.post(address, { intent: "new-link", proof: proofIn(text) });
    };
    const wrong = await askFor("/vestland/answer/0123456789abcdefghijklmnopqrstuv");
    const right = await askFor(path);
    const heading = (text: string) =>
      text
        .replace(/^.*<main/s, "")
        .replace(/<\/main>.*$/s, "")
        .replace(/value="[^"]*"/g, "");
    expect([right.status, heading(right.text)]).toEqual([wrong.status, heading(wrong.text)]);
    await mailsAreSent(app);
    expect((await query(app, "SELECT 1 FROM mailbox_message")).length).toBe(before + 1);
    expect((await mailsTo(app, "kontakt@voss.kommune.example", 2)).at(-1)).toContain("/answer/");
  });

  it("to a role ends in a code sent to the address it was given to", async () => {
    await query(app, "DELETE FROM rate_limit");
    const coordinator = await signedIn(app, email);
    const form = { name: "Rådgjevar, fylket", email: "ny@vestland.example", kind: "reader", first: "2026-01-01" };
    const { status, text } = await coordinator.post("/r/vestland/settings/members", form);
    expect(status, text.match(/error-summary.*?<\/ul>/s)?.[0]).toBe(302);
    const [mail = ""] = await mailsTo(app, "ny@vestland.example");
    const link = new URL(/https?:\S+\/take-role\/[\w-]+/.exec(mail)?.[0] ?? "").pathname;
    const person = visitor(app);
    const page = await person.get(link);
    expect(page.status).toBe(200);
    expect((await person.post(link, { proof: "x" })).location).toBe("/sign-in");
    expect((await person.post(link, { proof: proofIn(page.text) })).location).toContain("/sign-in/code");
    expect(person.cookies.has("__Host-samvirk")).toBe(false);
    const code = /\b\d{3} ?\d{3}\b/.exec((await mailsTo(app, "ny@vestland.example", 2)).at(-1) ?? "")?.[0] ?? "";
    expect((await person.post("/sign-in/code", { code })).status).toBe(302);
    expect((await person.get("/r/vestland")).status).toBe(200);
    expect((await visitor(app).get(link.replace("vestland", "vestregionen"))).status).toBe(404);
    expect((await visitor(app).get(`${link}x`)).status).toBe(404);
  });
});
