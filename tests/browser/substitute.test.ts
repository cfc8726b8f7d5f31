import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMail } from "#tests/features/events/thread";
import { coordinators, makeEvent, signedIn, type Visitor } from "#tests/http/support";
import { type RunningApp, startApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { startSmtp } from "#tests/support/smtp";
import { demoAddress } from "../../prisma/seed/demo";

const first = { name: "Kontaktperson, Voss", email: demoAddress("Voss") };

let app: RunningApp;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let browser: Browser;
let coordinator: Visitor;

beforeAll(async () => {
  smtp = await startSmtp();
  app = await startApp({ demo: true, env: { MAIL_TRANSPORT: "smtp", SMTP_URL: smtp.url } });
  browser = await openBrowser();
  coordinator = await signedIn(app, coordinators.vestland);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await smtp?.stop();
});

/** The mails that came after so many, by recipient, when there are as many as expected. */
async function mailsAfter(before: number, count: number) {
  const deadline = Date.now() + 30_000;
  while (smtp.mails.length < before + count && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const mails = await Promise.all(smtp.mails.slice(before).map(readMail));
  expect(mails).toHaveLength(count);
  return mails.sort((a, b) => a.to.localeCompare(b.to));
}

const addressIn = (text: string) => /https?:\/\/\S+\/answer\/[\w-]+/.exec(text)?.[0] ?? "";

/** The event's page of the coordinator, as words. */
async function eventPage(event: string): Promise<string> {
  const { text } = await coordinator.get(`/r/vestland/events/${event}`);
  return (/<main.*<\/main>/s.exec(text)?.[0] ?? "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

describe.each([
  { how: "with script", javaScriptEnabled: true, substitute: { name: "Rådgjevar, Voss", email: "rad@voss.example" } },
  {
    how: "without script",
    javaScriptEnabled: false,
    substitute: { name: "Einingsleiar, Voss", email: "leiar@voss.example" },
  },
])("naming who meets for one, from the link in the mail, $how", ({ how, javaScriptEnabled, substitute }) => {
  let event: string;
  let page: Page;
  let asked: Awaited<ReturnType<typeof mailsAfter>>;

  beforeAll(async () => {
    const before = smtp.mails.length;
    event = await makeEvent(coordinator, "vestland", `Dialogmøte ${how}`);
    const mail = (await mailsAfter(before, 43)).find(({ to }) => to === first.email);
    const context = await browser.newContext({ locale: "nn", javaScriptEnabled });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(addressIn(mail?.text ?? ""));
  }, 60_000);

  afterAll(() => page?.context().close());

  it("takes two clicks, and keeps what was typed when an address is none", async () => {
    const before = smtp.mails.length;
    await page.getByText("Nokon andre møter for meg").click();
    await page.getByLabel("Namn på stadfortredaren").fill(substitute.name);
    await page.getByLabel("E-post").fill("rad at voss");
    const send = page.getByRole("button", { name: "Send invitasjonen til stadfortredaren" });
    await send.click();
    await page.locator("[aria-invalid=true]").waitFor();
    expect(await page.getByLabel("Namn på stadfortredaren").inputValue()).toBe(substitute.name);
    await page.getByLabel("E-post").fill(substitute.email);
    await send.click();
    await page.getByText(`${substitute.name} er beden om å møte for deg`).waitFor();
    expect(await page.getByRole("button", { name: "Eg kan likevel" }).isVisible()).toBe(true);
    asked = await mailsAfter(before, 2);
  });

  it("takes the entry out of her calendar alone, and invites the substitute to the same event", () => {
    const [hers, other] = asked;
    expect(hers).toMatchObject({ to: first.email, method: "CANCEL", partMethod: "CANCEL", sequence: 1 });
    expect(hers?.status ?? null).toBe(null);
    expect(hers?.attendees).toEqual([`mailto:${first.email}`]);
    expect(other).toMatchObject({ to: substitute.email, method: "REQUEST", partMethod: "REQUEST", sequence: 0 });
    expect(other?.attendees).toEqual([`mailto:${substitute.email}`]);
    expect(other?.uid).toBe(hers?.uid);
    expect(other?.link).not.toBe(hers?.link);
  });

  it("shows the organiser who meets for whom, and counts the seat once", async () => {
    const shown = await eventPage(event);
    expect(shown).toContain(`${substitute.name} for ${first.name}`);
    expect(shown).toContain("0 av 43 har");
  });

  it("counts the substitute's yes for the seat, and the first sees it on her page", async () => {
    const context = await browser.newContext({ locale: "nn", javaScriptEnabled });
    const other = await context.newPage();
    await other.goto(addressIn(asked[1]?.text ?? ""));
    await other.getByText(`Du er beden om å møte for ${first.name}`).waitFor();
    await other.getByRole("button", { name: "Ja, eg kjem", exact: true }).click();
    await other.getByText("Takk, du er påmeld").waitFor();
    await context.close();
    await page.reload();
    await page.getByText(`${substitute.name} møter for deg`).waitFor();
    expect(await eventPage(event)).toContain("1 av 43 har");
  });

  it("gives her the entry back when she can after all, and tells the substitute", async () => {
    const before = smtp.mails.length;
    await page.getByRole("button", { name: "Eg kan likevel" }).click();
    await page.getByText("Takk, du er påmeld").waitFor();
    const [hers, other] = await mailsAfter(before, 2);
    expect(hers).toMatchObject({ to: first.email, method: "REQUEST", sequence: 2, answer: "ACCEPTED" });
    expect(other).toMatchObject({ to: substitute.email, method: "CANCEL", sequence: 1 });
    const shown = await eventPage(event);
    expect(shown).toContain("1 av 43 har");
    expect(shown).toMatch(new RegExp(`${substitute.name} for ${first.name} Var stadfortredar til`));
  });
});
