import type { EventView } from "~/features/events/event.view.server";
import { findDetails } from "~/features/events/event-details.db.server";
import { regionsBeside } from "~/features/events/joint-events.server";
import { gatheringsView } from "~/features/events/series.view.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

/** What the overview of an event says beside its invitations: whom it is for, who stands for it, and its series. */
export async function eventOverview(db: RegionDb, eventId: string) {
  const found = await findDetails(db, eventId);
  if (!found) return null;
  const regions = found.partnerIds.length > 0 ? await regionsBeside(accessFor(db).regionId) : [];
  const { audienceKind, audience, network, body } = found;
  const whose = audienceKind === "body_members" ? body : (audience ?? network);
  return {
    language: found.language as "nb" | "nn" | "en" | null,
    audience: audienceKind && { kind: audienceKind, name: whose?.name ?? "" },
    responsible: found.responsible?.name ?? null,
    organisers: found.organisers,
    areas: found.areas.map(({ number, name }) => `${number}. ${name}`),
    partners: regions.flatMap(({ id, name }) => (found.partnerIds.includes(id) ? [name] : [])),
    joinLink: found.joinLink,
    open: found.open,
    series: found.seriesId ? await gatheringsView(db, found.seriesId) : [],
  };
}

export type EventOverview = NonNullable<Awaited<ReturnType<typeof eventOverview>>>;

/** Both as somebody sees them: what is written with an answer, and where one joins, is for those who organise it. */
export function shownTo(
  { event, overview }: { event: EventView; overview: EventOverview },
  { edit }: { edit: boolean },
): { event: EventView; overview: EventOverview } {
  if (edit) return { event, overview };
  const rows = event.rows.map((row) => ({ ...row, comment: "" }));
  return { event: { ...event, rows }, overview: { ...overview, joinLink: "" } };
}
