import { describe, expect, it } from "vitest";
import { day, planScene } from "#tests/features/communications-plan/plan-scene";
import { useDatabase } from "#tests/support/database";
import type { HeldRole } from "~/domain/auth/permissions";
import { parseTiming } from "~/domain/timing";
import { rowToPropose } from "~/features/communications-plan/plan-row.view.server";
import { answerProposalsForm } from "~/features/events/answer-proposals-form.server";
import { proposalSpan } from "~/features/events/proposal-span";
import { proposeDates } from "~/features/events/propose-dates.view.server";

const database = useDatabase();
const today = "2027-01-04";
const now = new Date("2027-01-04T08:00:00Z");
const span = { from: "2027-01-05", to: "2027-12-31" };
const coordinator: HeldRole[] = [{ kind: "coordinator", actorId: null, municipalityId: null }];

/** A plan of 2027, and what is proposed for a row of it or a network. */
async function setUp() {
  const scene = await planScene(database.url(), 2027);
  const { inside, plan } = scene;
  const forRow = (id: string) =>
    inside(async (db) => {
      const row = await rowToPropose(db, { key: "2027", id, today });
      if (!row) throw new Error("no row");
      const of = { planRowId: row.id, networkId: null, slots: row.slots };
      return proposeDates(db, { of, title: row.cells.channel, whom: row.whom, span, today });
    });
  const forNetwork = (networkId: string, words: string) =>
    inside((db) =>
      proposeDates(db, {
        of: { planRowId: null, networkId, timing: parseTiming(words, span) },
        title: "Nettverk",
        whom: { audienceId: null, cell: "" },
        span,
        today,
      }),
    );
  const person = (name: string) =>
    inside(async (db) => (await db.person.create({ data: { name, email: `${name}@x.example` } })).id);
  const responsible = await person("ansvarleg");
  /** An audience of these people. */
  const audienceOf = (name: string, ...personIds: string[]) =>
    inside(async (db) => {
      const { id } = await db.audience.create({ data: { name } });
      for (const [position, personId] of personIds.entries())
        await db.audienceRule.create({ data: { audienceId: id, position, kind: "person", personId } });
      return id;
    });
  const invite = (eventId: string, personId: string) =>
    inside((db) => db.invitation.create({ data: { eventId, personId, locale: "nn" } }));
  const network = (form: string) =>
    inside(async (db) => (await db.network.create({ data: { position: 1, name: "Nettverk", form } })).id);
  const accept = async (
    fields: Record<string, string>,
    pick: string[],
    at: { planRowId?: string; networkId?: string } = {},
  ) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind: "meeting", actorId: "", ...fields })) form.set(name, value);
    for (const key of pick) form.append("pick", key);
    return answerProposalsForm(form, {
      ...{ access: scene.access, roles: coordinator, personId: responsible, zone: "Europe/Oslo", now },
      ...{ planRowId: null, networkId: null, description: "Mål", ...at },
    });
  };
  const events = () => inside((db) => db.event.findMany({ orderBy: { startsAt: "asc" } }));
  const closedOn = (kind: "school" | "closed", name: string, from: string, to = from) =>
    inside((db) => db.holiday.create({ data: { kind, name, from: day(from), to: day(to) } }));
  return {
    ...{ ...scene, plan, forRow, forNetwork, person, audienceOf, invite, network, accept, events, closedOn },
  };
}

const daysOf = ({ proposals }: { proposals: { day: string | null }[] }) => proposals.map(({ day: one }) => one);
const proposal = (key: string, more: Record<string, string> = {}) => ({
  [`date-${key}`]: "2027-03-10",
  [`start-${key}`]: "09:00",
  [`minutes-${key}`]: "90",
  [`title-${key}`]: "Fagdag",
  ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`${name}-${key}`, value])),
});

