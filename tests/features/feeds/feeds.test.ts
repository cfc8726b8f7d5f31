import { describe, expect, it } from "vitest";
import { asAdmin, type LiveRegion, makeLiveRegion, startEvent } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { networkFeed, ownFeedView, personFeed, regionFeed } from "~/features/feeds/feeds.view.server";
import { makeFeed } from "~/features/feeds/make-feed.server";
import { revokeFeed } from "~/features/feeds/revoke-feed.server";
import { findRegion } from "~/features/regions/membership.server";

const database = useDatabase();
const now = new Date("2027-04-01T08:00:00Z");
const joinLink = "https://mote.example/j/hemmeleg";

const update = (sql: string, ...values: unknown[]) => asAdmin(database.url().adminUrl, sql, values);
const open = (id: string) =>
  update("UPDATE event SET open = true, state = 'published', join_link = $2 WHERE id = $1", id, joinLink);

async function world(municipalities = ["Voss", "Ulvik"]) {
  const region = await makeLiveRegion(database.url().adminUrl, municipalities);
  const facts = await findRegion(region.slug);
  if (!facts) throw new Error("The region is gone");
  const titles = (calendar: string | undefined) =>
    [...(calendar ?? "").matchAll(/\r\nSUMMARY[^:]*:(.*)\r\n/g)].map(([, title]) => title);
  const feed = async (token: string, at = now) =>
    (await region.inside((db) => personFeed(db, { region: facts, token, now: at })))?.calendar;
  const own = async (person: string) => {
    const { id } = await region.inside((db) => db.person.findFirstOrThrow({ where: { name: person } }));
    const token = await region.inside((db) => makeFeed(db, { personId: id, now }));
    return { personId: id, token, titles: async () => titles(await feed(token)) };
  };
  return { region, facts, titles, feed, own };
}

const say = (region: LiveRegion, municipality: string, answer: "accepted" | "declined") =>
  region.inside(async (db) => {
    const invitation = await region.invitationOf(municipality);
    await recordAnswer(db, { invitationId: invitation.id, answer, answeredBy: "link", now });
  });

describe("a region's feed", () => {
  it("has what is open and published or held, and nothing of drafts, cancelled events or what is not open", async () => {
    const { region, facts, titles } = await world();
    const made: Record<string, string> = {};
    for (const title of ["Open", "Utkast", "Avlyst", "Lukka", "Halden"])
      made[title] = (await startEvent(region, now, { title })).id;
    for (const title of ["Open", "Avlyst", "Halden"]) await open(made[title] ?? "");
    await update("UPDATE event SET open = true WHERE id = $1", made.Utkast);
    await update("UPDATE event SET state = 'published' WHERE id = $1", made.Lukka);
    await update("UPDATE event SET state = 'cancelled' WHERE id = $1", made.Avlyst);
    await update("UPDATE event SET state = 'held' WHERE id = $1", made.Halden);
    const { calendar } = await region.inside((db) => regionFeed(db, { region: facts, now }));
    expect(titles(calendar).sort()).toEqual(["Halden", "Open"]);
    const unfolded = calendar.replaceAll("\r\n ", "");
    expect(unfolded).toContain(`UID:${made.Open}@samvirk`);
    expect(unfolded).toMatch(new RegExp(`URL:http\\S+/${region.slug}/events/${made.Open}\r\n`));
    expect(unfolded).not.toContain(joinLink);
  });

  it("is the same bytes until an event changes, and then SEQUENCE and the time of the change are others", async () => {
    const { region, facts } = await world();
    const event = await startEvent(region, now, { title: "Open" });
    await open(event.id);
    const read = (at: Date) => region.inside((db) => regionFeed(db, { region: facts, now: at }));
    const before = await read(now);
    expect((await read(new Date("2027-04-20T08:00:00Z"))).calendar).toBe(before.calendar);
    const moved = new Date("2027-04-21T08:00:00Z");
    await event.change({ start: "10:00", end: "12:00" }, moved);
    const after = await read(moved);
    expect(after.changedAt).toEqual(moved);
    expect([before.calendar, after.calendar].map((one) => /SEQUENCE:(\d+)/.exec(one)?.[1])).toEqual(["0", "1"]);
  });

  it("forgets what is more than a year old", async () => {
    const { region, facts, titles } = await world();
    const event = await startEvent(region, now, { title: "Open" });
    await open(event.id);
    const read = async (at: string) =>
      titles((await region.inside((db) => regionFeed(db, { region: facts, now: new Date(at) }))).calendar);
    expect(await read("2028-05-20T08:00:00Z")).toEqual(["Open"]);
    expect(await read("2028-06-20T08:00:00Z")).toEqual([]);
  });
});

