import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coordinators, printOf, query, signedIn, signedInAs, startDemo, type Visitor } from "#tests/http/support";
import type { RunningApp } from "#tests/support/app";

const home = "/r/vestland/plan";

let app: RunningApp;
let coordinator: Visitor;
beforeAll(async () => {
  app = await startDemo();
  coordinator = await signedIn(app, coordinators.vestland);
});
afterAll(() => app?.stop());

const version = async (period = "2021") =>
  /name="version" value="(\d+)"/.exec((await coordinator.get(`${home}/${period}/edit`)).text)?.[1] ?? "";

const text = (more: Record<string, string> = {}) => ({
  ...{ from: "2021-01-01", to: "2021-12-31", preparedBy: "", introduction: "", intent: "save", ...more },
});

describe("the form of a new plan", () => {
  it("names the plan that has the days already, and keeps what was typed", async () => {
    const form = { from: "2021-06-01", to: "2022-05-31", preparedBy: "Kommunikasjonsgruppa" };
    const { status, text } = await coordinator.post(`${home}/new`, form);
    expect(status).toBe(400);
    expect(text).toContain("planen 2021, som gjeld 1. januar 2021–31. desember 2021");
    for (const typed of Object.values(form)) expect(text).toContain(`value="${typed}"`);
  });

  it.each([
    ["an end before the start", { from: "2030-02-01", to: "2030-01-01" }, "Siste dag må komme etter første dag"],
    ["fifteen years", { from: "2030-01-01", to: "2045-01-01" }, "ti år på det meste"],
    ["a day there is none of", { from: "2030-02-30", to: "2031-01-01" }, "Skriv ein dag"],
    ["no days", { from: "", to: "" }, "Skriv ein dag"],
    ["too many words", { from: "2030-01-01", to: "2030-12-31", preparedBy: "x".repeat(600) }, "500"],
  ])("says what is wrong with %s", async (_what, form, words) => {
    const answer = await coordinator.post(`${home}/new`, form as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
  });

  it("suggests the year after the last plan", async () => {
    const { text } = await coordinator.get(`${home}/new`);
    expect(text).toContain('value="2024-01-01"');
    expect(text).toContain('value="2024-12-31"');
  });
});

describe("the form of a plan's text", () => {
  it("adds, moves and shows without saving, and keeps what was typed", async () => {
    const before = await printOf(app);
    const sections = {
      ...{ "sections.0.id": "", "sections.0.heading": "Ein", "sections.0.body": "**feit**" },
      ...{ "sections.1.id": "", "sections.1.heading": "To", "sections.1.body": "<b>x</b>", "sections.1.drop": "on" },
    };
    const send = (intent: string) =>
      coordinator.post(`${home}/2021/edit`, text({ ...sections, intent, introduction: "Mi innleiing" }));
    const headings = (page: string) =>
      [...page.matchAll(/<input[^>]*name="sections\.\d\.heading"[^>]*>/g)].map(
        ([tag]) => /value="([^"]*)"/.exec(tag)?.[1],
      );
    expect(headings((await send("add")).text)).toEqual(["Ein", "To", ""]);
    const moved = await send("up.1");
    expect(moved.status).toBe(200);
    expect(headings(moved.text)).toEqual(["To", "Ein"]);
    expect(moved.text).toContain("Mi innleiing");
    expect(headings((await send("down.7")).text)).toEqual(["Ein", "To"]);
    const shown = (await send("preview")).text;
    expect(shown).toContain("<strong>feit</strong>");
    expect(shown).not.toContain("<b>x</b>");
    const { rate_limit: _, ...after } = await printOf(app);
    expect(before).toMatchObject(after);
  });

  it("refuses a section without a heading, too long a text and too many sections", async () => {
    const refused = async (more: Record<string, string>) =>
      (await coordinator.post(`${home}/2021/edit`, text({ version: await version(), ...more }))).status;
    expect(await refused({ "sections.0.heading": "", "sections.0.body": "Utan overskrift" })).toBe(400);
    expect(await refused({ introduction: "a".repeat(20_001) })).toBe(400);
    const many = Array.from({ length: 60 }, (_, at) => [`sections.${at}.heading`, "Del"]);
    expect(await refused(Object.fromEntries(many))).toBe(400);
    expect(await refused({ version: "x" })).toBe(400);
    expect(await refused({ "sections.0.heading": "Del", "sections.0.body": `${"*".repeat(19_000)}\n> [x](` })).toBe(
      302,
    );
    expect((await coordinator.get(`${home}/2021/about`)).status).toBe(200);
  });

  it("tells the second of two editors what stands, and takes it the next time", async () => {
    const seen = await version();
    await coordinator.post(`${home}/2021/edit`, text({ version: seen, introduction: "Den fyrste" }));
    const refused = await coordinator.post(`${home}/2021/edit`, text({ version: seen, introduction: "Den andre" }));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Den fyrste");
    expect(refused.text).toContain("Den andre</textarea>");
    const now = /name="version" value="(\d+)"/.exec(refused.text)?.[1] ?? "";
    const taken = await coordinator.post(`${home}/2021/edit`, text({ version: now, introduction: "Den andre" }));
    expect(taken.status).toBe(302);
  });

  it("names the rows that another period has no room for", async () => {
    const form = text({ version: await version(), from: "2021-12-30" });
    const { status, text: page } = await coordinator.post(`${home}/2021/edit`, form);
    expect(status).toBe(400);
    expect(page).toMatch(/\d+ tiltak har alle tidene sine utanfor den nye perioden/);
    expect(page).toContain("til. Endre tida der først");
  });
});

