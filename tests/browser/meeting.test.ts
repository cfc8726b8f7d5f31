import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { coordinators, query, signedIn, startDemo } from "#tests/http/support";
import type { RunningApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { addMeeting, type TestMeeting } from "#tests/support/meeting";

let app: RunningApp;
let browser: Browser;
let context: BrowserContext;
let meeting: TestMeeting;
const noise: string[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startDemo(), openBrowser()]);
  context = await browser.newContext({ locale: "nn", viewport: { width: 1280, height: 900 } });
  const { cookies } = await signedIn(app, coordinators.vestregionen);
  const session = { name: "__Host-samvirk", value: cookies.get("__Host-samvirk") ?? "" };
  await context.addCookies([
    { ...session, domain: "localhost", path: "/", secure: true },
    { name: "samvirk-locale", value: "nn", domain: "localhost", path: "/" },
  ]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
beforeEach(async () => {
  meeting = await addMeeting(app.database, "vestregionen");
});

/** The page of the meeting, alive, in a window of its own. */
async function secretary(item?: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", ({ message }) => noise.push(message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/net::ERR_|409|400/.test(message.text())) noise.push(message.text());
  });
  await page.goto(app.url + meeting.page + (item ? `?item=${meeting.items[item]}` : ""));
  if (item) await page.locator(".sv-case__keys").waitFor();
  return page;
}

const begin = async () => (await signedIn(app, coordinators.vestregionen)).post(meeting.page, { intent: "open" });
const saved = (page: Page) => page.locator(".sv-saved");
const stored = async (item: string) =>
  (
    await query<{ decision: string; notes: string; outcome: string | null }>(
      app,
      "SELECT decision, notes, outcome::text FROM agenda_item WHERE id = $1",
      meeting.items[item],
    )
  )[0];

