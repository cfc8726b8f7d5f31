import { holdOf, standingRequest } from "~/features/handover/handover.db.server";
import { handoverParts } from "~/features/handover/parts.server";
import type { ContactStanding } from "~/features/municipalities/contact-person-panel";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How it stands with a municipality's contact person: whether mail goes to her, whether she has been asked, what would pass. */
export async function contactStanding(
  db: RegionDb,
  input: { municipalityId: string; personId: string | null; last: string | null; now: Date },
): Promise<ContactStanding> {
  const { municipalityId, personId, now } = input;
  const from = personId ?? input.last;
  let open = 0;
  for (const part of handoverParts)
    for (const passed of await part.open(db, { municipalityId, from, now })) open += passed.count;
  const person = personId ? await holdOf(db, personId) : null;
  const asked = personId && (await standingRequest(db, { municipalityId, personId, now }));
  return {
    open,
    held: person?.heldSince
      ? { since: person.heldSince.toISOString().slice(0, 10), reason: person.heldReason ?? "by_hand" }
      : null,
    asked: asked ? { until: asked.expiresAt.toISOString() } : null,
  };
}
