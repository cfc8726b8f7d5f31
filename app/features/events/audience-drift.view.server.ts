import type { ReadEvent } from "~/features/events/event.view.server";
import { localDay } from "~/features/events/event-times.server";
import { audienceRemembered } from "~/features/events/invite-whom";
import { inviteesOf, placeOf } from "~/features/events/invitees.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * How the audience an event was for has changed since: who is new in it and has not been invited, and who is invited
 * and is in it no more. Nobody is invited, or taken back, by itself. Null when nobody has been invited, the event has
 * begun or is cancelled, or nothing has changed.
 */
export async function audienceDrift(db: RegionDb, { event, standing: invitations, region }: ReadEvent, now: Date) {
  const audienceId = audienceRemembered(event);
  if (audienceId === undefined || event.state !== "published" || event.startsAt <= now) return null;
  const invited = new Set(invitations.map(({ personId }) => personId));
  const today = localDay(now, region.zone);
  const { people, inIt } = await inviteesOf(db, {
    ...{ audienceId, networkId: event.networkId, bodyId: event.bodyId, today, invited },
  });
  const left = invitations
    .filter(({ personId, substituteForId }) => substituteForId === null && !inIt.has(personId))
    .map(({ id: invitationId, person, municipality }) => ({
      id: invitationId,
      name: [municipality?.municipality.name, person.name].filter(Boolean).join(": "),
    }));
  if (people.length === 0 && left.length === 0) return null;
  return { chosen: audienceId ?? "", added: people.map(placeOf), left };
}

export type AudienceDrift = NonNullable<Awaited<ReturnType<typeof audienceDrift>>>;
