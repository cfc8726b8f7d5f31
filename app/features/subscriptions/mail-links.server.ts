import { makeLinks } from "~/features/auth/links.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";
import { readEnv } from "~/platform/env.server";
import { newToken } from "~/platform/tokens.server";

/** A mail is kept for long, and must be possible to leave as long as somebody has it. */
const years = 5;
/** Rows in one statement. */
const atOnce = 5000;

/**
 * A link of her own for each of these, to leave the newsletter and to choose what she gets: person -> token. Only hashes
 * are kept (L2); the token goes into the delivery's secret.
 */
export async function makeMailLinks(
  db: RegionDb,
  { newsletterId, personIds, now }: { newsletterId: string; personIds: readonly string[]; now: Date },
): Promise<Map<string, string>> {
  const expiresAt = new Date(now);
  expiresAt.setUTCFullYear(expiresAt.getUTCFullYear() + years);
  const tokens = new Map(personIds.map((personId) => [personId, newToken()]));
  const links = [...tokens].map(([personId, token]) => {
    return { token, purpose: "preferences" as const, personId, subjectId: newsletterId, expiresAt };
  });
  for (let at = 0; at < links.length; at += atOnce) await makeLinks(db, links.slice(at, at + atOnce));
  return tokens;
}

/** Where a token leads, as it stands in a mail: absolute addresses. */
export function mailLinks(slug: string, token: string): { unsubscribe: string; preferences: string } {
  const { SAMVIRK_URL } = readEnv();
  return {
    unsubscribe: SAMVIRK_URL + paths.unsubscribe(slug, token),
    preferences: SAMVIRK_URL + paths.mailPreferences(slug, token),
  };
}
