import { isUuid } from "~/domain/shared/ids";
import type { AuditSubject } from "~/features/audit/audit.server";
import { changesOf, fieldsOf, type Shown, uuidsIn } from "~/features/audit/audit-changes.server";
import { eventsAbout, type FoundAudit, namesNow, zoneOf } from "~/features/audit/audit-log.db.server";
import { valueWords } from "~/features/audit/audit-values.server";
import { didWords, fieldWords, whoWords } from "~/features/audit/audit-words.server";
import { describeDays } from "~/features/timing/day-words";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The thing, by what it is called in the log (one id may be several), and its parts: they name it in a field. */
export type HistoryAsked = {
  id: string;
  subjects: AuditSubject[];
  parts?: { subjects: AuditSubject[]; field: string };
};

/** A change in the reader's language; `about` is which part of the thing it was made to. */
export type HistoryLine = {
  id: string;
  /** When, ISO 8601. */
  at: string;
  when: string;
  who: string;
  did: string;
  about: string | null;
  changes: { field: string; before: string; after: string }[];
};

/** The last fifty changes of something and its parts, newest first, in words; what was done to many at once is one. */
export async function historyOf(db: RegionDb, asked: HistoryAsked): Promise<HistoryLine[]> {
  const events = await eventsAbout(db, asked);
  const ids = events.flatMap(({ personId, subjectId, before, after }) => [
    ...uuidsIn([personId, subjectId, before, after]),
  ]);
  const names = await namesNow(db, [...new Set(ids)]);
  const zone = await zoneOf(db);
  return together(events.map((event) => lineOf(event, { asked, names, zone })));
}

type With = { asked: HistoryAsked; names: ReadonlyMap<string, string>; zone: string };

function lineOf(event: FoundAudit, { asked, names, zone }: With): HistoryLine {
  const { id, at, action, subjectKind: subject, via, personId } = event;
  const about = aboutOf(event, asked, names);
  const hidden = [about.field, asked.parts?.field, subject === "task" ? "position" : undefined];
  const words = (field: string, values: Shown[] | null) => (values ? valueWords({ subject, field, zone }, values) : "");
  const stood = (values: Shown[] | null) => (values?.some(({ kind }) => kind !== "none") ? values : null);
  return {
    id,
    at: at.toISOString(),
    when: asSentence(formatInstant(at.toISOString(), zone, getLocale())),
    who: whoWords({ who: personId === null ? null : { name: names.get(personId) ?? null }, via }),
    did: didWords({ action, subject }),
    about: about.name,
    changes: (tellsChanges(event) ? changesOf(event.before, event.after, names) : [])
      .filter(({ field }) => !hidden.includes(field))
      .map(({ field, before, after }) => ({
        field: fieldWords(subject, field),
        before: words(field, stood(before)),
        after: words(field, after),
      })),
  };
}

/** What was made or removed says so; the values it had are in the change log. */
const tellsChanges = ({ action, before }: FoundAudit) =>
  action === "updated" || (before !== null && action !== "created" && action !== "removed");

/** Which of an event's ids says what it was about, the most telling first. */
const aboutFields = ["personId", "memberGroupId", "groupId", "actorId", "municipalityId"];

/** Which part an event was about: by the part's own name, else what it names, else the words it had. */
function aboutOf({ subjectId, subjectKind, before, after }: FoundAudit, asked: HistoryAsked, names: With["names"]) {
  const own = subjectId === asked.id;
  const called = own ? undefined : names.get(subjectId);
  if (called !== undefined) return { name: called };
  if (own && subjectKind !== "responsibility") return { name: null };
  const fields = { ...fieldsOf(before), ...fieldsOf(after) };
  const field = aboutFields.find((one) => isUuid(fields[one]) && fields[one] !== asked.id);
  if (field) return { field, name: names.get(String(fields[field])) ?? null };
  if (subjectKind === "plan-occurrence")
    return { name: describeDays({ from: String(fields.from), to: String(fields.to) }) };
  const words = fields.name ?? fields.shown;
  return { name: typeof words === "string" ? words : null };
}

/** What one did to several parts in one minute is one line, with the first of their names. */
function together(lines: HistoryLine[]): HistoryLine[] {
  const same = (a: HistoryLine, b: HistoryLine) =>
    a.about !== null &&
    b.about !== null &&
    [a.did, a.who, a.when].join("\n") === [b.did, b.who, b.when].join("\n") &&
    JSON.stringify(a.changes) === JSON.stringify(b.changes);
  const groups: [HistoryLine, ...HistoryLine[]][] = [];
  for (const line of lines) {
    const group = groups.find(([first]) => same(first, line));
    if (group) group.push(line);
    else groups.push([line]);
  }
  return groups.map(([first, ...rest]) => ({ ...first, about: listed([first, ...rest].map(({ about }) => about)) }));
}

const namedAtMost = 3;

function listed(all: (string | null)[]): string | null {
  const known = all.filter((one) => one !== null).sort((a, b) => a.localeCompare(b, "nb"));
  const first = known.slice(0, namedAtMost).join(", ");
  const n = known.length - namedAtMost;
  return n > 0 ? m.audit_and_more({ first, n }) : first || null;
}
