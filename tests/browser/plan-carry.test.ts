import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningApp, startApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { openAs } from "./scene";

const plan = "/r/vestland/plan/2021";
const to2024 = `${plan}/carry-over?to=new&from=2024-01-01&until=2024-12-31`;

let app: RunningApp;
let browser: Browser;
let coordinator: BrowserContext;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), openBrowser()]);
  coordinator = await openAs(browser, app.url, "koordinator@vestland.example");
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

it("carries the rows that are ticked to a new plan, as their words were changed, and not twice", async () => {
  const page = await coordinator.newPage();
  await page.goto(plan);
  const before = await page.locator("main table").innerText();
  await page.goto(to2024);
  const boxes = page.locator('input[name="row[]"]');
  const rows = await boxes.count();
  const button = page.getByRole("button", { name: /^Ta med \d+ tiltak til 2024$/ });
  expect(await button.innerText()).toContain(`Ta med ${rows} tiltak`);
  await boxes.first().uncheck();
  await expect.poll(() => button.innerText()).toContain(`Ta med ${rows - 1} tiltak`);

  const autumn = page.locator("textarea", { hasText: /^Haust -24$/ }).first();
  await autumn.fill("Vår -31");
  await page.getByText("Fell utanfor 2024").waitFor();
  await autumn.fill("Vår -24");
  await page.getByText("Fell utanfor 2024").waitFor({ state: "detached" });
  await button.click();
  await page.waitForURL((url) => url.pathname === "/r/vestland/plan/2024");
  await page.getByText(`${rows - 1} tiltak er med i planen for 2024`).waitFor();
  const table = page.locator("main table");
  expect(await table.innerText()).toContain("Vår -24");
  expect(await table.getByRole("row").filter({ hasText: "Haust -21" }).count()).toBe(0);

  await page.goto(plan);
  expect(await page.locator("main table").innerText()).toBe(before);

  await page.goto(`${plan}/carry-over`);
  await page.getByLabel("Til", { exact: true }).selectOption({ label: "Kommunikasjonsplan 2024" });
  await page.getByRole("button", { name: "Vis tiltaka" }).click();
  await page.getByText(`${rows - 2} av desse finst alt i 2024`).waitFor();
  expect(await page.locator('input[name="row[]"]:checked').count()).toBe(2);
  await page.close();
});

it("says that a plan has the days already", async () => {
  const page = await coordinator.newPage();
  await page.goto(`${plan}/carry-over?to=new&from=2021-06-01&until=2022-05-31`);
  expect(await page.locator("main").innerText()).toMatch(/Kommunikasjonsplan|2021/);
  expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
  expect(await page.locator('input[name="row[]"]').count()).toBe(0);
  await page.close();
});
