import type { WhomKind } from "~/domain/audiences/rule";
import { areasAndNetworks } from "~/features/audiences/audiences.db.server";
import { placeChoices } from "~/features/groups/groups.view.server";
import { peopleFound } from "~/features/people/people-found.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Choice = { id: string; name: string; note?: string };

/** What a part of a kind can name today: places, networks, groups, actors, or the people who fit a search. */
export async function partChoices(
  db: RegionDb,
  { kind, today, search }: { kind: WhomKind; today: string; search: string },
): Promise<{ of: Choice[]; more: boolean }> {
  if (kind === "contact_persons" || kind === "address") return { of: [], more: false };
  if (kind === "person") {
    const { people, more } = await peopleFound(db, search);
    return { of: people.map(({ id, name, email }) => ({ id, name, note: email })), more };
  }
  if (kind === "area" || kind === "network") {
    const { areas, networks } = await areasAndNetworks(db);
    return { of: kind === "area" ? areas : networks, more: false };
  }
  const { actors, municipalities, groups } = await placeChoices(db, today);
  return { of: { actor: actors, municipality: municipalities, group: groups }[kind], more: false };
}
