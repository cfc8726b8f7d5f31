import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { activityView } from "~/features/action-plan/activity.view.server";
import { removeActivity } from "~/features/action-plan/keep-activity.server";
import { readYear } from "~/features/action-plan/plan-of-year";
import { requireYear } from "~/features/action-plan/require-plan.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Note } from "~/ui/note";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** Asks before an activity is taken out of its plan. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "action-plan.edit");
  const year = readYear(params.year);
  const id = params.activity ?? "";
  if (year === null) notFound();
  const today = todayIn(region.zone, systemClock());
  const view = await withRegion(access, (db) => activityView(db, { year, id, today, zone: region.zone, roles }));
  if (!view) notFound();
  const { row, mayRemove } = view;
  return { id, year, name: row.name, version: row.version, mayRemove, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, year } = await requireYear(request, params);
  const version = readVersion((await readForm(request)).get("version"));
  const removed = await withRegion(access, (db) => removeActivity(db, { id: params.activity ?? "", version }));
  if (removed.ok) throw redirectWithToast(paths.actionPlan(region.slug, year), m.action_plan_activity_removed());
  if (removed.reason === "not-found") notFound();
  const words = {
    closed: m.action_plan_is_closed(),
    used: m.action_plan_activity_used(),
    "changed-meanwhile": m.common_changed_meanwhile(),
  };
  return data({ message: words[removed.reason] }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.action_plan_remove(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ id, year, name }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(year), to: paths.actionPlan(slug, year) },
    { label: name, to: paths.activity(slug, year, id) },
    { label: m.action_plan_remove() },
  ],
};

export default function RemoveActivity() {
  const { id, year, name, version, mayRemove, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = { label: m.common_cancel(), to: paths.activity(slug, year, id) };
  return (
    <div className="sv-stack">
      {(refused || !mayRemove) && (
        <Note tone="danger" live>
          {refused?.message ?? m.action_plan_activity_used()}
        </Note>
      )}
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <Confirm
          level={1}
          title={m.action_plan_remove_ask()}
          tone="danger"
          action={
            mayRemove && (
              <Button variant="danger" icon="trash">
                {m.action_plan_remove()}
              </Button>
            )
          }
          cancel={back}
        >
          {m.action_plan_remove_what({ name })}
        </Confirm>
      </Form>
    </div>
  );
}
