import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PeoplePanel } from "~/features/automation/people-panel";
import { plannedPeople } from "~/features/automation/planned-people.view.server";
import { yearView } from "~/features/automation/year.view.server";
import { YearClashes } from "~/features/automation/year-clashes";
import { YearFigures, YearFilters } from "~/features/automation/year-filters";
import { YearTable } from "~/features/automation/year-page";
import { filterParams, readYearQuery } from "~/features/automation/year-query";
import { SendingTabs } from "~/features/delivery/sending-tabs";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { PrintButton } from "~/ui/print-button";

export const handle: Handle<{ slug: string }> = {
  crumb: (_, slug) => [{ label: m.automation_title(), to: paths.automation(slug) }, { label: m.automation_year() }],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.automation_year()} – ${data?.region ?? ""} – Samvirk` },
];

/** What the rules of the region will do in a period. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "automation.see");
  const now = systemClock();
  const today = todayIn(region.zone, now);
  const asked = new URL(request.url).searchParams;
  const query = readYearQuery(asked, today);
  const key = asked.get("show");
  const { view, people } = await withRegion(access, async (db) => ({
    view: await yearView(db, query, now),
    people: key ? await plannedPeople(db, { key, ...query, now }) : null,
  }));
  return { view, people, query, today, region: region.name, slug: region.slug };
}

export default function YearAhead() {
  const { view, people, query, today, slug } = useLoaderData<typeof loader>();
  const { counts } = view;
  const narrowed = filterParams(query).length > 0;
  const address = new URLSearchParams([["from", query.from], ["to", query.to], ...filterParams(query)]).toString();
  return (
    <>
      <PageHead
        title={m.automation_year()}
        sub={m.automation_year_lead({ days: describeDays(query) })}
        actions={
          counts.shown > 0 && (
            <>
              <PrintButton />
              <LinkButton
                variant="secondary"
                icon="download"
                to={paths.automationYearFile(slug, address)}
                reloadDocument
              >
                {m.automation_file()}
              </LinkButton>
            </>
          )
        }
      />
      <SendingTabs slug={slug} current="year" />
      {view.stopped && (
        <Note tone="danger" action={{ label: m.automation_mail_settings(), to: paths.mailSettings(slug) }}>
          {m.automation_stopped_note()}
        </Note>
      )}
      {!view.stopped && view.mailMode === "hold" && (
        <Note tone="warning" action={{ label: m.automation_mail_settings(), to: paths.mailSettings(slug) }}>
          {m.automation_hold_note()}
        </Note>
      )}
      <YearFigures view={view} query={query} slug={slug} />
      <YearFilters view={view} query={query} today={today} slug={slug} />
      <div className="sv-stack sv-stack--panels">
        {people && <PeoplePanel found={people} zone={view.zone} closeTo={`${paths.automationYear(slug)}?${address}`} />}
        <YearClashes clashes={view.clashes} zone={view.zone} />
        {counts.shown > 0 ? (
          <YearTable months={view.months} slug={slug} narrowed={narrowed} address={address} />
        ) : narrowed && counts.all > 0 ? (
          <EmptyState icon="search" title={m.automation_none_found()} />
        ) : (
          <EmptyState
            icon="timeline"
            title={m.automation_year_none()}
            why={m.automation_year_none_why()}
            action={<LinkButton to={paths.plans(slug)}>{m.nav_communications_plan()}</LinkButton>}
          />
        )}
      </div>
    </>
  );
}
