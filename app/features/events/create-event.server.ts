import { judgeTimes } from "~/domain/events/times";
import { isUuid } from "~/domain/shared/ids";
import { audit } from "~/features/audit/audit.server";
import type { Organiser } from "~/features/events/choose-organiser.server";
import { auditedDetails, type EventDetails, saveLinks } from "~/features/events/event-details.server";
import type { EventForm } from "~/features/events/event-form.schema";
import { createEvent, findRowToPlan } from "~/features/events/events.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type CreateEventResult =
  | { ok: true; id: string }
  | { ok: false; field: "date" | "start" | "end"; reason: "no-such-time" | "in-the-past" | "ends-before-start" };

/** Makes an event as a draft, from a plan row or by itself. Nobody is told of it. */
export async function makeEvent(
  db: RegionDb,
  input: {
    form: EventForm;
    planRowId: string | null;
    /** The governing body it is a meeting of. */
    bodyId?: string | null;
    /** Who holds it, and the network it is a gathering of; without it the region holds it. */
    organiser?: Organiser;
    /** What else was said of it. */
    details?: EventDetails;
    responsibleId: string;
    zone: string;
    now: Date;
  },
): Promise<CreateEventResult> {
  const { form, zone } = input;
  const times = judgeTimes(form, zone, input.now.toISOString());
  if (!times.ok) return times;
  const row = isUuid(input.planRowId) ? await findRowToPlan(db, input.planRowId) : null;
  const { details } = input;
  const event = await createEvent(db, {
    responsibleId: input.responsibleId,
    // Who cannot come to a meeting of a body is met for by its deputies.
    ...(input.bodyId && { callsDeputies: true }),
    ...details?.columns,
    planRowId: row?.id ?? null,
    networkId: input.organiser?.networkId ?? null,
    actorId: input.organiser?.actorId ?? null,
    bodyId: input.bodyId ?? null,
    kind: form.kind,
    title: form.title,
    description: form.description,
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    zone,
    place: form.place,
    link: form.link,
    replyBy: form.replyBy ? new Date(form.replyBy) : null,
  });
  if (details) await saveLinks(db, event.id, details);
  await audit(db, {
    action: "created",
    subject: "event",
    id: event.id,
    after: {
      title: event.title,
      startsAt: times.startsAt,
      endsAt: times.endsAt,
      ...(details && auditedDetails(details)),
      planRowId: event.planRowId,
      ...(event.networkId && { networkId: event.networkId }),
      ...(event.bodyId && { bodyId: event.bodyId }),
      ...(event.actorId && { actorId: event.actorId }),
    },
  });
  return { ok: true, id: event.id };
}
