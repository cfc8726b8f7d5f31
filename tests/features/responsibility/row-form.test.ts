import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { answerRowForm } from "~/features/responsibility/answer-row-form.server";
import { approveMatrix } from "~/features/responsibility/approve-matrix.server";
import { cellSchema, rowFormOf } from "~/features/responsibility/cell-form.schema";
import { rowView } from "~/features/responsibility/row.view.server";
import { newId } from "~/platform/ids.server";
import { openVestland, today } from "./support";

const database = useDatabase();

async function setUp() {
  const opened = await openVestland(database.url().adminUrl);
  const { planRows } = await opened.view();
  const letter = planRows.find(({ name }) => name.startsWith("Informasjonsbrev"))?.id ?? "";
  const row = (asOf = today) => opened.inside((db) => rowView(db, { id: letter, asOf }));
  /** The form as the page fills it in, with some choices changed. */
  const filled = async (changes: Record<string, string>, from?: string) => {
    const form = new FormData();
    for (const { id, code } of (await row())?.actors ?? []) {
      form.set(`seen:${id}`, code);
      form.set(
        `part:${id}`,
        changes[id] ?? (/[A-Z]/.test(code) ? code.toLowerCase() : code === "-" ? "none" : "clear"),
      );
    }
    if (from !== undefined) form.set("from", from);
    form.set("asOf", today);
    return form;
  };
  const submit = (form: FormData, id = letter) => opened.inside((db) => answerRowForm(db, { row: id, form, today }));
  const ids = { office: opened.idOf("SFVL"), ks: opened.idOf("KS"), bank: opened.idOf("Husbanken") };
  return { ...opened, ...ids, letter, row, filled, submit };
}

describe("a row of the matrix by itself", () => {
  it("shows every actor with what is implied, and whom each name in the words means", async () => {
    const { row } = await setUp();
    const view = await row();
    expect(view).toMatchObject({
      kind: "plan-row",
      periodKey: "2021",
      accountable: "Statsforvaltaren (SFVL)",
      unknown: [],
    });
    expect(view?.actors.map(({ code }) => code).join("")).toBe("appppccccc");
    expect(view?.names.map(({ kind, means, rest }) => [kind, means, rest])).toEqual([
      ["actor", "Statsforvaltaren (SFVL)", false],
      ["actor", expect.stringContaining("USHT"), false],
      ["actor", "KS", false],
      ["group", expect.stringMatching(/oordineringsgrupp/), true],
    ]);
  });

  it("saves several choices in one go, and moves who is accountable in the same", async () => {
    const { filled, submit, row, office, ks, bank } = await setUp();
    expect(await submit(await filled({ [ks]: "a", [office]: "i", [bank]: "none" }))).toMatchObject({ ok: true });
    const view = await row();
    expect(view?.actors.map(({ code }) => code).join("")).toBe("IApppccc-c");
    expect(
      view?.history
        .filter(({ about }) => about !== null)
        .map(({ about, changes, who }) => [about, changes.map(({ after }) => after).join(), who])
        .sort(),
    ).toEqual([
      ["Husbanken", "ingen del", "Koordinator"],
      ["KS", "ansvarlig", "Koordinator"],
      ["Statsforvaltaren (SFVL)", "informert", "Koordinator"],
    ]);
    expect(await submit(await filled({ [ks]: "clear", [office]: "clear", [bank]: "clear" }))).toMatchObject({
      ok: true,
    });
    expect((await row())?.actors.map(({ code }) => code).join("")).toBe("appppccccc");
  });

  it("changes nothing when nothing was chosen, though another has changed another cell meanwhile", async () => {
    const { filled, submit, row, say, letter, ks, bank } = await setUp();
    const [untouched, other] = [await filled({}), await filled({ [ks]: "i" })];
    await say(letter, bank, "informed", { seen: "c" });
    expect(await submit(untouched)).toMatchObject({ ok: true });
    expect(await submit(other)).toMatchObject({ ok: true });
    expect((await row())?.actors.map(({ code }) => code).join("")).toBe("aIpppcccIc");
  });

  it("saves nothing of it when one of its cells was changed meanwhile, and keeps what was chosen", async () => {
    const { filled, submit, row, say, letter, ks, bank } = await setUp();
    const form = await filled({ [ks]: "i", [bank]: "k" });
    await say(letter, bank, "informed", { seen: "c" });
    const result = await submit(form);
    expect(result).toMatchObject({
      refusal: { chosen: { [ks]: "i", [bank]: "k" }, first: { actorId: bank, who: "Koordinator" } },
    });
    expect((await row())?.actors.map(({ code }) => code).join("")).toBe("appppcccIc");
  });

  it("refuses two accountable at both, and a missing or early day once it is approved", async () => {
    const { filled, submit, inside, ks, bank } = await setUp();
    const both = await submit(await filled({ [ks]: "a", [bank]: "a" }));
    expect(Object.keys((!both.ok && both.refusal?.errors) || {}).sort()).toEqual([`part:${bank}`, `part:${ks}`].sort());
    await inside((db) => approveMatrix(db, { validFrom: "2021-04-01" }));
    for (const from of ["", "2021-03-31", "2021-02-30", "soon"])
      expect(await submit(await filled({ [ks]: "i" }, from)), from).toMatchObject({
        refusal: { errors: { from: /\S/ } },
      });
    expect(await submit(await filled({ [ks]: "i" }, "2021-06-01"))).toMatchObject({ ok: true });
  });

  it("tells of changes that have been said for a later day", async () => {
    const { inside, say, row, letter, bank } = await setUp();
    await inside((db) => approveMatrix(db, { validFrom: "2021-04-01" }));
    await say(letter, bank, "informed", { seen: "c", from: "2021-06-01" });
    expect((await row())?.planned).toEqual([{ actor: "Husbanken", part: "i", from: "2021-06-01" }]);
    expect((await row("2021-06-01"))?.planned).toEqual([]);
  });

  it("is not there in another region, or for an id that is none", async () => {
    const { inside, filled, submit, letter, ks } = await setUp();
    const other = await setUp();
    for (const id of [other.letter, newId(), "1", ""]) {
      expect(await inside((db) => rowView(db, { id, asOf: today })), id).toBeNull();
      expect(await submit(await filled({ [ks]: "i" }), id), id).toEqual({ ok: false, refusal: null });
    }
    expect(letter).not.toBe(other.letter);
  });
});

describe("what is posted", () => {
  const [row, actor] = [newId(), newId()];

  it("is a cell with a part and what was seen", () => {
    const good = { row, actor, part: "a", seen: "." };
    expect(cellSchema().parse(good)).toMatchObject({ part: "accountable", from: null, asOf: null });
    expect(cellSchema().parse({ ...good, part: "none", from: "2021-05-01" })).toMatchObject({ from: "2021-05-01" });
    const bad = [{ part: "x" }, { part: "A" }, { seen: "" }, { seen: "ap" }, { row: "1" }, { actor: "" }];
    for (const wrong of [...bad, { from: "2021-02-30" }, { from: "1021-01-01" }])
      expect(cellSchema().safeParse({ ...good, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  });

  it("is no row's form when a choice has no cell it was made on", () => {
    const form = new FormData();
    form.set(`part:${actor}`, "a");
    expect(rowFormOf(form)).toBeNull();
    form.set(`seen:${actor}`, "q");
    expect(rowFormOf(form)).toBeNull();
    form.set(`seen:${actor}`, "p");
    expect(rowFormOf(form)).toEqual([{ actorId: actor, part: "accountable", seen: "p" }]);
  });
});
