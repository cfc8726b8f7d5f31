import ICAL from "ical.js";
import type { Browser, BrowserContext, Page } from "playwright-core";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coordinators, query, signedIn } from "#tests/http/support";
import { type RunningApp, startApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { startSmtp } from "#tests/support/smtp";

const home = "/r/vestregionen";
const network = "Nettverk for kontaktpersoner";

let app: RunningApp;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let browser: Browser;
let coordinator: Page;
let guest: BrowserContext;

beforeAll(async () => {
  smtp = await startSmtp();
  app = await startApp({ demo: true, env: { MAIL_TRANSPORT: "smtp", SMTP_URL: smtp.url } });
  browser = await openBrowser();
  // Without script: every step is a plain form.
  const open = () => browser.newContext({ baseURL: app.url, locale: "nb", javaScriptEnabled: false });
  const { cookies } = await signedIn(app, coordinators.vestregionen);
  const context = await open();
  const session = { name: "__Host-samvirk", value: cookies.get("__Host-samvirk") ?? "" };
  await context.addCookies([{ ...session, domain: "localhost", path: "/", secure: true }]);
  coordinator = await context.newPage();
  coordinator.setDefaultTimeout(15_000);
  guest = await open();
  guest.setDefaultTimeout(15_000);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await smtp?.stop();
});

/** The mails that came after so many, when there are as many as expected: to whom, the calendar entry, and the links. */
async function mailsAfter(before: number, count: number) {
  const deadline = Date.now() + 30_000;
  while (smtp.mails.length < before + count && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const mails = smtp.mails.slice(before);
  expect(mails).toHaveLength(count);
  return Promise.all(
    mails.map(async ({ to, raw }) => {
      const mail = await PostalMime.parse(raw);
      const part = mail.attachments.find((one) => one.mimeType === "text/calendar");
      const component = part
        ? new ICAL.Component(ICAL.parse(new TextDecoder().decode(part.content as ArrayBuffer)))
        : null;
      const event = component?.getFirstSubcomponent("vevent");
      return {
        to: to[0] ?? "",
        method: component?.getFirstPropertyValue("method") ?? null,
        uid: String(event?.getFirstPropertyValue("uid") ?? ""),
        sequence: Number(event?.getFirstPropertyValue("sequence") ?? Number.NaN),
        starts: event?.getFirstPropertyValue("dtstart")?.toString() ?? null,
        link: /https?:\/\/\S+\/(?:answer|registration)\/[\w-]+/.exec(mail.text ?? "")?.[0] ?? "",
      };
    }),
  );
}

/** Makes an event in its form, and gives its address. */
async function make(kind: string, title: string, more: { open?: boolean; network?: string } = {}): Promise<string> {
  await coordinator.goto(`${home}/events/new${more.network ? `?network=${more.network}` : ""}`);
  await coordinator.selectOption("[name=kind]", kind);
  const fields = { title, date: "2027-05-26", start: "09:00", end: "11:30", place: "Drammen" };
  for (const [name, value] of Object.entries(fields)) await coordinator.fill(`[name=${name}]`, value);
  await coordinator.locator("main form button[type=submit]").last().click();
  await coordinator.waitForURL(/\/events\/[0-9a-f-]{36}$/);
  return new URL(coordinator.url()).pathname;
}

/** Moves it an hour and tells those it concerns at once. */
async function moveAnHour(event: string): Promise<void> {
  await coordinator.goto(`${event}/edit`);
  await coordinator.fill("[name=start]", "10:00");
  await coordinator.fill("[name=end]", "12:30");
  await coordinator.getByRole("button", { name: "Lagre og send nå" }).click();
  await coordinator.waitForURL((url) => url.pathname === event);
}

/** Lets its time pass; it is then held by itself. */
async function letPass(event: string): Promise<void> {
  await query(
    app,
    "UPDATE event SET starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour', wake_at = now() WHERE id = $1",
    event.slice(-36),
  );
  const held = async () =>
    (await query(app, "SELECT 1 FROM event WHERE id = $1 AND state = 'held'", event.slice(-36))).length > 0;
  for (let round = 0; round < 200 && !(await held()); round += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  await coordinator.goto(event);
  expect(await coordinator.locator("main").innerText()).toContain("Gjennomført");
}

async function networkId(): Promise<string> {
  const [found] = await query<{ id: string }>(app, "SELECT id FROM network WHERE name = $1", network);
  return found?.id ?? "";
}

/** One of each sort; in the long tests every kind there is. */
const everyKind = process.env.SAMVIRK_TEST_LONG === "1";

describe.each(
  everyKind ? ["meeting", "dialogue_meeting", "network_gathering", "podcast_recording"] : ["network_gathering"],
)("the life of a %s", (kind) => {
  it("goes from making and inviting over answers and a change until it has been held", async () => {
    const gathering = kind === "network_gathering" ? { network: await networkId() } : {};
    const event = await make(kind, `Hele livet: ${kind}`, gathering);

    let before = smtp.mails.length;
    await coordinator.goto(`${event}/invite`);
    const send = coordinator.getByRole("button", { name: /^Send til \d+/ });
    const people = Number(/\d+/.exec(await send.innerText())?.[0]);
    expect(people).toBeGreaterThan(3);
    await send.click();
    await coordinator.waitForURL((url) => url.pathname === event);
    const invited = await mailsAfter(before, people);
    for (const mail of invited) expect(mail).toMatchObject({ method: "REQUEST", sequence: 0, uid: invited[0]?.uid });

    const [first, second] = invited;
    for (const [mail, answer] of [
      [first, "Ja, jeg kommer"],
      [second, "Nei"],
    ] as const) {
      const page = await guest.newPage();
      await page.goto(mail?.link ?? "");
      await page.getByRole("button", { name: answer, exact: true }).click();
      await page.waitForLoadState();
      await page.close();
    }
    await coordinator.goto(event);
    expect(await coordinator.locator("main").innerText()).toContain(`2 av ${people} har`);

    before = smtp.mails.length;
    await moveAnHour(event);
    // Who has said no is left in peace.
    const updates = await mailsAfter(before, people - 1);
    for (const mail of updates)
      expect(mail).toMatchObject({ method: "REQUEST", sequence: 1, uid: first?.uid, starts: "2027-05-26T10:00:00" });
    expect(updates.map(({ to }) => to)).not.toContain(second?.to);

    await letPass(event);
    const page = await guest.newPage();
    await page.goto(first?.link ?? "");
    expect(await page.getByRole("button", { name: "Ja, jeg kommer" }).count()).toBe(0);
    await page.close();
  }, 60_000);
});

describe.each(everyKind ? ["webinar", "professional_day", "conference"] : ["conference"])(
  "the life of a %s",
  (kind) => {
    it("goes from making and opening it over sign-ups and a waiting list until it has been held", async () => {
      const title = `Hele livet: ${kind}`;
      const event = await make(kind, title);
      const id = event.slice(-36);
      await query(
        app,
        `UPDATE event SET open = true, state = 'published', registration = 'open', capacity = 1, organizer_name = 'Vestregionen',
         organizer_address = 'svar@vestregionen.example' WHERE id = $1`,
        id,
      );
      const page = await guest.newPage();
      await page.goto("/vestregionen/calendar");
      await page.getByRole("link", { name: title }).click();
      await page.waitForURL(/\/events\/[0-9a-f-]{36}$/);

      const signUp = async (name: string, email: string, said: string) => {
        await page.goto(`/vestregionen/events/${id}`);
        await page.fill("[name=name]", name);
        await page.fill("[name=email]", email);
        await page.locator("main form button[type=submit]").last().click();
        await page.getByText(said).first().waitFor();
      };
      let before = smtp.mails.length;
      await signUp("Fagleder, Lier", `en-${kind}@lier.example`, "Du er påmeldt");
      const [confirmed] = await mailsAfter(before, 1);
      expect(confirmed).toMatchObject({
        to: `en-${kind}@lier.example`,
        method: "REQUEST",
        starts: "2027-05-26T09:00:00",
      });
      before = smtp.mails.length;
      await signUp("Fagleder, Hole", `to-${kind}@hole.example`, "på ventelisten");
      await mailsAfter(before, 1);
      await page.goto("/vestregionen/calendar");
      expect(await page.locator("main").innerText()).toContain("Fullt, venteliste");

      await letPass(event);
      await page.goto("/vestregionen/calendar");
      expect(await page.getByRole("link", { name: title }).count()).toBe(0);
      await page.close();
    }, 60_000);
  },
);
