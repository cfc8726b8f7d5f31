import { createLinks, findLink, findSpentLink, revokeLinksTo } from "~/features/auth/auth.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { hashToken } from "~/platform/tokens.server";

export type LinkPurpose =
  | "answer"
  | "role"
  | "handover"
  | "registration"
  | "feedback"
  | "feed"
  | "subscription"
  | "preferences"
  | "remarks"
  | "cases"
  | "report";

export type MadeLink = {
  token: string;
  purpose: LinkPurpose;
  personId: string;
  /** What the link is about: an invitation, a role, a municipality. */
  subjectId: string;
  expiresAt: Date;
};

/** Makes links good; only the hashes of their tokens are kept (L2). */
export async function makeLinks(db: RegionDb, links: MadeLink[]): Promise<void> {
  await createLinks(
    db,
    links.map(({ token, ...link }) => ({ hash: hashToken(token), ...link })),
  );
}

/** What a link of this purpose is about, and whose it is; null when it is wrong, expired or revoked, not saying which. */
export async function openLink(db: RegionDb, token: string, purpose: LinkPurpose, now: Date) {
  return findLink(db, hashToken(token), purpose, now);
}

/** The same for a link that is good or not, so that a new one can be sent to whom it was for. */
export async function openSpentLink(db: RegionDb, token: string, purpose: LinkPurpose) {
  return findSpentLink(db, hashToken(token), purpose);
}

/** Takes back every link of this purpose to this subject. */
export async function revokeLinks(
  db: RegionDb,
  link: { purpose: LinkPurpose; subjectId: string; now: Date },
): Promise<void> {
  await revokeLinksTo(db, link);
}
