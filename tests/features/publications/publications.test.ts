import { beforeAll, describe, expect, it } from "vitest";
import { coordinator, leaderOf, type NetworkRegion, networkRegion } from "#tests/features/networks/scene";
import { useDatabase } from "#tests/support/database";
import type { HeldRole } from "~/domain/auth/permissions";
import { removeActor } from "~/features/actors/remove-actor.server";
import { rowChoices, rowToLog } from "~/features/communications-plan/row-choices.view.server";
import { nameBook } from "~/features/groups/name-book.view.server";
import { dropPublication } from "~/features/publications/drop-publication.server";
import { keepPublication } from "~/features/publications/keep-publication.server";
import { publicationToEdit, publicationView } from "~/features/publications/publication.view.server";
import { publicationActorOptions, publicationActors } from "~/features/publications/publication-actors.view.server";
import { type PublicationForm, publicationSchema } from "~/features/publications/publication-form.schema";
import {
  newestOpenPublications,
  openPublicationsView,
  publicationsView,
  readAsked,
} from "~/features/publications/publications.view.server";
import { startValues } from "~/features/publications/start-values";
import { parseForm } from "~/platform/http/forms.server";

const database = useDatabase();
const today = "2026-05-26";

let vestland: NetworkRegion;
let other: NetworkRegion;
beforeAll(async () => {
  vestland = await networkRegion(database.url().adminUrl);
  other = await networkRegion(database.url().adminUrl);
});

const blank: PublicationForm = {
  ...{ kind: "talk", title: "Innlegg", day: "2021-05-19", place: "", author: "", link: "", text: "" },
  ...{ open: false, planRowId: null, actorId: null, version: 0 },
};

const keep = (
  region: NetworkRegion,
  form: Partial<PublicationForm>,
  { id = null, roles = coordinator }: { id?: string | null; roles?: HeldRole[] } = {},
) => region.inside((db) => keepPublication(db, { id, form: { ...blank, ...form }, roles }));

async function made(region: NetworkRegion, form: Partial<PublicationForm> = {}): Promise<string> {
  const kept = await keep(region, form);
  if (!kept.ok) throw new Error(kept.reason);
  return kept.id;
}

const addRow = (
  region: NetworkRegion,
  words: Partial<Record<"channel" | "theme" | "timing" | "responsible", string>>,
) =>
  region.inside(async (db) => {
    const plan =
      (await db.communicationsPlan.findFirst({})) ??
      (await db.communicationsPlan.create({ data: { from: new Date("2021-01-01"), to: new Date("2021-12-31") } }));
    const row = { planId: plan.id, position: 1, channel: "Innlegg", timing: "haust", ...words };
    return (await db.planRow.create({ data: row })).id;
  });

const logOf = (region: NetworkRegion, id: string) =>
  region.inside((db) => db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } }));

describe("something said elsewhere", () => {
  it("is logged with all there is to say of it, changed, and taken out, and the log says so", async () => {
    const planRowId = await addRow(vestland, { theme: "Kosthald" });
    const said = { place: "Førde", author: "Rådgjevar", link: "https://ks.example/sak", text: "# Tittel", open: true };
    const id = await made(vestland, { ...said, planRowId, actorId: vestland.unit });
    expect(await vestland.inside((db) => publicationView(db, id))).toMatchObject({
      ...{ title: "Innlegg", place: "Førde", open: true, actor: { name: "USHT Helse Fonna" } },
      ...{ planRow: { id: planRowId, period: "2021" }, blocks: [{ type: "heading" }], history: [{}] },
    });
    const standing = await vestland.inside((db) => publicationToEdit(db, id));
    expect(standing).toMatchObject({ version: 0, values: { day: "2021-05-19", open: "on", planRowId } });

    const changed = { ...said, planRowId, actorId: vestland.unit, author: "Leiar", place: "Voss" };
    expect(await keep(vestland, changed, { id })).toEqual({ ok: true, id });
    expect(await vestland.inside((db) => dropPublication(db, id))).toEqual({ ok: true, title: "Innlegg" });
    expect(await vestland.inside((db) => publicationView(db, id))).toBeNull();
    expect(await vestland.inside((db) => dropPublication(db, id))).toEqual({ ok: false, reason: "not-found" });
    const log = await logOf(vestland, id);
    expect(log.map(({ action, subjectKind }) => `${action} ${subjectKind}`)).toEqual([
      ...["created publication", "updated publication", "removed publication"],
    ]);
    expect(log[1]).toMatchObject({ before: { place: "Førde" }, after: { place: "Voss", changed: ["author"] } });
    expect(JSON.stringify(log)).not.toContain("Rådgjevar");
  });

  it("is saved once where nothing is new", async () => {
    const id = await made(vestland);
    expect(await keep(vestland, {}, { id })).toEqual({ ok: true, id });
    expect(await logOf(vestland, id)).toHaveLength(1);
  });

  it("is not saved over what another has saved", async () => {
    const id = await made(vestland);
    expect(await keep(vestland, { title: "Først" }, { id })).toEqual({ ok: true, id });
    expect(await keep(vestland, { title: "Sist" }, { id })).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect((await vestland.inside((db) => publicationToEdit(db, id)))?.title).toBe("Først");
  });

  it("can name no row and no actor of another region, or that is gone", async () => {
    const planRowId = await addRow(other, {});
    const gone = "0190a000-0000-7000-8000-000000000000";
    for (const id of [planRowId, gone])
      expect(await keep(vestland, { planRowId: id })).toEqual({ ok: false, reason: "gone", field: "planRowId" });
    for (const id of [other.ks, gone])
      expect(await keep(vestland, { actorId: id })).toEqual({ ok: false, reason: "gone", field: "actorId" });
    const theirs = await made(other);
    expect(await keep(vestland, {}, { id: theirs })).toEqual({ ok: false, reason: "not-found" });
    expect(await vestland.inside((db) => publicationView(db, theirs))).toBeNull();
    expect(await vestland.inside((db) => publicationView(db, "x"))).toBeNull();
  });

  it("keeps its actor from being removed", async () => {
    const actor = await vestland.inside((db) => db.actor.create({ data: { position: 9, name: "Høgskulen" } }));
    const id = await made(vestland, { actorId: actor.id });
    const removed = await vestland.inside((db) => removeActor(db, actor.id));
    expect(removed).toMatchObject({ ok: false, reason: "in-use", uses: { publications: [{ id, name: "Innlegg" }] } });
  });
});

