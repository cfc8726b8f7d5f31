import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OverTimeTable } from "~/features/attendance/over-time";
import { overTimeFilters, overTimeView } from "~/features/attendance/over-time.view.server";
import { kindNames } from "~/features/events/event-words";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { PageHead } from "~/ui/page-head";
import { Panel } from "~/ui/panel";
import { PrintButton } from "~/ui/print-button";
import { Segments } from "~/ui/tabs";

export const handle: Handle = { crumb: () => [{ label: m.attendance_over_time() }] };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.attendance_over_time()} – ${data?.region ?? ""} – Samvirk` },
];

/** Who came per municipality over time. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "events.see");
  const now = systemClock();
  const filters = overTimeFilters(new URL(request.url).searchParams);
  const view = await withRegion(access, (db) => overTimeView(db, { filters, now }));
  return { view, filters, year: now.getUTCFullYear(), region: region.name, slug: region.slug };
}

export default function AttendanceOverTime() {
  const { view, filters, year, slug } = useLoaderData<typeof loader>();
  const { by, network, kind, period } = filters;
  const set = { ...(network && { network }), ...(kind && { kind }), ...(period !== "60" && { period }) };
  const base = paths.attendanceOverTime(slug);
  const to = (more: Record<string, string>) => {
    const query = new URLSearchParams({ ...set, ...more }).toString();
    return query ? `${base}?${query}` : base;
  };
  const query = new URLSearchParams({ ...set, by }).toString();
  const years = Array.from({ length: 6 }, (_, back) => String(year - back));
  return (
    <>
      <PageHead
        title={m.attendance_over_time()}
        sub={m.attendance_over_time_lead()}
        actions={
          view.held > 0 && (
            <>
              <PrintButton />
              <LinkButton variant="secondary" icon="download" to={paths.attendanceFile(slug, query)} reloadDocument>
                {m.feedback_file()}
              </LinkButton>
            </>
          )
        }
      />
      <FilterBar
        label={m.attendance_narrow()}
        submitLabel={m.common_show()}
        hidden={by === "event" ? { by } : {}}
        {...(Object.keys(set).length > 0 && { resetTo: by === "event" ? `${base}?by=event` : base })}
        filters={[
          {
            name: "period",
            label: m.attendance_period(),
            one: true,
            selected: period === "60" ? [] : [period],
            options: [
              { value: "60", label: m.attendance_period_60() },
              { value: "12", label: m.attendance_period_12() },
              ...years.map((value) => ({ value, label: value })),
            ],
          },
          {
            name: "network",
            label: m.events_network(),
            one: true,
            selected: network ? [network] : [],
            options: view.networks.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: "kind",
            label: m.attendance_kind(),
            one: true,
            selected: kind ? [kind] : [],
            options: Object.entries(kindNames).map(([value, words]) => ({ value, label: words() })),
          },
        ]}
      >
        <Segments
          label={m.attendance_columns()}
          items={[
            { to: to({}), label: m.attendance_by_half(), current: by === "half" },
            { to: to({ by: "event" }), label: m.attendance_by_event(), current: by === "event" },
          ]}
        />
      </FilterBar>
      {view.held === 0 ? (
        <EmptyState icon="chart" title={m.attendance_over_time_none()} why={m.attendance_over_time_none_why()} />
      ) : (
        <Panel
          title={m.attendance_per_municipality()}
          count={m.attendance_events({ n: view.held })}
          foot={view.shown < view.held ? m.attendance_newest({ shown: view.shown, n: view.held }) : undefined}
        >
          <OverTimeTable view={view} slug={slug} byEvent={by === "event"} />
        </Panel>
      )}
    </>
  );
}
