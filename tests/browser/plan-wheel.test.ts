import pg from "pg";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningApp, startApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { openAs } from "./scene";

const home = "/r/vestland";
const wheel = `${home}/plan/2021/wheel`;
const large = "/r/vestregionen";

let app: RunningApp;
let browser: Browser;
let coordinator: BrowserContext;
let other: BrowserContext;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), openBrowser()]);
  coordinator = await openAs(browser, app.url, "koordinator@vestland.example");
  other = await openAs(browser, app.url, "koordinator@vestregionen.example", "nb");
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(200);
  return page;
}

/** A year of this region's plan with 400 rows more, spread over the year. */
async function fill(slug: string): Promise<string> {
  const client = new pg.Client({ connectionString: app.database.adminUrl });
  await client.connect();
  const plan = `SELECT p.id, p.region_id, to_char(p."from", 'YYYY') AS year FROM communications_plan p
    JOIN region r ON r.id = p.region_id WHERE r.slug = '${slug}' ORDER BY p."from" DESC LIMIT 1`;
  await client.query(`INSERT INTO plan_row (region_id, id, plan_id, position, channel, theme, timing, responsible, goal, audience, updated_at)
    SELECT region_id, gen_random_uuid(), id, 100 + n, (ARRAY['Webinar','Podkast','Nyhetsbrev','Konferanse','Møte'])[1 + n % 5],
      'Tema ' || n, (ARRAY['Mars','18. mai','Høst','Løpende','April/mai'])[1 + n % 5], 'Sekretariatet', '', '', now()
    FROM (${plan}) p, generate_series(1, 400) n`);
  const { rows } = await client.query(plan);
  await client.end();
  return rows[0].year;
}

describe("the year wheel in the browser", () => {
  it("has in its list a link to every row", async () => {
    const page = await open(coordinator, wheel);
    const links = await page.locator(".sv-wheellists a").all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
    expect(new Set(addresses).size).toBe(24);
    await page.getByRole("link", { name: /Kronikk i avisa/ }).click();
    await page.waitForURL(/\/plan\/2021\/rows\/[0-9a-f-]{36}$/);
    await expect.poll(() => page.locator("h1").innerText()).toContain("Kronikk i avisa");
    await page.close();
  });

  it("lights the mark of a line, and the line of a mark, whose click opens the row", async () => {
    const page = await open(coordinator, wheel);
    const lit = () =>
      page
        .locator(".sv-wheel--full .w-mark[data-lit]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-mark")));
    const line = page.locator(".sv-wheellists li", { hasText: "Kronikk i avisa" });
    const mark = await line.getAttribute("data-mark");
    await expect
      .poll(async () => {
        await line.locator("a").focus();
        return lit();
      })
      .toEqual([mark]);
    await page.locator("h1").click();
    const date = page.locator(".sv-wheel--full .w-mark", { has: page.locator("circle") }).first();
    await date.hover();
    const [under] = await lit();
    expect(under).toBeDefined();
    expect(await page.locator(".sv-wheellists li[data-lit]").getAttribute("data-mark")).toBe(under);
    await date.click();
    await page.waitForURL(/\/rows\/[0-9a-f-]{36}$/);
    await page.close();
  });

  it("is reached from the menu, keeps the selection on its way through years and rings, and filters", async () => {
    const page = await open(coordinator, `${wheel}?channel=letter`);
    expect(await page.locator(".sv-nav a[aria-current=page]").getAttribute("title")).toBe("Årshjul");
    await page.getByRole("link", { name: "Aktør", exact: true }).click();
    await page.waitForURL(/channel=letter&ring=actor$/);
    await page.getByRole("link", { name: "Året etter: 2022" }).click();
    await page.waitForURL(/2022-2023\/wheel\?channel=letter&ring=actor&year=2022$/);
    await expect.poll(() => page.locator(".sv-wheellists li").count()).toBe(2);
    await page.getByRole("link", { name: "Året etter: 2023" }).click();
    await page.waitForURL(/ring=actor&year=2023$/);
    await expect.poll(() => page.locator(".sv-wheel--full title").first().textContent()).toBe("Årshjul 2023");
    await page.locator(".sv-nav").getByRole("link", { name: "Årshjul" }).click();
    await page.waitForURL(/2022-2023\/wheel$/);
    await page.close();
  });

  it("is there without script, one picture for those who listen", async () => {
    const context = await browser.newContext({
      ...{ baseURL: app.url, javaScriptEnabled: false, storageState: await coordinator.storageState() },
    });
    const page = await open(context, wheel);
    expect(await page.getByRole("img", { name: "Årshjul 2021" }).count()).toBe(1);
    expect(await page.locator(".sv-wheel--full .w-mark").count()).toBe(19);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.getByRole("img", { name: "Årshjul 2021" }).count()).toBe(1);
    expect(await page.locator(".sv-wheel--small .w-mark").first().isVisible()).toBe(true);
    await context.close();
  });

  it("can be read at 320 px, and on one page of paper with its lists after", async () => {
    const page = await open(coordinator, wheel);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const letter = page.locator(".sv-wheel--small .w-month-name").first();
    expect((await letter.boundingBox())?.height).toBeGreaterThan(11);
    for (const [format, least] of [
      ["A4", 8],
      ["A3", 11],
    ] as const) {
      const paper = { A4: { width: 1047, height: 718 }, A3: { width: 1511, height: 1047 } }[format];
      await page.setViewportSize(paper);
      await page.emulateMedia({ media: "print" });
      const picture = await page.locator(".sv-wheel--full .sv-wheel").boundingBox();
      expect((picture?.y ?? 0) + (picture?.height ?? 0), format).toBeLessThanOrEqual(paper.height);
      const points = (12.25 * (picture?.width ?? 0)) / 720 / (96 / 72);
      expect(points, `${format}: size of the names`).toBeGreaterThan(least);
      expect(await page.locator("nav:visible").count()).toBe(0);
      await page.emulateMedia({ media: "screen" });
    }
    const pdf = (await page.pdf({ landscape: true, format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
    await page.close();
  });

  it("opens with 400 rows in under a second, and answers at once", async () => {
    const year = await fill("vestregionen");
    const page = await open(other, `${large}/plan/${year}/wheel`);
    let quickest = Number.POSITIVE_INFINITY;
    // On a machine that does other things at the same time it may take some tries to see how quick it is.
    for (let run = 0; run < 10 && quickest >= 1000; run++) {
      const start = performance.now();
      await page.request.get(`${large}/plan/${year}/wheel`);
      quickest = Math.min(quickest, performance.now() - start);
    }
    expect(quickest).toBeLessThan(1000);
    expect(await page.locator(".sv-wheellists li").count()).toBeGreaterThan(400);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.goto(large);
    expect(await page.getByRole("img", { name: `Årshjul ${year}` }).count()).toBe(1);
    await page.close();
  });
});