describe("days proposed for a plan row", () => {
  it("are one for each time that wants one", async () => {
    const { addRow, addEvent, forRow } = await setUp();
    const row = await addRow({ timing: "Mars/april + november, 20. oktober kl. 19" });
    expect(daysOf(await forRow(row.id))).toEqual(["2027-03-31", "2027-10-20", "2027-11-15"]);
    expect((await forRow(row.id)).proposals.map(({ start }) => start)).toEqual(["09:00", "19:00", "09:00"]);
    await addEvent("2027-11-02", { planRowId: row.id, state: "draft" });
    expect(daysOf(await forRow(row.id))).toEqual(["2027-03-31", "2027-10-20"]);
  });

  it("go round the region's closed days and school holidays, and its Easter", async () => {
    const { addRow, forRow, closedOn, inside, region } = await setUp();
    const autumn = await addRow({ timing: "november" });
    await closedOn("closed", "Plandag", "2027-11-15");
    await closedOn("school", "Haustferie", "2027-11-16", "2027-11-17");
    expect((await forRow(autumn.id)).proposals).toMatchObject([
      {
        day: "2027-11-18",
        against: [expect.stringContaining("Plandag"), expect.stringContaining("Haustferie")],
      },
    ]);
    const easter = await addRow({ timing: "22.-24. mars" });
    expect(daysOf(await forRow(easter.id))).toEqual(["2027-03-23"]);
    await inside((db) => db.region.updateMany({ where: { id: region.id }, data: { easterClosed: true } }));
    expect((await forRow(easter.id)).proposals).toMatchObject([{ day: null, note: expect.any(String) }]);
  });

  it("go round what people of the audience are invited to, but not what is cancelled or another has taken over", async () => {
    const { addRow, addEvent, forRow, person, audienceOf, invite, inside } = await setUp();
    const [kari, ola, other] = [await person("kari"), await person("ola"), await person("other")];
    const audienceId = await audienceOf("Kommunane", kari, ola);
    const row = await addRow({ timing: "november", audienceId });
    const busy = await addEvent("2027-11-15", { title: "Konferanse" });
    await invite(busy.id, kari);
    await invite(busy.id, ola);
    for (const [on, state] of [
      ["2027-11-16", "cancelled"],
      ["2027-11-12", "published"],
    ] as const)
      await invite((await addEvent(on, { state })).id, on === "2027-11-12" ? other : kari);
    const withdrawn = await invite((await addEvent("2027-11-16")).id, ola);
    await inside((db) => db.invitation.updateMany({ where: { id: withdrawn.id }, data: { withdrawnAt: now } }));
    const view = await forRow(row.id);
    expect(view.audience).toEqual({ names: ["Kommunane"], people: 2, members: false });
    expect(view.proposals).toMatchObject([
      { day: "2027-11-16", against: ["15. november 2027: 2 i målgruppen er bedt til «Konferanse»"] },
    ]);
  });

  it("go round events made from other rows for the same audience, chosen or in words, drafts too", async () => {
    const { addRow, addEvent, forRow, audienceOf } = await setUp();
    const audienceId = await audienceOf("Leiarane");
    const row = await addRow({ timing: "november", audienceId, audience: "Kommunane " });
    const chosen = await addRow({ audienceId, audience: "x" });
    const worded = await addRow({ audience: "kommunane" });
    const another = await addRow({ audience: "Helseføretaket" });
    await addEvent("2027-11-15", { planRowId: chosen.id, state: "draft" });
    await addEvent("2027-11-16", { planRowId: worded.id });
    await addEvent("2027-11-12", { planRowId: another.id });
    expect((await forRow(row.id)).proposals).toMatchObject([
      { day: "2027-11-17", against: ["15.–16. november 2027: «Fagdag» er for samme målgruppe"] },
    ]);
  });

  it("take hour and length after the last event of the row", async () => {
    const { addRow, addEvent, forRow } = await setUp();
    const row = await addRow({ timing: "mars og november" });
    await addEvent("2027-03-10", { planRowId: row.id });
    expect((await forRow(row.id)).proposals).toMatchObject([{ start: "08:00", minutes: 90 }]);
  });

  it("are not found for another region's row, nor under another period", async () => {
    const [{ addRow, inside }, other] = [await setUp(), await setUp()];
    const { id } = await addRow();
    expect(await other.inside((db) => rowToPropose(db, { key: "2027", id, today }))).toBeNull();
    expect(await inside((db) => rowToPropose(db, { key: "2026", id, today }))).toBeNull();
  });
});

describe("days proposed for a network", () => {
  it("are spread over the span, without the parts it has a gathering in, and away from its members' days", async () => {
    const { network, forNetwork, addEvent, person, invite, inside } = await setUp();
    const id = await network("4 gonger i året");
    const all = daysOf(await forNetwork(id, "4 gonger i året"));
    expect(all).toHaveLength(4);
    const gathering = await addEvent(all[1] ?? "", { networkId: id });
    const member = await person("medlem");
    await inside((db) =>
      db.networkMember.create({ data: { networkId: id, personId: member, joinedOn: day("2026-01-01") } }),
    );
    await invite((await addEvent(all[0] ?? "")).id, member);
    const view = await forNetwork(id, "4 gonger i året");
    expect(view.audience).toEqual({ names: [], people: 1, members: true });
    expect(daysOf(view)).toHaveLength(3);
    expect(daysOf(view)).not.toContain(all[0]);
    expect(daysOf(view).slice(1)).toEqual(all.slice(2));
    await inside((db) => db.event.updateMany({ where: { id: gathering.id }, data: { state: "cancelled" } }));
    expect(daysOf(await forNetwork(id, "4 gonger i året"))).toHaveLength(4);
  });

  it("are at most so many at once, and say how many more there are", async () => {
    const { network, forNetwork } = await setUp();
    const view = await forNetwork(await network("kvar veke"), "kvar veke");
    expect(view.proposals).toHaveLength(24);
    expect(view.more).toBe(52 - 24);
  });
});

