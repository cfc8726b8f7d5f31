import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { addPart } from "~/features/audiences/change-rule.server";
import { newAudience } from "~/features/audiences/keep-audience.server";
import { openLink } from "~/features/auth/links.server";
import { mailLinks, makeMailLinks } from "~/features/subscriptions/mail-links.server";
import { newsletterRecipients, recipientsToSend } from "~/features/subscriptions/recipients.view.server";
import { takeOutSubscribers } from "~/features/subscriptions/take-out-subscribers.server";
import { whyWords } from "~/features/subscriptions/why-words";
import { day, makeNewsletterRegion, now } from "./region";

const database = useDatabase();
const setUp = () => makeNewsletterRegion(database.url().adminUrl);
const names = (people: { name: string }[]) => people.map(({ name }) => name);

describe("who gets a newsletter", () => {
  it("is the contact persons and those who subscribe, each once, and nobody who has not confirmed", async () => {
    const region = await setUp();
    const { id } = await region.newsletter();
    const [ida, jon] = [await region.person("Ida"), await region.person("Jon")];
    await region.subscribe(id, ida.id, "active");
    await region.subscribe(id, jon.id, "pending");
    await region.subscribe(id, await region.contact("Voss"), "active");
    const { people } = await region.inside((db) => newsletterRecipients(db, id, day));
    expect(people.map(({ name, because, municipalityName }) => [name, because, municipalityName])).toEqual([
      ["Kontakt-Alver", "contact", "Alver"],
      ["Kontakt-Bergen", "contact", "Bergen"],
      ["Kontakt-Voss", "contact", "Voss"],
      ["Ida", "subscriber", null],
    ]);
  });

  it("leaves out, with the reason, who has left it, wants none at all, or has an address that is held", async () => {
    const region = await setUp();
    const { id } = await region.newsletter();
    const [voss, alver, bergen] = [
      await region.contact("Voss"),
      await region.contact("Alver"),
      await region.contact("Bergen"),
    ];
    await region.subscribe(id, voss, "left");
    await region.inside(async (db) => {
      await db.person.updateMany({ where: { id: alver }, data: { optedOut: ["newsletters"] } });
      await db.person.updateMany({ where: { id: bergen }, data: { heldSince: now, heldReason: "complained" } });
    });
    const found = await region.inside((db) => newsletterRecipients(db, id, day));
    expect(found.people).toEqual([]);
    expect(names(found.left)).toEqual(["Kontakt-Voss"]);
    expect(names(found.optedOut)).toEqual(["Kontakt-Alver"]);
    expect(found.held.map(({ name, reason }) => [name, reason])).toEqual([["Kontakt-Bergen", "complained"]]);
  });

  it("is taken out as rows of a sheet, and it is written down that it was", async () => {
    const region = await setUp();
    const { id } = await region.newsletter();
    await region.subscribe(id, await region.contact("Voss"), "left");
    const asked = { id, today: "2027-02-01", zone: "Europe/Oslo" };
    const sheet = await region.inside((db) => takeOutSubscribers(db, asked));
    expect(sheet?.rows.map(([list, name]) => [list, name])).toEqual([
      [expect.any(String), "Kontakt-Alver"],
      [expect.any(String), "Kontakt-Bergen"],
      [expect.any(String), "Kontakt-Voss"],
    ]);
    const written = await region.inside((db) => db.auditEvent.findMany({ where: { action: "exported" } }));
    expect(written).toHaveLength(1);
  });

  it("is not kept from those who want no invitations or reminders: the scopes are apart (M2)", async () => {
    const region = await setUp();
    const { id } = await region.newsletter();
    await region.inside((db) => db.person.updateMany({ data: { optedOut: ["invitations", "reminders"] } }));
    const { people } = await region.inside((db) => newsletterRecipients(db, id, day));
    expect(people).toHaveLength(3);
  });

  it("is left for one newsletter, and comes still from another", async () => {
    const region = await setUp();
    const [one, other] = [await region.newsletter(), await region.newsletter({ name: "Kurs", position: 2 })];
    await region.subscribe(one.id, await region.contact("Voss"), "left");
    const { people } = await region.inside((db) => newsletterRecipients(db, other.id, day));
    expect(people).toHaveLength(3);
  });

  it("is members of every network, an audience, and makes people of its addresses when it is sent", async () => {
    const region = await setUp();
    const member = await region.person("Medlem");
    const audience = await region.inside((db) => newAudience(db, { name: "Andre", description: "" }));
    if (!audience.ok) throw new Error(audience.reason);
    await region.inside(async (db) => {
      const network = await db.network.create({ data: { position: 1, name: "Demens" } });
      await db.networkMember.create({
        data: { networkId: network.id, personId: member.id, joinedOn: new Date("2026-01-01") },
      });
      const whom = { kind: "address", name: "Post", address: "post@ks.example" } as const;
      await addPart(db, { audienceId: audience.id, version: 0, excludes: false, whom });
    });
    const { id } = await region.newsletter({
      toContactPersons: false,
      toNetworkMembers: true,
      audienceId: audience.id,
    });
    const seen = await region.inside((db) => newsletterRecipients(db, id, day));
    expect([names(seen.people), names(seen.unnamed)]).toEqual([["Medlem"], ["Post"]]);
    const sent = await region.inside((db) => recipientsToSend(db, id, day));
    expect(sent.people.map(({ name, because }) => [name, because])).toEqual([
      ["Medlem", "member"],
      ["Post", "audience"],
    ]);
    expect(sent.unnamed).toEqual([]);
  });

  it("is in what she has chosen, else her municipality's or the region's, unless the newsletter has its own", async () => {
    const region = await setUp();
    const { id } = await region.newsletter();
    const voss = await region.contact("Voss");
    await region.inside((db) => db.person.updateMany({ where: { id: voss }, data: { locale: "en" } }));
    const locales = async (newsletterId: string) => {
      const { people } = await region.inside((db) => newsletterRecipients(db, newsletterId, day));
      return people.map(({ locale }) => locale);
    };
    expect(await locales(id)).toEqual(["nb", "nn", "en"]);
    const { id: other } = await region.newsletter({ name: "Nynorsk", position: 2, language: "nn" });
    expect(await locales(other)).toEqual(["nn", "nn", "nn"]);
  });

  it("is nobody when its sources are empty", async () => {
    const region = await setUp();
    const { id } = await region.newsletter({ toContactPersons: false });
    const found = await region.inside((db) => newsletterRecipients(db, id, day));
    expect(found).toEqual({ people: [], held: [], optedOut: [], left: [], unnamed: [] });
  });
});

