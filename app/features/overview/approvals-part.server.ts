import { can } from "~/domain/auth/permissions";
import { invitationsToApprove } from "~/features/automation/invitations-to-approve.view.server";
import type { Waiting } from "~/features/automation/waiting.view.server";
import { issuesToApprove } from "~/features/newsletters/issues-waiting.view.server";
import type { Membership } from "~/features/regions/membership.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What waits for a yes of somebody who does not see all that waits; null when nothing does. */
export async function approvalsPart(
  db: RegionDb,
  { roles, personId, today }: Pick<Membership, "roles" | "personId"> & { today: string },
): Promise<Waiting | null> {
  if (can(roles, "automation.see")) return null;
  const found = await issuesToApprove(db, { roles, personId });
  const invitations = await invitationsToApprove(db, { roles, today });
  if (found.length + invitations.length === 0) return null;
  const issues = found.map(({ id, newsletter, number, year, sendAt }) => ({
    ...{ id, title: `${newsletter} ${number}/${year}`, state: "approval" as const },
    ...{ at: sendAt, recipients: null },
  }));
  return { issues, invitations };
}
