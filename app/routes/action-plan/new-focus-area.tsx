import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerFocusAreaForm } from "~/features/action-plan/answer-focus-area-form.server";
import { focusAreaOptions } from "~/features/action-plan/focus-area.view.server";
import { FocusAreaForm } from "~/features/action-plan/focus-area-form";
import { planTitle } from "~/features/action-plan/plan-frame";
import { readYear } from "~/features/action-plan/plan-of-year";
import { requireYear } from "~/features/action-plan/require-plan.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A new focus area in the plan of a year. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "action-plan.edit");
  const year = readYear(params.year);
  if (year === null) notFound();
  const areas = await withRegion(access, (db) => focusAreaOptions(db, year));
  if (!areas) notFound();
  return { areas, year, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, year } = await requireYear(request, params);
  const id = null;
  const kept = await answerFocusAreaForm(await readForm(request), { access, year, id });
  if (!kept.ok) return kept.refusal;
  throw redirectWithToast(paths.focusArea(region.slug, year, kept.id), m.action_plan_focus_area_saved());
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.action_plan_new_focus_area(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ year }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(year), to: paths.actionPlan(slug, year) },
    { label: m.action_plan_new_focus_area() },
  ],
};

export default function NewFocusArea() {
  const { areas, year, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.action_plan_new_focus_area()} sub={planTitle(year)} />
      <FocusAreaForm
        values={{}}
        version={0}
        areas={areas}
        refused={refused}
        submit={m.action_plan_save_focus_area()}
        cancelTo={paths.actionPlanAbout(slug, year)}
      />
    </>
  );
}
