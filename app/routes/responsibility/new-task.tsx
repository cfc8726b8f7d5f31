import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { answerTaskForm } from "~/features/responsibility/answer-task-form.server";
import { newTaskView } from "~/features/responsibility/task.view.server";
import { TaskForm } from "~/features/responsibility/task-form";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** The form of a new task; `?actor=` says whose it is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "responsibility.edit");
  const actor = new URL(request.url).searchParams.get("actor");
  const today = todayIn(region.zone, new Date());
  const view = await withRegion(access, (db) => newTaskView(db, { actor, today }));
  return { view, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "responsibility.edit");
  const form = await readForm(request);
  const result = await withRegion(access, (db) => answerTaskForm(db, null, form));
  if (result.ok)
    return redirectWithToast(paths.responsibilityRow(region.slug, result.id), m.responsibility_task_added());
  if (result.status === 404) notFound();
  return data(result.refusal, { status: result.status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.responsibility_task_new(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_, slug) => [
    { label: m.responsibility_title(), to: paths.responsibility(slug) },
    { label: m.responsibility_task_new() },
  ],
};

export default function NewTask() {
  const { view, slug } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.responsibility_task_new()} sub={m.responsibility_task_new_sub()} />
      <TaskForm view={view} refusal={refusal} cancelTo={paths.responsibility(slug)} />
    </>
  );
}
