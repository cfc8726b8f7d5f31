import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { focusAreaView } from "~/features/action-plan/focus-area.view.server";
import { FocusAreaPage } from "~/features/action-plan/focus-area-page";
import { removeFocusArea } from "~/features/action-plan/keep-focus-area.server";
import { moveActivity } from "~/features/action-plan/move-activity.server";
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
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One focus area: its text, how it is organised, paid and reported, and what is to be done. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "action-plan.see");
  const year = readYear(params.year);
  if (year === null) notFound();
  const today = todayIn(region.zone, systemClock());
  const view = await withRegion(access, (db) => focusAreaView(db, { year, id: params.focusArea ?? "", today }));
  if (!view) notFound();
  const mayEdit = can(roles, "action-plan.edit") && view.state !== "closed";
  const asked = new URL(request.url).searchParams.get("ask") === "remove" && mayEdit && view.mayRemove;
  return { view, year, mayEdit, asked, region: region.name, slug: region.slug };
}

/** Takes away one without measures; or moves an activity in its measure. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, year } = await requireYear(request, params);
  const form = await readForm(request);
  const moving = form.get("activity");
  if (isUuid(moving)) {
    await requireYear(request, { ...params, activity: moving });
    const by = form.get("by") === "1" ? 1 : -1;
    const moved = await withRegion(access, (db) => moveActivity(db, moving, { by }));
    if (!moved.ok && moved.reason === "not-found") notFound();
    if (!moved.ok) return data({ message: m.action_plan_is_closed() }, { status: 409 });
    const said = m.action_plan_moved({ name: moved.name || m.action_plan_unnamed(), place: moved.place });
    throw redirectWithToast(paths.focusArea(region.slug, year, params.focusArea ?? ""), said);
  }
  if (form.get("intent") !== "remove") notFound();
  const removed = await withRegion(access, (db) => removeFocusArea(db, params.focusArea ?? ""));
  if (removed.ok) throw redirectWithToast(paths.actionPlanAbout(region.slug, year), m.action_plan_focus_area_removed());
  if (removed.reason === "not-found") notFound();
  const message = removed.reason === "closed" ? m.action_plan_is_closed() : m.action_plan_focus_area_used();
  return data({ message }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: [loaded?.view.name, loaded && planTitle(loaded.year), loaded?.region, "Samvirk"].filter(Boolean).join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view, year }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(year), to: paths.actionPlan(slug, year) },
    { label: view.name },
  ],
};

export default function FocusArea() {
  const { view, year, mayEdit, asked, slug } = useLoaderData<typeof loader>();
  const here = paths.focusArea(slug, year, view.id);
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={view.name}
        sub={`${view.area} · ${planTitle(year)}`}
        actions={
          mayEdit && (
            <>
              {view.mayRemove && (
                <LinkButton to={`${here}?ask=remove`} variant="tertiary" icon="trash">
                  {m.action_plan_remove_focus_area()}
                </LinkButton>
              )}
              <LinkButton to={paths.editFocusArea(slug, year, view.id)} variant="secondary" icon="pencil">
                {m.action_plan_edit_focus_area()}
              </LinkButton>
              <LinkButton to={paths.newActivity(slug, year, view.id)} icon="plus">
                {m.action_plan_new_activity()}
              </LinkButton>
            </>
          )
        }
      />
      {refused && (
        <Note tone="danger" live>
          {refused.message}
        </Note>
      )}
      {asked && (
        <Confirm
          title={m.action_plan_remove_focus_area_ask({ name: view.name })}
          cancel={{ label: m.common_cancel(), to: here }}
          action={
            <Form method="post">
              <Button variant="danger" icon="trash" name="intent" value="remove">
                {m.action_plan_remove_focus_area()}
              </Button>
            </Form>
          }
        >
          <p>{m.action_plan_remove_focus_area_what()}</p>
        </Confirm>
      )}
      <FocusAreaPage view={view} slug={slug} mayEdit={mayEdit} />
    </>
  );
}
