import AxeBuilder from "@axe-core/playwright";
import pg from "pg";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningApp, startApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { contactOf, linkIn, openAs, post, proofIn, textOf } from "./scene";

const home = "/r/vestland";
const coordinator = "koordinator@vestland.example";
const title = "Fagdag om mat og måltid";

let app: RunningApp;
let browser: Browser;
let signedIn: BrowserContext;
let guest: BrowserContext;
let held: string;
/** The page of the invitation of Voss, who has said yes. */
let answer: string;
let query: (sql: string, values?: unknown[]) => Promise<Record<string, string>[]>;
let client: pg.Client;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), openBrowser()]);
  client = new pg.Client({ connectionString: app.database.adminUrl });
  await client.connect();
  query = async (sql, values) => (await client.query(sql, values)).rows;
  signedIn = await openAs(browser, app.url, coordinator);
  guest = await openAs(browser, app.url);
  const date = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const form = { title, kind: "professional_day", date, start: "09:00", end: "11:30", place: "Voss", version: "0" };
  const made = await post(signedIn, `${home}/events/new`, { ...form, link: "", description: "", replyBy: "", row: "" });
  held = made.headers().location ?? "";
  await post(signedIn, `${held}/invite`, {});
  answer = await linkIn(guest, contactOf("voss"), /\/vestland\/answer\/[\w-]+/, title);
  await post(guest, answer, { proof: proofIn(await textOf(guest, answer)), answer: "accepted" });
  await query("UPDATE event SET starts_at = now(), ends_at = now() + interval '2 hours' WHERE id = $1", [
    held.slice(-36),
  ]);
}, 120_000);

afterAll(async () => {
  await client?.end();
  await browser?.close();
  await app?.stop();
});

/** A phone at the door, with script or without. */
async function phone(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: app.url, storageState: await signedIn.storageState(), javaScriptEnabled, locale: "nn" },
    ...{ viewport: { width: 320, height: 640 }, hasTouch: true },
  });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

const cameOf = async (municipality: string) => {
  const sql = `SELECT attended_at FROM invitation i JOIN person p ON p.region_id = i.region_id AND p.id = i.person_id
    WHERE i.event_id = $1 AND p.email = $2`;
  return (await query(sql, [held.slice(-36), contactOf(municipality)]))[0]?.attended_at ?? null;
};
const rowOf = (page: Page, name: string) =>
  page.locator(".sv-door__list li").filter({ hasText: name }).getByRole("button");
const count = (page: Page) => page.locator(".sv-door__count").innerText();

describe("taking attendance on a phone", () => {
  it("has room for a thumb, finds a name, and saves each tick at once", async () => {
    const page = await phone(true);
    await page.goto(`${held}/attendance`);
    expect(await count(page)).toBe("0 av 43 er komne");
    for (const box of await page.locator(".sv-door__list button").all())
      expect((await box.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
    await page.getByRole("searchbox").fill("kontakt VOSS");
    await page.waitForFunction(() => document.querySelectorAll(".sv-door__list li").length === 1);
    await rowOf(page, "Voss").click();
    expect(await rowOf(page, "Voss").getAttribute("aria-pressed")).toBe("true");
    expect(await count(page)).toBe("1 av 43 er komne");
    await expect.poll(() => cameOf("voss")).not.toBeNull();
    await page.getByRole("button", { name: /^Angre/ }).click();
    await expect.poll(() => cameOf("voss")).toBeNull();
    expect(await count(page)).toBe("0 av 43 er komne");
    await page.context().close();
  });

  it("says at the row that a tick was not saved, and takes the next one", async () => {
    const page = await phone(true);
    await page.goto(`${held}/attendance`);
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await rowOf(page, "Ulvik").click();
    await page.getByRole("alert").getByText("Ikkje lagra").waitFor();
    expect(await rowOf(page, "Ulvik").getAttribute("aria-pressed")).toBe("false");
    await page.context().setOffline(false);
    await rowOf(page, "Ulvik").click();
    await expect.poll(() => cameOf("ulvik")).not.toBeNull();
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.context().close();
  });

  it("shows what another phone has ticked, when this one ticks", async () => {
    const [one, other] = await Promise.all([phone(true), phone(true)]);
    await Promise.all([one.goto(`${held}/attendance`), other.goto(`${held}/attendance`)]);
    await rowOf(one, "Etne").click();
    await expect.poll(() => cameOf("etne")).not.toBeNull();
    await rowOf(other, "Alver").click();
    await expect.poll(() => rowOf(other, "Etne").getAttribute("aria-pressed")).toBe("true");
    await Promise.all([one.context().close(), other.context().close()]);
  });

  it("works by forms without script: search, tick, take back, add", async () => {
    const page = await phone(false);
    await page.goto(`${held}/attendance`);
    await page.getByRole("searchbox").fill("stord");
    await page.getByRole("button", { name: "Søk etter namn" }).click();
    expect(await page.locator(".sv-door__list li").count()).toBe(1);
    await rowOf(page, "Stord").click();
    expect(await rowOf(page, "Stord").getAttribute("aria-pressed")).toBe("true");
    expect(page.url()).toContain("q=stord");
    expect(await cameOf("stord")).not.toBeNull();
    await rowOf(page, "Stord").click();
    expect(await cameOf("stord")).toBeNull();
    await page.getByText("Legg til nokon").click();
    await page.getByLabel("Namn", { exact: true }).fill("Gjest, KS");
    await page.getByLabel("E-postadresse").fill("gjest@ks.example");
    await page.getByRole("button", { name: "Legg til og registrer" }).click();
    expect(await rowOf(page, "Gjest, KS").getAttribute("aria-pressed")).toBe("true");
    await page.context().close();
  });
});

describe("the code on somebody's own page", () => {
  it("leads who takes attendance to a button that ticks her, and writes nothing before it is pressed", async () => {
    const own = await guest.newPage();
    await own.goto(answer);
    await own.getByRole("img", { name: "QR-kode for Kontaktperson, Voss" }).waitFor();
    await own.close();
    const sql = `SELECT i.id FROM invitation i JOIN person p ON p.region_id = i.region_id AND p.id = i.person_id
      WHERE i.event_id = $1 AND p.email = $2`;
    const ticket = (await query(sql, [held.slice(-36), contactOf("voss")]))[0]?.id ?? "";
    const address = `${held}/check-in/${ticket}`;
    const away = await guest.request.get(address, { maxRedirects: 0 });
    expect(away.headers().location).toBe(`/sign-in?next=${encodeURIComponent(address)}`);
    const contact = await openAs(browser, app.url, contactOf("voss"));
    expect((await contact.request.get(address)).status()).toBe(403);
    const page = await phone(false);
    await page.goto(address);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Kontaktperson, Voss");
    expect(await cameOf("voss")).toBeNull();
    await page.getByRole("button", { name: "Registrer oppmøte" }).click();
    await page.getByText(/^Registrert /).waitFor();
    expect(await cameOf("voss")).not.toBeNull();
    expect(await page.getByRole("button", { name: "Registrer oppmøte" }).count()).toBe(0);
    await page.context().close();
  });
});
