import { placeFor } from "~/domain/registrations/places";
import { storedAnswers } from "~/domain/registrations/questions";
import { audit } from "~/features/audit/audit.server";
import { wakeSoon } from "~/features/events/event-wakes.server";
import {
  findRegistration,
  holdEventOf,
  signUpFacts,
  standingOf,
  updateRegistration,
} from "~/features/registrations/registrations.db.server";
import type { Written } from "~/features/registrations/sign-up-form.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type ChangeRegistrationResult =
  | { ok: true }
  | { ok: false; reason: "gone" | "over" | "cancelled" | "changed-meanwhile" | "way-full" };

/** Changes what somebody wrote who has signed up. Her way changes only where there is a place the other way. */
export async function changeRegistration(
  db: RegionDb,
  input: { registrationId: string; version: number; written: Written; now: Date },
): Promise<ChangeRegistrationResult> {
  const { written, now } = input;
  const found = await findRegistration(db, input.registrationId);
  const event = found && (await holdEventOf(db, found.eventId));
  const registration = event && (await findRegistration(db, found.id));
  if (!registration || ["cancelled", "refused"].includes(registration.state)) return { ok: false, reason: "gone" };
  if (event.state === "cancelled") return { ok: false, reason: "cancelled" };
  if (event.startsAt <= now || event.state !== "published") return { ok: false, reason: "over" };
  if (registration.version !== input.version) return { ok: false, reason: "changed-meanwhile" };
  const moved = written.way !== registration.way;
  if (moved && ["registered", "offered"].includes(registration.state)) {
    const standing = await standingOf(db, event.id);
    if (placeFor(signUpFacts(event), written.way, standing[written.way]) === "waiting")
      return { ok: false, reason: "way-full" };
  }
  await updateRegistration(db, registration.id, { ...written, version: registration.version + 1 });
  const before = { ...registration, answers: storedAnswers(registration.answers) };
  const fields = ["name", "organisation", "municipalityId", "way", "needs", "answers"] as const;
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(written[field]));
  await audit(db, { action: "updated", subject: "registration", id: registration.id, after: { changed } });
  if (moved) await wakeSoon(db, event.id);
  return { ok: true };
}
