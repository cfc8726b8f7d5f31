import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { AuditList } from "~/features/audit/audit-list";
import { auditLogView, inWords } from "~/features/audit/audit-log.view.server";
import { subjectNames } from "~/features/audit/audit-words.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";
import { Panel } from "~/ui/panel";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "audit.see");
  const asked = new URL(request.url).searchParams;
  const [after, kind] = [asked.get("after"), asked.get("subject")];
  const subject = kind !== null && Object.hasOwn(subjectNames, kind) ? kind : null;
  const before = isUuid(after) ? after : null;
  const view = await withRegion(access, (db) => auditLogView(db, { before, subject }));
  const { slug, name, zone } = region;
  return {
    events: view.events.map((event) => inWords(event, zone)),
    next: view.next,
    subject,
    subjects: Object.entries(subjectNames).map(([value, label]) => ({ value, label: label() })),
    later: before !== null,
    slug,
    region: name,
  };
}

export const handle: Handle = { crumb: () => [{ label: m.audit_title() }] };

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${m.audit_title()} – ${view?.region ?? ""} – Samvirk` },
];

export default function AuditPage() {
  const { events, next, subject, subjects, later, slug } = useLoaderData<typeof loader>();
  const page = paths.audit(slug);
  const more = new URLSearchParams({ ...(subject && { subject }), after: next ?? "" });
  return (
    <>
      <PageHead title={m.audit_title()} sub={m.audit_sub()} />
      {(subject !== null || later || events.length > 1) && (
        <FilterBar
          label={m.audit_filter()}
          filters={[
            {
              name: "subject",
              label: m.audit_filter(),
              options: subjects,
              selected: subject ? [subject] : [],
              one: true,
            },
          ]}
          submitLabel={m.common_show()}
          {...(subject && { resetTo: page })}
        />
      )}
      {events.length === 0 ? (
        <EmptyState icon="file" title={m.audit_none()} why={m.audit_none_why()} />
      ) : (
        <Panel title={m.audit_newest()}>
          <AuditList slug={slug} events={events} />
        </Panel>
      )}
      {next && <ShowMore to={`${page}?${more}`} label={m.common_next_50()} />}
    </>
  );
}
