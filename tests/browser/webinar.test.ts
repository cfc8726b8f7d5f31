import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningApp, startApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { startSmtp } from "#tests/support/smtp";
import { readMail } from "../features/events/thread";
import { eventForm, query, signedIn } from "../http/support";

type Smtp = Awaited<ReturnType<typeof startSmtp>>;

let app: RunningApp;
let smtp: Smtp;
let browser: Browser;

beforeAll(async () => {
  smtp = await startSmtp();
  app = await startApp({ demo: true, env: { MAIL_TRANSPORT: "smtp", SMTP_URL: smtp.url } });
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await smtp?.stop();
});

/** The newest mail to an address that says this, and where its own page is. */
async function mailTo(address: string, subject: string) {
  const found = async () =>
    (await Promise.all(smtp.mails.filter(({ to }) => to[0] === address).map(readMail))).findLast((mail) =>
      mail.subject.includes(subject),
    );
  await expect.poll(async () => Boolean(await found()), { timeout: 30_000 }).toBe(true);
  const mail = await found();
  if (!mail) throw new Error("It was there");
  return { ...mail, page: `/vestland/registration/${mail.link}` };
}

async function person(): Promise<{ page: Page }> {
  const context = await browser.newContext({ baseURL: app.url, locale: "nn" });
  context.setDefaultTimeout(20_000);
  return { page: await context.newPage() };
}

it("lives: signed up to, full, waited for, cancelled, offered, taken, joined", async () => {
  const publisher = await signedIn(app, "koordinator@vestland.example");
  const form = { ...eventForm("Webinar om velferdsteknologi"), kind: "webinar" };
  const made = await publisher.post("/r/vestland/events/new", form);
  const id = made.location?.slice(-36) ?? "";
  await query(app, "UPDATE event SET state = 'published' WHERE id = $1", id);

  const settings = `/r/vestland/events/${id}/registrations/settings`;
  const version = /name="version" value="(\d+)"/.exec((await publisher.get(settings)).text)?.[1] ?? "";
  const saved = await publisher.post(settings, {
    ...{ intent: "settings", version, registration: "open", open: "on", attendanceWay: "online", capacity: "1" },
    ...{ offerHours: "24", joinLink: "https://video.example/hemmeleg" },
  });
  expect(saved.status).toBe(302);

  const { page: guest } = await person();
  const signUp = async (name: string, email: string) => {
    await guest.goto(`/vestland/events/${id}`);
    await guest.getByLabel("Namn").fill(name);
    await guest.getByLabel("E-postadresse").fill(email);
    await guest.getByRole("button", { name: /Meld meg på|Set meg på/ }).click();
  };
  await signUp("Kari", "kari@voss.example");
  await guest.getByRole("heading", { name: "Du er påmeld" }).waitFor();
  const confirmed = await mailTo("kari@voss.example", "du er påmeld");
  expect([confirmed.method, confirmed.answer]).toEqual(["REQUEST", "ACCEPTED"]);
  expect(confirmed.ics + confirmed.text).not.toContain("hemmeleg");

  await signUp("Ola", "ola@voss.example");
  await guest.getByRole("heading", { name: "Du er nummer 1 på ventelista" }).waitFor();
  const waiting = await mailTo("ola@voss.example", "venteliste");

  await guest.goto(confirmed.page);
  await guest.getByText("Meld deg av").click();
  await guest.getByRole("button", { name: "Meld meg av" }).click();
  await guest.getByRole("heading", { name: "Du er meld av" }).waitFor();
  expect((await mailTo("kari@voss.example", "du er meld av")).method).toBe("CANCEL");

  await expect
    .poll(async () =>
      (
        await query<{ state: string }>(app, "SELECT state FROM registration WHERE event_id = $1 ORDER BY number", id)
      ).map(({ state }) => state),
    )
    .toEqual(["cancelled", "offered"]);
  await guest.goto(waiting.page);
  await guest.getByRole("button", { name: "Ta plassen" }).click();
  await guest.getByRole("heading", { name: "Du er påmeld" }).waitFor();
  expect(await guest.getByRole("link", { name: "Bli med" }).getAttribute("href")).toBe(
    "https://video.example/hemmeleg",
  );

  // The hour before it begins has come.
  await query(
    app,
    `UPDATE event SET starts_at = now() + interval '50 minutes', ends_at = now() + interval '2 hours',
       changed_at = now() - interval '1 hour', wake_at = now() WHERE id = $1`,
    id,
  );
  await query(app, "UPDATE registration SET created_at = now() - interval '2 hours' WHERE event_id = $1", id);
  await query(app, "UPDATE delivery SET due_at = now() WHERE event_id = $1 AND state = 'queued'", id);
  const join = await mailTo("ola@voss.example", "det byrjar snart");
  expect(join.text).toContain("https://video.example/hemmeleg");
  expect(smtp.mails.filter(({ to, raw }) => to[0] === "kari@voss.example" && raw.includes("hemmeleg"))).toEqual([]);
  expect((await publisher.get(`/r/vestland/events/${id}/registrations`)).text).toContain("Kari");
}, 180_000);
