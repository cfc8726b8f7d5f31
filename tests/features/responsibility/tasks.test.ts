import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { answerTaskForm } from "~/features/responsibility/answer-task-form.server";
import { newTaskView, taskView } from "~/features/responsibility/task.view.server";
import { newId } from "~/platform/ids.server";
import { day, openRegion, today } from "./support";

const database = useDatabase();

async function setUp() {
  const opened = await openRegion(database.url().adminUrl);
  const [office, ks, area] = await opened.inside(async (db) => {
    const make = (name: string, position: number) => db.actor.create({ data: { name, position } });
    const area = await db.priorityArea.create({ data: { number: 1, name: "Mat og måltid" } });
    return [(await make("Kontoret", 0)).id, (await make("KS", 1)).id, area.id];
  });
  const form = (fields: Record<string, string>, areas: string[] = []) => {
    const filled = new FormData();
    for (const [name, value] of Object.entries({ name: "Koordinere", actor: office, first: "", last: "", ...fields }))
      filled.set(name, value);
    for (const one of areas) filled.append("areas[]", one);
    return filled;
  };
  const submit = (id: string | null, ...given: Parameters<typeof form>) =>
    opened.inside((db) => answerTaskForm(db, id, form(...given)));
  const add = async (...given: Parameters<typeof form>) => {
    const made = await submit(null, ...given);
    if (!made.ok) throw new Error(JSON.stringify(made));
    return made.id;
  };
  const shown = async (id: string) => (await opened.inside((db) => taskView(db, { id, today })))?.task;
  return { ...opened, office, ks, area, submit, add, shown };
}

describe("a task", () => {
  it("is made after its actor's others, with its areas and days, and becomes a row", async () => {
    const { add, shown, view, area, office } = await setUp();
    await add({ name: "Rettleie" });
    const id = await add({ name: "  Koordinere \n regionalt ", first: "2021-01-01", last: "2021-12-31" }, [area]);
    expect(await shown(id)).toMatchObject({
      ...{ name: "Koordinere regionalt", actorId: office, areas: [area], first: "2021-01-01", last: "2021-12-31" },
    });
    const { tasks } = await view();
    expect(tasks.map(({ name, owner, cells }) => [name, owner, cells])).toEqual([
      ["Rettleie", "Kontoret", "a."],
      ["Koordinere regionalt", "Kontoret", "a."],
    ]);
    expect((await view({ asOf: "2022-01-01" })).tasks).toHaveLength(1);
    expect((await view({ areas: [area] })).tasks).toHaveLength(1);
  });

  it("goes to another actor, after that one's others, and its history is written down", async () => {
    const { add, submit, shown, inside, ks } = await setUp();
    await add({ actor: ks, name: "Nettverk" });
    const id = await add({});
    const version = (await shown(id))?.version ?? "";
    expect(await submit(id, { version, actor: ks })).toEqual({ ok: true, done: "changed", id });
    expect(await inside((db) => db.task.findFirst({ where: { id } }))).toMatchObject({ actorId: ks, position: 1 });
    const log = await inside((db) => db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } }));
    expect(log.map(({ action }) => action)).toEqual(["created", "updated"]);
    expect(log[1]).toMatchObject({ after: { actorId: ks } });
  });

  it("is not overwritten by one who opened it before the last change", async () => {
    const { add, submit, shown } = await setUp();
    const id = await add({});
    const version = (await shown(id))?.version ?? "";
    expect(await submit(id, { version, name: "Først" })).toMatchObject({ ok: true });
    expect(await submit(id, { version, name: "Sist" })).toMatchObject({ status: 409, refusal: { meanwhile: true } });
    expect(await shown(id)).toMatchObject({ name: "Først" });
  });

  it("is refused with a sentence at the field, and what was typed is kept", async () => {
    const { submit, area } = await setUp();
    const other = await setUp();
    const refused: [Record<string, string>, string[], string][] = [
      [{ name: "  " }, [], "name"],
      [{ name: "x".repeat(501) }, [], "name"],
      [{ actor: "" }, [], "actor"],
      [{ actor: newId() }, [], "actor"],
      [{ actor: other.office }, [], "actor"],
      [{ first: "2021-05-01", last: "2021-04-30" }, [], "last"],
      [{ first: "2021-02-30" }, [], "first"],
      [{}, [other.area], "areas"],
    ];
    for (const [fields, areas, field] of refused) {
      const result = await submit(null, fields, areas);
      expect(result, JSON.stringify(fields)).toMatchObject({
        status: 400,
        refusal: { errors: { [field]: /\S/ }, areas },
      });
    }
    expect(await submit(null, {}, [area])).toMatchObject({ ok: true });
  });

  it("is removed as a slip after a question, but not when somebody has said a part in it", async () => {
    const { add, submit, say, ks, view } = await setUp();
    const [slip, used] = [await add({}), await add({ name: "Rettleie" })];
    await say(used, ks, "consulted", { seen: "." });
    expect(await submit(slip, { intent: "remove" })).toMatchObject({ ok: false, refusal: { asks: true } });
    expect(await submit(slip, { intent: "remove", sure: "yes" })).toMatchObject({ ok: true, done: "removed" });
    expect(await submit(used, { intent: "remove", sure: "yes" })).toMatchObject({
      status: 400,
      refusal: { hasParts: 1 },
    });
    expect((await view()).tasks.map(({ id }) => id)).toEqual([used]);
  });

  it("is not there in another region, or for an id that is none", async () => {
    const { submit, shown } = await setUp();
    const other = await setUp();
    for (const id of [await other.add({}), newId(), "1"]) {
      expect(await shown(id)).toBeUndefined();
      expect(await submit(id, {})).toEqual({ ok: false, status: 404 });
      expect(await submit(id, { intent: "remove", sure: "yes" })).toEqual({ ok: false, status: 404 });
    }
  });

  it("is offered to the actors that have not ended, the one of the address chosen", async () => {
    const { inside, office, ks } = await setUp();
    await inside((db) => db.actor.updateMany({ where: { id: ks }, data: { validTo: day("2021-01-01") } }));
    const form = (actor: string | null) => inside((db) => newTaskView(db, { actor, today }));
    expect((await form(office)).task.actorId).toBe(office);
    expect((await form(null)).actors.map(({ id }) => id)).toEqual([office]);
    expect((await form("x'")).task.actorId).toBe("");
  });
});
