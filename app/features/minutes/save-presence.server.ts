import { type Bases, type Fields, mergeFields } from "~/domain/minutes/field-merge";
import { longest } from "~/domain/minutes/item-fields";
import { isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { audit } from "~/features/audit/audit.server";
import { type BodyMemberOn, bodyMembersOn } from "~/features/bodies/body-members.view.server";
import { type SeatAnswer, seatAnswers } from "~/features/events/seat-answers.view.server";
import { liveState } from "~/features/minutes/live-state.view.server";
import {
  createPresences,
  deletePresence,
  foreseePresence,
  holdMinutes,
  holdPresence,
  type MinutesState,
  presencesOf,
  unseatChairs,
  updatePresence,
} from "~/features/minutes/minutes.db.server";
import type { FieldFault, Saved } from "~/features/minutes/save-item.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Who is there may be written from before the meeting until it ends: absences are told of in advance. */
const writable: readonly MinutesState[] = ["planned", "agenda", "live"];

/**
 * Writes who is there, or not and why, who meets for whom, who chairs, and from and until which case, field by field as
 * with an item.
 */
export async function savePresence(
  db: RegionDb,
  input: { minutesId: string; presenceId: string; fields: Fields; bases: Bases },
): Promise<Saved> {
  const { minutesId, presenceId } = input;
  const held = await holdMinutes(db, minutesId, "share");
  if (!held || !(await holdPresence(db, minutesId, presenceId))) return { ok: false, reason: "not-found" };
  if (!writable.includes(held.state)) return { ok: false, reason: "not-live" };
  const state = await liveState(db, { id: minutesId, state: held.state });
  const presence = state.presences.find(({ id }) => id === presenceId);
  if (!presence) return { ok: false, reason: "not-found" };
  const { changes, conflicts } = mergeFields(presence.fields, input.fields, input.bases);
  const items = new Set(state.items.map(({ id }) => id));
  const faults = faultsIn(changes, items);
  for (const name of Object.keys(faults)) delete changes[name];
  const written = Object.keys(changes);
  if (written.length > 0) {
    const after = { ...presence.fields, ...changes };
    await updatePresence(db, presenceId, {
      name: after.name ?? "",
      represents: after.represents ?? "",
      state: after.state as "present",
      reason: after.reason ?? "",
      substitute: after.substitute ?? "",
      ...("substitute" in changes && {
        substituteId: await personOf(db, {
          minutesId,
          presenceId,
          name: changes.substitute ?? "",
          bodyId: held.bodyId,
        }),
      }),
      chair: after.chair === "yes",
      cameAtId: after.cameAtId || null,
      leftAtId: after.leftAtId || null,
    });
    if (changes.chair === "yes") await unseatChairs(db, minutesId, presenceId);
    // Names of people do not stand in the log.
    await audit(db, { action: "updated", subject: "minutes", id: minutesId, after: { presence: presenceId, written } });
  }
  return { ok: true, written, conflicts, faults };
}

function faultsIn(changes: Fields, items: ReadonlySet<string>): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  for (const [name, text] of Object.entries(changes)) {
    if (name === "state" && !["unknown", "present", "absent"].includes(text)) faults[name] = "not-known";
    else if (name === "chair" && !["", "yes"].includes(text)) faults[name] = "not-known";
    else if ((name === "cameAtId" || name === "leftAtId") && text !== "" && !items.has(text))
      faults[name] = "not-known";
    else if (name === "name" && text.trim() === "") faults[name] = "empty";
    else if (text.length > longest.name) faults[name] = "too-long";
  }
  return faults;
}

/** The person behind the name of a substitute, where it is a deputy of the member. */
async function personOf(
  db: RegionDb,
  { minutesId, presenceId, name, bodyId }: { minutesId: string; presenceId: string; name: string; bodyId: string },
): Promise<string | null> {
  if (name.trim() === "") return null;
  const presence = (await presencesOf(db, minutesId)).find(({ id }) => id === presenceId);
  if (!presence?.memberId) return null;
  const { day } = await factsOf(db, minutesId);
  const member = (await bodyMembersOn(db, bodyId, day)).find(({ id }) => id === presence.memberId);
  return member?.deputies.find((deputy) => deputy.name === name)?.personId ?? null;
}

async function factsOf(db: RegionDb, minutesId: string): Promise<{ day: string; eventId: string | null }> {
  const found = await db.minutes.findFirst({ where: { id: minutesId }, select: { day: true, eventId: true } });
  return { day: isoDay(found?.day ?? new Date(0)), eventId: found?.eventId ?? null };
}

