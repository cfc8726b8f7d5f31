import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { audiencesView } from "~/features/audiences/audience.view.server";
import { AudienceTable } from "~/features/audiences/audience-table";
import { AudienceTabs } from "~/features/audiences/audience-tabs";
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
import { ShowMore } from "~/ui/pagination";

/** The audiences of the region, each with how many it reaches today. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "audiences.see");
  const after = new URL(request.url).searchParams.get("after");
  const today = todayIn(region.zone, systemClock());
  const view = await withRegion(access, (db) => audiencesView(db, { today, after }));
  return { ...view, region: region.name, slug: region.slug, mayEdit: can(roles, "audiences.edit") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.audiences_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.audiences_title() }] };

export default function Audiences() {
  const { audiences, total, next, slug, mayEdit } = useLoaderData<typeof loader>();
  const add = mayEdit && (
    <LinkButton to={paths.newAudience(slug)} icon="plus">
      {m.audiences_new()}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={m.audiences_title()} sub={m.audiences_sub()} actions={total > 0 && add} />
      <AudienceTabs slug={slug} current="audiences" />
      {audiences.length === 0 ? (
        <EmptyState
          icon="person-group"
          title={m.audiences_none()}
          why={mayEdit ? m.audiences_none_why() : m.audiences_none_wait()}
          action={add}
        />
      ) : (
        <AudienceTable audiences={audiences} slug={slug} />
      )}
      {next && (
        <ShowMore
          to={`${paths.audiences(slug)}?after=${next}`}
          label={m.common_next_50()}
          shown={m.audiences_shown({ shown: audiences.length, n: total })}
        />
      )}
    </>
  );
}