describe("somebody who edits for an actor", () => {
  it("logs for it and its units, and for no other and not for the region", async () => {
    const roles = leaderOf(vestland.centre);
    for (const actorId of [vestland.centre, vestland.unit])
      expect(await keep(vestland, { actorId }, { roles })).toMatchObject({ ok: true });
    for (const actorId of [vestland.ks, null])
      expect(await keep(vestland, { actorId }, { roles })).toEqual({ ok: false, reason: "not-own", field: "actorId" });
    expect(await vestland.inside((db) => publicationActorOptions(db, { roles, before: null }))).toMatchObject({
      ...{ limited: true, actors: [{ label: "USHT" }, { label: "USHT Helse Fonna" }] },
    });
  });

  it("may keep what stands, and not give it away", async () => {
    const roles = leaderOf(vestland.centre);
    const id = await made(vestland, { actorId: vestland.unit });
    expect(await vestland.inside((db) => publicationActors(db, id))).toEqual([vestland.unit, vestland.centre]);
    expect(await keep(vestland, { actorId: vestland.unit, title: "Nytt" }, { id, roles })).toEqual({ ok: true, id });
    expect(await keep(vestland, { actorId: vestland.ks, version: 1 }, { id, roles })).toMatchObject({ ok: false });
    expect(await vestland.inside((db) => publicationActors(db, "x"))).toBeNull();
  });
});

describe("the form from a plan row", () => {
  const startOf = (region: NetworkRegion, row: string, roles = coordinator) =>
    region.inside(async (db) =>
      startValues({
        row: await rowToLog(db, row),
        names: await nameBook(db),
        options: await publicationActorOptions(db, { roles, before: null }),
        today,
      }),
    );

  it("has what the row says of kind, title and the one who answers for it", async () => {
    const id = await addRow(vestland, { channel: "Podkast", theme: "Mat og måltid\nmeir", responsible: "USHT" });
    expect(await startOf(vestland, id)).toEqual({
      ...{ day: today, kind: "podcast", title: "Mat og måltid", planRowId: id, actorId: vestland.centre },
    });
  });

  it("leaves the actor to be chosen where several are named, or one that is another's", async () => {
    const several = await addRow(vestland, { responsible: "KS og USHT" });
    expect(await startOf(vestland, several)).toMatchObject({ actorId: "" });
    const anothers = await addRow(vestland, { responsible: "KS" });
    expect(await startOf(vestland, anothers, leaderOf(vestland.unit))).toMatchObject({ actorId: vestland.unit });
  });

  it("is empty for another region's row", async () => {
    const theirs = await addRow(other, {});
    expect(await startOf(vestland, theirs)).toEqual({ day: today, actorId: "" });
    expect(await startOf(vestland, "x")).toEqual({ day: today, actorId: "" });
  });

  it("offers the rows of plans that are not closed, and the one that is chosen", async () => {
    const region = await networkRegion(database.url().adminUrl);
    const row = await addRow(region, { theme: "Tema", timing: "mai" });
    const choices = [{ group: "2021", options: [{ value: row, label: "Innlegg · Tema · «mai»" }] }];
    expect(await region.inside((db) => rowChoices(db, null))).toEqual(choices);
    await region.inside((db) => db.communicationsPlan.updateMany({ data: { state: "closed" } }));
    expect(await region.inside((db) => rowChoices(db, null))).toEqual([]);
    expect(await region.inside((db) => rowChoices(db, row))).toEqual(choices);
  });
});