/**
 * Puts every member of the body that has none in the list of the meeting. Those who only attend have no vote. What was
 * answered to the invitation is written beforehand, anew each time, where nobody has written yet: a no is an absence,
 * and who has said yes to meeting for somebody stands as the substitute. What was said with the no stays with the
 * answer: it may be of somebody's health, and minutes may be public.
 */
export async function seatMembers(
  db: RegionDb,
  { minutesId, bodyId, day, eventId }: { minutesId: string; bodyId: string; day: string; eventId: string | null },
): Promise<void> {
  const seated = await presencesOf(db, minutesId);
  const there = new Map(seated.map((presence) => [presence.memberId, presence]));
  const members = (await bodyMembersOn(db, bodyId, day)).filter(({ part }) => part !== "secretary");
  const answerOf = eventId === null ? () => undefined : await seatAnswers(db, eventId);
  const chair = seated.find((presence) => presence.chair);
  const leads = members.find(({ part }) => part === "leader");
  const stands = members.find(({ part }) => part === "deputy_leader");
  const chairs = leads && stands && answerOf(leads) && !answerOf(stands) ? stands : leads;
  const columns = (member: BodyMemberOn) => ({
    ...asAnswered(answerOf(member)),
    chair: chair && (chair.version > 0 || chair.memberId === null) ? chair.memberId === member.id : member === chairs,
  });
  await createPresences(
    db,
    members
      .filter(({ id }) => !there.has(id))
      .map((member, index) => ({
        ...{ minutesId, memberId: member.id, name: member.name, represents: member.represents },
        ...columns(member),
        votes: member.votes && member.part !== "observer",
        position: seated.length + index,
      })),
  );
  for (const member of members) {
    const presence = there.get(member.id);
    if (presence?.version === 0) await foreseePresence(db, presence.id, columns(member));
  }
}

/** A seat as it stands before the meeting, by what was answered to the invitation. */
function asAnswered(answer: SeatAnswer | undefined) {
  const nothing = { state: "unknown" as const, reason: "", substitute: "", substituteId: null };
  if (!answer) return nothing;
  if (answer.kind === "absent") return { ...nothing, state: "absent" as const };
  return { ...nothing, substitute: answer.name, substituteId: answer.personId };
}

/** Adds somebody who is there without a seat. The page names the id, so that what is sent twice is there once. */
export async function addGuest(
  db: RegionDb,
  input: { minutesId: string; id: string; name: string; represents: string },
): Promise<Saved> {
  const { minutesId, id } = input;
  const held = await holdMinutes(db, minutesId, "share");
  if (!held || !isUuid(id)) return { ok: false, reason: "not-found" };
  if (!writable.includes(held.state)) return { ok: false, reason: "not-live" };
  const [name, represents] = [input.name.trim(), input.represents.trim()];
  if (name === "") return { ok: true, written: [], conflicts: {}, faults: { name: "empty" } };
  if (name.length > longest.name || represents.length > longest.name)
    return { ok: true, written: [], conflicts: {}, faults: { name: "too-long" } };
  const seated = await presencesOf(db, minutesId);
  if (seated.some((each) => each.id === id)) return { ok: true, written: [], conflicts: {}, faults: {} };
  await createPresences(db, [
    {
      id,
      minutesId,
      memberId: null,
      name,
      represents,
      votes: false,
      state: "present",
      position: 10_000 + seated.length,
    },
  ]);
  await audit(db, { action: "created", subject: "minutes", id: minutesId, after: { presence: id } });
  return { ok: true, written: ["name"], conflicts: {}, faults: {} };
}

/** Takes away a guest; a seat of the body stays. */
export async function removeGuest(db: RegionDb, input: { minutesId: string; presenceId: string }): Promise<Saved> {
  const { minutesId, presenceId } = input;
  const held = await holdMinutes(db, minutesId, "share");
  const guest = (await presencesOf(db, minutesId)).find(({ id }) => id === presenceId);
  if (!held) return { ok: false, reason: "not-found" };
  if (!writable.includes(held.state)) return { ok: false, reason: "not-live" };
  if (guest && guest.memberId === null) {
    await deletePresence(db, presenceId);
    await audit(db, { action: "removed", subject: "minutes", id: minutesId, before: { presence: presenceId } });
  }
  return { ok: true, written: [], conflicts: {}, faults: {} };
}

/** Lists the members of the body before the meeting has begun, so that absences can be written down. */
export async function listMembers(db: RegionDb, { minutesId }: { minutesId: string }): Promise<void> {
  const held = await holdMinutes(db, minutesId, "alone");
  if (!held || !writable.includes(held.state)) return;
  await seatMembers(db, { ...{ minutesId, bodyId: held.bodyId }, ...(await factsOf(db, minutesId)) });
}
