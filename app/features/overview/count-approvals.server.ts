import { countInvitationsToApprove } from "~/features/automation/invitations-to-approve.view.server";
import { issuesToApprove } from "~/features/newsletters/issues-waiting.view.server";
import type { Membership } from "~/features/regions/membership.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How many issues, and how many invitations of rules, wait for a yes of somebody; of those of which any `waits` at all. */
export async function countApprovals(
  db: RegionDb,
  { roles, personId }: Membership,
  waits: { issues: boolean; invitations: boolean },
) {
  return {
    issues: waits.issues ? (await issuesToApprove(db, { roles, personId })).length : 0,
    invitations: waits.invitations ? await countInvitationsToApprove(db, roles) : 0,
  };
}
