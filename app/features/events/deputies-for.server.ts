import { instantToLocal } from "~/domain/shared/local-time";
import { bodyMembersOn } from "~/features/bodies/body-members.view.server";
import { type FoundInvitation, namedDeputies, peopleByIds } from "~/features/events/substitutes.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Who is to meet for an invited person, in order. In a meeting of a governing body that is the deputies of her seat
 * there, since nobody else can take it; where it has none, and to any other event, those named for her in advance.
 */
export async function deputiesFor(
  db: RegionDb,
  of: Pick<FoundInvitation, "personId" | "municipalityId"> & {
    event: Pick<FoundInvitation["event"], "bodyId" | "startsAt" | "zone">;
  },
) {
  const { bodyId, startsAt, zone } = of.event;
  if (bodyId !== null) {
    const { date } = instantToLocal(startsAt.toISOString(), zone);
    const seat = (await bodyMembersOn(db, bodyId, date)).find(({ personId }) => personId === of.personId);
    const known = seat?.deputies.flatMap(({ id, personId }) => (personId ? [{ id, deputyId: personId }] : [])) ?? [];
    const people =
      known.length === 0
        ? []
        : await peopleByIds(
            db,
            known.map(({ deputyId }) => deputyId),
          );
    const deputies = known.flatMap((one) => {
      const deputy = people.find(({ id }) => id === one.deputyId);
      return deputy ? [{ ...one, deputy }] : [];
    });
    if (deputies.length > 0) return deputies;
  }
  return (await namedDeputies(db, of)).map(({ id, deputyId, deputy }) => ({ id, deputyId, deputy }));
}
