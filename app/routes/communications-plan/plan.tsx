import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { can } from "~/domain/auth/permissions";
import { DocumentMenu } from "~/features/communications-plan/document-menu";
import { periodTitle } from "~/features/communications-plan/period-title";
import { PlanHead } from "~/features/communications-plan/plan-frame";
import { readFilters, readOrder, readShow } from "~/features/communications-plan/plan-query";
import { type AddRow, PlanTable } from "~/features/communications-plan/plan-table";
import { planTable } from "~/features/communications-plan/plan-table.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { clashesByRow, shownClashes } from "~/features/responsibility/clashes.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One period's plan as a table; filters and grouping are in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "plan.see");
  const query = new URL(request.url).searchParams;
  const today = todayIn(region.zone, systemClock());
  const key = params.period ?? "";
  const view = await withRegion(access, async (db) =>
    planTable(db, {
      ...{ key, today, onlyClashes: query.get("clashes") === "only" },
      clashes: clashesByRow(await shownClashes(db, { key, today })),
      by: readOrder(query),
      show: readShow(query),
      filters: readFilters(query),
    }),
  );
  if (!view) notFound();
  const mayEdit = can(roles, "plan.edit") && view.plan.state !== "closed";
  return { view, region: region.name, slug: region.slug, mayEdit, mayImport: can(roles, "import.run") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && m.plan_title({ period: periodTitle(data.view.plan) }), data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(view.plan) },
  ],
  wide: true,
  rail: true,
};

export default function Plan() {
  const { view, slug, mayEdit, mayImport } = useLoaderData<typeof loader>();
  const addRow = useRef<AddRow>(null);
  return (
    <>
      <PlanHead
        facts={view}
        slug={slug}
        view="table"
        actions={
          <>
            {mayImport && (
              <LinkButton to={paths.imports(slug)} variant="tertiary" icon="import">
                {m.plan_import()}
              </LinkButton>
            )}
            <DocumentMenu slug={slug} period={view.plan.key} />
            {mayEdit && (
              <LinkButton
                to={paths.newPlanRow(slug, view.plan.key)}
                icon="plus"
                onClick={(event) => addRow.current?.() && event.preventDefault()}
              >
                {m.plan_row_new()}
              </LinkButton>
            )}
          </>
        }
      />
      <PlanTable view={view} slug={slug} mayEdit={mayEdit} addRow={addRow} />
    </>
  );
}
