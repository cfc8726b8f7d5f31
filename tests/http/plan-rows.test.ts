import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coordinators, idsOf, printOf, query, signedIn, startDemo, type Visitor } from "#tests/http/support";
import type { RunningApp } from "#tests/support/app";

let app: RunningApp;
let coordinator: Visitor;
let plan: string;
let row: string;

beforeAll(async () => {
  app = await startDemo();
  coordinator = await signedIn(app, coordinators.vestland);
  const ids = await idsOf(app, "vestland");
  plan = `/r/vestland/plan/${ids.period}`;
  row = `${plan}/rows/${ids.row}`;
});
afterAll(() => app?.stop());

const cells = {
  ...{ channel: "Webinar", theme: "Mat", goal: "", timing: "mai", responsible: "KS", audience: "" },
  ...{ notes: "", audienceId: "" },
};
const idOf = (address: string) => address.split("/").at(-1) ?? "";
const stored = async (address = row) =>
  (await query(app, "SELECT * FROM plan_row WHERE id = $1", idOf(address)))[0] ?? {};
const versionOf = async (address = row) => String((await stored(address)).version);

/** What the script of the table sends. */
const send = async (address: string, form: Record<string, string>) => {
  const { status, text } = await coordinator.post(`${address}/form`, form, { accept: "application/json" });
  return { status, reply: text.startsWith("{") ? JSON.parse(text) : null };
};

describe("an activity that is sent from the table of the action plan", () => {
  it("is read, saved, added and moved in JSON", async () => {
    const { year, activity = "" } = await idsOf(app, "vestland");
    const activities = `/r/vestland/action-plan/${year}/activities`;
    const read = await coordinator.get(`${activities}/${activity}/form`);
    expect(read.headers.get("content-type")).toContain("application/json");
    const { version, measure } = JSON.parse(read.text).activity;
    const words = { name: "Kurs", timing: "mai", measure, owner: "KS" };
    const saved = await send(`${activities}/${activity}`, { ...words, version: String(version) });
    expect(saved).toEqual({ status: 200, reply: { ok: true, id: activity } });
    expect(await send(`${activities}/${activity}`, { ...words, name: "Mitt", version: String(version) })).toMatchObject({
      status: 409,
      reply: { ok: false, refused: { values: { name: "Mitt" }, version: version + 1 } },
    });
    expect(await send(`${activities}/new`, { ...words, name: "" })).toMatchObject({ status: 400 });
    const added = await send(`${activities}/new`, words);
    expect(added).toMatchObject({ status: 200, reply: { ok: true } });
    const moved = await send(`${activities}/${added.reply.id}`, { place: `${activity} before` });
    expect(moved).toMatchObject({ status: 200, reply: { ok: true, place: 1 } });
    expect(await send(`${activities}/${added.reply.id}`, { place: "x before" })).toMatchObject({ status: 404 });
    const back = { place: `${activity} after`, returnTo: `/r/vestland/action-plan/${year}` };
    const plain = await coordinator.post(`${activities}/${added.reply.id}/form`, back);
    expect(plain).toMatchObject({ status: 302, location: back.returnTo });
  });
});

