import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { coordinators, query, signedIn, startDemo } from "#tests/http/support";
import type { RunningApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { addIssue, type TestIssue } from "#tests/support/issue";

let app: RunningApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let draft: TestIssue;
const noise: string[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startDemo(), openBrowser()]);
  context = await browser.newContext({ locale: "nn", viewport: { width: 1280, height: 900 } });
  const { cookies } = await signedIn(app, coordinators.vestland);
  const session = { name: "__Host-samvirk", value: cookies.get("__Host-samvirk") ?? "" };
  await context.addCookies([{ ...session, domain: "localhost", path: "/", secure: true }]);
  page = await context.newPage();
  page.on("pageerror", ({ message }) => noise.push(message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("net::ERR_")) noise.push(message.text());
  });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
beforeEach(async () => {
  draft = await addIssue(app.database, "vestland");
  await page.goto(app.url + draft.page);
  await page.locator(".sv-mdbar").first().waitFor();
});

const saved = () => page.locator(".sv-saved");
const bodyOf = async (id: string) =>
  (await query<{ body: { nn?: string; nb?: string } }>(app, "SELECT body FROM issue_item WHERE id = $1", id))[0]?.body;
const titles = () => page.locator(".sv-block b").allTextContents();

describe("composing an issue", () => {
  it("is done by the keyboard: order, what is in it, and words in two languages with marks", async () => {
    await page.locator(`#move-${draft.news}`).focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(titles).toEqual(["Innleiing", "Nytt frå andre", "Eiga sak"]);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(`move-${draft.news}`);
    await page.keyboard.press("Home");
    await expect.poll(titles).toEqual(["Nytt frå andre", "Innleiing", "Eiga sak"]);
    const inOrder = () =>
      query(app, "SELECT id FROM issue_item WHERE issue_id = $1 ORDER BY position", draft.issue).then((rows) =>
        rows.map(({ id }) => id),
      );
    await expect.poll(inOrder).toEqual([draft.news, draft.introduction, draft.text]);

    const toggle = page.getByRole("switch", { name: "Ta med Eiga sak" });
    await toggle.focus();
    await page.keyboard.press("Space");
    await expect.poll(() => toggle.getAttribute("aria-checked")).toBe("false");

    await page.locator("#body_nn").focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Hugs ");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("fristen");
    await expect.poll(() => bodyOf(draft.introduction)).toMatchObject({ nn: "Hugs **fristen**" });
    await expect.poll(() => saved().textContent()).toMatch(/^Lagra kl\. \d\d\.\d\d$/);
    await expect
      .poll(() => page.frameLocator(".sv-letter__frame").locator("strong", { hasText: "fristen" }).count())
      .toBe(1);

    await page
      .getByRole("link", { name: /^Bokmål.* manglar$/ })
      .first()
      .click();
    await page.locator("#body_nb").fill("Husk fristen");
    await expect.poll(() => bodyOf(draft.introduction)).toEqual({ nn: "Hugs **fristen**", nb: "Husk fristen" });
    expect(noise).toEqual([]);
  });

  it("keeps what is written while the connection is cut, through a closed page, and saves it again", async () => {
    await context.setOffline(true);
    await page.locator("#body_nn").fill("Skrive utan nett");
    await expect.poll(() => saved().textContent(), { timeout: 10_000 }).toBe("Ikkje lagra. Prøver igjen");
    await context.setOffline(false);
    await expect.poll(() => bodyOf(draft.introduction), { timeout: 20_000 }).toMatchObject({ nn: "Skrive utan nett" });
    await expect.poll(() => saved().textContent()).toMatch(/^Lagra kl\./);

    await page.route("**/items/**", (route) => route.abort());
    await page.locator("#body_nn").fill("Skrive før fana vart lukka");
    await expect.poll(() => saved().textContent(), { timeout: 10_000 }).toBe("Ikkje lagra. Prøver igjen");
    await page.close({ runBeforeUnload: false });
    page = await context.newPage();
    await page.goto(app.url + draft.page);
    await expect
      .poll(() => bodyOf(draft.introduction), { timeout: 20_000 })
      .toMatchObject({ nn: "Skrive før fana vart lukka" });
    expect(await page.locator("#body_nn").inputValue()).toBe("Skrive før fana vart lukka");
  });

  it("goes on when the answer to what was saved is lost", async () => {
    await page.route(
      "**/items/**",
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.locator("#body_nn").fill("Fyrste");
    await expect.poll(() => bodyOf(draft.introduction), { timeout: 10_000 }).toMatchObject({ nn: "Fyrste" });
    await page.locator("#body_nn").fill("Fyrste og andre");
    await expect.poll(() => bodyOf(draft.introduction), { timeout: 15_000 }).toMatchObject({ nn: "Fyrste og andre" });
    await expect.poll(() => saved().textContent()).toMatch(/^Lagra kl\./);
  });

  it("shows what another has written meanwhile, and lets one choose", async () => {
    const other = await signedIn(app, coordinators.vestland);
    await other.post(`${draft.page}/items/${draft.introduction}`, { version: "0", writer: "other", body_nn: "Deira" });
    await page.locator("#body_nn").fill("Min");
    await page.locator("#difference").waitFor();
    expect(await saved().textContent()).toMatch(/^Endra av .+ kl\. .+ Sjå skilnaden$/);
    expect(await page.locator("#difference del").allTextContents()).toContain("Deira");
    expect(await page.locator("#difference ins").allTextContents()).toContain("Min");
    expect(await bodyOf(draft.introduction)).toMatchObject({ nn: "Deira" });
    await page.getByRole("button", { name: "Behald mitt" }).click();
    await expect.poll(() => bodyOf(draft.introduction)).toMatchObject({ nn: "Min" });
    await expect.poll(() => page.locator("#difference").count()).toBe(0);
  });

  it("moves a piece by the pointer", async () => {
    const from = await page.locator(`#move-${draft.introduction}`).boundingBox();
    const to = await page.locator(`[data-item="${draft.news}"]`).boundingBox();
    if (!from || !to) throw new Error("not in the page");
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 10, to.y + to.height - 4, { steps: 6 });
    await page.mouse.up();
    await expect.poll(titles).toEqual(["Eiga sak", "Nytt frå andre", "Innleiing"]);
  });

  it("is done without script by forms and links alone", async () => {
    const plain = await browser.newContext({ locale: "nn", javaScriptEnabled: false });
    await plain.addCookies(await context.cookies());
    const without = await plain.newPage();
    await without.goto(app.url + draft.page);
    await without.getByRole("button", { name: "Flytt Eiga sak ned" }).click();
    expect(await without.locator(".sv-block b").allTextContents()).toEqual(["Innleiing", "Nytt frå andre", "Eiga sak"]);
    await without.getByRole("switch", { name: "Ta med Nytt frå andre" }).click();
    expect(await without.getByRole("switch", { name: "Ta med Nytt frå andre" }).getAttribute("aria-checked")).toBe(
      "false",
    );
    await without.getByRole("link", { name: "Eiga sak" }).click();
    await without.locator("#body_nn").fill("Skrive utan skript");
    await without.getByRole("button", { name: "Lagre", exact: true }).click();
    expect(await bodyOf(draft.text)).toMatchObject({ nn: "Skrive utan skript" });
    await without.locator("summary", { hasText: "Legg til sak" }).click();
    await without.getByRole("button", { name: "Eiga sak", exact: true }).click();
    expect(await without.locator(".sv-block").count()).toBe(4);
    await plain.close();
  });
});
