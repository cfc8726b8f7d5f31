import { createInvitations, type NewInvitation } from "~/features/events/events.db.server";
import { reviveInvitation, withdrawnInvitations } from "~/features/events/passing.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type StartedInvitation = NewInvitation & { sequence: number };

/**
 * Starts invitations that nobody has standing. Who had one to the same event that another has taken over gets that one
 * back, unanswered, with a SEQUENCE above its CANCEL (C4): the id and number to send are those that come back.
 */
export async function startInvitations(db: RegionDb, wanted: NewInvitation[]): Promise<StartedInvitation[]> {
  const before = await withdrawnInvitations(db, wanted);
  const started = wanted.map((invitation) => {
    const earlier = before.find(
      ({ eventId, personId }) => eventId === invitation.eventId && personId === invitation.personId,
    );
    return { ...invitation, id: earlier?.id ?? invitation.id, sequence: earlier ? earlier.sequence + 1 : 0 };
  });
  const fresh = wanted.filter(({ id }) => started.some((one) => one.id === id));
  if (fresh.length > 0) await createInvitations(db, fresh);
  for (const { id, municipalityId, locale, sequence } of started)
    if (sequence > 0) await reviveInvitation(db, id, { municipalityId, locale, sequence });
  return started;
}
