import { join } from "node:path";
import ICAL from "ical.js";
import type { Browser, Page } from "playwright-core";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningApp, runBuilt, startApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { startSmtp } from "#tests/support/smtp";
import { projectFolder } from "~/platform/env.server";

type Smtp = Awaited<ReturnType<typeof startSmtp>>;

/** The words of the pages, as the two regions' coordinators read them. */
const regions = [
  {
    slug: "vestland",
    coordinator: "koordinator@vestland.example",
    language: "nn",
    plan: "prisma/seed/vestland-plan.txt",
    period: "2021",
    found: { rows: 64, actors: 8, plan: 24, networks: 19 },
    row: "Møte med kontaktpersonar i kommunane",
    municipalities: 43,
    mailLanguages: { nn: 43, nb: 0 },
    words: {
      send: "Send meg ei lenkje",
      signIn: "Logg inn",
      read: "Les inn og vis",
      save: /^Lagre 64 rader/,
      nothing: "Ingenting å lagre",
      make: "Lag arrangement",
      invite: "Inviter kontaktpersonane",
      sendTo: "Send til 43",
      yes: "Ja, eg kjem",
      no: "Nei",
      maybe: "Kanskje",
      thanks: "Takk, du er påmeld",
      edit: "Rediger",
      saveNow: "Lagre og send no",
      cancel: "Avlys",
      cancelAll: "Avlys og send til 43",
      cancelled: "Avlyst",
      mailAsk: "Svar på invitasjonen",
    },
  },
  {
    slug: "vestregionen",
    coordinator: "koordinator@vestregionen.example",
    language: "nb",
    plan: "prisma/seed/vestregionen-plan.txt",
    period: "2026",
    found: { rows: 19, actors: 5, plan: 10, networks: 4 },
    row: "Møte med kommunenes kontaktpersoner",
    municipalities: 11,
    mailLanguages: { nn: 0, nb: 11 },
    words: {
      send: "Send meg en lenke",
      signIn: "Logg inn",
      read: "Les inn og vis",
      save: /^Lagre 19 rader/,
      nothing: "Ingenting å lagre",
      make: "Lag arrangement",
      invite: "Inviter kontaktpersonene",
      sendTo: "Send til 11",
      yes: "Ja, jeg kommer",
      no: "Nei",
      maybe: "Kanskje",
      thanks: "Takk, du er påmeldt",
      edit: "Rediger",
      saveNow: "Lagre og send nå",
      cancel: "Avlys",
      cancelAll: "Avlys og send til 11",
      cancelled: "Avlyst",
      mailAsk: "Svar på invitasjonen",
    },
  },
] as const;

let app: RunningApp;
let smtp: Smtp;
let browser: Browser;

beforeAll(async () => {
  smtp = await startSmtp();
  app = await startApp({
    env: { MAIL_TRANSPORT: "smtp", SMTP_URL: smtp.url },
    before: async (env) => void (await runBuilt("seed", env, "--bare")),
  });
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await smtp?.stop();
});

