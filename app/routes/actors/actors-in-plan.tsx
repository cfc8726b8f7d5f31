import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActorTabs } from "~/features/actors/actor-tabs";
import { actorsInPlanView } from "~/features/actors/actors.view.server";
import { CopyTable } from "~/features/actors/copy-table";
import { tableHtml, tableText } from "~/features/actors/plan-document";
import { ActorsInPlan, documentRow, planHeads } from "~/features/actors/plan-table";
import { countUnknownNames } from "~/features/groups/names.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

/** The actors as a plan document lists them, to be printed or copied into it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "actors.see");
  const today = todayIn(region.zone, systemClock());
  const [actors, unknown] = await withRegion(access, async (db) => [
    await actorsInPlanView(db, today),
    await countUnknownNames(db),
  ]);
  return { actors, unknown, region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.actors_in_plan_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.actors_title(), to: paths.actors(slug) }, { label: m.actors_tab_in_plan() }],
  wide: true,
};

export default function InPlan() {
  const { actors, unknown, slug } = useLoaderData<typeof loader>();
  const rows = actors.map(documentRow);
  return (
    <>
      <PageHead
        title={m.actors_in_plan_title()}
        sub={m.actors_in_plan_sub()}
        actions={
          actors.length > 0 && (
            <CopyTable html={() => tableHtml(planHeads(), rows)} text={() => tableText(planHeads(), rows)} />
          )
        }
      />
      <ActorTabs slug={slug} current="in-plan" unknown={unknown} />
      {actors.length === 0 ? (
        <EmptyState icon="buildings" title={m.actors_none()} why={m.actors_none_wait()} />
      ) : (
        <ActorsInPlan actors={actors} slug={slug} />
      )}
    </>
  );
}
