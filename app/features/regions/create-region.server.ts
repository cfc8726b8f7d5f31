import { audit } from "~/features/audit/audit.server";
import { findRegion } from "~/features/regions/membership.server";
import { insertRegion } from "~/features/regions/new-region.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** First words of addresses that are not a region's. */
const taken = `r sign-in sign-out preferences account privacy accessibility mailbox roll-up admin api assets healthz
  readyz`.split(/\s+/);

/** Why a slug cannot be a region's: it is the first word of the region's public addresses. Null when it can. */
export function judgeSlug(slug: string): "bad-slug" | "reserved-slug" | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug) || slug.length < 2 || slug.length > 40) return "bad-slug";
  return taken.includes(slug) ? "reserved-slug" : null;
}

/**
 * Makes the region that the transaction is open in, under an id that is new. Its first coordinator is added in the
 * same transaction by the caller. `slug-taken` also when another makes the same one at this moment: then it throws.
 */
export async function createRegion(
  db: RegionDb,
  input: { name: string; slug: string; standard: "bokmal" | "nynorsk" },
): Promise<
  { ok: true; regionId: string } | { ok: false; reason: "bad-slug" | "reserved-slug" | "slug-taken" | "no-name" }
> {
  const name = input.name.trim();
  if (name === "" || name.length > 100) return { ok: false, reason: "no-name" };
  const bad = judgeSlug(input.slug);
  if (bad) return { ok: false, reason: bad };
  if (await findRegion(input.slug)) return { ok: false, reason: "slug-taken" };
  const region = { slug: input.slug, name, initials: initialsOf(name), defaultStandard: input.standard };
  const regionId = await insertRegion(db, region);
  await audit(db, { action: "created", subject: "region", id: regionId, after: region });
  return { ok: true, regionId };
}

/** Two letters for the region's mark: of the first two words, or the first two of the only one. */
function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = words.length > 1 ? `${words[0]?.[0]}${words[1]?.[0]}` : (words[0] ?? name).slice(0, 2);
  return letters.toUpperCase();
}
