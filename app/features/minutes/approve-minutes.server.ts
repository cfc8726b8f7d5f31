import { audit } from "~/features/audit/audit.server";
import { holdMinutes, updateMinutes } from "~/features/minutes/minutes.db.server";
import { minutesContent } from "~/features/minutes/minutes-content.view.server";
import { treatedApprovals } from "~/features/minutes/minutes-record.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Approves and freezes the minutes that the cases of a meeting approved: decided as proposed, or with the remarks that
 * the decision holds. Run when the meeting ends. Returns the ids of those that were approved now.
 */
export async function approveTreated(db: RegionDb, minutesId: string): Promise<string[]> {
  const approved: string[] = [];
  for (const { id: itemId, outcome, decision, case: about } of await treatedApprovals(db, minutesId)) {
    const id = about.aboutMinutesId;
    const held = id && (await holdMinutes(db, id, "alone"));
    if (!id || !held || (held.state !== "ended" && held.state !== "remarks")) continue;
    const approvedRemarks = outcome === "changed" ? decision : "";
    const frozen = await minutesContent(db, id, { closed: true });
    if (!frozen) continue;
    await updateMinutes(db, id, { state: "approved", approvedById: itemId, approvedRemarks, frozen });
    await audit(db, {
      action: "approved",
      subject: "minutes",
      id,
      before: { state: held.state },
      after: { state: "approved", itemId },
    });
    approved.push(id);
  }
  return approved;
}
