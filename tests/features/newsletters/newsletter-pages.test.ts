import { beforeAll, describe, expect, it } from "vitest";
import { type NewsletterScene, newsletterScene } from "#tests/features/newsletters/scene";
import { useDatabase } from "#tests/support/database";
import { call, type Part, type Route, signInTo } from "#tests/support/routes";
import { putLogo } from "~/features/newsletters/put-logo.server";
import * as newNewsletter from "~/routes/newsletters/new-newsletter";
import * as newNote from "~/routes/newsletters/new-note";
import * as newsletterSettings from "~/routes/newsletters/newsletter-settings";
import * as newsletters from "~/routes/newsletters/newsletters";
import * as note from "~/routes/newsletters/note";
import * as notes from "~/routes/newsletters/notes";
import * as recipients from "~/routes/newsletters/recipients";
import * as sendIssue from "~/routes/newsletters/send-issue";

const database = useDatabase();

let vestland: NewsletterScene;
let other: NewsletterScene;
let actors: { ks: string; usht: string };
let cookies: Record<"coordinator" | "publisher" | "reader", string>;

beforeAll(async () => {
  vestland = await newsletterScene(database.url().adminUrl);
  other = await newsletterScene(database.url().adminUrl);
  actors = await vestland.inside(async (db) => ({
    ks: (await db.actor.create({ data: { name: "KS", position: 1 } })).id,
    usht: (await db.actor.create({ data: { name: "USHT", position: 2 } })).id,
  }));
  const signIn = (kind: Parameters<typeof signInTo>[2]["kind"], actorId: string | null = null) =>
    signInTo(database.url().adminUrl, vestland.id, { kind, actorId });
  cookies = {
    coordinator: await signIn("coordinator"),
    publisher: await signIn("webinar_publisher", actors.ks),
    reader: await signIn("reader"),
  };
});

const region = () => ({ region: vestland.slug });
const settings = {
  ...{ intent: "save", version: "0", name: "Nytt brev", description: "", toContactPersons: "on", audienceId: "" },
  ...{ open: "on", language: "recipient", accent: "" },
};
let names = 0;
const fresh = (more: object = {}) => {
  names += 1;
  return vestland.newsletter({ name: `Brev ${names}`, ...more });
};
const asks = (of: NewsletterScene, what: string) =>
  of.inside((db) => db.newsletter.findFirst({ where: { name: what } }));

describe("the newsletters' pages", () => {
  const allowed: [string, Route, Part, (id: string, issue: string) => object, number[]][] = [
    ["the list", newsletters, "loader", () => ({}), [200, 200, 200]],
    ["a new one", newNewsletter, "loader", () => ({}), [200, 403, 403]],
    ["settings", newsletterSettings, "loader", (id) => ({ newsletter: id }), [200, 403, 403]],
    ["notes", notes, "loader", () => ({}), [200, 200, 200]],
    ["a new note", newNote, "loader", () => ({}), [200, 200, 403]],
    ["recipients", recipients, "loader", (_, issue) => ({ issue }), [200, 403, 403]],
    ["sending", sendIssue, "loader", (_, issue) => ({ issue }), [200, 403, 403]],
  ];
  it.each(allowed)("are open to those whose they are: %s", async (_name, route, part, of, expected) => {
    const { id } = await fresh();
    const params = { ...region(), ...of(id, await vestland.draft(id)) };
    const statuses = [];
    for (const who of ["coordinator", "publisher", "reader"] as const)
      statuses.push((await call(route, part, params, cookies[who])).status);
    expect(statuses).toEqual(expected);
  });

  it("say 404 to what another region has, and to what is no id", async () => {
    const { id } = await other.newsletter({ name: "Framand" });
    const issue = await other.draft(id);
    const at = (route: Route, params: object) => call(route, "loader", { ...region(), ...params }, cookies.coordinator);
    for (const each of [id, "x"]) expect((await at(newsletterSettings, { newsletter: each })).status).toBe(404);
    for (const each of [issue, "x"]) {
      expect((await at(recipients, { issue: each })).status).toBe(404);
      expect((await at(sendIssue, { issue: each })).status).toBe(404);
    }
    expect((await at(note, { note: id })).status).toBe(404);
    const form = { intent: "make", newsletter: id };
    expect((await call(newsletters, "action", region(), cookies.coordinator, form)).status).toBe(404);
  });

  it("let an editor of a newsletter make and send its issues, and of no other", async () => {
    const [own, others] = [await fresh(), await fresh()];
    const { person } = await vestland.inside((db) =>
      db.role.findFirstOrThrow({ where: { kind: "webinar_publisher" }, select: { person: true } }),
    );
    await vestland.inside((db) => db.newsletterEditor.create({ data: { newsletterId: own.id, personId: person.id } }));
    const make = (newsletter: string) =>
      call(newsletters, "action", region(), cookies.publisher, { intent: "make", newsletter });
    expect([(await make(own.id)).status, (await make(others.id)).status]).toEqual([302, 403]);
    const issue = await vestland.draft(own.id);
    expect((await call(sendIssue, "loader", { ...region(), issue }, cookies.publisher)).status).toBe(200);
  });
});

