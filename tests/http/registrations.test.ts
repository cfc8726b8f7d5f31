import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningApp } from "#tests/support/app";
import {
  coordinators,
  eventForm,
  mailsAreSent,
  mailsTo,
  printOf,
  proofIn,
  query,
  signedIn,
  signedInAs,
  startDemo,
  type Visitor,
  visitor,
} from "./support";

let app: RunningApp;
let coordinator: Visitor;
beforeAll(async () => {
  app = await startDemo();
  coordinator = await signedIn(app, coordinators.vestland);
}, 300_000);
afterAll(() => app?.stop());

const settings = {
  ...{ intent: "settings", registration: "open", open: "on", attendanceWay: "online", capacity: "2" },
  ...{ capacityOnline: "", registerDate: "", registerTime: "", offerHours: "24" },
  joinLink: "https://video.example/hemmeleg",
};

/** A webinar in Vestland that is open to sign up to, and who manages it. */
async function openWebinar(changed: Record<string, string> = {}, title = "Webinar om velferdsteknologi") {
  const made = await coordinator.post("/r/vestland/events/new", { ...eventForm(title), kind: "webinar" });
  const id = /events\/([0-9a-f-]{36})$/.exec(made.location ?? "")?.[1] ?? "";
  await query(app, "UPDATE event SET state = 'published', version = 0 WHERE id = $1", id);
  const home = `/r/vestland/events/${id}/registrations`;
  const set = async (changes: Record<string, string>) => {
    const page = await coordinator.get(`${home}/settings`);
    const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? "";
    return coordinator.post(`${home}/settings`, { ...settings, version, ...changed, ...changes });
  };
  const first = await set({});
  if (first.status !== 302) throw new Error(`The settings were not saved: ${first.status}`);
  const page = `/vestland/events/${id}`;
  const proof = proofIn((await visitor(app).get(page)).text);
  const signUp = (form: Record<string, string>, who = visitor(app)) =>
    who.post(page, { name: "Kari", email: "kari@voss.example", organisation: "", municipalityId: "", proof, ...form });
  const states = async () =>
    (
      await query<{ state: string; count: string }>(
        app,
        "SELECT state, count(*) FROM registration WHERE event_id = $1 GROUP BY 1 ORDER BY state::text",
        id,
      )
    ).map(({ state, count }) => `${count} ${state}`);
  return { id, home, page, proof, set, signUp, states };
}