describe("the span that is asked about", () => {
  const of = (query: string) =>
    proposalSpan(new URLSearchParams(query), { today, otherwise: { from: "2027-01-01", to: "2027-12-31" } });

  it("begins tomorrow at the earliest, is never over three years, and keeps to sense", () => {
    expect(of("")).toEqual({ from: "2027-01-05", to: "2027-12-31" });
    expect(of("from=2027-03-01&to=2027-04-30")).toEqual({ from: "2027-03-01", to: "2027-04-30" });
    expect(of("from=2020-01-01&to=x")).toEqual({ from: "2027-01-05", to: "2027-12-31" });
    expect(of("from=2027-03-01&to=2099-12-31").to).toBe("2030-03-05");
    expect(of("from=2027-03-01&to=2027-02-01")).toEqual({ from: "2027-03-01", to: "2027-02-01" });
  });
});

describe("accepting proposals", () => {
  it("makes drafts of those that are ticked, of the row, and tells nobody", async () => {
    const { addRow, accept, events, inside } = await setUp();
    const row = await addRow();
    const fields = { ...proposal("a"), ...proposal("b", { date: "2027-05-12" }), ...proposal("c") };
    expect(await accept(fields, ["a", "b"], { planRowId: row.id })).toEqual({
      ok: true,
      done: "2 arrangementer er laget som utkast.",
    });
    expect(await events()).toMatchObject([
      {
        planRowId: row.id,
        state: "draft",
        title: "Fagdag",
        description: "Mål",
        startsAt: new Date("2027-03-10T08:00Z"),
      },
      { startsAt: new Date("2027-05-12T07:00Z"), endsAt: new Date("2027-05-12T08:30Z") },
    ]);
    expect(await inside((db) => db.delivery.count())).toBe(0);
    expect(await inside((db) => db.auditEvent.count({ where: { subjectKind: "event" } }))).toBe(2);
  });

  it("makes gatherings of a network", async () => {
    const { network, accept, events } = await setUp();
    const networkId = await network("Månadleg");
    await accept({ ...proposal("a"), kind: "network_gathering" }, ["a"], { networkId });
    expect(await events()).toMatchObject([{ networkId, planRowId: null, kind: "network_gathering" }]);
  });

  it("makes each once, also when the form is sent twice at the same time", async () => {
    const { addRow, accept, events } = await setUp();
    const { id: planRowId } = await addRow();
    await Promise.all([accept(proposal("a"), ["a"], { planRowId }), accept(proposal("a"), ["a"], { planRowId })]);
    expect(await events()).toHaveLength(1);
    expect(await accept(proposal("a"), ["a"], { planRowId })).toMatchObject({
      done: expect.stringContaining("1 fantes fra før"),
    });
    const twice = { ...proposal("x", { date: "2027-04-14" }), ...proposal("y", { date: "2027-04-14" }) };
    await accept(twice, ["x", "y"], { planRowId });
    expect(await events()).toHaveLength(2);
  });

  it("makes none when one is refused, says which field, and keeps what was typed", async () => {
    const { accept, events } = await setUp();
    const refusedOf = async (more: Record<string, string>) => {
      const answer = await accept({ ...proposal("a"), ...proposal("b", more) }, ["a", "b"]);
      return answer.ok ? null : answer.refused;
    };
    const at = async (more: Record<string, string>) => Object.keys((await refusedOf(more))?.errors ?? {});
    expect(await at({ date: "" })).toEqual(["date-b"]);
    expect(await at({ date: "2026-12-01" })).toEqual(["date-b"]);
    expect(await at({ title: " " })).toEqual(["title-b"]);
    expect(await at({ start: "" })).toEqual(["start-b"]);
    expect(await at({ minutes: "0" })).toEqual(["minutes-b"]);
    expect(await at({ start: "23:30" })).toEqual(["minutes-b"]);
    expect(await at({ date: "2027-03-28", start: "02:30" })).toEqual(["start-b"]);
    expect(await refusedOf({ date: "2026-12-01" })).toMatchObject({
      values: { "date-b": "2026-12-01", "title-a": "Fagdag" },
      picked: ["a", "b"],
    });
    expect(await events()).toEqual([]);
  });

  it("asks for one to be ticked, and refuses an organiser that is gone", async () => {
    const { accept, region } = await setUp();
    expect(await accept(proposal("a"), [])).toMatchObject({
      ok: false,
      refused: { errors: { pick: expect.any(String) } },
    });
    const gone = await accept({ ...proposal("a"), actorId: region.id }, ["a"]);
    expect(gone).toMatchObject({ ok: false, refused: { errors: { actorId: expect.any(String) } } });
    const kind = await accept({ ...proposal("a"), kind: "party" }, ["a"]);
    expect(kind).toMatchObject({ ok: false, refused: { errors: { kind: expect.any(String) } } });
  });
});