describe("the settings of a newsletter", () => {
  const make = (form: Record<string, string>) =>
    call(newNewsletter, "action", region(), cookies.coordinator, { ...settings, ...form });

  it("make one, and change it while nobody else has", async () => {
    expect((await make({ name: "Innstilt" })).status).toBe(302);
    const made = await asks(vestland, "Innstilt");
    const params = { ...region(), newsletter: made?.id };
    const save = (form: object) =>
      call(newsletterSettings, "action", params, cookies.coordinator, { ...settings, name: "Innstilt", ...form });
    expect((await save({ language: "nn", fourEyes: "on" })).status).toBe(302);
    expect(await asks(vestland, "Innstilt")).toMatchObject({ language: "nn", fourEyes: true, version: 1 });
    expect(await save({ version: "0", description: "Om" })).toMatchObject({ status: 409, body: { version: 1 } });
    const log = await vestland.inside((db) => db.auditEvent.findMany({ where: { subjectId: made?.id ?? "" } }));
    expect(log.map(({ action }) => action)).toEqual(["created", "updated"]);
  });

  it.each([
    ["no name", { name: " " }, "name"],
    ["a name another has", { name: "Teken" }, "name"],
    ["nobody to get it", { toContactPersons: "", open: "" }, "toContactPersons"],
    ["an audience that is none", { audienceId: "11111111-1111-4111-8111-111111111111" }, "audienceId"],
    ["an editor who may not write", { "editors[]": "11111111-1111-4111-8111-111111111111" }, "editors"],
    ["a language that is none", { language: "se" }, "language"],
    ["a colour of its own", { accent: "#ff0000" }, "accent"],
  ])("are refused at the field, with what was typed: %s", async (_what, form, field) => {
    if (!(await asks(vestland, "Teken"))) await vestland.newsletter({ name: "Teken" });
    const sent = Object.fromEntries(Object.entries({ ...settings, ...form }).filter(([, value]) => value !== ""));
    const answer = await call(newNewsletter, "action", region(), cookies.coordinator, sent);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: { [field]: expect.any(String) }, values: { intent: "save" } },
    });
  });

  it("end one and take it up again; what is ended makes no issue", async () => {
    const { id, name } = await fresh();
    const params = { ...region(), newsletter: id };
    const act = (intent: string, version: number) =>
      call(newsletterSettings, "action", params, cookies.coordinator, { intent, version: String(version) });
    expect((await act("end", 0)).status).toBe(302);
    const form = { intent: "make", newsletter: id };
    expect((await call(newsletters, "action", region(), cookies.coordinator, form)).status).toBe(409);
    expect((await act("resume", 0)).status).toBe(409);
    expect((await act("resume", 1)).status).toBe(302);
    expect((await asks(vestland, name))?.endedAt).toBeNull();
  });
});

/** The least PNG: a header that says how large it is. */
function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(45);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  bytes.set([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82], 33);
  return bytes;
}

