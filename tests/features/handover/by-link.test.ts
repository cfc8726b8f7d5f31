import { describe, expect, it } from "vitest";
import { asAdmin, hour, makeLiveRegion, minute, startEvent, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { askToHandOver } from "~/features/handover/ask-to-hand-over.server";
import { handOver } from "~/features/handover/hand-over.server";
import { handOverByLink, sendNewHandoverLink } from "~/features/handover/hand-over-by-link.server";
import { handoverView } from "~/features/handover/handover-link.view.server";
import { contactPersonOf } from "~/features/municipalities/contact-persons.view.server";
import { endContactPerson } from "~/features/municipalities/end-contact-person.server";
import { changePerson, personVersion } from "~/features/people/change-person.server";
import { holdAddress } from "~/features/people/hold-address.server";
import { demoAddress } from "../../../prisma/seed/demo";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const today = new Date("2027-04-01T00:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const day = 24 * hour;
const successor = { name: "Rådgjevar, Voss", email: "radgjevar@voss.example" };

/** Voss has been asked to hand over, and has got the mail. */
async function asked() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
  const { inside } = region;
  const voss = await inside((db) =>
    db.role.findFirstOrThrow({ where: { kind: "contact_person", person: { email: demoAddress("Voss") } } }),
  );
  const municipalityId = voss.municipalityId ?? "";
  const ask = (at = now) => inside((db) => askToHandOver(db, { municipalityId, now: at }));
  await ask();
  const mails = await post.read(now);
  const link = /\/handover\/([\w-]{32})/.exec(mails[0]?.text ?? "")?.[1] ?? "";
  const see = (token = link, at = now) => handoverView(region.id, token, at);
  const hand = (to = successor, token = link, at = now) =>
    inside((db) => handOverByLink(db, { token, ...to, now: at }));
  const current = () => inside((db) => contactPersonOf(db, municipalityId, today));
  return { region, inside, municipalityId, personId: voss.personId, ask, mails, link, see, hand, current };
}

describe("handing over by the link of a mail", () => {
  it("is asked for in the municipality's language, of the contact person alone", async () => {
    const { mails, link, region } = await asked();
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [demoAddress("Voss"), "Vestland: gi rolla som kontaktperson for Voss vidare"],
    ]);
    expect(mails[0]?.text).toContain(`/${region.slug}/handover/${link}`);
    expect(mails[0]?.text).toContain("Lenkja gjeld til");
  });

  it("is changed by nothing that only looks (L1)", async () => {
    const { see, current, personId } = await asked();
    expect(await see()).toMatchObject({
      municipality: "Voss",
      locale: "nn",
      open: [{ kind: "invitations", count: 0 }],
    });
    await see();
    expect((await current())?.personId).toBe(personId);
  });

  it("says what passes on before it does, and passes it", async () => {
    const { region, see, hand, current } = await asked();
    const event = await startEvent(region, now);
    await event.invite();
    await post.read(now);
    expect((await see())?.open[0]?.what.map(({ title }) => title)).toEqual(["Dialogmøte"]);
    expect(await hand()).toEqual({
      ok: true,
      municipality: "Voss",
      successor: successor.name,
      email: successor.email,
      passed: 1,
    });
    expect((await current())?.email).toBe(successor.email);
    const mails = await post.read(later(minute));
    expect(mails.map(({ to, method }) => `${to} ${method ?? "welcome"}`).sort()).toEqual([
      `${demoAddress("Voss")} CANCEL`,
      `${successor.email} REQUEST`,
      `${successor.email} welcome`,
    ]);
  });

  it("works once, also when it is used twice at the same moment", async () => {
    const { hand, see, current } = await asked();
    const other = { name: "Leiar, Voss", email: "leiar@voss.example" };
    const results = await Promise.all([hand(), hand(other)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "gone" });
    expect(await see()).toBeNull();
    const holder = await current();
    expect(await hand({ name: "Ein til", email: "ein@voss.example" })).toEqual({ ok: false, reason: "gone" });
    expect(await current()).toEqual(holder);
  });

  it("refuses a link that is wrong, has expired, or is another region's", async () => {
    const { hand, see, link, current, personId } = await asked();
    const other = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    expect(await handoverView(other.id, link, now)).toBeNull();
    expect(await see(`${link}x`)).toBeNull();
    expect(await see(link, later(14 * day - 1))).not.toBeNull();
    expect(await see(link, later(14 * day))).toBeNull();
    expect(await hand(successor, link, later(14 * day))).toEqual({ ok: false, reason: "gone" });
    expect((await current())?.personId).toBe(personId);
  });

  it("dies when the role has passed or ended, and stays dead when it comes back", async () => {
    const { inside, municipalityId, personId, see, hand } = await asked();
    const to = (email: string, replaces: string | null) =>
      inside((db) => handOver(db, { municipalityId, name: "X", email, today, replaces, now }));
    const middle = await to(successor.email, personId);
    expect(await see()).toBeNull();
    await to(demoAddress("Voss"), middle.ok ? middle.personId : null);
    expect(await see()).toBeNull();
    expect(await hand()).toEqual({ ok: false, reason: "gone" });
    const again = await asked();
    await again.inside((db) =>
      endContactPerson(db, { municipalityId: again.municipalityId, personId: again.personId, today }),
    );
    expect(await again.see()).toBeNull();
  });

  it("is not to oneself, and may be to the contact person of another municipality", async () => {
    const { hand, current } = await asked();
    expect(await hand({ name: "Meg", email: demoAddress("Voss") })).toEqual({ ok: false, reason: "self" });
    expect(await hand({ name: "Ulvik", email: demoAddress("Ulvik") })).toMatchObject({ ok: true });
    expect((await current())?.email).toBe(demoAddress("Ulvik"));
  });

  it("sends a new link to whom an old one was for, while she has the role, and else says and sends nothing", async () => {
    const { inside, link, hand } = await asked();
    await asAdmin(database.url().adminUrl, "UPDATE link_token SET expires_at = $1 WHERE purpose = 'handover'", [now]);
    const anew = (token: string) => inside((db) => sendNewHandoverLink(db, { token, now: later(minute) }));
    await anew("x".repeat(32));
    expect(await post.read(later(minute))).toEqual([]);
    await anew(link);
    const [mail] = await post.read(later(minute));
    const fresh = /\/handover\/([\w-]{32})/.exec(mail?.text ?? "")?.[1] ?? "";
    expect([mail?.to, fresh === link]).toEqual([demoAddress("Voss"), false]);
    await hand(successor, fresh, later(minute));
    await post.read(later(hour));
    await anew(link);
    expect(await post.read(later(hour))).toEqual([]);
  });

  it("asks nobody for a vacant municipality", async () => {
    const { inside, municipalityId, personId, ask } = await asked();
    await inside((db) => endContactPerson(db, { municipalityId, personId, today }));
    expect(await ask()).toEqual({ ok: false, reason: "vacant" });
  });
});

describe("the link to a handover", () => {
  it("is good no more when the mailbox it was sent to is hers no more", async () => {
    const { inside, personId, see, hand } = await asked();
    const { name, email } = await inside((db) => db.person.findFirstOrThrow({ where: { id: personId } }));
    const seen = personVersion({ name, email });
    await inside((db) => changePerson(db, { personId, name, email: "ny@voss.example", seen, now }));
    expect(await see()).toBeNull();
    expect(await hand()).toEqual({ ok: false, reason: "gone" });
  });

  it("is not sent to a held address", async () => {
    const { inside, personId, ask } = await asked();
    await inside((db) => holdAddress(db, { personId, now }));
    expect(await ask(later(minute))).toEqual({ ok: false, reason: "held" });
    expect(await inside((db) => db.delivery.count({ where: { state: "queued" } }))).toBe(0);
  });
});
