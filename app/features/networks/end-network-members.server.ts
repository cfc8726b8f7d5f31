import { addDays } from "~/domain/shared/days";
import { audit } from "~/features/audit/audit.server";
import type { EndMembersForm } from "~/features/networks/member-form.schema";
import { endMembers, membersOf, removeMembers } from "~/features/networks/network-members.db.server";
import { holdNetwork } from "~/features/networks/networks.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type EndMembersResult =
  | { ok: true; count: number }
  | { ok: false; reason: "not-found" | "nobody" }
  /** Somebody of those chosen came in after this day. */
  | { ok: false; reason: "end-before-joined"; name: string };

/**
 * Lets members go after a last day, or takes those away who never were members. All of them, or none; but one who has
 * left by that day already has her own last day, which stays.
 */
export async function endMemberships(
  db: RegionDb,
  { networkId, form }: { networkId: string; form: EndMembersForm },
): Promise<EndMembersResult> {
  if (!(await holdNetwork(db, networkId))) return { ok: false, reason: "not-found" };
  const chosen = (await membersOf(db, networkId)).filter(({ id }) => form.members.includes(id));
  if (chosen.length === 0) return { ok: false, reason: "nobody" };
  const ids = chosen.map(({ id }) => id);
  if (form.intent === "remove") {
    await removeMembers(db, ids);
    await audit(
      db,
      ...chosen.map(({ id, personId, municipalityId, groupId }) => ({
        action: "removed" as const,
        subject: "network-member" as const,
        id,
        before: { networkId, personId, municipalityId, groupId },
      })),
    );
    return { ok: true, count: ids.length };
  }
  const tooEarly = chosen.find(({ stay }) => form.last < stay.from);
  if (tooEarly) return { ok: false, reason: "end-before-joined", name: nameOf(tooEarly) };
  const validTo = addDays(form.last, 1);
  const leaving = chosen.filter(({ stay }) => stay.to === null || stay.to > validTo);
  await endMembers(
    db,
    leaving.map(({ id }) => id),
    validTo,
  );
  await audit(
    db,
    ...leaving.map(({ id, stay, personId, municipalityId, groupId }) => ({
      action: "updated" as const,
      subject: "network-member" as const,
      id,
      before: { networkId, personId, municipalityId, groupId, validTo: stay.to },
      after: { networkId, personId, municipalityId, groupId, validTo },
    })),
  );
  return { ok: true, count: ids.length };
}

/** What a member is called. */
export function nameOf(member: Awaited<ReturnType<typeof membersOf>>[number]): string {
  return member.municipality?.municipality.name ?? member.person?.name ?? member.group?.name ?? "";
}
