import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerFocusAreaForm } from "~/features/action-plan/answer-focus-area-form.server";
import { focusAreaOptions, focusAreaView } from "~/features/action-plan/focus-area.view.server";
import { FocusAreaForm } from "~/features/action-plan/focus-area-form";
import { planTitle } from "~/features/action-plan/plan-frame";
import { readYear } from "~/features/action-plan/plan-of-year";
import { requireYear } from "~/features/action-plan/require-plan.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The form of a focus area. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "action-plan.edit");
  const year = readYear(params.year);
  if (year === null) notFound();
  const today = todayIn(region.zone, systemClock());
  const { areas, view } = await withRegion(access, async (db) => ({
    areas: await focusAreaOptions(db, year),
    view: await focusAreaView(db, { year, id: params.focusArea ?? "", today }),
  }));
  if (!areas || !view) notFound();
  const { id, name, values, version } = view;
  return { areas, id, name, values, version, year, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, year } = await requireYear(request, params);
  const id = params.focusArea ?? "";
  const kept = await answerFocusAreaForm(await readForm(request), { access, year, id });
  if (!kept.ok) return kept.refusal;
  throw redirectWithToast(paths.focusArea(region.slug, year, kept.id), m.action_plan_focus_area_saved());
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.action_plan_edit_focus_area(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ year, id, name }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(year), to: paths.actionPlan(slug, year) },
    { label: name, to: paths.focusArea(slug, year, id) },
    { label: m.common_edit() },
  ],
};

export default function EditFocusArea() {
  const { areas, year, slug, id, values, version } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.action_plan_edit_focus_area()} sub={planTitle(year)} />
      <FocusAreaForm
        values={values}
        version={version}
        areas={areas}
        refused={refused}
        submit={m.action_plan_save_focus_area()}
        cancelTo={paths.focusArea(slug, year, id)}
      />
    </>
  );
}
