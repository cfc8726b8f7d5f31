import { describe, expect, it } from "vitest";
import { adviser, entry, invitedRegion, leader } from "#tests/features/events/substitutes";
import { eventPage, minute, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { answerDeputiesForm } from "~/features/events/answer-deputies-form.server";
import { answerOnBehalf } from "~/features/events/answer-on-behalf.server";
import { answerSubstituteForm } from "~/features/events/answer-substitute-form.server";
import { addDeputy, mostDeputies, moveDeputy, removeDeputy } from "~/features/events/change-deputies.server";
import { deputiesView, deputyLists } from "~/features/events/deputies.view.server";
import { demoAddress } from "../../../prisma/seed/demo";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * minute);
const third = { name: "Kommunalsjef, Voss", email: "sjef@voss.example" };

/** A region with an event, and what is done to the deputies of Voss. */
async function voss() {
  const all = await invitedRegion(database.url().adminUrl, now);
  await post.read(now);
  const { inside } = all.region;
  const first = await all.of("Voss");
  const of = { personId: null, municipalityId: first.municipalityId ?? "" };
  const hers = { personId: first.personId, municipalityId: null };
  const list = () => inside((db) => deputiesView(db, of));
  const names = async () => (await list()).map(({ name }) => name);
  const form = (fields: Record<string, string>, whose: Parameters<typeof deputiesView>[1] = of) => {
    const said = new FormData();
    for (const [name, value] of Object.entries(fields)) said.set(name, value);
    return inside((db) => answerDeputiesForm(db, { of: whose, form: said }));
  };
  const idOf = async (name: string) => (await list()).find((one) => one.name === name)?.id ?? "";
  const audited = () =>
    inside((db) => db.auditEvent.findMany({ where: { subjectKind: "deputy" }, orderBy: { id: "asc" } }));
  return { ...all, inside, first, of, hers, list, names, form, idOf, audited };
}

