import { can } from "~/domain/auth/permissions";
import { allDeputies, type DeputiesOf, deputiesOf, numberOf } from "~/features/events/deputies.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Row = Awaited<ReturnType<typeof deputiesOf>>[number];

/** A deputy as a list shows her, with why she would not be asked. */
const shown = ({ id, deputy }: Row) => ({
  id,
  name: deputy.name,
  email: deputy.email,
  trouble: deputy.heldSince
    ? ("held" as const)
    : deputy.optedOut.includes("invitations")
      ? ("unwilling" as const)
      : null,
});

/** One list of deputies, in the order they are asked. */
export async function deputiesView(db: RegionDb, of: DeputiesOf) {
  return (await deputiesOf(db, of)).map(shown);
}

/** The number of the municipality whose deputies somebody names who may not name everybody's; null when there is none. */
export async function ownDeputies(db: RegionDb, roles: Parameters<typeof can>[0]): Promise<string | null> {
  const own = roles.find(
    ({ municipalityId }) => municipalityId !== null && can(roles, "deputies.edit", { municipalityId }),
  );
  return own?.municipalityId ? numberOf(db, own.municipalityId) : null;
}

export type ShownDeputy = Awaited<ReturnType<typeof deputiesView>>[number];

/** Every list of the region: whose it is, and who is on it; municipalities first, each by name. */
export async function deputyLists(db: RegionDb) {
  const lists = new Map<string, { number: string | null; personId: string | null; name: string; deputies: string[] }>();
  for (const { person, municipality, personId, municipalityId, deputy } of await allDeputies(db)) {
    const key = municipalityId ?? personId ?? "";
    const name = municipality?.municipality.name ?? person?.name ?? "";
    const list = lists.get(key) ?? { number: municipality?.municipality.number ?? null, personId, name, deputies: [] };
    list.deputies.push(deputy.name);
    lists.set(key, list);
  }
  const kind = ({ number }: { number: string | null }) => (number === null ? 1 : 0);
  return [...lists.values()].sort((a, b) => kind(a) - kind(b) || a.name.localeCompare(b.name, "nb"));
}
