import { Link } from "@remix-run/react";
import type { AuditLine, FieldChange } from "~/features/audit/audit-log.view.server";
import { valueWords } from "~/features/audit/audit-values";
import { didWords, fieldWords, whoWords } from "~/features/audit/audit-words";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { DataTable } from "~/ui/table";

/** Changes as a table: when, who, what, and what stood there before and after. */
export function AuditList({ slug, zone, events }: { slug: string; zone: string; events: AuditLine[] }) {
  return (
    <DataTable
      caption={m.audit_title()}
      rows={events}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "what",
          head: m.audit_what(),
          width: 220,
          rowHeader: true,
          onSmall: "full",
          cell: (event) => {
            const to = pageOf(slug, event);
            return to ? <Link to={to}>{didWords(event)}</Link> : didWords(event);
          },
        },
        { id: "who", head: m.audit_who(), width: 190, onSmall: "full", cell: whoWords },
        {
          id: "when",
          head: m.audit_when(),
          onSmall: "full",
          quiet: true,
          width: 190,
          cell: ({ at }) => <time dateTime={at}>{asSentence(formatInstant(at, zone, getLocale()))}</time>,
        },
        {
          id: "changes",
          head: m.audit_changes(),
          onSmall: "full",
          cell: ({ changes }) => (changes.length > 0 ? <Changes changes={changes} zone={zone} /> : null),
        },
      ]}
    />
  );
}

/** Each field: what it was, struck out, and what it became. */
function Changes({ changes, zone }: { changes: FieldChange[]; zone: string }) {
  return (
    <dl className="sv-changes">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt className="sv-quiet sv-small">{fieldWords(field)}</dt>
          {before && (
            <dd>
              <span className="ds-sr-only">{m.audit_before()} </span>
              <del>{valueWords(field, before, zone)}</del>
            </dd>
          )}
          {after && (
            <dd>
              <span className="ds-sr-only">{m.audit_after()} </span>
              {valueWords(field, after, zone)}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** The page of what was changed, where it has one of its own. */
function pageOf(slug: string, { action, subject, subjectId }: AuditLine): string | null {
  if (action === "removed") return null;
  if (subject === "event") return paths.event(slug, subjectId);
  if (subject === "network") return paths.network(slug, subjectId);
  if (subject === "person") return paths.member(slug, subjectId);
  if (subject === "delivery") return paths.delivery(slug, subjectId);
  if (subject === "region" || subject === "priority-area") return paths.regionSettings(slug);
  return subject === "actor" ? paths.actors(slug) : null;
}
