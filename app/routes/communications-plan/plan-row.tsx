import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { instantToLocal } from "~/domain/shared/local-time";
import { periodTitle } from "~/features/communications-plan/period-title";
import { planRowDetail } from "~/features/communications-plan/plan-row.view.server";
import { PlanRowPage } from "~/features/communications-plan/plan-row-page";
import { RowClashNote } from "~/features/communications-plan/row-clashes";
import { requireRegion } from "~/features/regions/membership.server";
import { clashesByRow, planClashes } from "~/features/responsibility/clashes.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One row of the plan. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "plan.see");
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const key = params.period ?? "";
  const { row, clashes } = await withRegion(access, async (db) => ({
    row: await planRowDetail(db, { key, id: params.row ?? "", today }),
    clashes: clashesByRow(await planClashes(db, { key, today })),
  }));
  if (!row) notFound();
  return {
    row,
    clashes: clashes.get(row.id) ?? [],
    region: region.name,
    slug: region.slug,
    mayEdit: can(roles, "plan.edit"),
    mayMakeEvent: can(roles, "events.edit"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.row.cells.channel, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ row }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(row.period), to: paths.plan(slug, row.key) },
    { label: row.cells.channel },
  ],
};

export default function PlanRow() {
  const { row, clashes, slug, mayEdit, mayMakeEvent } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={row.cells.channel}
        sub={row.cells.theme}
        actions={
          <>
            {mayEdit && (
              <LinkButton to={paths.editPlanRow(slug, row.key, row.id)} variant="secondary" icon="pencil">
                {m.common_edit()}
              </LinkButton>
            )}
            {mayMakeEvent && (
              <LinkButton to={paths.newEvent(slug, row.id)} icon="plus">
                {m.plan_make_event()}
              </LinkButton>
            )}
          </>
        }
      />
      <RowClashNote clashes={clashes} />
      <PlanRowPage row={row} slug={slug} />
    </>
  );
}