describe("a plan", () => {
  it("is adopted on a day that has been, by somebody", async () => {
    const adopt = async (form: Record<string, string>) =>
      coordinator.post(`${home}/2021/adopt`, { version: await version(), ...form });
    expect((await adopt({ adoptedOn: "2091-01-01", adoptedBy: "Styringsgruppa" })).status).toBe(400);
    expect((await adopt({ adoptedOn: "i dag", adoptedBy: "" })).status).toBe(400);
    expect((await adopt({ adoptedOn: "2021-04-12", adoptedBy: "Styringsgruppa", version: "0" })).status).toBe(409);
    expect((await adopt({ adoptedOn: "2021-04-12", adoptedBy: "Styringsgruppa" })).status).toBe(302);
    const { text } = await coordinator.get(`${home}/2021/about`);
    expect(text).toContain("Vedteken 12. april 2021 av Styringsgruppa");
  });

  it("is compared with versions there are", async () => {
    const at = async (search: string) => (await coordinator.get(`${home}/2021/changes${search}`)).status;
    expect(await at("")).toBe(200);
    expect(await at("?since=1&until=")).toBe(200);
    for (const wrong of ["?since=9", "?since=x", "?until=-1", "?since=1&until=9", "?since=99999999999999999999"])
      expect(await at(wrong), wrong).toBe(404);
  });

  it("is not changed when it is closed, and is opened again", async () => {
    const act = async (intent: string, told = "") =>
      (await coordinator.post(`${home}/2021/about`, { intent, version: told || (await about()) })).status;
    const about = async () =>
      /name="version" value="(\d+)"/.exec((await coordinator.get(`${home}/2021/about?ask=close`)).text)?.[1] ?? "";
    expect(await act("nonsense", "1")).toBe(400);
    expect(await act("close", "x")).toBe(409);
    expect(await act("remove")).toBe(409);
    expect(await act("close", "0")).toBe(409);
    const seen = await version();
    expect(await act("close")).toBe(302);
    expect((await coordinator.get(`${home}/2021/edit`)).text).not.toContain('name="introduction"');
    const late = await coordinator.post(`${home}/2021/edit`, text({ version: seen, introduction: "For seint" }));
    expect(late.status).toBe(409);
    expect(late.text).toContain("For seint</textarea>");
    expect(await act("reopen")).toBe(302);
  });

  it("is made, and removed while nothing is in it", async () => {
    const made = await coordinator.post(`${home}/new`, { from: "2030-01-01", to: "2030-12-31", preparedBy: "" });
    expect(made).toMatchObject({ status: 302, location: `${home}/2030/about` });
    expect((await coordinator.get(`${home}/2030/adopt`)).text).toContain("ingenting å vedta");
    const asked = (await coordinator.get(`${home}/2030/about?ask=remove`)).text;
    const seen = /name="version" value="(\d+)"/.exec(asked)?.[1] ?? "";
    const removed = await coordinator.post(`${home}/2030/about`, { intent: "remove", version: seen });
    expect(removed.status).toBe(302);
    expect((await coordinator.get(`${home}/2030/about`)).status).toBe(404);
    expect(await query(app, "SELECT 1 FROM communications_plan WHERE \"from\" = '2030-01-01'")).toEqual([]);
  });

  it("shows its text to those who read, without what changes it", async () => {
    const reader = await signedInAs(app, "vestland", "reader");
    const { text } = await reader.get(`${home}/2021/about?ask=close`);
    expect(text).toContain("Den andre");
    expect(text).not.toMatch(/plan\/2021\/(edit|adopt)|name="intent"/);
    expect((await reader.post(`${home}/2021/about`, { intent: "close", version: "1" })).status).toBe(403);
  });
});
