import { isAddress } from "~/domain/documents/sheet-cells";
import { isUuid } from "~/domain/shared/ids";
import { findPersonById } from "~/features/networks/networks.db.server";
import { ensureNamed } from "~/features/people/ensure-named.server";
import { peopleFound } from "~/features/people/people-found.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type PersonChoice = { id: string; name: string; email: string };
export type PersonResult =
  | { ok: true; person: PersonChoice | null }
  | { ok: false; reason: "unknown" | "name-missing" }
  | { ok: false; reason: "several"; choices: PersonChoice[] };

/**
 * The person of the region that somebody means by a name or an address. Nothing written is nobody; several that match
 * are handed back to choose among (at most ten), and what was chosen (`chosen`) counts while it still matches.
 */
export async function findPersonMeant(
  db: RegionDb,
  { search, chosen = null }: { search: string; chosen?: string | null },
): Promise<PersonResult> {
  const words = search.trim();
  if (words === "") return { ok: true, person: null };
  const picked = isUuid(chosen) ? await findPersonById(db, chosen) : null;
  const key = words.toLowerCase();
  const matches = (person: PersonChoice) => person.email.includes(key) || person.name.toLowerCase().includes(key);
  if (picked && matches(picked)) return { ok: true, person: picked };
  const { people: found } = await peopleFound(db, words, 11);
  const exact = found.filter(({ name, email }) => email === key || name.toLowerCase() === key);
  const meant = exact.length > 0 ? exact : found;
  const [only, ...more] = meant;
  if (!only) return { ok: false, reason: "unknown" };
  return more.length === 0 ? { ok: true, person: only } : { ok: false, reason: "several", choices: meant.slice(0, 10) };
}

/** The same, where a whole address that nobody has makes a new person of that name. */
export async function findOrNamePerson(
  db: RegionDb,
  input: { search: string; chosen?: string | null; name: string },
): Promise<PersonResult> {
  const found = await findPersonMeant(db, input);
  const email = input.search.trim().toLowerCase();
  if (found.ok || found.reason !== "unknown" || !isAddress(email)) return found;
  const name = input.name.trim();
  if (name === "") return { ok: false, reason: "name-missing" };
  const { personId } = await ensureNamed(db, { name, email });
  return { ok: true, person: { id: personId, name, email } };
}