describe("the logo of a newsletter", () => {
  const access = () => ({ regionId: vestland.id, personId: null, via: "session" as const });

  it("is told by its bytes, shown in the issues, and forgotten when another comes", async () => {
    const { id } = await fresh();
    const put = (version: number, bytes: Uint8Array<ArrayBuffer>) => putLogo(access(), { id, version, bytes });
    expect(await put(0, png(300, 80))).toEqual({ ok: true });
    expect(await put(1, png(200, 60))).toEqual({ ok: true });
    const { logo } = await vestland.inside((db) =>
      db.newsletter.findFirstOrThrow({ where: { id }, select: { logo: { select: { id: true, name: true } } } }),
    );
    expect(logo?.name).toMatch(/^200x60/);
    const files = await vestland.inside((db) => db.storedFile.count());
    expect(files).toBe(1);
  });

  it.each([
    ["nothing", new Uint8Array(), "empty"],
    ["a page", new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"), "other"],
    ["twenty megabytes", new Uint8Array(20_000_000), "too-large"],
  ])("is refused when it is %s", async (_what, bytes, reason) => {
    const { id } = await fresh();
    expect(await putLogo(access(), { id, version: 0, bytes })).toEqual({ ok: false, reason });
  });

  it("is refused in words when no file came", async () => {
    const { id } = await fresh();
    const form = { intent: "logo", version: "0" };
    const answer = await call(newsletterSettings, "action", { ...region(), newsletter: id }, cookies.coordinator, form);
    expect(answer).toMatchObject({ status: 400, body: { about: "logo", errors: { logo: expect.any(String) } } });
  });
});

describe("a note", () => {
  const typed = (newsletterId: string, more: object = {}) => ({
    ...{ intent: "save", version: "0", kind: "note", newsletterId, actorId: actors.ks, link: "" },
    ...{ heading_nn: "Frå KS", body_nn: "Tekst", ...more },
  });
  const write = (cookie: string, form: Record<string, string>) => call(newNote, "action", region(), cookie, form);

  it("is written by those of an actor for their own, and by a coordinator for any", async () => {
    const { id } = await fresh();
    expect((await write(cookies.publisher, typed(id))).status).toBe(302);
    expect(await write(cookies.publisher, typed(id, { actorId: actors.usht }))).toMatchObject({
      ...{ status: 400, body: { errors: { actorId: expect.any(String) } } },
    });
    expect((await write(cookies.coordinator, typed(id, { actorId: actors.usht }))).status).toBe(302);
    expect((await write(cookies.reader, typed(id))).status).toBe(403);
  });

  it.each([
    ["no heading", { heading_nn: "" }, "heading_nn"],
    ["news without a link", { kind: "news" }, "link"],
    ["a link that is none", { link: "javascript:alert(1)" }, "link"],
    ["an actor that is none", { actorId: "x" }, "actorId"],
    ["a newsletter that is none", { newsletterId: "11111111-1111-4111-8111-111111111111" }, "newsletterId"],
  ])("is refused at the field: %s", async (_what, more, field) => {
    const { id } = await fresh();
    const answer = await write(cookies.coordinator, typed(id, more));
    expect(answer).toMatchObject({ status: 400, body: { errors: { [field]: expect.any(String) } } });
  });

  it("is changed and removed until it has gone out, by those of its actor alone", async () => {
    const { id: newsletterId } = await fresh();
    const made = await vestland.inside((db) =>
      db.newsletterNote.create({ data: { newsletterId, actorId: actors.usht, heading: { nn: "Frå USHT" } } }),
    );
    const at = { ...region(), note: made.id };
    const form = typed(newsletterId, { actorId: actors.usht });
    expect((await call(note, "action", at, cookies.publisher, form)).status).toBe(403);
    expect((await call(note, "action", at, cookies.coordinator, form)).status).toBe(302);
    expect((await call(note, "action", at, cookies.coordinator, form)).status).toBe(409);
    await vestland.inside((db) =>
      db.newsletterNote.updateMany({ where: { id: made.id }, data: { usedAt: new Date() } }),
    );
    for (const intent of ["save", "remove"])
      expect((await call(note, "action", at, cookies.coordinator, { ...form, version: "1", intent })).status).toBe(409);
    expect((await call(note, "loader", at, cookies.coordinator)).status).toBe(200);
  });
});

describe("sending from the page", () => {
  const act = (issue: string, form: Record<string, string>) =>
    call(sendIssue, "action", { ...region(), issue }, cookies.coordinator, form);

  it("is refused of a draft, done of what is approved, and then done once", async () => {
    const { id } = await fresh();
    await vestland.event();
    const draft = await vestland.draft(id);
    const send = async (of: string) => {
      const { version } = await vestland.issue(of);
      return (await act(of, { intent: "send", version: String(version) })).status;
    };
    expect(await send(draft)).toBe(409);
    const issue = await vestland.approved(id);
    expect((await act(issue, { intent: "send", version: "0" })).status).toBe(409);
    expect(await send(issue)).toBe(302);
    expect(await send(issue)).toBe(409);
    const seen = await call(recipients, "loader", { ...region(), issue }, cookies.coordinator);
    expect(seen.body).toMatchObject({ view: { kind: "sent", total: 3 } });
  });

  it("is set to a time that is to come, and taken off it again", async () => {
    const { id } = await fresh();
    const issue = await vestland.draft(id);
    const plan = async (day: string, time: string) => {
      const { version } = await vestland.issue(issue);
      return act(issue, { intent: "plan", version: String(version), day, time });
    };
    expect(await plan("2020-01-01", "09:00")).toMatchObject({
      status: 400,
      body: { errors: { day: expect.any(String) } },
    });
    expect(await plan("2099-03-29", "02:30")).toMatchObject({
      status: 400,
      body: { errors: { time: expect.any(String) } },
    });
    expect(await plan("tull", "25:00")).toMatchObject({ status: 400 });
    // A Saturday; that Sunday is the 17th of May.
    expect(await plan("2099-05-16", "09:00")).toMatchObject({
      status: 400,
      body: { errors: { time: expect.stringContaining("18. mai 2099") } },
    });
    expect((await plan("2099-05-12", "09:00")).status).toBe(302);
    expect((await vestland.issue(issue)).sendAt?.toISOString()).toBe("2099-05-12T07:00:00.000Z");
    expect((await act(issue, { intent: "unplan", version: "0" })).status).toBe(409);
    const { version } = await vestland.issue(issue);
    expect((await act(issue, { intent: "unplan", version: String(version) })).status).toBe(302);
  });

  it("says why when its audience has become empty", async () => {
    const audience = await vestland.inside((db) => db.audience.create({ data: { name: `Tom ${names}` } }));
    const { id } = await fresh({ toContactPersons: false, audienceId: audience.id });
    const issue = await vestland.approved(id);
    const { version } = await vestland.issue(issue);
    const answer = await act(issue, { intent: "send", version: String(version) });
    expect(answer).toMatchObject({ status: 409, body: { errors: { form: expect.stringMatching(/målgrupp/) } } });
  });
});
