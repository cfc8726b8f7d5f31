import { addDays, isoDay } from "~/domain/shared/days";
import { audit } from "~/features/audit/audit.server";
import { findMunicipality } from "~/features/municipalities/municipalities.db.server";
import { type Facts, saveFacts, type Ties, tiesFrom } from "~/features/municipalities/municipality-facts.db.server";
import { factsOf, type MunicipalityFacts } from "~/features/municipalities/municipality-facts.view.server";
import type { MunicipalityFactsInput } from "~/features/municipalities/municipality-facts-form.schema";
import { difference } from "~/features/regions/region-version.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export type ChangeFactsResult =
  | { ok: true }
  | { ok: false; reason: "not-found" }
  /** Somebody has changed it since the form was filled; `now` is how it stands. */
  | { ok: false; reason: "changed-meanwhile"; now: MunicipalityFacts }
  /** It cannot leave on that day: these hold it there. */
  | { ok: false; reason: "tied"; ties: Ties };

/**
 * Saves what the region knows of a municipality and when it is in the region. It leaves only when nothing ties it to
 * the region after its last day: no contact person, open invitation, or membership of a network or group.
 */
export async function changeFacts(
  db: RegionDb,
  { number, input, now }: { number: string; input: MunicipalityFactsInput; now: Date },
): Promise<ChangeFactsResult> {
  await lockRegion(db, "people");
  const municipality = await findMunicipality(db, number);
  if (!municipality) return { ok: false, reason: "not-found" };
  const stands = factsOf(municipality);
  if (stands.seen !== input.seen) return { ok: false, reason: "changed-meanwhile", now: stands };
  const before: Facts = {
    writtenStandard: municipality.writtenStandard,
    population: municipality.population,
    populationYear: municipality.populationYear,
    validFrom: municipality.validFrom,
    validTo: municipality.validTo,
  };
  const after: Facts = {
    writtenStandard: input.standard,
    population: input.population,
    populationYear: input.populationYear,
    validFrom: input.from === null ? null : new Date(input.from),
    validTo: input.last === null ? null : new Date(addDays(input.last, 1)),
  };
  const changed = difference(inDays(before), inDays(after));
  if (!changed) return { ok: true };
  if (after.validTo && isSooner(after.validTo, before.validTo)) {
    const ties = await tiesFrom(db, municipality.id, { day: after.validTo, now });
    if (Object.values(ties).some((each) => each.length > 0)) return { ok: false, reason: "tied", ties };
  }
  await saveFacts(db, municipality.id, after);
  await audit(db, { action: "updated", subject: "municipality", id: municipality.id, ...changed });
  return { ok: true };
}

const isSooner = (day: Date, before: Date | null) => before === null || day < before;

function inDays({ validFrom, validTo, ...facts }: Facts) {
  return { ...facts, validFrom: isoDay(validFrom), validTo: isoDay(validTo) };
}