describe("the public page of an event", () => {
  it("is there for everybody once it is open and published, and not before, nor in another region", async () => {
    const webinar = await openWebinar();
    const { text, status } = await visitor(app).get(webinar.page);
    expect([status, text.includes("2 ledige plassar"), text.includes("hemmeleg")]).toEqual([200, true, false]);
    expect((await visitor(app).get(webinar.page.replace("vestland", "vestregionen"))).status).toBe(404);
    await query(app, "UPDATE event SET open = false WHERE id = $1", webinar.id);
    expect((await visitor(app).get(webinar.page)).status).toBe(404);
    await query(app, "UPDATE event SET open = true, state = 'draft' WHERE id = $1", webinar.id);
    expect((await visitor(app).get(webinar.page)).status).toBe(404);
    for (const none of ["x", "00000000-0000-7000-8000-000000000000"])
      expect((await visitor(app).get(`/vestland/events/${none}`)).status).toBe(404);
  });

  it("signs somebody up, says the same to who is there already, and tells no address apart", async () => {
    const webinar = await openWebinar({ capacity: "10" });
    const first = await webinar.signUp({});
    expect([first.status, first.text.includes("Du er påmeld")]).toEqual([200, true]);
    const again = await webinar.signUp({});
    const plain = (text: string) => text.replace(/<script[\s\S]*?<\/script>|nonce="[^"]*"|\d+ ledige plassar/g, "");
    expect(plain(again.text)).toBe(plain(first.text));
    expect(await webinar.states()).toEqual(["1 registered"]);
    const mails = await mailsTo(app, "kari@voss.example", 2);
    expect(mails.every((mail) => mail.includes("/vestland/registration/"))).toBe(true);
  });

  it.each([
    ["no name", { name: " " }, "Fyll ut"],
    ["no address", { email: "" }, "Fyll ut"],
    ["no address that mail can go to", { email: "kari@" }, "Skriv heile adressa"],
    ["a name that is too long", { name: "x".repeat(201) }, "200"],
    [
      "a municipality that is none of the region's",
      { municipalityId: "00000000-0000-7000-8000-000000000000" },
      "Vel eitt av",
    ],
  ])("refuses %s with a sentence, and loses nothing that was typed", async (_, form, words) => {
    const webinar = await openWebinar();
    const answer = await webinar.signUp({ organisation: "Voss helsetun", ...form });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('value="Voss helsetun"');
    expect(answer.text).toContain(words);
    expect(await webinar.states()).toEqual([]);
  });

  it("asks which way, and the organiser's questions, and says which answer is missing", async () => {
    const webinar = await openWebinar({ attendanceWay: "both", capacityOnline: "5" });
    const add = {
      intent: "add-question",
      id: "",
      label: "Kva rolle har du?",
      kind: "choice",
      hint: "",
      required: "on",
    };
    expect((await coordinator.post(`${webinar.home}/settings`, { ...add, options: "Leiar" })).status).toBe(400);
    expect((await coordinator.post(`${webinar.home}/settings`, { ...add, options: "Leiar\nTilsett" })).status).toBe(
      302,
    );
    const page = await visitor(app).get(webinar.page);
    const field = /name="(q\.[0-9a-f-]{36})"/.exec(page.text)?.[1] ?? "";
    const missing = await webinar.signUp({});
    expect(missing.status).toBe(400);
    expect(missing.text).toContain("Vel om du kjem eller blir med på nett.");
    expect((await webinar.signUp({ way: "room", [field]: "Konge" })).text).toContain("Vel eitt av svara.");
    expect((await webinar.signUp({ way: "room", [field]: "Leiar" })).status).toBe(200);
    const [row] = await query<{ answers: Record<string, string>; way: string }>(
      app,
      "SELECT answers, way FROM registration WHERE event_id = $1",
      webinar.id,
    );
    expect(row).toEqual({ answers: { [field.slice(2)]: "Leiar" }, way: "room" });
  });

  it("takes hostile names as names", async () => {
    const webinar = await openWebinar({ capacity: "10" });
    const names = ["Kari <script>alert(1)</script>", "Ola\r\nBcc: alle@else.example", '=HYPERLINK("x")', "Æøå 👩🏽‍⚕️"];
    for (const [at, name] of names.entries())
      expect((await webinar.signUp({ name, email: `n${at}@voss.example` })).status).toBe(200);
    await mailsAreSent(app);
    const raw = await query<{ raw: Buffer }>(
      app,
      "SELECT raw FROM mailbox_message WHERE to_address = 'n1@voss.example'",
    );
    expect(raw).toHaveLength(1);
    expect(raw[0]?.raw.toString()).not.toMatch(/^Bcc:/m);
    const list = await coordinator.get(webinar.home);
    expect(list.text).toContain("Kari &lt;script&gt;");
    const csv = await coordinator.get(`${webinar.home}.csv`);
    expect(csv.text).toContain("'=HYPERLINK");
    expect((await coordinator.get(`${webinar.home}.xlsx`)).status).toBe(200);
    expect((await visitor(app).get(`${webinar.home}.csv`)).status).toBe(302);
    expect((await (await signedInAs(app, "vestland", "reader")).get(`${webinar.home}.csv`)).status).toBe(403);
  });

  it("is opened by scanners and posted to by robots without anything happening", async () => {
    const webinar = await openWebinar();
    await mailsAreSent(app);
    const found = async () => {
      const { registration, delivery, person, link_token, audit_event } = await printOf(app);
      return { registration, delivery, person, link_token, audit_event };
    };
    const before = await found();
    await visitor(app).head(webinar.page);
    expect((await webinar.signUp({ proof: "" })).status).toBe(400);
    expect((await webinar.signUp({ proof: "x" })).status).toBe(400);
    expect(await found()).toEqual(before);
  });

  it("lets an office of hundreds in and stops one address that is tried over and over", async () => {
    const webinar = await openWebinar({ capacity: "10" });
    const tries = [];
    for (let at = 0; at < 6; at += 1) tries.push((await webinar.signUp({ email: "same@voss.example" })).status);
    expect(tries).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await webinar.signUp({ email: "another@voss.example" })).status).toBe(200);
  });

  it("says why when it is closed, full or over", async () => {
    const webinar = await openWebinar({ capacity: "1" });
    await webinar.signUp({});
    expect((await visitor(app).get(webinar.page)).text).toContain("Set meg på ventelista");
    expect((await webinar.signUp({ email: "ola@voss.example" })).text).toContain(
      "Du er nummer <!-- -->1".replace("<!-- -->", ""),
    );
    await query(app, "UPDATE event SET register_by = now() - interval '1 hour' WHERE id = $1", webinar.id);
    expect((await visitor(app).get(webinar.page)).text).toContain("Påmeldinga gjekk ut");
    expect((await webinar.signUp({ email: "per@voss.example" })).status).toBe(409);
    expect(await webinar.states()).toEqual(["1 registered", "1 waiting"]);
  });
});

