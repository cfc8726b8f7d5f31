import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useRef } from "react";
import { selectionOf } from "~/features/action-plan/plan-filters";
import { NoRows, PlanFilterBar, PlanHead, planTitle } from "~/features/action-plan/plan-frame";
import { type AddRow, PlanTable } from "~/features/action-plan/plan-table";
import { requirePlan } from "~/features/action-plan/require-plan.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Menu, MenuLink } from "~/ui/menu";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The action plan of a year as a table; filters are in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return requirePlan(request, params);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data && planTitle(data.view.plan.year), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(view.plan.year) },
  ],
  wide: true,
  rail: true,
};

export default function ActionPlan() {
  const { view, slug, mayEdit } = useLoaderData<typeof loader>();
  const { year } = view.plan;
  const addRow = useRef<AddRow>(null);
  const here = paths.actionPlan(slug, year);
  const selection = selectionOf(useSearchParams()[0]);
  return (
    <>
      <PlanHead
        facts={view}
        slug={slug}
        view="table"
        actions={
          <>
            {view.counts.all > 0 && (
              <Menu align="end" className="ds-button sv-mxbutton" label={m.action_plan_download()}>
                <MenuLink to={paths.actionPlanFile(slug, year, "docx")} icon="file" reloadDocument>
                  {m.action_plan_download_word()}
                </MenuLink>
                <MenuLink to={paths.actionPlanFile(slug, year, "xlsx") + selection} icon="table" reloadDocument>
                  {m.action_plan_download_sheet()}
                </MenuLink>
              </Menu>
            )}
            {mayEdit && (
              <>
                <LinkButton to={paths.actionPlanImports(slug)} variant="tertiary" icon="import">
                  {m.action_plan_import()}
                </LinkButton>
                <LinkButton
                  to={paths.newActivity(slug, year)}
                  icon="plus"
                  onClick={(event) => addRow.current?.() && event.preventDefault()}
                >
                  {m.action_plan_new_activity()}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      {view.counts.all > 1 && <PlanFilterBar view={view} here={here} />}
      {view.shown === 0 ? (
        <NoRows view={view} slug={slug} here={here} mayEdit={mayEdit} />
      ) : (
        <PlanTable view={view} slug={slug} mayEdit={mayEdit} addRow={addRow} />
      )}
    </>
  );
}
