import { changesOf, uuidsIn } from "~/features/audit/audit-changes.server";
import { auditLogPage, namesNow } from "~/features/audit/audit-log.db.server";
import { valueWords } from "~/features/audit/audit-values.server";
import { didWords, fieldWords, whoWords } from "~/features/audit/audit-words.server";
import { asSentence, formatInstant } from "~/i18n/dates";
import { getLocale } from "~/i18n/messages/runtime";
import type { RegionDb } from "~/platform/db/region-db.server";

const page = 50;

/** A page of the change log, newest first, with names looked up as they are now. */
export async function auditLogView(db: RegionDb, asked: { before: string | null; subject: string | null }) {
  const found = await auditLogPage(db, asked);
  const events = found.slice(0, page);
  const ids = new Set(events.flatMap(({ personId, before, after }) => [...uuidsIn([personId, before, after])]));
  const names = await namesNow(db, [...ids]);
  return {
    events: events.map(({ id, at, personId, via, action, subjectKind, subjectId, before, after }) => ({
      id,
      at: at.toISOString(),
      who: personId === null ? null : { name: names.get(personId) ?? null },
      via,
      action,
      subject: subjectKind,
      subjectId,
      changes: changesOf(before, after, names),
    })),
    next: found.length > page ? (events.at(-1)?.id ?? null) : null,
  };
}

type AuditEvent = Awaited<ReturnType<typeof auditLogView>>["events"][number];

/** An event in the reader's language, with the clock of a zone. */
export function inWords({ changes, ...event }: AuditEvent, zone: string) {
  const { id, at, action, subject, subjectId } = event;
  const side = (field: string, values: (typeof changes)[number]["before"]) =>
    values && valueWords({ subject, field, zone }, values);
  return {
    ...{ id, at, action, subject, subjectId },
    when: asSentence(formatInstant(at, zone, getLocale())),
    who: whoWords(event),
    did: didWords(event),
    changes: changes.map(({ field, before, after }) => ({
      field: fieldWords(subject, field),
      before: side(field, before),
      after: side(field, after),
    })),
  };
}

export type AuditLine = ReturnType<typeof inWords>;