describe("a rush", () => {
  const rush = async (people: number, places: number, within: number) => {
    const webinar = await openWebinar({ capacity: String(places) });
    const began = performance.now();
    const answers = await Promise.all(
      Array.from({ length: people }, async (_, at) => {
        const { status, text } = await webinar.signUp({
          name: `Person ${at}`,
          email: `rush${at}@${webinar.id}.example`,
        });
        const number = Number(/nummer (\d+) på ventelista/.exec(text)?.[1] ?? 0);
        return { status, number };
      }),
    );
    const took = performance.now() - began;
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(answers.filter(({ number }) => number === 0)).toHaveLength(places);
    const waiting = answers.map(({ number }) => number).filter((number) => number > 0);
    expect(waiting.sort((a, b) => a - b)).toEqual(Array.from({ length: people - places }, (_, at) => at + 1));
    expect(await webinar.states()).toEqual([`${places} registered`, `${people - places} waiting`]);
    const [distinct] = await query<{ people: number; numbers: number; mails: number }>(
      app,
      `SELECT count(DISTINCT person_id)::int AS people, count(DISTINCT number)::int AS numbers,
         (SELECT count(*)::int FROM delivery WHERE event_id = $1) AS mails FROM registration WHERE event_id = $1`,
      webinar.id,
    );
    expect(distinct).toEqual({ people, numbers: people, mails: people });
    expect(took).toBeLessThan(within);
    return took;
  };

  it("of sixty for thirty places lets thirty in and loses nobody", () => rush(60, 30, 15_000));

  it.runIf(process.env.SAMVIRK_TEST_LONG === "1")("of a thousand for 500 places is answered within 15 seconds", () =>
    rush(1000, 500, 15_000),
  );
});

describe("who organises", () => {
  it("cannot have fewer places than are taken, and more places move the line up", async () => {
    const webinar = await openWebinar({ capacity: "2" });
    for (const name of ["a", "b", "c"]) await webinar.signUp({ name, email: `${name}@voss.example` });
    const refused = await webinar.set({ capacity: "1" });
    expect([refused.status, refused.text.includes("2 har plass alt")]).toEqual([409, true]);
    expect((await webinar.set({ capacity: "3" })).status).toBe(302);
    await expect.poll(webinar.states).toEqual(["1 offered", "2 registered"]);
    expect((await webinar.set({ capacity: "3", registration: "none" })).status).toBe(302);
    expect((await coordinator.get(webinar.home)).text).toContain("held på plassen");
    expect((await webinar.set({ capacity: "3", attendanceWay: "room" })).status).toBe(409);
    expect((await webinar.set({ offerHours: "0" })).status).toBe(400);
    expect((await webinar.set({ joinLink: "javascript:alert(1)" })).status).toBe(400);
    expect((await webinar.set({ version: "0" })).text).toContain("endra");
  });

  it("approves and refuses several at once, and registers somebody by hand", async () => {
    const webinar = await openWebinar({ registration: "approval", capacity: "1" });
    for (const name of ["a", "b", "c"]) await webinar.signUp({ name, email: `${name}@stord.example` });
    expect(await webinar.states()).toEqual(["3 pending"]);
    const ids = await query<{ id: string }>(
      app,
      "SELECT id FROM registration WHERE event_id = $1 ORDER BY number",
      webinar.id,
    );
    const body = new FormData();
    for (const { id } of ids.slice(0, 2)) body.append("ids[]", id);
    body.append("intent", "approve");
    expect((await coordinator.post(webinar.home, body)).status).toBe(302);
    expect(await webinar.states()).toEqual(["1 pending", "1 registered", "1 waiting"]);
    expect((await coordinator.post(webinar.home, { intent: "refuse", "ids[]": ids[2]?.id ?? "" })).status).toBe(302);
    expect((await coordinator.post(webinar.home, { intent: "approve" })).status).toBe(400);
    const add = { intent: "add", name: "D", email: "d@stord.example", organisation: "", municipalityId: "" };
    expect((await coordinator.post(webinar.home, add)).status).toBe(302);
    expect((await coordinator.post(webinar.home, add)).text).toContain("alt påmeld");
    expect(await webinar.states()).toEqual(["1 refused", "1 registered", "2 waiting"]);
    const last = await query<{ id: string }>(
      app,
      "SELECT id FROM registration WHERE event_id = $1 AND name = 'D'",
      webinar.id,
    );
    const one = `${webinar.home}/${last[0]?.id}`;
    expect((await coordinator.get(one)).text).toContain("Flytt fremst");
    expect((await coordinator.post(one, { intent: "front" })).status).toBe(302);
    expect((await coordinator.post(one, { intent: "front" })).status).toBe(409);
    const first = await query<{ name: string }>(
      app,
      "SELECT name FROM registration WHERE event_id = $1 AND state = 'waiting' ORDER BY number",
      webinar.id,
    );
    expect(first.map(({ name }) => name)).toEqual(["D", "b"]);
    expect((await coordinator.post(one, { intent: "cancel" })).status).toBe(302);
    const mails = await mailsTo(app, "d@stord.example", 2);
    expect(mails.at(-1)).toContain("har meldt deg av");
  });

  it("shows the page of nobody else's event", async () => {
    const webinar = await openWebinar();
    await webinar.signUp({ email: "x@voss.example" });
    const other = await openWebinar();
    const [row] = await query<{ id: string }>(app, "SELECT id FROM registration WHERE event_id = $1", webinar.id);
    expect((await coordinator.get(`${webinar.home}/${row?.id}`)).status).toBe(200);
    expect((await coordinator.get(`${other.home}/${row?.id}`)).status).toBe(404);
    expect((await coordinator.post(`${other.home}/${row?.id}`, { intent: "cancel" })).status).toBe(404);
    const foreign = await signedIn(app, coordinators.vestregionen);
    expect((await foreign.get(webinar.home)).status).toBe(404);
    expect((await (await signedInAs(app, "vestland", "reader")).get(webinar.home)).status).toBe(403);
  });
});