describe("the list", () => {
  let region: NetworkRegion;
  beforeAll(async () => {
    region = await networkRegion(database.url().adminUrl);
    for (let n = 1; n <= 52; n += 1)
      await made(region, { title: `Innlegg ${n}`, day: `2021-01-${String(1 + (n % 5)).padStart(2, "0")}` });
    await made(region, {
      title: "100 % eldre",
      day: "2022-03-01",
      kind: "op_ed",
      actorId: region.unit,
      author: "Leiar",
    });
    await made(region, { title: "Om mat", day: "2031-03-01", kind: "podcast", actorId: region.ks });
  });
  const list = (query: string) => region.inside((db) => publicationsView(db, readAsked(new URLSearchParams(query))));

  it("has the newest first, fifty at a time, and each once", async () => {
    const first = await list("");
    expect(first).toMatchObject({ total: 54, found: 54 });
    expect(first.publications.slice(0, 2).map(({ title }) => title)).toEqual(["Om mat", "100 % eldre"]);
    const second = await list(`after=${first.next}`);
    expect([first.publications.length, second.publications.length, second.next]).toEqual([50, 4, null]);
    expect(new Set([...first.publications, ...second.publications].map(({ id }) => id)).size).toBe(54);
  });

  it("is narrowed by kind, year, actor with its units, and words", async () => {
    const titles = async (query: string) => (await list(query)).publications.map(({ title }) => title);
    expect(await titles("kind=op_ed&kind=podcast")).toEqual(["Om mat", "100 % eldre"]);
    expect(await titles("year=2022")).toEqual(["100 % eldre"]);
    expect(await titles(`actor=${region.centre}`)).toEqual(["100 % eldre"]);
    expect(await titles("q=leiar+%25")).toEqual(["100 % eldre"]);
    expect(await titles("q=%25&kind=talk")).toEqual([]);
    expect(await titles(`actor=${other.ks}`)).toEqual([]);
    expect((await list("year=2022")).options).toMatchObject({
      ...{ kinds: ["talk", "op_ed", "podcast"], years: [2031, 2022, 2021] },
      actors: [{ name: "KS" }, { name: "USHT" }, { name: "USHT Helse Fonna" }],
    });
  });

  it.each(["kind=x&year=99999&actor=x&after=x", "after=2021-02-30~x", "year=0000", "q=%F0%9F%98%80%E2%80%AE", "q=\\"])(
    "takes any address: %s",
    async (query) => {
      expect((await list(query)).total).toBe(54);
    },
  );
});

describe("what everybody sees", () => {
  it("is what is marked open and has been said, of this region alone, the newest first", async () => {
    const region = await networkRegion(database.url().adminUrl);
    for (let n = 1; n <= 22; n += 1)
      await made(region, { title: `Open ${n}`, open: true, day: "2021-05-19", text: "x" });
    await made(region, { title: "I dag", open: true, day: today, actorId: region.ks });
    await made(region, { title: "I morgon", open: true, day: "2026-05-27" });
    await made(region, { title: "Lukka" });
    await made(other, { title: "Ein annan stad", open: true });
    const newest = await region.inside((db) => newestOpenPublications(db, { today, newest: 5 }));
    expect(newest).toHaveLength(5);
    expect(newest[0]).toMatchObject({ title: "I dag", actor: { name: "KS" } });
    expect(newest[0]).not.toHaveProperty("text");
    const first = await region.inside((db) => openPublicationsView(db, { today, after: null }));
    expect(first).toMatchObject({ total: 23, publications: { length: 20 } });
    const [day = "", id = ""] = first.next?.split("~") ?? [];
    const second = await region.inside((db) => openPublicationsView(db, { today, after: { day, id } }));
    expect([...first.publications, ...second.publications].filter(({ title }) => !/^Open|^I dag$/.test(title))).toEqual(
      [],
    );
    expect(second).toMatchObject({ next: null, publications: { length: 3 } });
  });
});

describe("the form's schema", () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind: "talk", title: "x", day: "2021-05-19", ...fields }))
      form.append(name, value);
    const parsed = parseForm(form, publicationSchema());
    return parsed.ok ? parsed.value : Object.keys(parsed.errors);
  };

  it.each([
    ["link", "javascript:alert(1)"],
    ["link", " JaVaScRiPt:alert(1)"],
    ["link", "data:text/html,x"],
    ["link", "//ks.example"],
    ["link", "https://"],
    ["link", `https://ks.example/${"a".repeat(2000)}`],
    ["day", "2021-02-30"],
    ["day", "0001-01-01"],
    ["day", ""],
    ["kind", "constructor"],
    ["title", " "],
    ["title", "å".repeat(10_000)],
    ["place", "å".repeat(10_000)],
    ["text", "å".repeat(20_001)],
    ["actorId", "x"],
    ["planRowId", "1"],
    ["version", "99999999999"],
    ["open", "yes"],
  ])("refuses in %s: %s", (field, value) => {
    expect(read({ [field]: value })).toEqual([field]);
  });

  it("takes what people write, right to left and with emoji too", () => {
    const title = "مرحبا ‮ 🎙️ <script>alert(1)</script>";
    expect(read({ title, link: "https://ks.example/å?x=1", text: "å".repeat(20_000), open: "on" })).toMatchObject({
      ...{ title, open: true, link: "https://ks.example/å?x=1" },
    });
  });
});