describe("a row that is sent from the table", () => {
  it("is read, saved and added in JSON", async () => {
    const read = await coordinator.get(`${row}/form`);
    expect(read.headers.get("content-type")).toContain("application/json");
    expect(JSON.parse(read.text)).toMatchObject({ id: idOf(row), cells: { channel: (await stored()).channel } });
    const version = await versionOf();
    expect(await send(row, { ...cells, version })).toEqual({ status: 200, reply: { ok: true, id: idOf(row) } });
    expect(await stored()).toMatchObject({ theme: "Mat", version: Number(version) + 1 });
    expect(await send(row, { ...cells, theme: "Min", version })).toMatchObject({
      status: 409,
      reply: { ok: false, refused: { values: { theme: "Min" }, now: { version: Number(version) + 1 } } },
    });
    const added = await send(`${plan}/rows/new`, { ...cells, version: "-1" });
    expect(added.status).toBe(200);
    expect(await stored(added.reply.id)).toMatchObject({ channel: "Webinar", notes: "" });
  });

  it.each([
    ["a timing of 10,000 characters", { timing: "mai ".repeat(2500) }, "timing"],
    ["no channel", { channel: " \u00a0 " }, "channel"],
    ["a channel that is no id", { channelId: "' OR 1=1" }, "channelId"],
    ["an audience that is not there", { audienceId: "00000000-0000-7000-8000-000000000000" }, "audienceId"],
    ["a time of another year", { timing: "5. mai 2030" }, "timing"],
    ["no version", { version: "", channel: "" }, "channel"],
    ["a version that is none", { version: "x" }, "version"],
  ])("is refused with %s, and says where", async (_, wrong, field) => {
    const before = await printOf(app);
    const { status, reply } = await send(row, { ...cells, version: await versionOf(), ...wrong });
    expect(status).toBe(400);
    expect(Object.keys(reply.refused.errors)).toContain(field);
    expect(reply.refused.values).toMatchObject(wrong);
    const { rate_limit: _rate, ...after } = await printOf(app);
    expect(before).toMatchObject(after);
  });

  it("keeps emoji, text from right to left and long words as they were written", async () => {
    const odd = {
      ...{ channel: "ندوة 🎤 עברית", theme: "👩‍👩‍👧‍👦".repeat(50), goal: "x".repeat(5000) },
      ...{ timing: "مايو 🌷 mai", responsible: "\u202eKS\u202c, <b>SFVL</b>", audience: "É̷̛a" },
    };
    expect((await send(row, { ...cells, ...odd, version: await versionOf() })).status).toBe(200);
    expect(await stored()).toMatchObject(odd);
    const page = await coordinator.get(`${plan}?show=all`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("ندوة 🎤 עברית");
    expect(page.text).not.toContain("<b>SFVL</b>");
  });

  it("is put beside another, and not beside what is none", async () => {
    const { text } = await coordinator.get(`${plan}?group=number&show=all`);
    const ids = [...text.matchAll(/data-row="([0-9a-f-]{36})"/g)].map(([, id]) => id ?? "");
    const [first = "", second = ""] = ids;
    expect(await send(`${plan}/rows/${second}`, { place: `${first} before` })).toEqual({
      status: 200,
      reply: { ok: true },
    });
    const after = (await coordinator.get(`${plan}?group=number&show=all`)).text;
    expect(after.indexOf(`data-row="${second}"`)).toBeLessThan(after.indexOf(`data-row="${first}"`));
    for (const place of ["", "x before", `${first} under`, `${second} after`, `${idOf(row).replace(/^./, "f")} after`])
      expect((await send(`${plan}/rows/${second}`, { place })).status, place).toBe(404);
    expect((await send(`${plan}/rows/new`, { place: `${first} before` })).status).toBe(404);
  });
});

describe("a row without script", () => {
  it("is refused on its page with what was typed, and saved when it is mended", async () => {
    const version = await versionOf();
    const refused = await coordinator.post(`${row}/edit`, {
      ...cells,
      theme: "Mitt tema",
      timing: "5. mai 2030",
      version,
    });
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/«5\. mai 2030» ligg utanfor planen/);
    expect(refused.text).toContain("Mitt tema");
    const saved = await coordinator.post(`${row}/edit`, { ...cells, theme: "Mitt tema", version });
    expect(saved).toMatchObject({ status: 302, location: row });
  });

  it("is added, moved up and down, and removed", async () => {
    const added = await coordinator.post(`${plan}/rows/new`, { ...cells, channel: "Heilt ny", version: "-1" });
    expect(added.status).toBe(302);
    const own = added.location ?? "";
    expect(await stored(own)).toMatchObject({ channel: "Heilt ny" });
    const moved = await coordinator.post(`${own}/move`, {
      place: `${idOf(row)} before`,
      returnTo: `${plan}?group=number`,
    });
    expect(moved).toMatchObject({ status: 302, location: `${plan}?group=number` });
    const elsewhere = await coordinator.post(`${own}/move`, {
      place: `${idOf(row)} after`,
      returnTo: "//evil.example",
    });
    expect(elsewhere.location).toBe(plan);
    expect((await coordinator.get(`${own}/remove`)).text).toContain("Heilt ny");
    expect((await coordinator.post(`${own}/remove`, { version: "7" })).status).toBe(409);
    expect(await coordinator.post(`${own}/remove`, { version: "0" })).toMatchObject({ status: 302, location: plan });
    expect((await coordinator.post(`${own}/remove`, { version: "0" })).status).toBe(404);
  });

  it("is moved to another plan, and told why not", async () => {
    const { location: own } = await coordinator.post("/r/vestland/plan/2021/rows/new", {
      ...cells,
      timing: "26.05.21",
      version: "-1",
    });
    const move = (form: Record<string, string>) => coordinator.post(`${own}/move`, form);
    const outside = await move({ to: "2022-2023", version: "0" });
    expect(outside.status).toBe(400);
    expect(outside.text).toMatch(/«26\.05\.21» ligg utanfor planen for 2022–2023/);
    for (const to of ["", "1999", "2021", "x".repeat(10_000)])
      expect((await move({ to, version: "0" })).status, to).toBe(400);
    await coordinator.post(`${own}/edit`, { ...cells, timing: "mai", version: "0" });
    expect((await move({ to: "2022-2023", version: "0" })).status).toBe(409);
    const moved = await move({ to: "2022-2023", version: "1" });
    expect(moved).toMatchObject({ status: 302, location: own?.replace("2021", "2022-2023") });
  });

  it("is not removed as long as an event was made from it", async () => {
    const [used] = await query<{ id: string; period: string }>(
      app,
      `INSERT INTO event (region_id, id, title, starts_at, ends_at, zone, plan_row_id)
       SELECT region_id, gen_random_uuid(), 'Webinar', now(), now() + interval '1 hour', 'Europe/Oslo', id
       FROM plan_row WHERE id = $1 RETURNING id`,
      idOf(row),
    );
    expect(used).toBeDefined();
    expect((await coordinator.get(`${row}/remove`)).text).toMatch(/Det er laga 1 arrangement frå det/);
    expect((await coordinator.post(`${row}/remove`, { version: await versionOf() })).status).toBe(409);
    expect(await stored()).toMatchObject({ id: idOf(row) });
  });
});

describe("a closed plan", () => {
  it("has no editing on its pages, and takes nothing", async () => {
    await query(
      app,
      "UPDATE communications_plan SET state = 'closed' WHERE id = (SELECT plan_id FROM plan_row WHERE id = $1)",
      idOf(row),
    );
    const { text } = await coordinator.get(plan);
    expect(text).not.toContain("/rows/new");
    expect(text).not.toContain("/edit");
    expect((await coordinator.get(row)).text).not.toContain(`${row}/edit`);
    for (const page of ["edit", "move", "remove"])
      expect((await coordinator.get(`${row}/${page}`)).text, page).toContain("Planen er avslutta");
    expect((await coordinator.get(`${plan}/rows/new`)).text).toContain("Planen er avslutta");
    expect((await coordinator.get(`${row}/form`)).status).toBe(404);
    expect(await send(row, { ...cells, version: await versionOf() })).toMatchObject({
      ...{ status: 409, reply: { refused: { closed: true, values: { theme: "Mat" } } } },
    });
    expect((await coordinator.post(`${row}/edit`, { ...cells, version: await versionOf() })).status).toBe(409);
  });
});
