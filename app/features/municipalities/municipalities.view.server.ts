import { tilesOf } from "~/domain/municipalities/tiles";
import { type DefaultStandard, writtenLocale } from "~/domain/municipalities/written-locale";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { areaNames, municipalityIdsOf } from "~/features/municipalities/areas.db.server";
import { type ContactAlarm, contactAlarms } from "~/features/municipalities/contact-alarms.view.server";
import { contactPersonsOn } from "~/features/municipalities/contact-persons.view.server";
import {
  contactRoles,
  type FoundMunicipality,
  listMunicipalities,
  vacantSince,
} from "~/features/municipalities/municipalities.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const pageSize = 50;

/** In which order the list has what needs a person to look; the rest comes after. */
const gravest = ["vacant", "held", "silent"];

/**
 * Coverage of the region, or of one of its areas, on a day: map, alarms, and one page of the list, alarms first
 * (`after` is the number the last page ended with). The names of the areas come along where one may be chosen. A contact person whose end is known is a handover to come.
 */
export async function coverage(
  db: RegionDb,
  { today, after, area }: { today: Date; after: string | null; area?: string | null },
) {
  const all = await listMunicipalities(db, today);
  const within = area && isUuid(area) ? await municipalityIdsOf(db, area) : null;
  const municipalities = within ? all.filter(({ id }) => within.has(id)) : all;
  const persons = new Map((await contactPersonsOn(db, today)).map((person) => [person.municipalityId, person]));
  const vacantIds = municipalities.filter(({ id }) => !persons.has(id)).map(({ id }) => id);
  const since = vacantIds.length > 0 ? await vacantSince(db, vacantIds, today) : new Map<string, Date>();
  const alarms = (await contactAlarms(db, today)).filter(({ municipalityId }) => !within || within.has(municipalityId));
  const reasons = new Map(alarms.map(({ municipalityId, reason }) => [municipalityId, reason]));
  const rank = ({ alarm }: { alarm: ContactAlarm["reason"] | null }) =>
    alarm ? gravest.indexOf(alarm) : gravest.length;
  const rows = municipalities
    .map(({ id, number, name, nameSami, writtenStandard }) => {
      const person = persons.get(id);
      const ended = since.get(id);
      return {
        number,
        name,
        nameSami,
        writtenStandard,
        state: person ? (person.validTo ? ("handover" as const) : ("has" as const)) : ("vacant" as const),
        contact: person
          ? { name: person.name, email: person.email, until: person.validTo && isoDay(person.validTo) }
          : null,
        vacantSince: ended ? isoDay(ended) : null,
        alarm: reasons.get(id) ?? null,
      };
    })
    .sort((a, b) => rank(a) - rank(b));
  const states = new Map(rows.map(({ number, state }) => [number, state]));
  const start = rows.findIndex(({ number }) => number === after) + 1;
  const page = rows.slice(start, start + pageSize);
  return {
    total: rows.length,
    inRegion: all.length,
    covered: rows.length - vacantIds.length,
    tiles: tilesOf(all).flatMap((tile) => {
      const state = states.get(tile.number);
      return state ? [{ ...tile, state }] : [];
    }),
    alarms,
    rows: page,
    next: start + pageSize < rows.length ? (page.at(-1)?.number ?? null) : null,
    areas: area === undefined ? [] : await areaNames(db),
    area: within ? (area ?? null) : null,
  };
}

export type Coverage = Awaited<ReturnType<typeof coverage>>;

/** One municipality: who is contact person now, before and later, and the language of mail to it. */
export async function municipalityDetail(
  db: RegionDb,
  {
    municipality,
    today,
    regionDefault,
  }: { municipality: FoundMunicipality; today: Date; regionDefault: DefaultStandard },
) {
  const roles = (await contactRoles(db, municipality.id)).map(({ person, validFrom, validTo, ...role }) => ({
    ...role,
    ...person,
    from: isoDay(validFrom),
    to: validTo && isoDay(validTo),
  }));
  const day = isoDay(today);
  return {
    number: municipality.number,
    name: municipality.name,
    nameSami: municipality.nameSami,
    county: municipality.county,
    writtenStandard: municipality.writtenStandard,
    mailLocale: writtenLocale(municipality.writtenStandard, regionDefault),
    regionDefault,
    current: roles.find(({ from, to }) => from <= day && (to === null || to > day)) ?? null,
    coming: roles.filter(({ from }) => from > day),
    before: roles.filter(({ to }) => to !== null && to <= day),
  };
}

export type MunicipalityDetail = Awaited<ReturnType<typeof municipalityDetail>>;
