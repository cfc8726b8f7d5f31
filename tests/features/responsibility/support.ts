import { readFileSync } from "node:fs";
import { makeRegion } from "#tests/features/regions/make-region";
import type { Part, SaidPart } from "~/domain/responsibility/parts";
import { noChoices } from "~/features/documents/import-choices";
import { importDocument } from "~/features/documents/import-document.server";
import { changeRow } from "~/features/responsibility/change-row.server";
import { type MatrixInput, matrixView } from "~/features/responsibility/matrix.view.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";

export const today = "2021-05-11";
export const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** A region and a way in, as a coordinator. */
export async function openRegion(adminUrl: string) {
  const region = await makeRegion(adminUrl);
  const enter = <T>(personId: string | null, work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId, via: "session" }, work);
  const personId = await enter(null, async (db) => {
    const id = newId();
    await db.person.create({ data: { id, name: "Koordinator", email: "koordinator@vestland.example" } });
    return id;
  });
  const inside = <T>(work: (db: RegionDb) => Promise<T>) => enter(personId, work);
  const view = (asked: Partial<MatrixInput> = {}) =>
    inside((db) =>
      matrixView(db, {
        ...{ asOf: today, today, show: "all", period: null, channels: [], areas: [] },
        ...{ withoutAccountable: false, search: "", ...asked },
      }),
    );
  const say = (
    row: string,
    actorId: string,
    part: Part | "none" | "clear",
    { seen, from = null, asOf = today }: { seen: string; from?: string | null; asOf?: string },
  ) =>
    inside((db) => changeRow(db, { row, from, asOf, changes: [{ actorId, part: part as SaidPart | "clear", seen }] }));
  return { region, enter, inside, view, say, personId };
}

/** The Vestland plan with its three centres as units, and the coordination group: the extended support apparatus. */
export async function openVestland(adminUrl: string) {
  const opened = await openRegion(adminUrl);
  const actors = await opened.inside(async (db) => {
    const text = readFileSync("prisma/seed/vestland-plan.txt", "utf8");
    const report = await importDocument(db, {
      ...{ fileName: "plan.txt", text, choices: noChoices, dryRun: false, now: day("2021-04-01") },
    });
    if (!report.saved) throw new Error("The plan was not imported");
    const made = await db.actor.findMany({ orderBy: { position: "asc" } });
    const named = (name: string) => made.find((actor) => actor.name.includes(name))?.id ?? "";
    const centres = named("USHT");
    for (const [position, unit] of ["Sogn og Fjordane", "Hordaland", "Helse Fonna"].entries())
      if (!made.some(({ parentId, name }) => parentId !== null && name.includes(unit)))
        await db.actor.create({
          data: { position, parentId: centres, name: `USHT ${unit}`, shortName: `USHT ${unit}` },
        });
    const group =
      (await db.group.findFirst({ where: { name: { contains: "oordineringsgrupp" } } })) ??
      (await db.group.create({ data: { position: 0, name: "Koordineringsgruppa", kind: "coordination" } }));
    await db.groupMember.deleteMany({ where: { groupId: group.id } });
    for (const name of [
      "Fylkeseldrerådet",
      "Senter for omsorgsforskning",
      "Fylkeskommune",
      "Husbanken",
      "Helseføretaka",
    ]) {
      await db.actor.updateMany({ where: { id: named(name) }, data: { tier: "extended" } });
      await db.groupMember.create({ data: { groupId: group.id, actorId: named(name) } });
    }
    return db.actor.findMany();
  });
  const idOf = (name: string) => actors.find((actor) => actor.name.includes(name))?.id ?? "";
  return { ...opened, idOf };
}
