import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asAdmin, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { openSpentLink } from "~/features/auth/links.server";
import { readsMailAt, takeMail } from "~/features/automation/receive-mail.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { saveTemplate } from "~/features/delivery/save-template.server";
import { askAgain, askSubscription } from "~/features/subscriptions/ask-subscription.server";
import { changePreferences } from "~/features/subscriptions/change-preferences.server";
import { asksToConfirm, confirmSubscription } from "~/features/subscriptions/confirm-subscription.server";
import { asksToLeave, leaveNewsletter } from "~/features/subscriptions/leave-newsletter.server";
import { makeMailLinks } from "~/features/subscriptions/mail-links.server";
import { preferencesView } from "~/features/subscriptions/preferences.view.server";
import { newsletterRecipients } from "~/features/subscriptions/recipients.view.server";
import { listenForMail } from "~/platform/mail/inbound.server";
import { day, makeNewsletterRegion, type NewsletterRegion, now } from "./region";

const database = useDatabase();
const post = usePost();
const today = "2027-05-03";
const later = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);

async function setUp() {
  const region = await makeNewsletterRegion(database.url().adminUrl);
  await asAdmin(database.url().adminUrl, "UPDATE region SET mail_mode = 'hold', reply_address = $2 WHERE id = $1", [
    region.id,
    `svar-${region.slug}@vestland.example`,
  ]);
  const { id } = await region.newsletter();
  return { region, newsletterId: id };
}

const ask = (region: NewsletterRegion, newsletterIds: string[], email: string, at = now) =>
  region.inside((db) => askSubscription(db, { newsletterIds, email, locale: "nn", now: at }));

/** The token of the mail that asks, and what it says. */
async function asked(at = now) {
  const [mail] = await post.read(at);
  return { token: /\/subscription\/([\w~-]+)/.exec(mail?.text ?? "")?.[1] ?? "", mail };
}
const names = async (region: NewsletterRegion, newsletterId: string) => {
  const { people } = await region.inside((db) => newsletterRecipients(db, newsletterId, day));
  return people.map(({ name }) => name).sort();
};
const printOf = (region: NewsletterRegion) =>
  region.inside(async (db) => ({
    subscriptions: await db.subscription.findMany(),
    people: await db.person.findMany(),
    deliveries: await db.delivery.count(),
    log: await db.auditEvent.count(),
  }));