describe("a network's feed", () => {
  it("is there when the network is open, with its own open gatherings alone", async () => {
    const { region, facts, titles } = await world();
    const [mine, other, hidden] = await Promise.all(
      ["Samling", "Anna", "Lukka samling"].map((title) => startEvent(region, now, { title })),
    );
    const network = await region.inside((db) =>
      db.network.create({ data: { name: "Nettverk Aktiv Omsorg", position: 1, links: [], updatedAt: now } }),
    );
    for (const event of [mine, other]) await open(event?.id ?? "");
    await update("UPDATE event SET network_id = $2 WHERE id = ANY($1)", [mine?.id, hidden?.id], network.id);
    const read = (networkId: string) => region.inside((db) => networkFeed(db, { region: facts, networkId, now }));
    expect(await read(network.id)).toBeNull();
    await update("UPDATE network SET open = true WHERE id = $1", network.id);
    expect(titles((await read(network.id))?.calendar)).toEqual(["Samling"]);
    const elsewhere = await world();
    expect(
      await elsewhere.region.inside((db) => networkFeed(db, { region: facts, networkId: network.id, now })),
    ).toBeNull();
    expect(await read("no-such-network")).toBeNull();
  });
});

describe("a person's feed", () => {
  it("has what she is invited to until she says no, or it is cancelled, or another takes it over", async () => {
    const { region, own } = await world();
    const event = await startEvent(region, now, { title: "Dialogmøte" });
    const voss = await own("Kontaktperson, Voss");
    expect(await voss.titles()).toEqual([]);
    await event.invite();
    expect(await voss.titles()).toEqual(["Dialogmøte"]);
    await say(region, "Voss", "declined");
    expect(await voss.titles()).toEqual([]);
    await say(region, "Voss", "accepted");
    expect(await voss.titles()).toEqual(["Dialogmøte"]);
    const { id } = await region.invitationOf("Voss");
    await update("UPDATE invitation SET withdrawn_at = now() WHERE id = $1", id);
    expect(await voss.titles()).toEqual([]);
    const ulvik = await own("Kontaktperson, Ulvik");
    expect(await ulvik.titles()).toEqual(["Dialogmøte"]);
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now }));
    expect(await ulvik.titles()).toEqual([]);
  });

  it("takes her time when she comes, and tells nobody the join link or another's address", async () => {
    const { region, own, feed } = await world();
    const event = await startEvent(region, now, { title: "Dialogmøte" });
    await event.invite();
    await update("UPDATE event SET join_link = $2 WHERE id = $1", event.id, joinLink);
    const { token } = await own("Kontaktperson, Voss");
    expect(await feed(token)).toContain("TRANSP:TRANSPARENT");
    await say(region, "Voss", "accepted");
    const calendar = ((await feed(token)) ?? "").replaceAll("\r\n ", "");
    expect(calendar).toContain("TRANSP:OPAQUE");
    for (const secret of [joinLink, token, "@voss", "/answer/"]) expect(calendar).not.toContain(secret);
  });

  it("has what she is registered to, and not what she waits for", async () => {
    const { region, own } = await world();
    const event = await startEvent(region, now, { title: "Webinar" });
    await open(event.id);
    const voss = await own("Kontaktperson, Voss");
    const { id } = await region.inside((db) =>
      db.registration.create({
        data: {
          ...{ eventId: event.id, personId: voss.personId, name: "Kontaktperson", way: "online" },
          ...{ state: "waiting", number: 1, locale: "nn" },
        },
      }),
    );
    expect(await voss.titles()).toEqual([]);
    await update("UPDATE registration SET state = 'registered' WHERE id = $1", id);
    expect(await voss.titles()).toEqual(["Webinar"]);
  });

  it("has one address at a time: a new one, and taking it back, end the one before", async () => {
    const { region, facts, feed } = await world();
    const { id: personId } = await region.inside((db) =>
      db.person.findFirstOrThrow({ where: { name: "Koordinator" } }),
    );
    const madeAt = async () => (await region.inside((db) => ownFeedView(db, { personId, now }))).madeAt;
    expect(await madeAt()).toBeNull();
    const make = () => region.inside((db) => makeFeed(db, { personId, now }));
    const tokens = await Promise.all([make(), make(), make()]);
    const good = async () => (await Promise.all(tokens.map((token) => feed(token)))).filter((one) => one !== undefined);
    expect(await good()).toHaveLength(1);
    expect(await madeAt()).not.toBeNull();
    const elsewhere = await world();
    for (const token of tokens)
      expect(await elsewhere.region.inside((db) => personFeed(db, { region: facts, token, now }))).toBeNull();
    const revoke = () => region.inside((db) => revokeFeed(db, { personId, now }));
    expect([await revoke(), await revoke()]).toEqual([true, false]);
    expect(await good()).toEqual([]);
    expect(await madeAt()).toBeNull();
    const log = await update(
      "SELECT action, subject_id FROM audit_event WHERE region_id = $1 AND subject_kind = 'feed' ORDER BY id",
      region.id,
    );
    expect(log.map(({ action }) => action)).toEqual(["created", "created", "created", "removed"]);
    expect(new Set(log.map((row) => row.subject_id))).toEqual(new Set([personId]));
    const kept = await update("SELECT hash FROM link_token WHERE region_id = $1 AND purpose = 'feed'", region.id);
    for (const { hash } of kept) expect(tokens).not.toContain(hash);
  });
});
