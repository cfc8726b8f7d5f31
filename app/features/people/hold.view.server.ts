import { mailOf } from "~/features/people/holds.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Whether mail goes to a person, and what she does not want; null when nobody has the id. Days are "YYYY-MM-DD". */
export async function holdView(db: RegionDb, personId: string) {
  const person = await mailOf(db, personId);
  if (!person) return null;
  const { heldSince, heldReason, optedOut } = person;
  return {
    held: heldSince && { since: heldSince.toISOString().slice(0, 10), reason: heldReason ?? ("by_hand" as const) },
    optedOut,
  };
}

export type HoldView = NonNullable<Awaited<ReturnType<typeof holdView>>>;