describe("somebody who asks for a newsletter", () => {
  it("is asked by mail, also while the region is on hold, and gets nothing before she has said yes", async () => {
    const { region, newsletterId } = await setUp();
    expect(await ask(region, [newsletterId], "ida@voss.example")).toBe(true);
    expect(await names(region, newsletterId)).not.toContain("ida@voss.example");
    const { token, mail } = await asked();
    expect([mail?.to, mail?.subject]).toEqual(["ida@voss.example", "Vestland: stadfest at du vil ha nyheitsbrevet"]);
    expect(mail?.text).toContain("Lenkja gjeld til måndag 10. mai 2027");
    const before = await printOf(region);
    expect(await region.inside((db) => asksToConfirm(db, { token, now }))).toMatchObject({
      newsletters: [{ name: "Nyheitsbrev" }],
      confirmed: false,
    });
    expect(await printOf(region)).toEqual(before);
    expect(await region.inside((db) => confirmSubscription(db, { token, locale: "nn", now }))).toBe(true);
    expect(await names(region, newsletterId)).toContain("ida@voss.example");
    const person = await region.inside((db) => db.person.findFirst({ where: { email: "ida@voss.example" } }));
    expect(person?.locale).toBe("nn");
    expect(await region.inside((db) => confirmSubscription(db, { token, locale: "nn", now }))).toBe(true);
    expect(await region.inside((db) => db.subscription.count())).toBe(1);
  });

  it("says yes to all she asked for by one link, and to nothing else", async () => {
    const { region, newsletterId } = await setUp();
    const course = await region.newsletter({ name: "Kurs", position: 2, toContactPersons: false });
    const closed = await region.newsletter({ name: "Internt", position: 3, open: false, toContactPersons: false });
    await ask(region, [newsletterId, course.id, closed.id], "jon@voss.example");
    const { token, mail } = await asked();
    expect(mail?.text).toContain("Nyheitsbrev, Kurs");
    await region.inside((db) => confirmSubscription(db, { token, locale: "nb", now }));
    expect(await names(region, course.id)).toEqual(["jon@voss.example"]);
    expect(await names(region, closed.id)).toEqual([]);
  });

  it("is asked in the same way when she gets it already, and keeps what she has", async () => {
    const { region, newsletterId } = await setUp();
    const ida = await region.person("Ida");
    await region.subscribe(newsletterId, ida.id, "active");
    const before = await region.inside((db) => db.subscription.findMany());
    expect(await ask(region, [newsletterId], ida.email)).toBe(true);
    const { mail } = await asked();
    expect(mail?.subject).toBe("Vestland: stadfest at du vil ha nyheitsbrevet");
    expect(await region.inside((db) => db.subscription.findMany())).toEqual(before);
  });

  it("is not written to when she has said that our mail is unwanted, and the answer is the same", async () => {
    const { region, newsletterId } = await setUp();
    const ida = await region.person("Ida", { heldSince: now, heldReason: "complained" });
    expect(await ask(region, [newsletterId], ida.email)).toBe(true);
    expect(await post.read(now)).toEqual([]);
  });

  it("has a week: after that the link opens nothing, and a new one can be sent to its address alone", async () => {
    const { region, newsletterId } = await setUp();
    await ask(region, [newsletterId], "ida@voss.example");
    const { token } = await asked();
    expect(await region.inside((db) => confirmSubscription(db, { token, locale: "nn", now: later(8) }))).toBe(false);
    await region.inside((db) => askAgain(db, { token, locale: "nn", now: later(8) }));
    const renewed = await asked(later(8));
    expect(renewed.mail?.to).toBe("ida@voss.example");
    expect(renewed.token).not.toBe(token);
    await region.inside((db) => askAgain(db, { token: "x".repeat(32), locale: "nn", now: later(8) }));
    expect(await post.read(later(8))).toEqual([]);
  });

  it("wants this one when she had wanted none, and still none of the others", async () => {
    const { region, newsletterId } = await setUp();
    const other = await region.newsletter({ name: "Kurs", position: 2 });
    const voss = await region.contact("Voss");
    await region.inside((db) => db.person.updateMany({ where: { id: voss }, data: { optedOut: ["newsletters"] } }));
    await ask(region, [newsletterId], "kontakt-voss@samvirk.example");
    const { token } = await asked();
    await region.inside((db) => confirmSubscription(db, { token, locale: "nn", now }));
    expect(await names(region, newsletterId)).toContain("Kontakt-Voss");
    expect(await names(region, other.id)).not.toContain("Kontakt-Voss");
  });
});

async function withLink(name = "Voss") {
  const { region, newsletterId } = await setUp();
  const personId = await region.contact(name);
  const tokens = await region.inside((db) => makeMailLinks(db, { newsletterId, personIds: [personId], now }));
  return { region, newsletterId, personId, token: tokens.get(personId) ?? "" };
}

