import nodeIcal from "node-ical";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningApp } from "#tests/support/app";
import { coordinators, mailsAreSent, makeEvent, query, signedIn, startDemo, type Visitor, visitor } from "./support";

let app: RunningApp;
let coordinator: Visitor;
let anyone: Visitor;
let event: string;
const contact = "kontakt@voss.kommune.example";
const titles = (text: string) =>
  Object.values(nodeIcal.sync.parseICS(text)).flatMap((one) =>
    one?.type === "VEVENT" ? [String((one.summary as { val?: string }).val ?? one.summary)] : [],
  );

beforeAll(async () => {
  app = await startDemo();
  coordinator = await signedIn(app, coordinators.vestland);
  anyone = visitor(app);
  event = await makeEvent(coordinator, "vestland", "Fellesmøte");
  await mailsAreSent(app);
  await query(app, "UPDATE event SET open = true, join_link = 'https://mote.example/hemmeleg' WHERE id = $1", event);
}, 120_000);
afterAll(() => app?.stop());

const addressIn = (html: string) => /value="(https?:[^"]+\/feed\/[\w-]{20,}\.ics)"/.exec(html)?.[1] ?? "";

describe("the region's feed", () => {
  it("is a calendar for everybody, that any cache may keep a while", async () => {
    const answer = await anyone.get("/vestland/calendar.ics");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=900");
    expect(Date.parse(answer.headers.get("last-modified") ?? "")).not.toBeNaN();
    expect(titles(answer.text)).toContain("Fellesmøte");
    expect(answer.text).not.toContain("hemmeleg");
  });

  it("is not sent again to one who has it: 304 with the same tag and no body, by HEAD too", async () => {
    const first = await anyone.get("/vestland/calendar.ics");
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[\w-]{32}"$/);
    for (const has of [tag, tag.slice(2), `"x", ${tag}`, "*"]) {
      const again = await anyone.get("/vestland/calendar.ics", { "If-None-Match": has });
      expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", tag]);
    }
    expect((await anyone.get("/vestland/calendar.ics", { "If-None-Match": '"x"' })).status).toBe(200);
    const head = await anyone.head("/vestland/calendar.ics");
    expect([head.status, head.text, head.headers.get("etag")]).toEqual([200, "", tag]);
    await query(
      app,
      "UPDATE event SET title = 'Fellesmøte i Førde', version = version + 1, changed_at = now() WHERE id = $1",
      event,
    );
    const changed = await anyone.get("/vestland/calendar.ics", { "If-None-Match": tag });
    expect([changed.status, titles(changed.text).includes("Fellesmøte i Førde")]).toEqual([200, true]);
  });

  it("is nothing, without a word, where there is no region or the network is not open", async () => {
    const [closed] = await query<{ id: string }>(
      app,
      "SELECT n.id FROM network n JOIN region r ON r.id = n.region_id WHERE r.slug = 'vestland' AND NOT n.open LIMIT 1",
    );
    const [open] = await query<{ id: string }>(
      app,
      "SELECT n.id FROM network n JOIN region r ON r.id = n.region_id WHERE r.slug = 'vestland' AND n.open LIMIT 1",
    );
    for (const path of [
      "/nowhere/calendar.ics",
      `/vestland/networks/${closed?.id}/calendar.ics`,
      `/vestregionen/networks/${open?.id}/calendar.ics`,
      "/vestland/networks/x/calendar.ics",
    ]) {
      const answer = await anyone.get(path);
      expect([answer.status, answer.text], path).toEqual([404, ""]);
    }
    expect((await anyone.get(`/vestland/networks/${open?.id}/calendar.ics`)).status).toBe(200);
  });
});

