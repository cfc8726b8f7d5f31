import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { sendNewsletter as sendIn } from "./sent-issue";
import {
  coordinators,
  mailsAreSent,
  mailsTo,
  printOf,
  proofIn,
  query,
  signedIn,
  startDemo,
  type Visitor,
  visitor,
} from "./support";

let app: RunningApp;
let anyone: Visitor;
let sent: Awaited<ReturnType<typeof sendIn>>;

const sendNewsletter = (name?: string, more?: { open?: boolean }) =>
  sendIn({ url: app.url, query: async (sql, values) => ({ rows: await query(app, sql, ...values) }) }, name, more);

beforeAll(async () => {
  app = await startDemo();
  anyone = visitor(app);
  sent = await sendNewsletter();
}, 180_000);
afterAll(() => app?.stop());

const subscriptionOf = async (email: string) => {
  const rows = await query<{ state: string }>(
    app,
    "SELECT s.state FROM subscription s JOIN person p ON p.region_id = s.region_id AND p.id = s.person_id WHERE p.email = $1",
    email,
  );
  return rows.map(({ state }) => state);
};
const voss = "kontakt@voss.kommune.example";

describe("the archive", () => {
  it("is open to everybody: the list, each issue at its own address in the reader's language, and its images", async () => {
    const list = await anyone.get("/vestland/newsletters");
    expect([list.status, list.text.includes(`/vestland/newsletters/${sent.issue}`)]).toEqual([200, true]);
    expect((await anyone.get("/vestland")).text).toContain("Fram mot sommaren");
    const page = await anyone.get(`/vestland/newsletters/${sent.issue}?lang=nb`);
    expect(page.text).toMatch(/<article lang="nb">.*<h1>Fram mot sommeren<\/h1>/s);
    expect(page.text).not.toMatch(/unsubscribe|\{\{/);
    const image = await anyone.get(`/vestland/newsletters/${sent.issue}/images/${sent.image}`);
    expect([
      image.status,
      image.headers.get("content-type"),
      image.headers.get("cross-origin-resource-policy"),
    ]).toEqual([200, "image/png", "cross-origin"]);
    expect(image.headers.get("cache-control")).toBe("public, max-age=86400");
  });

  it("shows nothing that is not sent, not open, of another region, or no image of the issue", async () => {
    const closed = await sendNewsletter("Internt", { open: false });
    const [paper] = await query<{ id: string }>(app, "SELECT id FROM stored_file WHERE id <> $1", sent.image);
    for (const path of [
      `/vestland/newsletters/${closed.issue}`,
      `/vestregionen/newsletters/${sent.issue}`,
      "/vestland/newsletters/x",
      `/vestland/newsletters/${sent.issue}/images/${paper?.id}`,
      `/vestregionen/newsletters/${sent.issue}/images/${sent.image}`,
      "/none/newsletters.atom",
    ])
      expect([path, (await anyone.get(path)).status]).toEqual([path, 404]);
    expect((await anyone.get("/vestland/newsletters")).text).not.toContain(closed.issue);
    // Who got the mail still sees its images.
    expect((await anyone.get(`/vestland/newsletters/${closed.issue}/images/${closed.image}`)).status).toBe(200);
  });

  it("has an Atom feed that a parser reads, and is not sent again to one who has it", async () => {
    const feed = await anyone.get("/vestland/newsletters.atom");
    expect([feed.status, feed.headers.get("content-type")]).toEqual([200, "application/atom+xml; charset=utf-8"]);
    const browser = await openBrowser();
    const read = await browser
      .newPage()
      .then((page) => page.evaluate(readAtom, feed.text))
      .finally(() => browser.close());
    expect(read).toMatchObject({
      root: "feed http://www.w3.org/2005/Atom",
      self: `${app.url}/vestland/newsletters.atom`,
    });
    const entry = read.entries.find(({ id }) => id === `urn:uuid:${sent.issue}`);
    expect(entry).toMatchObject({
      title: "Fram mot sommaren",
      link: `${app.url}/vestland/newsletters/${sent.issue}`,
      type: "html",
    });
    expect(Date.parse(entry?.updated ?? "")).not.toBeNaN();
    expect(entry?.content).toContain("<h2>Erfaringskonferanse</h2>");
    const tag = feed.headers.get("etag") ?? "";
    const again = await anyone.get("/vestland/newsletters.atom", { "If-None-Match": tag });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect((await anyone.get("/vestland/newsletters.atom?lang=nb")).text).toContain("Fram mot sommeren");
  });
});

/** What a feed reader finds, by the browser's own parser of XML. */
function readAtom(xml: string) {
  const read = new DOMParser().parseFromString(xml, "application/xml");
  const { documentElement: root } = read;
  const words = (of: Element, name: string) => of.getElementsByTagName(name)[0]?.textContent ?? "";
  return {
    root: `${root.localName} ${root.namespaceURI}`,
    self: root.querySelector(":scope > link[rel=self]")?.getAttribute("href"),
    entries: [...read.getElementsByTagName("entry")].map((entry) => ({
      id: words(entry, "id"),
      title: words(entry, "title"),
      updated: words(entry, "updated"),
      link: entry.querySelector("link[rel=alternate]")?.getAttribute("href"),
      type: entry.querySelector("content")?.getAttribute("type"),
      content: words(entry, "content"),
    })),
  };
}

describe("subscribing", () => {
  const ask = async (email: string, from = visitor(app)) => {
    const proof = proofIn((await from.get("/vestland/newsletters")).text);
    return from.post("/vestland/newsletters", { proof, email, "newsletter[]": sent.newsletter });
  };

  it("says the same of an address that is known and one that is not (L3), and confirms by a POST alone (L1)", async () => {
    const unknown = await ask("ny@voss.example");
    const known = await ask(voss);
    const bare = ({ text }: { text: string }) =>
      text
        .replaceAll("ny@voss.example", "…")
        .replaceAll(voss, "…")
        .replaceAll(/nonce="[^"]*"/g, "")
        // Each answer has a reference of its own.
        .replaceAll(/\\"reference\\",\\"[0-9a-f]{8}\\"/g, "");
    expect([unknown.status, known.status]).toEqual([200, 200]);
    expect(bare(unknown)).toBe(bare(known));
    const [mail = ""] = await mailsTo(app, "ny@voss.example");
    const path = /\/vestland\/subscription\/[\w~-]+/.exec(mail)?.[0] ?? "";
    await mailsAreSent(app);
    const before = await printOf(app);
    const page = await anyone.get(path);
    expect(page.status).toBe(200);
    expect((await anyone.head(path)).status).toBe(200);
    expect(await printOf(app)).toEqual(before);
    expect((await anyone.post(path, {})).status).toBe(400);
    expect(await subscriptionOf("ny@voss.example")).toEqual(["pending"]);
    expect((await anyone.post(path, { proof: proofIn(page.text) })).status).toBe(302);
    expect(await subscriptionOf("ny@voss.example")).toEqual(["active"]);
  });

  it("is refused with words for what is no address, without the page, and beyond what one address may ask", async () => {
    const bad = await ask("ikkje-ei-adresse");
    expect([bad.status, bad.text.includes("ikkje-ei-adresse")]).toEqual([400, true]);
    const without = { email: "a@voss.example", "newsletter[]": sent.newsletter };
    expect((await anyone.post("/vestland/newsletters", without)).status).toBe(400);
    const statuses = [];
    for (let round = 0; round < 4; round += 1) statuses.push((await ask("mange@voss.example")).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});

describe("unsubscribing", () => {
  it("is a page with one button; opening it, by GET or HEAD, changes nothing (L1)", async () => {
    const path = `/vestland/unsubscribe/${await sent.link("preferences")}`;
    const before = await printOf(app);
    const page = await anyone.get(path);
    expect((await anyone.head(path)).status).toBe(200);
    expect(await printOf(app)).toEqual(before);
    expect(page.text.match(/<button[^>]*>Meld meg av/g)).toHaveLength(1);
    expect((await anyone.post(path, { button: "x" })).status).toBe(400);
    // The limit counts what is tried.
    expect({ ...(await printOf(app)), rate_limit: "" }).toEqual({ ...before, rate_limit: "" });
    expect((await anyone.post(path, { proof: proofIn(page.text) })).status).toBe(302);
    expect((await anyone.get(path)).text).toContain("Du er meld av «Nyheitsbrev»");
  });

  it("is one POST of a mail program: no cookie, no page before, from anywhere, and not led elsewhere (RFC 8058)", async () => {
    const other = await sendNewsletter("Kurs");
    const path = `/vestland/unsubscribe/${await other.link("preferences")}`;
    for (const headers of [{}, { origin: "https://mail.example" }] as Record<string, string>[]) {
      const response = await fetch(app.url + path, {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
        body: "List-Unsubscribe=One-Click",
      });
      expect([response.status, response.headers.getSetCookie()]).toEqual([200, []]);
    }
    expect(await query(app, "SELECT state FROM subscription WHERE newsletter_id = $1", other.newsletter)).toEqual([
      { state: "left" },
    ]);
    // It leaves that newsletter alone (M2).
    expect(
      await query(app, "SELECT coalesce(opted_out, '{}') AS opted_out FROM person WHERE email = $1", voss),
    ).toEqual([{ opted_out: "{}" }]);
  });

  it("says of a wrong link that it no longer is valid, and no more (L3)", async () => {
    for (const kind of ["unsubscribe", "preferences", "subscription"]) {
      const page = await anyone.get(`/vestland/${kind}/${"x".repeat(32)}`);
      expect([page.status, page.text.includes("Lenkja gjeld ikkje lenger")]).toEqual([404, true]);
    }
  });

  it("keeps its token out of the log", async () => {
    const token = await sent.link("preferences");
    await anyone.get(`/vestland/unsubscribe/${token}`);
    await anyone.get(`/vestland/preferences/${token}`);
    expect(app.output()).not.toContain(token);
  });
});

describe("choosing what one gets", () => {
  it("is a form that keeps each scope apart, and says that it is saved", async () => {
    const path = `/vestland/preferences/${await sent.link("preferences")}`;
    const page = await anyone.get(path);
    const form = { proof: proofIn(page.text), invitations: "on", locale: "en" };
    const saved = await anyone.post(path, form);
    expect([saved.status, saved.location]).toEqual([302, `${path}?saved=yes`]);
    expect(await query(app, "SELECT opted_out, locale FROM person WHERE email = $1", voss)).toEqual([
      { opted_out: "{reminders}", locale: "en" },
    ]);
    expect((await anyone.post(path, { ...form, proof: "x" })).status).toBe(400);
  });
});

describe("the page of subscribers", () => {
  it("is for those who set the newsletter up, and takes somebody off who has asked for it", async () => {
    const coordinator = await signedIn(app, coordinators.vestland);
    const fresh = await sendNewsletter("Tredje");
    const path = `/r/vestland/newsletters/subscribers/${fresh.newsletter}`;
    expect((await anyone.get(path)).status).toBe(302);
    expect((await (await signedIn(app, voss)).get(path)).status).toBe(403);
    const page = await coordinator.get(path);
    expect(page.text).toContain("Kven som får «Tredje»");
    const [person] = await query<{ id: string }>(app, "SELECT id FROM person WHERE email = $1", voss);
    expect((await coordinator.post(path, { person: person?.id ?? "" })).status).toBe(302);
    expect((await coordinator.get(`${path}?list=left`)).text).toContain(voss);
    const other = await signedIn(app, coordinators.vestregionen);
    expect((await other.get(path.replace("vestland", "vestregionen"))).status).toBe(404);
  });
});
