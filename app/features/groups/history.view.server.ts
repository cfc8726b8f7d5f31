import { isUuid } from "~/domain/shared/ids";
import type { AuditSubject } from "~/features/audit/audit.server";
import { eventsAbout, namesOf } from "~/features/groups/history.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Which of an event's ids says whom it was about, the most telling first. */
const aboutFields = ["personId", "memberGroupId", "actorId", "municipalityId"];

/** The last fifty changes of something and of its parts, with who made them, whom they were about, and the fields. */
export async function historyOf(
  db: RegionDb,
  asked: { subject: AuditSubject; id: string; parts?: { subject: AuditSubject; field: string } },
) {
  const events = await eventsAbout(db, { ...asked, parts: asked.parts ?? null });
  const about = (event: (typeof events)[number]) => {
    const fields = { ...objectOf(event.before), ...objectOf(event.after) };
    if (event.subjectKind === asked.subject) return null;
    return aboutFields.map((field) => fields[field]).find(isUuid) ?? null;
  };
  const ids = events.flatMap((event) => [event.personId, about(event)].filter(isUuid));
  const names = await namesOf(db, [...new Set(ids)]);
  return events.map((event) => ({
    id: event.id,
    at: event.at.toISOString(),
    action: event.action,
    subject: event.subjectKind,
    via: event.via,
    who: event.personId === null ? null : { name: names.get(event.personId) ?? null },
    about: names.get(about(event) ?? "") ?? null,
    fields: event.action === "updated" ? changed(objectOf(event.before), objectOf(event.after)) : [],
  }));
}

export type HistoryLine = Awaited<ReturnType<typeof historyOf>>[number];

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function changed(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
