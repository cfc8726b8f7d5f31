import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { useDatabase } from "#tests/support/database";
import { day, openRegion, openVestland, today } from "./support";

const database = useDatabase();
const vestland = () => openVestland(database.url().adminUrl);

describe("the matrix of the Vestland plan", () => {
  it("has a column for each actor, with the three centres in place of the one that has them as units", async () => {
    const { view } = await vestland();
    const { actors } = await view();
    expect(actors.map(({ short, tier }) => `${tier} ${short}`)).toEqual([
      ...["core Statsforvaltaren (SFVL)", "core KS"],
      ...["core USHT Sogn og Fjordane", "core USHT Hordaland", "core USHT Helse Fonna"],
      ...["extended Fylkeseldrerådet", "extended Senter for omsorgsforskning", "extended Fylkeskommune"],
      ...["extended Husbanken", "extended Helseføretaka"],
    ]);
  });

  it("fills its cells from the words of the plan, and from who owns a task", async () => {
    const { view } = await vestland();
    const { tasks, planRows, total } = await view();
    const row = (name: string) => planRows.find((one) => one.name.startsWith(name));
    expect(total).toEqual({ tasks: tasks.length, planRows: 24 });
    // "Statsforvaltaren, USHT, KS + resten av koordineringsgruppa"
    expect(row("Informasjonsbrev")).toMatchObject({ cells: "appppccccc", icon: "newsletter", periodKey: "2021" });
    // "SFVL (prosjektgruppa) Koordineringsgruppa (regionalt støtteapparat)"
    expect(row("Innlegg på konferansar")?.cells).toBe("a....ccccc");
    // "Husbanken , Statsforvaltaren"
    expect(row("Fagdagar / webinar: Bustader")?.cells).toBe("p.......a.");
    // "USHT Fonna"
    expect(row("Leve heile livet-konferanse")?.cells).toBe("....a.....");
    expect(tasks.find(({ owner }) => owner === "KS")).toMatchObject({ kind: "task", cells: ".a........" });
    expect(tasks.find(({ owner }) => owner?.includes("USHT"))?.cells).toBe("..ppp.....");
  });

  it("marks a row without anybody accountable, and the names that are nobody's yet", async () => {
    const { view } = await vestland();
    const all = await view({ show: "plan" });
    const { planRows, tasks, withoutAccountable } = await view({ show: "plan", withoutAccountable: true });
    expect(tasks).toEqual([]);
    expect(planRows.find(({ name }) => name.startsWith("Webinar: Det som skjer"))).toMatchObject({
      unknown: ["Eiga arbeidsgruppe"],
      cells: "..........",
    });
    expect(withoutAccountable).toBe(planRows.length);
    expect(all.withoutAccountable).toBe(planRows.length);
    expect(all.unknown).toBeGreaterThan(0);
  });

  it("shows the members a group had on the day", async () => {
    const { view, inside, idOf } = await vestland();
    await inside((db) =>
      db.groupMember.updateMany({ where: { actorId: idOf("Husbanken") }, data: { validFrom: day("2021-09-01") } }),
    );
    const of = async (asOf: string) =>
      (await view({ asOf })).planRows.find(({ name }) => name.startsWith("Informasjonsbrev"))?.cells;
    expect(await of("2021-08-31")).toBe("appppccc.c");
    expect(await of("2021-09-01")).toBe("appppccccc");
  });

  it("shows the period that holds today, else the latest, else the one asked for", async () => {
    const { view } = await vestland();
    const { filters, options } = await view();
    expect(filters.period).toBe("2021");
    expect(options.periods.map(({ key }) => key)).toEqual(["2021", "2022-2023"]);
    expect((await view({ today: "2026-11-22" })).filters.period).toBe("2022-2023");
    expect((await view({ period: "2022-2023" })).planRows).toHaveLength(13);
    expect((await view({ period: "nonsense" })).filters.period).toBe("2021");
  });

  it("is filtered by channel, by priority area and by words, and says how many there are in all", async () => {
    const { view, inside } = await vestland();
    const webinars = await view({ channels: ["webinar"] });
    expect(webinars.tasks).toEqual([]);
    expect(new Set(webinars.planRows.map(({ icon }) => icon))).toEqual(new Set(["video"]));
    expect(webinars.total.planRows).toBe(24);
    expect((await view({ channels: ["x"] })).planRows).toHaveLength(24);
    const found = await view({ search: "demensplan" });
    expect(found.planRows.map(({ name }) => name)).toEqual(["Webinar: Demensplan 2025", "Webinar: Demensplan 2025"]);
    const [food, home] = await inside(async (db) => {
      const made = await Promise.all(
        ["Mat og måltid", "Helsehjelp"].map((name, at) => db.priorityArea.create({ data: { number: at + 1, name } })),
      );
      return made.map(({ id }) => id);
    });
    const meals = await view({ areas: [food ?? ""] });
    expect(meals.planRows.map(({ name }) => name)).toContain("Podkast om mat og måltid: Besøk heime Eit bord for…");
    expect(meals.planRows.length).toBeLessThan(10);
    const podcast = meals.planRows.find(({ icon }) => icon === "microphone")?.id ?? "";
    await inside((db) => db.priorityAreaLink.create({ data: { planRowId: podcast, priorityAreaId: home ?? "" } }));
    expect((await view({ areas: [food ?? ""] })).planRows.some(({ id }) => id === podcast)).toBe(false);
    expect((await view({ areas: [home ?? ""] })).planRows.some(({ id }) => id === podcast)).toBe(true);
  });

  it("leaves out an actor that has ended, and then nobody is accountable for its task", async () => {
    const { view, inside, idOf } = await vestland();
    await inside((db) => db.actor.updateMany({ where: { id: idOf("KS") }, data: { validTo: day("2021-05-01") } }));
    const { actors, tasks } = await view();
    expect(actors.some(({ name }) => name === "KS")).toBe(false);
    expect(tasks.find(({ owner }) => owner === "KS")?.cells).toMatch(/^\.+$/);
  });

  it("shows an actor outside the support apparatus only when it has a part", async () => {
    const { view, inside, say } = await vestland();
    const { id } = await inside((db) =>
      db.actor.create({ data: { position: 99, name: "Høgskulen", tier: "outside" } }),
    );
    const before = await view();
    expect(before.actors.some((actor) => actor.id === id)).toBe(false);
    await say(before.tasks[0]?.id ?? "", id, "consulted", { seen: "." });
    const after = await view();
    expect(after.actors.at(-1)).toMatchObject({ id, tier: "outside", short: "Høgskulen" });
    expect(after.tasks[0]?.cells).toBe("a.........K");
  });

  it("takes the same number of queries whatever its size, fifteen at most", async () => {
    const count = async (work: () => Promise<unknown>) => {
      const query = vi.spyOn(pg.Client.prototype, "query");
      await work();
      const texts = query.mock.calls.map(([asked]) =>
        typeof asked === "string" ? asked : (asked as { text?: string }).text,
      );
      query.mockRestore();
      return texts.filter((text) => !/^(BEGIN|COMMIT|SELECT set_config)/i.test(text ?? "")).length;
    };
    const small = await openRegion(database.url().adminUrl);
    await small.view();
    const large = await vestland();
    await large.inside((db) => db.actor.create({ data: { position: 99, name: "Høgskulen", tier: "outside" } }));
    const [few, many] = [await count(() => small.view()), await count(() => large.view())];
    expect(few).toBeGreaterThan(3);
    expect(many).toBeLessThanOrEqual(15);
    await large.inside((db) =>
      db.actor.createMany({ data: Array.from({ length: 30 }, (_, n) => ({ position: n, name: `Aktør ${n}` })) }),
    );
    expect(await count(() => large.view())).toBe(many);
  });

  it("is empty in a new region", async () => {
    const { view } = await openRegion(database.url().adminUrl);
    expect(await view()).toMatchObject({
      ...{ today, approvedFrom: null, actors: [], tasks: [], planRows: [], unknown: 0, withoutAccountable: 0 },
      filters: { period: null },
    });
  });
});
