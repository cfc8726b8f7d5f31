import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningApp, startApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { openAs } from "./scene";

const plan = "/r/vestland/plan/2021";

let app: RunningApp;
let browser: Browser;
let coordinator: BrowserContext;
let page: Page;
/** The same reader in a browser without script. */
let plain: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), openBrowser()]);
  coordinator = await openAs(browser, app.url, "koordinator@vestland.example");
  page = await coordinator.newPage();
  const without = await browser.newContext({
    ...{ baseURL: app.url, locale: "nn", javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
    storageState: await coordinator.storageState(),
  });
  without.setDefaultTimeout(10_000);
  plain = await without.newPage();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const cell = (day: string, of = page) => of.locator("td", { has: of.locator(`time[datetime="${day}"]`) });
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("the month calendar", () => {
  it("is a table of weeks and weekdays, with the row of the day in its cell", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${plan}/calendar?month=2021-05`);
    expect(await page.getByRole("columnheader").allInnerTexts()).toMatchObject({ length: 8, 1: "Måndag", 7: "Sundag" });
    expect(await page.getByRole("rowheader").allInnerTexts()).toEqual(
      expect.arrayContaining(["17", "18", "19", "20", "21", "22"]),
    );
    expect(await cell("2021-05-26").innerText()).toMatch(/Erfarings/);
    expect(await cell("2021-05-17").innerText()).toMatch(/Grunnlovsdagen/);
    const whole = page.getByRole("row", { name: /Heile månaden/ });
    expect(await whole.getByRole("link").innerText()).toMatch(/19[\s\S]*1\. mai–30\. juni/);
  });

  it("goes to the next month and to a row by the keyboard alone", async () => {
    await page.getByRole("link", { name: "Neste månad, juni 2021" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Juni 2021" }).waitFor();
    await cell("2021-06-08").getByRole("link").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/plan\/2021\/rows\/[0-9a-f-]{36}$/);
  });

  it("is a list of the days that have something at 320 pixels, and nothing runs over", async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${plan}/calendar?month=2021-05`);
    expect(await overflow()).toBe(0);
    expect(await cell("2021-05-26").isVisible()).toBe(true);
    expect(await cell("2021-05-25").isVisible()).toBe(false);
    const names = await page.locator(".sv-cal a:visible").allInnerTexts();
    expect(names.filter((name) => /\b22\b/.test(name))).toHaveLength(1);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("says where the next thing is when a month is empty", async () => {
    await page.goto(`${plan}/calendar?month=2022-02`);
    await page.getByText("Februar 2022 ligg utanfor perioden til planen, 2021.").waitFor();
    await page.getByRole("link", { name: /Gå til november 2021/ }).click();
    await page.getByRole("heading", { name: "November 2021" }).waitFor();
  });

  it("changes month and keeps the filters without script", async () => {
    await plain.goto(`${plan}/calendar?month=2021-05&channel=conference`);
    await plain.getByLabel("Vel månad").selectOption("2021-06");
    await plain.locator(".sv-calbar__form button").click();
    await plain.waitForURL(/\?channel=conference&month=2021-06$/);
    await cell("2021-06-08", plain).getByRole("link").waitFor();
    expect(await plain.locator(".sv-cal__bar").count()).toBe(0);
  });

  it("prints as one page, A4 lying", async () => {
    await page.goto(`${plan}/calendar?month=2021-05`);
    const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(file.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(file)?.map(Number) ?? [];
    expect(Math.round(width)).toBeGreaterThan(840);
    expect(Math.round(height)).toBeLessThan(597);
  });
});

describe("the timeline", () => {
  it("says in words what it draws, and scrolls in its own box where there is no room", async () => {
    await page.goto(`${plan}/timeline`);
    const row = page.getByRole("row", { name: /Informasjonsbrev/ });
    expect(await row.getByRole("cell").innerText()).toMatch(
      /^2021: 1\. mai–30\. juni, 1\.–30\. november\. 2022–2023: /,
    );
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${plan}/timeline?group=responsible`);
    expect(await overflow()).toBe(0);
    const box = page.getByRole("region", { name: /Tiltaka på ei linje av år/ });
    await box.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

describe("holidays without script", () => {
  it("are pasted, mended where they are wrong, saved at once, and stand in the calendar", async () => {
    await plain.goto("/r/vestland/settings/holidays");
    await plain.getByRole("link", { name: "Hent inn frå rekneark" }).click();
    await plain.locator("#table").fill("Namn;Frå;Til\nVinterferie;1.3.2021;5.3.2021\nPåskeferie;5.4.2021;27.3.2021");
    await plain.getByRole("button", { name: "Les" }).click();
    await plain.getByText("«Til» er før «Frå». Byt dei om.").waitFor();
    expect(await plain.getByRole("button", { name: /Lagre/ }).count()).toBe(0);
    const field = plain.locator("#table");
    await field.fill((await field.inputValue()).replace("5.4.2021;27.3.2021", "27.3.2021;5.4.2021"));
    await plain.getByRole("button", { name: "Les" }).click();
    await plain.getByRole("button", { name: "Lagre 2 feriar" }).click();
    await plain.waitForURL(/settings\/holidays$/);
    expect(await plain.locator("main").innerText()).toMatch(/Skuleåret 2020–2021[\s\S]*1\.–5\. mars 2021/);
    await plain.goto(`${plan}/calendar?month=2021-03`);
    expect(await cell("2021-03-01", plain).innerText()).toMatch(/Vinterferie/);
    expect(await cell("2021-03-03", plain).innerText()).toMatch(/Vinterferie/);
  });
});
