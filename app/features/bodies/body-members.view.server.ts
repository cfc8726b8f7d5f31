import { findBody } from "~/features/bodies/bodies.db.server";
import { type MemberFacts, seatsOn, sitsIn } from "~/features/bodies/body-members.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A deputy as a member has it: `personal` when named for that member alone, else one of the body's in order. */
export type MemberDeputy = {
  id: string;
  personId: string | null;
  name: string;
  email: string | null;
  represents: string;
  personal: boolean;
};

/** A seat of a body on a day, with those who may meet for it. */
export type BodyMemberOn = {
  id: string;
  part: Exclude<MemberFacts["part"], "deputy">;
  /** The person, else the office. */
  name: string;
  email: string | null;
  personId: string | null;
  municipalityId: string | null;
  municipalityName: string | null;
  actorId: string | null;
  /** The municipality or the actor in words; empty for nobody's. */
  represents: string;
  votes: boolean;
  position: number;
  deputies: MemberDeputy[];
};

/**
 * Those who sit in a body on a day ("YYYY-MM-DD"), in the order of its list; the deputies stand with each member they
 * may meet for, the member's own first. An observer and a secretary have the deputies named for them alone.
 */
export async function bodyMembersOn(db: RegionDb, bodyId: string, day: string): Promise<BodyMemberOn[]> {
  return membersOf(await seatsOn(db, [bodyId], new Date(day)));
}

function membersOf(seats: MemberFacts[]): BodyMemberOn[] {
  const deputies = seats.filter(({ part }) => part === "deputy");
  return seats.flatMap((seat) => {
    const { part, person, municipality } = seat;
    if (part === "deputy") return [];
    const sits = part !== "observer" && part !== "secretary";
    const own = deputies.filter(({ deputyForId }) => deputyForId === seat.id);
    const common = sits ? deputies.filter(({ deputyForId }) => deputyForId === null) : [];
    return {
      id: seat.id,
      part,
      name: seat.name,
      email: person?.email ?? null,
      personId: seat.personId,
      municipalityId: seat.municipalityId,
      municipalityName: municipality?.name ?? null,
      actorId: seat.actorId,
      represents: seat.represents,
      votes: sits && seat.votes,
      position: seat.position,
      deputies: [...own, ...common].map((deputy) => ({
        id: deputy.id,
        personId: deputy.personId,
        name: deputy.name,
        email: deputy.person?.email ?? null,
        represents: deputy.represents,
        personal: deputy.deputyForId !== null,
      })),
    };
  });
}

/** A body with its rules, whose it is and which it goes on to; null for an unknown or malformed id. */
export async function bodyOf(db: RegionDb, id: unknown) {
  return findBody(db, id);
}

/** Whether a person sits in a body on a day ("YYYY-MM-DD"), as member or deputy: such see its closed cases. */
export async function isMemberOn(db: RegionDb, bodyId: string, personId: string, day: string): Promise<boolean> {
  return sitsIn(db, bodyId, personId, new Date(day));
}
