import { refuseSeat, type Seat, type SeatRefusal, seatName } from "~/domain/bodies/seats";
import { type BodyPart, votingParts } from "~/domain/bodies/words";
import { addDays, isoDay } from "~/domain/shared/days";
import { audit } from "~/features/audit/audit.server";
import { findBody } from "~/features/bodies/bodies.db.server";
import { placesExist } from "~/features/bodies/body-choices.db.server";
import {
  createSeat,
  deleteSeat,
  endSeats,
  findSeat,
  isSeatUsed,
  lastPosition,
  type MemberFacts,
  placeSeat,
  type SeatData,
  saveSeat,
  seatsOf,
} from "~/features/bodies/body-members.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** What a form says of a seat; first and last day ("YYYY-MM-DD") are both included, null is open. */
export type SeatInput = {
  part: BodyPart;
  personId: string | null;
  office: string;
  municipalityId: string | null;
  actorId: string | null;
  /** The member a deputy is named for; null is any of them. Others have none. */
  deputyForId: string | null;
  votes: boolean;
  first: string | null;
  last: string | null;
};

type Plain = "not-found" | "nobody" | "unknown" | "end-before-start" | "no-such-member" | "already-member";
export type MemberRefusal =
  | { ok: false; reason: Plain }
  /** `name` is the member the deputy is named for already, or who leads. */
  | { ok: false; reason: "deputy-for-two" | "leader-taken"; name: string };

const refused = (reason: Plain): MemberRefusal => ({ ok: false, reason });

function dataOf(input: SeatInput): SeatData | null {
  const { first, last, part, ...rest } = input;
  if (first !== null && last !== null && last < first) return null;
  return {
    ...rest,
    part,
    deputyForId: part === "deputy" ? input.deputyForId : null,
    votes: part === "deputy" || (votingParts.includes(part) && input.votes),
    validFrom: first === null ? null : new Date(first),
    validTo: last === null ? null : new Date(addDays(last, 1)),
  };
}

const seatOf = (id: string | null, { validFrom, validTo, ...data }: SeatData): Seat => ({
  ...data,
  id,
  span: { from: isoDay(validFrom), to: isoDay(validTo) },
});

function wordsOf(refusal: SeatRefusal, seats: readonly MemberFacts[]): MemberRefusal {
  if (!("of" in refusal)) return refused(refusal.reason);
  const seat = seats.find(({ id }) => id === refusal.of);
  return { ok: false, reason: refusal.reason, name: seat ? seatName(seat.name, seat.represents) : "" };
}

const written = ({ validFrom, validTo, ...data }: SeatData) => ({
  ...data,
  validFrom: isoDay(validFrom),
  validTo: isoDay(validTo),
});

const dataOfSeat = (seat: MemberFacts): SeatData => ({
  part: seat.part,
  personId: seat.personId,
  office: seat.office,
  municipalityId: seat.municipalityId,
  actorId: seat.actorId,
  deputyForId: seat.deputyForId,
  votes: seat.votes,
  validFrom: seat.span.from === null ? null : new Date(seat.span.from),
  validTo: seat.span.to === null ? null : new Date(seat.span.to),
});

/** Takes somebody into a body, last on its list. */
export async function addMember(
  db: RegionDb,
  { bodyId, ...input }: SeatInput & { bodyId: string },
): Promise<{ ok: true; id: string } | MemberRefusal> {
  await lockRegion(db, "bodies");
  if (!(await findBody(db, bodyId))) return refused("not-found");
  const data = dataOf(input);
  if (!data) return refused("end-before-start");
  if (data.personId === null && data.office === "") return refused("nobody");
  if (!(await placesExist(db, data))) return refused("unknown");
  const seats = await seatsOf(db, bodyId);
  const refusal = refuseSeat(seatOf(null, data), seats);
  if (refusal) return wordsOf(refusal, seats);
  const { id } = await createSeat(db, { ...data, bodyId, position: (await lastPosition(db, bodyId)) + 1 });
  await audit(db, { action: "created", subject: "body-member", id, after: { bodyId, ...written(data) } });
  return { ok: true, id };
}

/**
 * Takes in an office for each of these municipalities: "Rådmann, Lier". Those the body has such a seat for already are
 * passed over.
 */
