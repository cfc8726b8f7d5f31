import { Link } from "@remix-run/react";
import type { AuditLine } from "~/features/audit/audit-log.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { DataTable } from "~/ui/table";

/** Changes as a table: when, who, what, and what stood there before and after. */
export function AuditList({ slug, events }: { slug: string; events: AuditLine[] }) {
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
            return to ? <Link to={to}>{event.did}</Link> : event.did;
          },
        },
        { id: "who", head: m.audit_who(), width: 190, onSmall: "full", cell: ({ who }) => who },
        {
          id: "when",
          head: m.audit_when(),
          onSmall: "full",
          quiet: true,
          width: 190,
          cell: ({ at, when }) => <time dateTime={at}>{when}</time>,
        },
        {
          id: "changes",
          head: m.audit_changes(),
          onSmall: "full",
          cell: ({ changes }) => (changes.length > 0 ? <Changes changes={changes} /> : null),
        },
      ]}
    />
  );
}

/** Each field: what it was, struck out, and what it became. */
function Changes({ changes }: Pick<AuditLine, "changes">) {
  return (
    <dl className="sv-changes">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt className="sv-quiet sv-small">{field}</dt>
          {before && (
            <dd>
              <span className="ds-sr-only">{m.audit_before()} </span>
              <del>{before}</del>
            </dd>
          )}
          {after && (
            <dd>
              <span className="ds-sr-only">{m.audit_after()} </span>
              {after}
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
  if (subject === "communications-plan") return paths.aboutPlan(slug, subjectId);
  if (subject === "network") return paths.network(slug, subjectId);
  if (subject === "publication") return paths.publication(slug, subjectId);
  if (subject === "person") return paths.member(slug, subjectId);
  if (subject === "delivery") return paths.delivery(slug, subjectId);
  if (subject === "region" || subject === "priority-area") return paths.regionSettings(slug);
  return subject === "actor" ? paths.actors(slug) : null;
}