describe("the link in each mail", () => {
  it("is her own, opens for one newsletter, and is kept as a hash", async () => {
    const region = await setUp();
    const { id } = await region.newsletter();
    const personIds = [await region.contact("Voss"), await region.contact("Alver")];
    const tokens = await region.inside((db) => makeMailLinks(db, { newsletterId: id, personIds, now }));
    const [voss, alver] = personIds.map((personId) => tokens.get(personId) ?? "");
    expect(voss).not.toBe(alver);
    const link = await region.inside((db) => openLink(db, voss ?? "", "preferences", now));
    expect([link?.personId, link?.subjectId]).toEqual([personIds[0], id]);
    const stored = await region.inside((db) => db.linkToken.findMany({ select: { hash: true } }));
    expect(JSON.stringify(stored)).not.toContain(voss);
    expect(mailLinks("vestland", "abc").unsubscribe).toMatch(/^http.*\/vestland\/unsubscribe\/abc$/);
  });
});

describe("why one gets it", () => {
  const of = { newsletter: "Kurs", region: "Vestland" };
  it("names the municipality, and says that invitations come all the same", () => {
    const words = whyWords({ because: "contact", municipalityName: "Voss", locale: "nn" }, of);
    expect(words).toBe(
      "Du får brevet fordi du er kontaktperson for Voss. Melder du det av, får du framleis invitasjonar.",
    );
  });
  it("is the subscription for who subscribes", () => {
    const words = whyWords({ because: "subscriber", municipalityName: null, locale: "nb" }, of);
    expect(words).toBe("Du får brevet fordi du abonnerer på «Kurs» fra Vestland.");
  });
});