describe("a feed of one's own", () => {
  it("is shown once, holds her invitations, and may be kept by nobody between", async () => {
    const voss = await signedIn(app, contact);
    expect(addressIn((await voss.get("/r/vestland/feed")).text)).toBe("");
    const made = await voss.post("/r/vestland/feed", { intent: "make" });
    const address = addressIn(made.text);
    expect([made.status, made.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(made.text).toContain(address.replace(/^http/, "webcal").replace("webcals", "webcal"));
    const later = await voss.get("/r/vestland/feed");
    expect(later.text).not.toContain(address);
    const feed = await anyone.get(new URL(address).pathname);
    expect(feed.headers.get("cache-control")).toBe("private, no-cache");
    expect(titles(feed.text)).toContain("Fellesmøte i Førde");
    expect(app.output()).not.toContain(/feed\/([\w-]{20,})/.exec(address)?.[1]);
  });

  it("ends when it is made anew and when it is taken back, in this region and no other", async () => {
    const voss = await signedIn(app, contact);
    const path = async () =>
      new URL(addressIn((await voss.post("/r/vestland/feed", { intent: "make" })).text)).pathname;
    const [first, second] = [await path(), await path()];
    const status = async (address: string) => (await anyone.get(address)).status;
    expect([await status(first), await status(second)]).toEqual([404, 200]);
    expect(await status(second.replace("vestland", "vestregionen"))).toBe(404);
    expect((await voss.post("/r/vestland/feed", { intent: "revoke" })).status).toBe(302);
    const gone = await anyone.get(second);
    expect([gone.status, gone.text]).toEqual([404, ""]);
    expect((await anyone.get("/vestland/feed/x.ics")).text).toBe("");
  });

  it("is for those who have a role there", async () => {
    const other = await signedIn(app, coordinators.vestregionen);
    expect((await other.post("/r/vestland/feed", { intent: "make" })).status).toBe(404);
    expect((await anyone.get("/r/vestland/feed")).status).toBe(302);
  });
});

describe("one's own invitations", () => {
  it("are answered where one is signed in, each by the person it is to alone", async () => {
    const [voss, luster] = [await signedIn(app, contact), await signedIn(app, "kontakt@luster.kommune.example")];
    const page = await voss.get("/r/vestland/invitations");
    const invitation = /name="invitation" value="([0-9a-f-]{36})"/.exec(page.text)?.[1] ?? "";
    expect(page.text).toContain("Fellesmøte i Førde");
    const answer = { invitation, answer: "accepted", comment: "Kjem med toget" };
    expect((await luster.post("/r/vestland/invitations", answer)).status).toBe(404);
    expect((await voss.post("/r/vestland/invitations", { invitation, answer: "perhaps" })).status).toBe(400);
    expect((await voss.post("/r/vestland/invitations", answer)).status).toBe(302);
    const row = await query(app, "SELECT answer, answered_by, comment FROM invitation WHERE id = $1", invitation);
    expect(row).toEqual([{ answer: "accepted", answered_by: "signed_in", comment: "Kjem med toget" }]);
    expect((await voss.get("/r/vestland/invitations")).text).toContain("https://mote.example/hemmeleg");
    expect((await luster.get("/r/vestland/invitations")).text).not.toContain("hemmeleg");
  });

  it("are there for whoever has a role, with nothing in them where she is invited to nothing", async () => {
    const page = await coordinator.get("/r/vestland/invitations");
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('name="invitation"');
  });
});

describe("the first page", () => {
  it("is a part for each role, and the region's work for those whose it is", async () => {
    const voss = await signedIn(app, contact);
    const leader = await signedIn(app, "nettverksleiar@usht.example");
    const whole = "Det planen seier no";
    const [a, b, c] = await Promise.all([voss, leader, coordinator].map((who) => who.get("/r/vestland")));
    expect([a?.text.includes(whole), b?.text.includes(whole), c?.text.includes(whole)]).toEqual([false, false, true]);
    expect(a?.text).toContain("Invitasjonar til deg");
    expect(b?.text).toContain("Nettverka mine");
    await query(
      app,
      `INSERT INTO role (region_id, id, person_id, kind, actor_id, valid_from)
       SELECT o.region_id, gen_random_uuid(), o.person_id, 'webinar_publisher', o.actor_id, o.valid_from FROM role o
       JOIN person p ON p.id = o.person_id AND p.region_id = o.region_id WHERE p.email = 'nettverksleiar@usht.example'`,
    );
    const both = await leader.get("/r/vestland");
    expect(both.text.indexOf("Nettverka mine")).toBeLessThan(both.text.indexOf("Opptak å publisere"));
  });
});
