import { can, type HeldRole } from "~/domain/auth/permissions";
import { openIssues } from "~/features/newsletters/issues.db.server";
import { newslettersEditedBy } from "~/features/newsletters/newsletters.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Issues that have not gone out, the next to go first: those of all newsletters. Instants are ISO 8601. */
export async function issuesWaiting(db: RegionDb) {
  return (await openIssues(db)).map(shown);
}

type Found = Awaited<ReturnType<typeof openIssues>>[number];

const shown = ({ sendAt, sentAt: _sent, createdAt, subject, newsletter, ...issue }: Found) => ({
  ...issue,
  subject,
  newsletter: newsletter.name,
  fourEyes: newsletter.fourEyes,
  sendAt: sendAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});

export type WaitingIssue = Awaited<ReturnType<typeof issuesWaiting>>[number];

/** Those of them that wait for this person: asked of her or of anybody who may, and not asked by her where four eyes are asked for. */
export async function issuesToApprove(
  db: RegionDb,
  { roles, personId }: { roles: readonly HeldRole[]; personId: string },
): Promise<WaitingIssue[]> {
  if (!can(roles, "newsletters.write", { isEditor: true })) return [];
  const asked = await openIssues(db, ["approval"]);
  if (asked.length === 0) return [];
  const edited = await newslettersEditedBy(db, personId);
  const may = (newsletterId: string) => can(roles, "newsletters.write", { isEditor: edited.includes(newsletterId) });
  return asked
    .map(shown)
    .filter(
      ({ newsletterId, askedById, askedOfId, fourEyes }) =>
        may(newsletterId) && (askedOfId === null || askedOfId === personId) && !(fourEyes && askedById === personId),
    );
}
