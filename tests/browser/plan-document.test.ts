import { readFileSync } from "node:fs";
import mammoth from "mammoth";
import pg from "pg";
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
const complaints: string[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), openBrowser()]);
  const database = new pg.Client({ connectionString: app.database.adminUrl });
  await database.connect();
  const vestland = "(SELECT id FROM region WHERE slug = 'vestland')";
  await database.query(
    `UPDATE communications_plan SET state = 'adopted', adopted_on = '2021-04-12', adopted_by = 'styringsgruppa',
       prepared_by = 'Arbeidsgruppa', introduction = $1 WHERE region_id = ${vestland} AND "from" = '2021-01-01'`,
    ["Planen er **felles**.\n\n## Bakgrunn\n\n- eitt\n- to\n\n<img src=x onerror=alert(1)> <script>alert(2)</script>"],
  );
  await database.query(
    `UPDATE plan_row SET notes = '', audience = $1 WHERE region_id = ${vestland} AND channel = 'Kronikk i avisa'`,
    ['=HYPERLINK("https://x.example") <img src=x onerror=alert(3)>'],
  );
  await database.end();
  // The reader's language is another than the one the region writes in.
  coordinator = await openAs(browser, app.url, "koordinator@vestland.example", "en");
  page = await coordinator.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const paper = () => page.locator("article.sv-doc");
const headings = () => paper().locator("h2[id^=part]").allInnerTexts();

describe("a plan as a document", () => {
  it("is reached from the plan, and is in the region's written standard whatever the reader's", async () => {
    await page.goto(plan);
    await page.getByText("Download", { exact: true }).click();
    await page.getByRole("link", { name: "Print" }).click();
    await paper().waitFor();
    expect(await paper().getAttribute("lang")).toBe("nn");
    expect(await page.locator("h1").innerText()).toBe("Kommunikasjonsplan 2021");
    expect(await paper().innerText()).toContain("Vedteken 12. april 2021 av styringsgruppa");
    expect((await headings()).map((words) => words.replace(/\s+/g, " "))).toEqual([
      ...["1 Innleiing", "2 Innsatsområde", "3 Organisering og ansvar", "4 Kven gjer kva"],
      ...["5 Kommunikasjonsplan 2021", "6 Organisering av nettverk"],
    ]);
    expect(await page.getByRole("link", { name: "Download as Word" }).count()).toBe(1);
  });

  it("has real tables, and what was written is never markup", async () => {
    const tables = paper().locator("table");
    expect(await tables.count()).toBeGreaterThan(10);
    expect(await paper().locator("table:not(:has(caption))").count()).toBe(0);
    expect(await paper().locator("thead th:not([scope=col]), tbody th:not([scope=row])").count()).toBe(0);
    expect(await paper().innerText()).toContain("<img src=x onerror=alert(3)>");
    expect(await paper().locator("img, script").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("holds what is chosen, and the rows that are selected in the plan", async () => {
    await page.goto(`${plan}/document?channel=webinar`);
    expect(await paper().innerText()).toMatch(/Utval av planen: 7 av 24 tiltak\. Kanal: Webinar og fagdag\./);
    await page.locator("details.sv-doc__options > summary").click();
    for (const part of ["Introduction and text", "Priority areas", "Organisation", "Responsibility matrix", "Networks"])
      await page.getByLabel(part).uncheck();
    await page.getByLabel("In one table").check();
    await page.getByLabel("Include where each measure stands").check();
    await page.getByLabel("Bokmål").check();
    await page.getByRole("button", { name: "Update the document" }).click();
    await page.waitForURL(/parts=plan/);
    expect(new URL(page.url()).searchParams.get("channel")).toBe("webinar");
    expect(await paper().getAttribute("lang")).toBe("nb");
    expect((await headings()).length).toBe(1);
    expect(await paper().locator("tbody tr").count()).toBe(7);
    expect(await paper().locator("thead th").last().innerText()).toBe("Tilstand");
  });

  it("comes as a Word file that another program reads, of the same selection", async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as Word" }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe("kommunikasjonsplan-vestland-2021.docx");
    const { value: html } = await mammoth.convertToHtml({ buffer: readFileSync(await file.path()) });
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<tr>/g)).toHaveLength(8);
    expect(html).toContain("<thead><tr><th><p>Kommunikasjonsform</p></th>");
    expect(html).toContain("Demensplan 2025");
    expect(html).not.toContain("Kronikk");
  });

  it("is a file that nothing on the way keeps, and of one's own region alone", async () => {
    const file = await coordinator.request.get(`${plan}/document.docx`);
    expect(file.headers()).toMatchObject({
      "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "content-disposition": 'attachment; filename="kommunikasjonsplan-vestland-2021.docx"',
      "cache-control": "no-store",
    });
    for (const address of ["/r/vestregionen/plan/2021/document", "/r/vestland/plan/1999/document"])
      for (const ending of ["", ".docx"]) {
        const answer = await coordinator.request.get(address + ending);
        expect(answer.status(), address + ending).toBe(404);
      }
  });

  it("prints on A4, wide tables on pages on their side, without the product around it", async () => {
    await page.goto(`${plan}/document`);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
    const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)].map(
      ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
    );
    expect(new Set(sizes)).toEqual(new Set(["595x842", "842x595"]));
    expect(sizes.length).toBeGreaterThan(8);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const hidden of [".sv-doc__bar", ".sv-doc__options", ".sv-top"])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    expect(await paper().evaluate((sheet) => getComputedStyle(sheet).color)).toBe("rgb(0, 0, 0)");
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
  });
});