describe("somebody who leaves a newsletter", () => {
  it("leaves it by a POST alone (L1), once, and that one alone (M2)", async () => {
    const { region, newsletterId, token, personId } = await withLink();
    const other = await region.newsletter({ name: "Kurs", position: 2 });
    const before = await printOf(region);
    expect(await region.inside((db) => asksToLeave(db, { token, now }))).toMatchObject({ left: false });
    expect(await printOf(region)).toEqual(before);
    expect(await region.inside((db) => leaveNewsletter(db, { token, now }))).toBe(true);
    const log = (await printOf(region)).log;
    expect(await region.inside((db) => leaveNewsletter(db, { token, now }))).toBe(true);
    expect((await printOf(region)).log).toBe(log);
    expect(await names(region, newsletterId)).toEqual(["Kontakt-Alver", "Kontakt-Bergen"]);
    expect(await names(region, other.id)).toHaveLength(3);
    const person = await region.inside((db) => db.person.findFirst({ where: { id: personId } }));
    expect(person?.optedOut).toEqual([]);
  });

  it("has a link that lasts for years, bound to one region, purpose and person (L2)", async () => {
    const { region, token } = await withLink();
    expect(await region.inside((db) => asksToLeave(db, { token, now: later(4 * 365) }))).not.toBeNull();
    expect(await region.inside((db) => asksToLeave(db, { token, now: later(6 * 365) }))).toBeNull();
    expect(await region.inside((db) => openSpentLink(db, token, "subscription"))).toBeNull();
    const other = await setUp();
    expect(await other.region.inside((db) => leaveNewsletter(db, { token, now }))).toBe(false);
    expect(await region.inside((db) => leaveNewsletter(db, { token: `${token}x`, now }))).toBe(false);
  });

  it("gets nothing that waits in the outbox, and the others do", async () => {
    const { region, newsletterId, token, personId } = await withLink();
    const alver = await region.contact("Alver");
    await region.inside(async (db) => {
      const issue = await db.newsletterIssue.create({ data: { newsletterId, year: 2027, number: 1, since: now } });
      const template = { subject: "Nytt", html: "<p>{{why}} {{unsubscribe}}</p>", text: "{{why}} {{unsubscribe}}" };
      const templateId = await saveTemplate(db, { key: "1", locale: "nn", template });
      await queueMessages(
        db,
        [personId, alver].map((id) => ({
          key: id,
          message: { kind: "newsletter" as const, fill: { why: "Fordi." } },
          to: { personId: id, name: "", address: "x@voss.example" },
          locale: "nn" as const,
          secret: token,
          dueAt: now,
          issueId: issue.id,
          templateId,
        })),
      );
      await leaveNewsletter(db, { token, now });
    });
    const rows = await region.inside((db) => db.delivery.findMany({ where: { kind: "newsletter" } }));
    expect(new Map(rows.map(({ personId: id, state, secret }) => [id, [state, secret]]))).toEqual(
      new Map([
        [personId, ["dropped", null]],
        [alver, ["queued", token]],
      ]),
    );
  });
});

describe("a mail that asks to leave", () => {
  let smtp: Awaited<ReturnType<typeof listenForMail>>;
  const taken: string[] = [];
  beforeAll(async () => {
    smtp = await listenForMail(
      { host: "127.0.0.1", port: 0 },
      { reads: readsMailAt, take: async (mail) => taken.push(await takeMail(mail, now)) },
    );
  });
  afterAll(() => smtp.close());

  async function send(to: string, subject: string) {
    const transport = createTransport({ host: "127.0.0.1", port: smtp.port, secure: false, ignoreTLS: true });
    await transport.sendMail({ from: "kontakt-voss@samvirk.example", to, subject, text: "" });
    transport.close();
    return taken.pop();
  }

  it("is what the header of the newsletter makes a mail program send", async () => {
    const { region, newsletterId, token } = await withLink();
    const to = `svar-${region.slug}@vestland.example`;
    expect(await send(to, `unsubscribe ${"x".repeat(32)}`)).toBe("unknown");
    expect(await send(to, "unsubscribe")).toBe("no-reply");
    expect(await names(region, newsletterId)).toContain("Kontakt-Voss");
    expect(await send(to, `unsubscribe ${token}`)).toBe("left");
    expect(await names(region, newsletterId)).not.toContain("Kontakt-Voss");
  });
});

