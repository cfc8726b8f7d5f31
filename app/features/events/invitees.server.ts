import { type AudienceMember, resolveAudience, resolveContactPersons } from "~/features/audiences/audience.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Who is to be invited to an event today (midnight UTC) through an audience, or as all contact persons (null): those
 * who have no invitation that stands, and apart from them those who are left out and why. A held address, and one who
 * wants no invitations, is never among the invited.
 */
export async function inviteesOf(
  db: RegionDb,
  { audienceId, today, invited }: { audienceId: string | null; today: Date; invited: ReadonlySet<string> },
) {
  const found =
    audienceId === null
      ? await resolveContactPersons(db, today, "invitations")
      : await resolveAudience(db, audienceId, today, "invitations");
  const isInvited = ({ personId }: AudienceMember) => personId !== null && invited.has(personId);
  const people = found.people.filter((each) => !isInvited(each));
  return {
    people: people.sort((a, b) => placeOf(a).localeCompare(placeOf(b), "nb")),
    already: found.people.length - people.length,
    held: found.held.filter((each) => !isInvited(each)),
    optedOut: found.optedOut.filter((each) => !isInvited(each)),
    vacant: found.vacant,
  };
}

/** What somebody stands for in a list: her municipality, else her name. */
export function placeOf({ municipalityName, name }: Pick<AudienceMember, "municipalityName" | "name">): string {
  return municipalityName ?? name;
}
