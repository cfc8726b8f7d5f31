import { makeRegion } from "#tests/features/regions/make-region";
import { addMember, type SeatInput } from "~/features/bodies/change-members.server";
import { type BodyInput, newBody } from "~/features/bodies/keep-body.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

export const bodyInput: BodyInput = {
  ...{ name: "Rådmannsgruppen", shortName: "RG", kind: "council", purpose: "", actorId: null, nextId: null },
  ...{ quorum: null, noticeDays: 7, remarkDays: 7, mayAttend: "", opening: true, open: true, place: "" },
  ...{ usualFrom: null, usualTo: null, first: null, last: null },
};

export const seatInput: SeatInput = {
  ...{ part: "member", personId: null, office: "", municipalityId: null, actorId: null },
  ...{ deputyForId: null, votes: true, first: null, last: null },
};

/** A region to put governing bodies in. */
export async function bodiesScene(adminUrl: string) {
  const region = await makeRegion(adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
  const person = async (name: string) =>
    (await inside((db) => db.person.create({ data: { name, email: `${name.toLowerCase()}@samvirk.example` } }))).id;
  const body = async (more: Partial<BodyInput> = {}) => {
    const made = await inside((db) => newBody(db, { ...bodyInput, ...more }));
    if (!made.ok) throw new Error(made.reason);
    return made.id;
  };
  const join = (bodyId: string, more: Partial<SeatInput>) =>
    inside((db) => addMember(db, { ...seatInput, ...more, bodyId }));
  const joined = async (bodyId: string, more: Partial<SeatInput>) => {
    const added = await join(bodyId, more);
    if (!added.ok) throw new Error(added.reason);
    return added.id;
  };
  return { ...region, inside, person, body, join, joined };
}
