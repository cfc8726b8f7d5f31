import { standingInvitations } from "~/features/events/substitutes.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the invitation to a meeting tells of a seat before it begins. */
export type SeatAnswer =
  /** Does not come, and nobody has said yes to meeting for her. */
  | { kind: "absent" }
  /** Somebody has said yes to meeting for her. */
  | { kind: "substitute"; personId: string; name: string };

/**
 * Who of a meeting does not come, or has another to meet for her, as it is answered now. A seat is asked for by its
 * person, one of an office by its municipality. Undefined where nothing was answered, or a yes.
 */
export async function seatAnswers(
  db: RegionDb,
  eventId: string,
): Promise<(seat: { personId: string | null; municipalityId: string | null }) => SeatAnswer | undefined> {
  const invitations = await standingInvitations(db, eventId);
  return (seat) => {
    const own = invitations.find(({ personId, municipalityId, substituteForId }) =>
      seat.personId === null
        ? seat.municipalityId !== null && municipalityId === seat.municipalityId && substituteForId === null
        : personId === seat.personId,
    );
    if (!own) return undefined;
    const other = invitations.find(
      ({ substituteForId, answer }) => substituteForId === own.id && answer === "accepted",
    );
    if (other) return { kind: "substitute", personId: other.personId, name: other.person.name };
    return own.answer === "declined" ? { kind: "absent" } : undefined;
  };
}