export async function addOffices(
  db: RegionDb,
  {
    bodyId,
    municipalityIds,
    ...input
  }: Pick<SeatInput, "office" | "part" | "first" | "last"> & { bodyId: string; municipalityIds: readonly string[] },
): Promise<{ ok: true; added: number; already: number } | MemberRefusal> {
  await lockRegion(db, "bodies");
  if (!(await findBody(db, bodyId))) return refused("not-found");
  const wanted = { ...input, personId: null, actorId: null, deputyForId: null, votes: true };
  const seats: Seat[] = await seatsOf(db, bodyId);
  let position = await lastPosition(db, bodyId);
  let added = 0;
  for (const municipalityId of new Set(municipalityIds)) {
    const data = dataOf({ ...wanted, municipalityId });
    if (!data) return refused("end-before-start");
    if (!(await placesExist(db, data))) return refused("unknown");
    const seat = seatOf(null, data);
    const refusal = refuseSeat(seat, seats);
    if (refusal && refusal.reason !== "already-member") return refused("unknown");
    if (refusal) continue;
    position += 1;
    const { id } = await createSeat(db, { ...data, bodyId, position });
    await audit(db, { action: "created", subject: "body-member", id, after: { bodyId, ...written(data) } });
    seats.push({ ...seat, id });
    added += 1;
  }
  return { ok: true, added, already: new Set(municipalityIds).size - added };
}

/** Changes a seat that is still at the version its form was filled from. */
export async function changeMember(
  db: RegionDb,
  { bodyId, id, version, ...input }: SeatInput & { bodyId: string; id: string; version: number },
): Promise<{ ok: true } | MemberRefusal | { ok: false; reason: "changed-meanwhile"; version: number }> {
  await lockRegion(db, "bodies");
  const seats = await seatsOf(db, bodyId);
  const seat = seats.find((each) => each.id === id);
  if (!seat) return refused("not-found");
  const data = dataOf(input);
  if (!data) return refused("end-before-start");
  if (data.personId === null && data.office === "") return refused("nobody");
  if (!(await placesExist(db, data))) return refused("unknown");
  const refusal = refuseSeat(seatOf(id, data), seats);
  if (refusal) return wordsOf(refusal, seats);
  if (!(await saveSeat(db, id, version, data)))
    return { ok: false, reason: "changed-meanwhile", version: seat.version };
  const before = { bodyId, ...written(dataOfSeat(seat)) };
  await audit(db, { action: "updated", subject: "body-member", id, before, after: { bodyId, ...written(data) } });
  return { ok: true };
}

/** Ends a seat from a day ("YYYY-MM-DD") on, and with it the deputies named for it alone. */
export async function endMember(
  db: RegionDb,
  { bodyId, id, day }: { bodyId: string; id: string; day: string },
): Promise<{ ok: true } | { ok: false; reason: "not-found" }> {
  await lockRegion(db, "bodies");
  const seats = await seatsOf(db, bodyId);
  const stands = ({ span }: MemberFacts) => span.to === null || span.to > day;
  const ended = seats.filter((seat) => stands(seat) && (seat.id === id || seat.deputyForId === id));
  if (!ended.some((seat) => seat.id === id)) return { ok: false, reason: "not-found" };
  for (const seat of ended) {
    const to = seat.span.from !== null && seat.span.from > day ? seat.span.from : day;
    await endSeats(db, [seat.id], new Date(to));
    const before = { bodyId, ...written(dataOfSeat(seat)) };
    await audit(db, {
      action: "updated",
      subject: "body-member",
      id: seat.id,
      before,
      after: { ...before, validTo: to },
    });
  }
  return { ok: true };
}

/** Takes away a seat that was a slip; one that has been present, or has deputies, is ended instead. */
export async function removeMember(
  db: RegionDb,
  { bodyId, id }: { bodyId: string; id: string },
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "in-use" }> {
  const seat = await findSeat(db, id);
  if (seat?.bodyId !== bodyId) return { ok: false, reason: "not-found" };
  if (await isSeatUsed(db, id)) return { ok: false, reason: "in-use" };
  await deleteSeat(db, id);
  await audit(db, { action: "removed", subject: "body-member", id, before: { bodyId, ...written(dataOfSeat(seat)) } });
  return { ok: true };
}

/** Moves a seat one place up or down among those of its kind, deputies or members, that stand on the day. */
export async function moveMember(
  db: RegionDb,
  { bodyId, id, up, today }: { bodyId: string; id: string; up: boolean; today: string },
): Promise<{ ok: true } | { ok: false; reason: "not-found" }> {
  await lockRegion(db, "bodies");
  const seats = await seatsOf(db, bodyId);
  const seat = seats.find((each) => each.id === id);
  if (!seat) return { ok: false, reason: "not-found" };
  const isDeputy = (each: MemberFacts) => each.part === "deputy";
  const beside = seats.filter(
    (each) =>
      isDeputy(each) === isDeputy(seat) &&
      (!isDeputy(seat) || each.deputyForId === seat.deputyForId) &&
      (each.id === id || each.span.to === null || each.span.to > today),
  );
  const at = beside.findIndex((each) => each.id === id);
  const other = beside[up ? at - 1 : at + 1];
  if (!other) return { ok: true };
  await placeSeat(db, id, other.position);
  await placeSeat(db, other.id, seat.position);
  await audit(db, {
    action: "updated",
    subject: "body-member",
    id,
    before: { bodyId, position: seat.position },
    after: { bodyId, position: other.position },
  });
  return { ok: true };
}