describe("holding a meeting", () => {
  it("is done by one secretary from the start to the end, and another sees what is written", async () => {
    const page = await secretary();
    await page.getByRole("button", { name: "Start møtet" }).click();
    await page.getByRole("button", { name: "Set resten som til stades" }).click();
    const last = page.locator(".sv-seat").last();
    await last.getByText("Forfall", { exact: true }).click();
    await last.getByPlaceholder("Grunn til forfall").fill("Ferie");
    await page.locator(".sv-seat").nth(1).getByPlaceholder("Møter for medlemmen").fill("Kommunalsjef");
    await page.getByRole("button", { name: "Til sakene" }).click();
    const present = "SELECT count(*)::int AS n FROM presence WHERE minutes_id = $1 AND state = 'present'";
    await expect
      .poll(async () => (await query<{ n: number }>(app, present, meeting.minutes))[0]?.n, { timeout: 15_000 })
      .toBe(4);
    expect(await page.locator(".sv-att").textContent()).toContain("4 av 5 med røysterett er til stades");

    await page.getByRole("link", { name: /Møteplan for neste år/ }).click();
    await page.getByRole("button", { name: "Bruk framlegget" }).click();
    await page.locator("#decision").press("Control+End");
    await page.locator("#decision").pressSequentially(" Studieturen utgår.");
    expect(await page.locator(".sv-decide__t ins").allTextContents()).toContain("Studieturen utgår.");
    await page.getByLabel("Mot røyster").check();
    await page.getByLabel("For", { exact: true }).fill("4");
    await page.getByLabel("Mot", { exact: true }).fill("1");
    await page.getByText("Det er fleire røyster enn dei som kan røyste i saka (4).").waitFor();
    await page.getByLabel("Mot", { exact: true }).fill("0");
    await expect
      .poll(() => stored("Møteplan for neste år"), { timeout: 15_000 })
      .toMatchObject({ outcome: "changed", decision: expect.stringContaining("Studieturen utgår.") });
    const next = page.getByLabel("Send vidare til");
    expect(await next.locator("option").nth(1).textContent()).toMatch(/^Styret/);
    await next.selectOption({ index: 1 });
    await page.getByRole("button", { name: "Legg til oppfølging" }).click();
    await page.getByLabel("Kva skal gjerast").fill("Sende ut planen");

    const other = await secretary("Studietur i november");
    await expect
      .poll(() => other.locator(".sv-liveagenda").textContent(), { timeout: 15_000 })
      .toContain("Går vidare til Styret");
    await other.getByLabel("Utsett").check();
    await expect
      .poll(() => stored("Studietur i november"), { timeout: 15_000 })
      .toMatchObject({ outcome: "postponed" });
    await other.close();

    await page.getByRole("link", { name: "Avslutt møtet" }).click();
    await page.getByText("Møtet kan ikkje avsluttast enno").waitFor();
    for (const title of ["Godkjenning av innkalling og dagsorden", "Prosjekter innen satsingsområdene", "Eventuelt"]) {
      await page
        .locator(".sv-liveagenda")
        .getByRole("link", { name: new RegExp(title) })
        .click();
      await page.getByRole("button", { name: "Ta til orientering" }).click();
    }
    await page
      .locator(".sv-liveagenda")
      .getByRole("link", { name: /Referat fra forrige/ })
      .click();
    await page.getByRole("button", { name: "Bruk framlegget" }).click();
    await expect
      .poll(() => stored("Referat fra forrige møte"), { timeout: 15_000 })
      .toMatchObject({ outcome: "as_proposed" });
    await page.getByText("Avslutte møtet?").waitFor();
    await page.getByRole("button", { name: "Avslutt møtet" }).click();
    await page.locator(".sv-main").getByText("Møtet er avslutta").first().waitFor();
    const became = "SELECT title, proposal FROM body_case WHERE body_id = $1";
    expect(await query(app, became, meeting.board)).toEqual([
      { title: "Møteplan for neste år", proposal: expect.stringContaining("Studieturen utgår.") },
    ]);
    const follow = "SELECT words FROM follow_up WHERE item_id = $1";
    expect(await query(app, follow, meeting.items["Møteplan for neste år"])).toEqual([{ words: "Sende ut planen" }]);
    expect(noise).toEqual([]);
    await page.close();
  });

  it("goes on while the connection is cut, from case to case, and loses nothing when the page is closed", async () => {
    await begin();
    const page = await secretary("Studietur i november");
    await page.route("**/live/save*", (route) => route.abort());
    await page.locator("#decision").fill("Utan nett");
    await expect.poll(() => saved(page).textContent(), { timeout: 15_000 }).toBe("Ikkje lagra. Prøver igjen");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "Prosjekter innen satsingsområdene" }).waitFor();
    await page.locator("#notes").fill("Heller ikkje her");
    await page.close({ runBeforeUnload: false });

    const again = await secretary("Studietur i november");
    expect(await again.locator("#decision").inputValue()).toBe("Utan nett");
    await expect
      .poll(() => stored("Studietur i november"), { timeout: 20_000 })
      .toMatchObject({ decision: "Utan nett" });
    await expect
      .poll(() => stored("Prosjekter innen satsingsområdene"), { timeout: 20_000 })
      .toMatchObject({ notes: "Heller ikkje her" });

    // The answer to what was saved is lost on its way: one writes on.
    await again.route(
      "**/live/save",
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await again.locator("#decision").fill("Fyrste");
    await expect.poll(() => stored("Studietur i november"), { timeout: 15_000 }).toMatchObject({ decision: "Fyrste" });
    await again.locator("#decision").fill("Fyrste og andre");
    await expect
      .poll(() => stored("Studietur i november"), { timeout: 20_000 })
      .toMatchObject({ decision: "Fyrste og andre" });
    expect(await again.locator("#difference").count()).toBe(0);
    expect(noise).toEqual([]);
    await again.close();
  });

  it("lets two write in one case: in a field each, and never over each other in the same", async () => {
    await begin();
    const [one, two] = [await secretary("Studietur i november"), await secretary("Studietur i november")];
    await one.locator("#notes").fill("Frå den eine");
    await two.locator("#decision").fill("Frå den andre");
    await expect
      .poll(() => stored("Studietur i november"), { timeout: 15_000 })
      .toMatchObject({ notes: "Frå den eine", decision: "Frå den andre" });
    await expect.poll(() => two.locator("#notes").inputValue(), { timeout: 15_000 }).toBe("Frå den eine");
    await expect.poll(() => one.locator("#decision").inputValue(), { timeout: 15_000 }).toBe("Frå den andre");

    await one.route("**/live/save*", (route) => route.abort());
    await one.locator("#decision").fill("Mitt");
    await two.locator("#decision").fill("Deira");
    await expect.poll(() => stored("Studietur i november"), { timeout: 15_000 }).toMatchObject({ decision: "Deira" });
    await one.unroute("**/live/save*");
    await one.locator("#difference").waitFor({ timeout: 20_000 });
    expect(await saved(one).textContent()).toMatch(/^Endra av .+ kl\. .+ Sjå skilnaden$/);
    expect(await one.locator("#difference del").allTextContents()).toContain("Deira");
    expect(await one.locator("#difference ins").allTextContents()).toContain("Mitt");
    expect(await stored("Studietur i november")).toMatchObject({ decision: "Deira" });
    await one.getByRole("button", { name: "Behald mitt" }).click();
    await expect.poll(() => stored("Studietur i november"), { timeout: 15_000 }).toMatchObject({ decision: "Mitt" });
    await Promise.all([one.close(), two.close()]);
    expect(noise).toEqual([]);
  });

  it("is done without script by forms and links alone", async () => {
    await begin();
    const plain = await browser.newContext({ locale: "nn", javaScriptEnabled: false });
    await plain.addCookies(await context.cookies());
    const page = await plain.newPage();
    await page.goto(`${app.url}${meeting.page}?item=presence`);
    await page.getByRole("button", { name: "Set resten som til stades" }).click();
    expect(await page.locator(".sv-att").textContent()).toContain("5 av 5 med røysterett er til stades");
    await page.goto(`${app.url}${meeting.page}?item=${meeting.items["Møteplan for neste år"]}`);
    await page.getByRole("button", { name: "Bruk framlegget" }).click();
    await page.locator("#notes").fill("Kort ordskifte.");
    await page.getByLabel("Mot røyster").check();
    await page.getByLabel("For", { exact: true }).fill("9");
    await page.getByLabel("Mot", { exact: true }).fill("9");
    await page.locator("form#item-form").getByRole("button", { name: "Lagre" }).click();
    expect(await page.locator("#votes-error").textContent()).toContain("(5)");
    expect(await page.getByLabel("For", { exact: true }).inputValue()).toBe("9");
    await page.getByLabel("Mot", { exact: true }).fill("0");
    await page.getByLabel("For", { exact: true }).fill("5");
    await page.getByLabel("Kva skal gjerast").fill("Sende ut planen");
    await page.getByRole("button", { name: /^Neste: sak 14/ }).click();
    expect(await page.locator("h2#case-title").textContent()).toBe("Studietur i november");
    expect(await stored("Møteplan for neste år")).toEqual({
      ...{ decision: "Rådmannsgruppen slutter seg til framlagt forslag til møteplan.", outcome: "as_proposed" },
      notes: "Kort ordskifte.",
    });
    await plain.close();
  });
});
