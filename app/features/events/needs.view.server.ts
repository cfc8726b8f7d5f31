import { isUuid } from "~/domain/shared/ids";
import { findEvent } from "~/features/events/events.db.server";
import { needsOf } from "~/features/events/needs.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The list for the kitchen: who needs what, and whether she has said that she comes. */
export async function needsView(db: RegionDb, eventId: string) {
  const event = isUuid(eventId) ? await findEvent(db, eventId) : null;
  if (!event) return null;
  const { invited, registered } = await needsOf(db, eventId);
  const rows = [
    ...invited.map(({ person, answer, ...row }) => ({ ...row, name: person.name, comes: answer })),
    ...registered.map(({ state, ...row }) => ({
      ...row,
      comes: state === "registered" ? ("accepted" as const) : ("tentative" as const),
    })),
  ].map(({ id, name, needs, comes, municipality }) => ({
    id,
    name,
    needs,
    comes,
    municipality: municipality?.municipality.name ?? "",
  }));
  return { asks: event.asksNeeds, rows: rows.sort((a, b) => a.name.localeCompare(b.name, "nb")) };
}

export type NeedsView = NonNullable<Awaited<ReturnType<typeof needsView>>>;
