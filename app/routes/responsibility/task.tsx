import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { answerTaskForm } from "~/features/responsibility/answer-task-form.server";
import { taskView } from "~/features/responsibility/task.view.server";
import { TaskForm } from "~/features/responsibility/task-form";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A task as it stands, to be changed or removed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "responsibility.edit");
  const today = todayIn(region.zone, new Date());
  const view = await withRegion(access, (db) => taskView(db, { id: params.task ?? "", today }));
  if (!view) notFound();
  return { view, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "responsibility.edit");
  const form = await readForm(request);
  const result = await withRegion(access, (db) => answerTaskForm(db, params.task ?? "", form));
  if (result.ok && result.done === "removed")
    return redirectWithToast(paths.responsibility(region.slug), m.responsibility_task_removed());
  if (result.ok)
    return redirectWithToast(paths.responsibilityRow(region.slug, result.id), m.responsibility_task_saved());
  if (result.status === 404) notFound();
  return data(result.refusal, { status: result.status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.view.task.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [
    { label: m.responsibility_title(), to: paths.responsibility(slug) },
    { label: view.task.name, to: paths.responsibilityRow(slug, view.task.id) },
    { label: m.common_edit() },
  ],
};

export default function Task() {
  const { view, slug } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.responsibility_task_edit()} sub={view.task.name} />
      <TaskForm view={view} refusal={refusal} cancelTo={paths.responsibilityRow(slug, view.task.id)} />
    </>
  );
}
