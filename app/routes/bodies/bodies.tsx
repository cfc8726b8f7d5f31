import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { bodiesView } from "~/features/bodies/bodies.view.server";
import { BodiesTabs, BodyTable, Chains, EndedBodies } from "~/features/bodies/bodies-page";
import { MeetingRows } from "~/features/bodies/meeting-rows";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel } from "~/ui/panel";

/** The governing bodies of the region, and their meetings to come. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "bodies.see");
  const today = todayIn(region.zone, systemClock());
  const view = await withRegion(access, (db) => bodiesView(db, today));
  const { slug, name, zone } = region;
  return { ...view, slug, zone, region: name, year: Number(today.slice(0, 4)), mayEdit: can(roles, "bodies.edit") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.bodies_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.bodies_title() }] };

export default function Bodies() {
  const { bodies, ended, chains, meetings, slug, zone, year, mayEdit } = useLoaderData<typeof loader>();
  const add = mayEdit && (
    <LinkButton to={paths.newBody(slug)} icon="plus">
      {m.bodies_new()}
    </LinkButton>
  );
  const none = bodies.length === 0 && ended.length === 0;
  return (
    <>
      <PageHead
        title={m.bodies_title()}
        sub={m.bodies_sub()}
        actions={
          !none && (
            <>
              {mayEdit && (
                <LinkButton to={paths.documentTemplates(slug)} variant="tertiary" icon="file">
                  {m.documents_templates_title()}
                </LinkButton>
              )}
              {add}
            </>
          )
        }
      />
      {none ? (
        <EmptyState
          icon="gavel"
          title={m.bodies_none()}
          why={mayEdit ? m.bodies_none_why() : m.bodies_none_wait()}
          action={add}
        />
      ) : (
        <>
          <BodiesTabs slug={slug} current="bodies" year={year} />
          <BodyTable bodies={bodies} slug={slug} zone={zone} />
          <Columns
            main={
              <Panel title={m.bodies_coming()} count={meetings.length || undefined}>
                {meetings.length === 0 ? (
                  <EmptyState icon="calendar" title={m.bodies_coming_none()} why={m.bodies_coming_none_why()} />
                ) : (
                  <MeetingRows meetings={meetings} slug={slug} zone={zone} named />
                )}
              </Panel>
            }
            side={
              <>
                <Chains chains={chains} slug={slug} />
                <EndedBodies bodies={ended} slug={slug} />
              </>
            }
          />
        </>
      )}
    </>
  );
}
