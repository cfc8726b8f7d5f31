import { judgeAnswer } from "~/domain/events/answer";
import { judgeSubstitute } from "~/domain/events/seats";
import { isUuid } from "~/domain/shared/ids";
import { deputiesFor } from "~/features/events/deputies-for.server";
import { eventActors } from "~/features/events/event-actors.view.server";
import { findInvitation } from "~/features/events/events.db.server";
import { candidatesFor, firstOf } from "~/features/events/name-substitute.server";
import type { FoundInvitation } from "~/features/events/substitutes.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Who meets for whom by one invitation, and which deputies named in advance can be asked. */
export async function substituteChoices(db: RegionDb, invitation: FoundInvitation) {
  const [substitute] = invitation.substitutes;
  const own = invitation.substituteForId === null;
  const deputies = own ? await deputiesFor(db, invitation) : [];
  const candidates = await candidatesFor(
    db,
    invitation.eventId,
    deputies.map(({ deputy }) => deputy),
  );
  const first = firstOf(invitation);
  const free = (personId: string) =>
    candidates.some((one) => one.personId === personId && judgeSubstitute(first, one).ok);
  return {
    /** The one she herself meets for. */
    meetsFor: invitation.substituteFor?.person.name ?? null,
    substitute: substitute
      ? { name: substitute.person.name, answer: substitute.answer, calledUp: substitute.calledUp }
      : null,
    deputies: deputies.filter(({ deputyId }) => free(deputyId)).map(({ id, deputy }) => ({ id, name: deputy.name })),
    callsDeputies: own && invitation.event.callsDeputies,
  };
}

/** The page that names a substitute for one invitation; null for an id that is none. */
export async function substituteView(db: RegionDb, id: string, now: Date) {
  const invitation = isUuid(id) ? await findInvitation(db, id) : null;
  if (!invitation) return null;
  const { event, person, municipality } = invitation;
  const verdict = judgeAnswer(event, now);
  return {
    id,
    personId: invitation.personId,
    name: person.name,
    municipality: municipality?.municipality.name ?? null,
    event: { id: event.id, title: event.title },
    actorIds: (await eventActors(db, event.id)) ?? [],
    closed: invitation.withdrawnAt ? ("passed-on" as const) : verdict.ok ? null : verdict.reason,
    ...(await substituteChoices(db, invitation)),
  };
}
