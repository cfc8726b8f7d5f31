import { tilesOf } from "~/domain/municipalities/tiles";
import { isUuid } from "~/domain/shared/ids";
import { historyOf } from "~/features/audit/history.view.server";
import { areaNames, areasWithMunicipalities, findArea, populations } from "~/features/municipalities/areas.db.server";
import { contactPersonsOn } from "~/features/municipalities/contact-persons.view.server";
import { type BookMunicipality, municipalityBook } from "~/features/municipalities/municipality-book.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The region's areas and circles in their order, for a choice in a form. */
export async function areaChoices(db: RegionDb): Promise<{ id: string; name: string; kind: "area" | "circle" }[]> {
  return areaNames(db);
}

/** All areas and circles on a day (midnight UTC): how many are in each, how many of them guests, and what overlaps. */
export async function areasView(db: RegionDb, today: Date) {
  const areas = await areasWithMunicipalities(db);
  const { register } = await municipalityBook(db, today);
  const byId = new Map(register.map((one) => [one.id, one]));
  return areas.map(({ municipalities, ...area }) => {
    const ids = new Set(municipalities.map(({ municipalityId }) => municipalityId));
    const all = [...ids].flatMap((id) => byId.get(id) ?? []);
    const overlaps = areas.flatMap((other) => {
      const shared = other.municipalities.filter(({ municipalityId }) => ids.has(municipalityId)).length;
      return other.id === area.id || shared === 0 ? [] : [{ id: other.id, name: other.name, shared }];
    });
    return {
      ...area,
      count: all.length,
      guests: all.filter(({ member, stands }) => stands && !member).length,
      ended: all.filter(({ stands }) => !stands).length,
      overlaps,
    };
  });
}

export type AreasView = Awaited<ReturnType<typeof areasView>>;

/** One area or circle on a day; null when the region has none of the id. */
export async function areaDetail(db: RegionDb, { id, today }: { id: string; today: Date }) {
  const area = isUuid(id) ? await findArea(db, id) : null;
  if (!area) return null;
  const { municipalities, audienceRules, feeSchemes, ...facts } = area;
  const book = await municipalityBook(db, today);
  const contacts = new Map((await contactPersonsOn(db, today)).map((person) => [person.municipalityId, person]));
  const people = new Map((await populations(db)).map((one) => [one.municipalityId, one]));
  const ids = new Set(municipalities.map(({ municipalityId }) => municipalityId));
  const rows = book.register
    .filter((one) => ids.has(one.id))
    .sort((a, b) => a.name.localeCompare(b.name, "nb"))
    .map((one) => {
      const contact = contacts.get(one.id);
      return {
        ...named(one),
        hasPage: people.has(one.id),
        contact: contact ? { name: contact.name } : null,
        state: contact ? (contact.validTo ? ("handover" as const) : ("has" as const)) : ("vacant" as const),
        population: people.get(one.id)?.population ?? null,
      };
    });
  const standing = rows.filter(({ stands }) => stands);
  const placed = tilesOf(book.register.filter(({ member }) => member)).flatMap((tile) => {
    const state = rows.find(({ number, member }) => member && number === tile.number)?.state;
    return state && tile.column !== undefined ? [{ ...tile, state }] : [];
  });
  return {
    ...facts,
    fees: feeSchemes.map(({ name }) => name),
    audiences: unique(audienceRules.map(({ audience }) => audience)),
    municipalities: rows,
    guests: standing.filter(({ member }) => !member).length,
    unknownPopulations: standing.filter(({ population }) => population === null).length,
    population: standing.reduce((sum, { population }) => sum + (population ?? 0), 0),
    standing: standing.length,
    covered: standing.filter(({ contact }) => contact !== null).length,
    members: standing.filter(({ member }) => member).length,
    tiles: shifted(placed),
    history: await historyOf(db, { id: area.id, subjects: ["area"] }),
  };
}

export type AreaDetail = NonNullable<Awaited<ReturnType<typeof areaDetail>>>;

/** An area as its form takes it: the region's own to tick, and the rest one a line. */
export async function areaToEdit(db: RegionDb, { id, today }: { id: string | null; today: Date }) {
  const area = id === null ? null : isUuid(id) ? await findArea(db, id) : undefined;
  if (area === undefined || (id !== null && area === null)) return null;
  const { register } = await municipalityBook(db, today);
  const ids = new Set(area?.municipalities.map(({ municipalityId }) => municipalityId));
  const others = register.filter((one) => ids.has(one.id) && !one.member);
  return {
    id: area?.id ?? null,
    version: area?.version ?? 0,
    name: area?.name ?? "",
    kind: area?.kind ?? ("area" as const),
    description: area?.description ?? "",
    counties: area?.counties.join("\n") ?? "",
    chosen: register.filter((one) => ids.has(one.id) && one.member).map((one) => one.id),
    others: others.map(({ number, name }) => `${number} ${name}`).join("\n"),
    own: register
      .filter(({ member }) => member)
      .map((one) => ({ id: one.id, number: one.number, name: one.name }))
      .sort((a, b) => a.name.localeCompare(b.name, "nb")),
  };
}

export type AreaToEdit = NonNullable<Awaited<ReturnType<typeof areaToEdit>>>;

function named({ id, number, name, nameSami, county, stands, member, became }: BookMunicipality) {
  return { id, number, name, nameSami, county, stands, member, became };
}

/** Tiles moved so that the first column and row are 0. */
function shifted<T extends { column?: number; row?: number }>(tiles: T[]): T[] {
  const left = Math.min(...tiles.map(({ column = 0 }) => column));
  const top = Math.min(...tiles.map(({ row = 0 }) => row));
  return tiles.map((tile) => ({ ...tile, column: (tile.column ?? 0) - left, row: (tile.row ?? 0) - top }));
}

function unique<T extends { id: string }>(all: T[]): T[] {
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}