describe("one's own page", () => {
  it("changes nothing by GET, HEAD or a POST without its proof; changes and cancels by POST", async () => {
    const webinar = await openWebinar({ capacity: "1" });
    await webinar.signUp({ name: "Kari", email: "own@voss.example" });
    await webinar.signUp({ name: "Ola", email: "next@voss.example" });
    const [mail = ""] = await mailsTo(app, "own@voss.example");
    const link = /\/vestland\/registration\/[\w-]+/.exec(mail)?.[0] ?? "";
    await mailsAreSent(app);
    const person = visitor(app);
    const opened = await person.get(link);
    expect(opened.text).toContain("https://video.example/hemmeleg");
    const proof = proofIn(opened.text);
    const before = await query(app, "SELECT * FROM registration WHERE event_id = $1 ORDER BY id", webinar.id);
    await person.head(link);
    for (const bad of ["", "x"]) expect((await person.post(link, { intent: "cancel", proof: bad })).status).toBe(400);
    expect(await query(app, "SELECT * FROM registration WHERE event_id = $1 ORDER BY id", webinar.id)).toEqual(before);
    const version = /name="version" value="(\d+)"/.exec(opened.text)?.[1] ?? "";
    const change = { intent: "change", proof, version, name: "Kari Nes", organisation: "Voss", municipalityId: "" };
    expect((await person.post(link, { ...change, name: "" })).status).toBe(400);
    expect((await person.post(link, change)).status).toBe(302);
    expect((await person.post(link, change)).status).toBe(409);
    const [waitingMail = ""] = await mailsTo(app, "next@voss.example");
    const waiting = /\/vestland\/registration\/[\w-]+/.exec(waitingMail)?.[0] ?? "";
    const seen = await person.get(waiting);
    expect([seen.text.includes("Du er nummer 1"), seen.text.includes("hemmeleg")]).toEqual([true, false]);
    expect((await person.post(waiting, { intent: "take", proof: proofIn(seen.text) })).status).toBe(409);
    expect((await person.post(link, { intent: "cancel", proof })).status).toBe(302);
    await expect.poll(webinar.states).toEqual(["1 cancelled", "1 offered"]);
    const offered = await person.get(waiting);
    expect(offered.text).toContain("Ta plassen");
    expect((await person.post(waiting, { intent: "take", proof: proofIn(offered.text) })).status).toBe(302);
    expect((await person.get(waiting)).text).toContain("hemmeleg");
    expect(await webinar.states()).toEqual(["1 cancelled", "1 registered"]);
    const gone = await person.get(`${link}x`);
    expect([gone.status, gone.text.includes("Send meg ei ny lenkje")]).toEqual([404, true]);
    const sent = await person.post(`${link}x`, { intent: "new-link", proof: proofIn(gone.text) });
    expect(sent.text).toContain("om påmeldinga finst");
  });
});