describe("choosing what one gets", () => {
  const view = (region: NewsletterRegion, token: string) =>
    region.inside((db) => preferencesView(db, { token, today, now }));
  const save = (
    region: NewsletterRegion,
    token: string,
    wanted: Partial<Parameters<typeof changePreferences>[1]["wanted"]>,
  ) =>
    region.inside((db) =>
      changePreferences(db, {
        token,
        today,
        now,
        wanted: { newsletterIds: [], invitations: true, reminders: true, locale: null, ...wanted },
      }),
    );

  it("shows what is open or hers, with why, and not the whole address", async () => {
    const { region, token } = await withLink();
    await region.newsletter({ name: "Kurs", position: 2, toContactPersons: false });
    await region.newsletter({ name: "Internt", position: 3, toContactPersons: false, open: false });
    await region.newsletter({ name: "Før", position: 4, endedAt: now });
    const shown = await view(region, token);
    expect(shown?.newsletters.map(({ name, because, gets }) => [name, because, gets])).toEqual([
      ["Nyheitsbrev", "contact", true],
      ["Kurs", null, false],
    ]);
    expect(shown?.email).toBe("k…@samvirk.example");
    expect([shown?.invitations, shown?.reminders, shown?.locale]).toEqual([true, true, null]);
  });

  it("keeps the scopes apart: each is changed without the others (M2)", async () => {
    const { region, newsletterId, token, personId } = await withLink();
    const person = () => region.inside((db) => db.person.findFirstOrThrow({ where: { id: personId } }));
    await save(region, token, { newsletterIds: [newsletterId], reminders: false, locale: "en" });
    expect(await person()).toMatchObject({ optedOut: ["reminders"], locale: "en" });
    expect(await names(region, newsletterId)).toContain("Kontakt-Voss");
    await save(region, token, { newsletterIds: [], locale: "en" });
    expect(await person()).toMatchObject({ optedOut: [], locale: "en" });
    expect(await names(region, newsletterId)).not.toContain("Kontakt-Voss");
  });

  it("lets her back to what her role gives, without a subscription that outlives the role", async () => {
    const { region, newsletterId, token } = await withLink();
    await region.inside((db) => leaveNewsletter(db, { token, now }));
    await save(region, token, { newsletterIds: [newsletterId] });
    expect(await names(region, newsletterId)).toContain("Kontakt-Voss");
    expect(await region.inside((db) => db.subscription.count())).toBe(0);
  });

  it("lets her into another that is open, and into none that is not shown", async () => {
    const { region, newsletterId, token } = await withLink();
    const course = await region.newsletter({ name: "Kurs", position: 2, toContactPersons: false });
    const closed = await region.newsletter({ name: "Internt", position: 3, toContactPersons: false, open: false });
    await save(region, token, { newsletterIds: [newsletterId, course.id, closed.id] });
    expect(await names(region, course.id)).toEqual(["Kontakt-Voss"]);
    expect(await names(region, closed.id)).toEqual([]);
  });

  it("from none at all into one leaves the others, and choosing none keeps none", async () => {
    const { region, newsletterId, token, personId } = await withLink();
    const other = await region.newsletter({ name: "Kurs", position: 2 });
    const person = () => region.inside((db) => db.person.findFirstOrThrow({ where: { id: personId } }));
    await region.inside((db) => db.person.updateMany({ where: { id: personId }, data: { optedOut: ["newsletters"] } }));
    expect((await view(region, token))?.newsletters.map(({ gets }) => gets)).toEqual([false, false]);
    await save(region, token, { reminders: false });
    expect((await person()).optedOut).toEqual(["newsletters", "reminders"]);
    await save(region, token, { newsletterIds: [other.id] });
    expect((await person()).optedOut).toEqual([]);
    expect([await names(region, newsletterId), await names(region, other.id)]).toEqual([
      ["Kontakt-Alver", "Kontakt-Bergen"],
      ["Kontakt-Alver", "Kontakt-Bergen", "Kontakt-Voss"],
    ]);
  });

  it("opens nothing by a link that is wrong, and changes nothing by it", async () => {
    const { region } = await withLink();
    const before = await printOf(region);
    expect(await view(region, "x".repeat(32))).toBeNull();
    expect(await save(region, "x".repeat(32), {})).toBe(false);
    expect(await printOf(region)).toEqual(before);
  });
});