/** Waits until the mails to an address, or to all, are as many as expected, and gives the new ones parsed. */
async function mailsAfter(before: number, count: number) {
  const deadline = Date.now() + 30_000;
  while (smtp.mails.length < before + count && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const mails = smtp.mails.slice(before);
  expect(mails).toHaveLength(count);
  return Promise.all(
    mails.map(async ({ to, raw }) => {
      const mail = await PostalMime.parse(raw);
      const part = mail.attachments.find((one) => one.mimeType === "text/calendar");
      const calendar = part ? new TextDecoder().decode(part.content as ArrayBuffer) : null;
      const component = calendar ? new ICAL.Component(ICAL.parse(calendar)) : null;
      const event = component?.getFirstSubcomponent("vevent");
      return {
        to: to[0] ?? "",
        subject: mail.subject ?? "",
        text: mail.text ?? "",
        method: component?.getFirstPropertyValue("method") ?? null,
        uid: String(event?.getFirstPropertyValue("uid") ?? ""),
        sequence: Number(event?.getFirstPropertyValue("sequence") ?? Number.NaN),
        starts: event ? new ICAL.Event(event).startDate : null,
        attendees: event?.getAllProperties("attendee") ?? [],
        headerMethod: /method=(\w+)/.exec(raw.toString("latin1"))?.[1] ?? null,
        link: /https?:\/\/\S+\/(?:answer|sign-in)\/[\w-]+/.exec(mail.text ?? "")?.[0] ?? "",
      };
    }),
  );
}

/** A page of its own for somebody, in her language. */
async function pageFor(language: string): Promise<Page> {
  const context = await browser.newContext({ locale: language, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

describe.each(regions)("from plan to answer in $slug", (region) => {
  const { words, slug } = region;
  let page: Page;
  let eventAddress: string;
  let invited: Awaited<ReturnType<typeof mailsAfter>>;

  beforeAll(async () => {
    page = await pageFor(region.language);
  });

  it("signs the coordinator in by a link in her mail", async () => {
    const before = smtp.mails.length;
    await page.goto(`${app.url}/r/${slug}`);
    await page.getByRole("textbox").fill(region.coordinator);
    await page.getByRole("button", { name: words.send }).click();
    await page.waitForURL(/\/sign-in\/code/);
    const [mail] = await mailsAfter(before, 1);
    expect(mail?.to).toBe(region.coordinator);
    await page.goto(mail?.link ?? "");
    await page.getByRole("button", { name: words.signIn, exact: true }).click();
    await page.waitForURL(`${app.url}/r/${slug}`);
    expect(await page.title()).toMatch(/Samvirk/);
  });

  it("imports the plan as it is, and the second time changes nothing", async () => {
    for (const again of [false, true]) {
      await page.goto(`${app.url}/r/${slug}/import`);
      await page.setInputFiles("input[type=file]", join(projectFolder(), region.plan));
      await page.getByRole("button", { name: words.read }).click();
      await page.waitForURL(/\/import\/[0-9a-f-]+$/);
      if (again) {
        await page.getByText(words.nothing).first().waitFor();
      } else {
        await page.getByRole("button", { name: words.save }).click();
        await page.getByRole("button", { name: words.save }).waitFor({ state: "detached" });
      }
    }
    await page.goto(`${app.url}/r/${slug}/actors`);
    expect(await page.locator("main").innerText()).toContain(String(region.found.actors));
    await page.goto(`${app.url}/r/${slug}/networks`);
    expect(await page.locator("main").innerText()).toContain(String(region.found.networks));
  });

  it("shows the plan with its words and what they mean", async () => {
    await page.goto(`${app.url}/r/${slug}/plan/${region.period}`);
    const text = await page.locator("main").innerText();
    expect(text).toContain(`${region.found.plan} tiltak`);
    await page.getByRole("link", { name: region.row }).first().click();
    await page.waitForURL(/\/rows\//);
  });

  it("makes an event of the row, on a date to come", async () => {
    await page.getByRole("link", { name: words.make }).click();
    await page.waitForURL(/\/events\/new/);
    await page.fill("[name=date]", "2027-05-26");
    await page.fill("[name=start]", "09:00");
    await page.fill("[name=end]", "11:30");
    await page.fill("[name=place]", "Førde, møterom Jølster");
    await page.fill("[name=replyBy]", "2027-05-19");
    await page.getByRole("button", { name: words.make }).click();
    await page.waitForURL(/\/events\/[0-9a-f-]{36}$/);
    eventAddress = page.url();
  });

  it("invites every contact person with one mail, a calendar entry and a personal link", async () => {
    const before = smtp.mails.length;
    await page.getByRole("link", { name: words.invite }).click();
    await page.getByRole("button", { name: words.sendTo }).click();
    await page.waitForURL(eventAddress);
    invited = await mailsAfter(before, region.municipalities);
    expect(new Set(invited.map((mail) => mail.to)).size).toBe(region.municipalities);
    expect(new Set(invited.map((mail) => mail.link)).size).toBe(region.municipalities);
    expect(new Set(invited.map((mail) => mail.uid)).size).toBe(1);
    for (const mail of invited) {
      expect(mail).toMatchObject({ method: "REQUEST", headerMethod: "REQUEST", sequence: 0 });
      expect(mail.attendees).toHaveLength(1);
      expect(mail.attendees[0]?.getFirstValue()).toBe(`mailto:${mail.to}`);
      expect(mail.starts?.toString()).toBe("2027-05-26T09:00:00");
      expect(mail.starts?.zone?.tzid).toBe("Europe/Oslo");
    }
    const written = (words: RegExp) => invited.filter((mail) => words.test(mail.text)).length;
    expect({ nn: written(/Svar innan/), nb: written(/Svar innen/) }).toEqual(region.mailLanguages);
  });

  it("takes a contact person's answer with one button and no password, and nothing from GET or HEAD", async () => {
    const [first, second, third] = invited.slice(0, 3);
    for (const mail of invited.slice(0, 3)) {
      await fetch(mail.link, { method: "HEAD" });
      await fetch(mail.link);
    }
    await page.reload();
    expect(await page.locator("main").innerText()).toContain(`0 av ${region.municipalities} har`);
    const answers: [typeof first, string][] = [
      [first, words.yes],
      [second, words.maybe],
      [third, words.no],
    ];
    for (const [mail, answer] of answers) {
      const guest = await pageFor("en");
      await guest.goto(mail?.link ?? "");
      expect(await guest.locator("html").getAttribute("lang")).toBe(region.language);
      await guest.getByRole("button", { name: answer, exact: true }).click();
      await guest.getByRole("button", { name: answer, exact: true }).waitFor({ state: "detached" });
      if (answer === words.yes) await guest.getByText(words.thanks).waitFor();
      await guest.context().close();
    }
  });

  it("shows the coordinator the answers per municipality and who has not answered", async () => {
    await page.reload();
    const main = page.locator("main");
    expect(await main.innerText()).toContain(`3 av ${region.municipalities} har`);
    const rows = page.locator("main table").first().locator("tbody tr");
    expect(await rows.count()).toBe(region.municipalities - 3);
  });

  it("moves the event an hour and sends it now: the same entry, SEQUENCE + 1, those who said no are left in peace", async () => {
    const before = smtp.mails.length;
    await page.getByRole("link", { name: words.edit, exact: true }).click();
    await page.fill("[name=start]", "10:00");
    await page.fill("[name=end]", "12:30");
    await page.getByRole("button", { name: words.saveNow }).click();
    await page.waitForURL(eventAddress);
    const updates = await mailsAfter(before, region.municipalities - 1);
    for (const mail of updates) {
      expect(mail).toMatchObject({ method: "REQUEST", headerMethod: "REQUEST", sequence: 1, uid: invited[0]?.uid });
      expect(mail.starts?.toString()).toBe("2027-05-26T10:00:00");
      expect(mail.attendees[0]?.getParameter("partstat")).toBe("NEEDS-ACTION");
    }
    expect(updates.map((mail) => mail.to)).not.toContain(invited[2]?.to);
  });

  it("cancels it: CANCEL to everybody, and the answer page says so", async () => {
    const before = smtp.mails.length;
    await page.locator(".sv-head__actions summary").click();
    await page.getByRole("link", { name: words.cancel, exact: true }).click();
    await page.getByRole("button", { name: words.cancelAll }).click();
    await page.waitForURL(eventAddress);
    const cancellations = await mailsAfter(before, region.municipalities);
    for (const mail of cancellations) {
      expect(mail).toMatchObject({ method: "CANCEL", headerMethod: "CANCEL", uid: invited[0]?.uid });
      expect(mail.sequence).toBe(mail.to === invited[2]?.to ? 1 : 2);
    }
    expect(await page.locator("main").innerText()).toContain(words.cancelled);
    const guest = await pageFor("en");
    await guest.goto(invited[0]?.link ?? "");
    expect(await guest.getByRole("button", { name: words.yes }).count()).toBe(0);
    await guest.context().close();
  });
});