describe("the deputies of a municipality", () => {
  it("are put last, taken off and moved a place, each written into the log without names", async () => {
    const { names, form, idOf, audited } = await voss();
    for (const one of [adviser, leader, third])
      expect(await form({ intent: "add", ...one })).toMatchObject({ ok: true });
    expect(await names()).toEqual([adviser.name, leader.name, third.name]);
    await form({ intent: "up", id: await idOf(third.name) });
    expect(await names()).toEqual([adviser.name, third.name, leader.name]);
    await form({ intent: "down", id: await idOf(adviser.name) });
    expect(await names()).toEqual([third.name, adviser.name, leader.name]);
    await form({ intent: "remove", id: await idOf(adviser.name) });
    expect(await names()).toEqual([third.name, leader.name]);
    await form({ intent: "add", ...adviser });
    expect(await names()).toEqual([third.name, leader.name, adviser.name]);
    const log = await audited();
    expect(log.map(({ action }) => action)).toEqual([
      ...["created", "created", "created", "updated", "updated", "removed", "created"],
    ]);
    expect(JSON.stringify(log)).not.toMatch(/Rådgjevar|voss\.example/);
  });

  it("stay as they are when the first is moved up, the last down, or one who is gone is moved or removed", async () => {
    const { inside, of, names, idOf, audited, form } = await voss();
    for (const named of [adviser, leader]) await inside((db) => addDeputy(db, { of, named }));
    const [top, bottom] = [await idOf(adviser.name), await idOf(leader.name)];
    expect(await inside((db) => moveDeputy(db, { of, id: top, by: -1 }))).toBe(false);
    expect(await inside((db) => moveDeputy(db, { of, id: bottom, by: 1 }))).toBe(false);
    const gone = crypto.randomUUID();
    expect(await inside((db) => moveDeputy(db, { of, id: gone, by: 1 }))).toBe(false);
    expect(await inside((db) => removeDeputy(db, { of, id: gone }))).toBeNull();
    for (const id of ["", "x", gone]) await form({ intent: "up", id });
    expect(await names()).toEqual([adviser.name, leader.name]);
    expect(await audited()).toHaveLength(2);
  });

  it("cannot be changed through another list's page", async () => {
    const { inside, of, hers, names, idOf, form } = await voss();
    await inside((db) => addDeputy(db, { of, named: adviser }));
    const id = await idOf(adviser.name);
    for (const intent of ["remove", "up", "down"]) await form({ intent, id }, hers);
    expect(await names()).toEqual([adviser.name]);
  });

  it("has each once, not the one it is for, and no more than there is room for; what was typed is kept", async () => {
    const { inside, of, hers, first, names, form } = await voss();
    expect(await form({ intent: "add", ...adviser })).toMatchObject({ ok: true });
    const again = { name: "Den same", email: adviser.email.toUpperCase() };
    const refused = await form({ intent: "add", ...again });
    expect(refused).toMatchObject({ ok: false, values: { name: "Den same" } });
    const { email } = await inside((db) => db.person.findFirstOrThrow({ where: { id: first.personId } }));
    expect(await form({ intent: "add", name: "Eg", email }, hers)).toMatchObject({ ok: false });
    for (let n = 1; n < mostDeputies; n += 1)
      await inside((db) => addDeputy(db, { of, named: { name: `Vara ${n}`, email: `vara${n}@voss.example` } }));
    expect(await names()).toHaveLength(mostDeputies);
    const people = () => inside((db) => db.person.count());
    const before = await people();
    expect(await inside((db) => addDeputy(db, { of, named: third }))).toEqual({ ok: false, reason: "too-many" });
    expect(await people()).toBe(before);
  });

  it("keeps everybody who is added at once, in some order and each in a place of her own", async () => {
    const { inside, of, list } = await voss();
    const named = [1, 2, 3, 4].map((n) => ({ name: `Vara ${n}`, email: `vara${n}@voss.example` }));
    await Promise.all(named.map((one) => inside((db) => addDeputy(db, { of, named: one }))));
    expect(await list()).toHaveLength(4);
    const rows = await inside((db) => db.deputy.findMany());
    expect(rows.map(({ position }) => position).sort()).toEqual([0, 1, 2, 3]);
  });

  it("tells who could not be asked, and stands with the others of the region", async () => {
    const { inside, of, hers, list } = await voss();
    for (const named of [adviser, leader]) await inside((db) => addDeputy(db, { of, named }));
    await inside((db) => addDeputy(db, { of: hers, named: third }));
    await inside((db) =>
      db.person.updateMany({ where: { email: adviser.email }, data: { heldSince: now, heldReason: "by_hand" } }),
    );
    await inside((db) => db.person.updateMany({ where: { email: leader.email }, data: { optedOut: ["invitations"] } }));
    expect((await list()).map(({ trouble }) => trouble)).toEqual(["held", "unwilling"]);
    const lists = await inside(deputyLists);
    expect(lists.map(({ name, deputies }) => [name, deputies])).toEqual([
      ["Voss", [adviser.name, leader.name]],
      ["Kontaktperson, Voss", [third.name]],
    ]);
  });
});

