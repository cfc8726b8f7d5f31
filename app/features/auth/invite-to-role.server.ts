import { roleInvitationDays } from "~/domain/auth/sign-in";
import { roleWithPerson } from "~/features/auth/auth.db.server";
import { makeLinks } from "~/features/auth/links.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newId } from "~/platform/ids.server";
import { newToken } from "~/platform/tokens.server";

/**
 * Sends somebody a link to the role she has been given, valid a week. The link signs nobody in by itself: it ends
 * in a code sent to the same address.
 */
export async function inviteToRole(
  db: RegionDb,
  input: { personId: string; roleId: string; now: Date },
): Promise<void> {
  const { personId, roleId, now } = input;
  const { person, ...role } = await roleWithPerson(db, { roleId, personId });
  const region = await ownRegion(db);
  const token = newToken();
  const expiresAt = new Date(now.getTime() + roleInvitationDays * 24 * 3_600_000);
  await makeLinks(db, [{ token, purpose: "role", personId, subjectId: roleId, expiresAt }]);
  await queueMessages(db, [
    {
      key: `role-invitation:${roleId}:${newId()}`,
      message: {
        kind: "role-invitation",
        regionName: region.name,
        role: role.kind,
        validUntil: expiresAt.toISOString(),
      },
      to: { personId, name: person.name, address: person.email },
      locale: region.defaultStandard === "nynorsk" ? "nn" : "nb",
      secret: token,
      dueAt: now,
    },
  ]);
}