describe("deputies and an answer given on behalf", () => {
  it("calls them up in order, her own before those of the municipality, and tells her once", async () => {
    const { inside, of, hers, first, event, callsDeputies, region } = await voss();
    await inside((db) => addDeputy(db, { of, named: adviser }));
    await inside((db) => addDeputy(db, { of: hers, named: leader }));
    await callsDeputies();
    const about = { eventId: event.id, personId: region.coordinatorId, seen: "" };
    const no = (invitationId: string, at: Date) =>
      inside((db) => answerOnBehalf(db, { ...about, invitationId, answer: "declined", now: at }));
    expect(await no(first.id, later(1))).toMatchObject({ ok: true });
    expect((await post.read(later(2))).map(entry)).toEqual([
      [demoAddress("Voss"), "CANCEL", 1, null],
      [leader.email, "REQUEST", 0, "CONFIRMED"],
    ]);
    const asked = await inside((db) => db.invitation.findFirstOrThrow({ where: { substituteForId: first.id } }));
    expect(await no(asked.id, later(3))).toMatchObject({ ok: true });
    const mails = await post.read(later(4));
    expect(mails.map(({ to }) => to)).toEqual(expect.arrayContaining([demoAddress("Voss"), adviser.email]));
    const shown = await inside((db) => eventPage(db, event.id, now));
    expect(shown?.rows.map(({ name }) => name)).toContain(`${adviser.name} for Kontaktperson, Voss`);
    expect(shown?.counts).toEqual({ yes: 0, maybe: 0, no: 0, none: 3 });
  });

  it("refuses an answer given to what the page no longer shows, and calls nobody up", async () => {
    const { inside, of, first, event, callsDeputies, region, answer } = await voss();
    await inside((db) => addDeputy(db, { of, named: adviser }));
    await callsDeputies();
    await answer("Voss", "accepted", later(1));
    const late = { eventId: event.id, personId: region.coordinatorId, invitationId: first.id, seen: "" };
    const result = await inside((db) => answerOnBehalf(db, { ...late, answer: "declined", now: later(2) }));
    expect(result).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await post.read(later(3))).toEqual([]);
  });
});

describe("the form that names a substitute", () => {
  const hostile = [
    { name: "Kari <script>alert(1)</script>", email: "kari@voss.example" },
    { name: 'Kari" <alle@voss.example>, "', email: "kari@voss.example" },
    { name: "Kari\u2028Bcc: alle@voss.example", email: "kari@voss.example" },
    { name: "Kari\u0000", email: "kari@voss.example" },
    { name: "Kari", email: "kari@voss.example\r\nBcc: alle@voss.example" },
    { name: "Kari", email: "kari@voss.example, alle@voss.example" },
    { name: "", email: "kari@voss.example" },
    { name: "K".repeat(121), email: "kari@voss.example" },
    { name: "Kari", email: "ikkje ei adresse" },
  ];

  it.each(hostile)("refuses %j, keeps what was typed and sends nothing", async (fields) => {
    const { inside, first, of, list } = await voss();
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, note: "Hei" })) form.set(name, value);
    const people = () => inside((db) => db.person.count());
    const before = await people();
    const said = await inside((db) =>
      answerSubstituteForm(db, { form, invitationId: first.id, answeredBy: "link", now }),
    );
    expect(said).toMatchObject({ ok: false, refused: { values: { email: fields.email, note: "Hei" } } });
    expect(said.ok ? [] : Object.keys(said.refused.errors)).toHaveLength(1);
    form.set("intent", "add");
    expect(await inside((db) => answerDeputiesForm(db, { of, form }))).toMatchObject({ ok: false });
    expect([await people(), await list(), await post.read(later(1))]).toEqual([before, [], []]);
  });

  it("puts a name that only looks hostile into the mail as it is written", async () => {
    const { inside, first } = await voss();
    const form = new FormData();
    const name = "Åse O'Brien-Ødegård & co; =?utf-8?Q?x?=, {{first}} 🌊";
    for (const [field, value] of Object.entries({
      name,
      email: "ase@voss.example",
      note: "<b>Hei</b>\r\nBcc: x@y.example",
    }))
      form.set(field, value);
    const said = await inside((db) =>
      answerSubstituteForm(db, { form, invitationId: first.id, answeredBy: "link", now }),
    );
    expect(said).toEqual({ ok: true, name });
    const [hers, theirs] = (await post.read(later(1))).sort(
      (a, b) => Number(a.method === "REQUEST") - Number(b.method === "REQUEST"),
    );
    expect(hers?.subject).toContain(name);
    expect(hers?.envelope.to).toEqual([demoAddress("Voss")]);
    expect(theirs?.envelope.to).toEqual(["ase@voss.example"]);
    expect(theirs?.html).not.toContain("<b>Hei</b>");
    expect(theirs?.attendees).toEqual(["mailto:ase@voss.example"]);
  });
});
