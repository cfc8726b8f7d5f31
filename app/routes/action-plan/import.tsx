import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { receiveActionPlan, stageActionPlan } from "~/features/documents/action-plan-import.server";
import { WordsForm } from "~/features/documents/import-form";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm, valuesOf } from "~/platform/http/forms.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** Takes an action plan as a text file or pasted, and shows what it would become. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region } = await requireRegion(request, params.region, "action-plan.edit");
  return { region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "action-plan.edit");
  if (request.headers.has(tooLargeHeader))
    return data({ problems: [{ field: "file", message: m.documents_too_large() }], values: {} }, { status: 413 });
  const form = await readForm(request);
  const received = await receiveActionPlan(form);
  if (!received.ok) return data({ problems: received.problems, values: valuesOf(form) }, { status: 400 });
  const id = await withRegion(access, (db) => stageActionPlan(db, received));
  return redirect(paths.actionPlanImport(region.slug, id));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.action_plan_import(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.action_plan_name(), to: paths.actionPlans(slug) }, { label: m.action_plan_import() }],
};

export default function ImportActionPlan() {
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.documents_ap_title()} sub={m.documents_ap_sub()} />
      <WordsForm
        problems={refused?.problems ?? []}
        file={{ label: m.documents_file(), hint: m.documents_ap_file_hint(), sheet: true }}
        pasted={{
          ...{ name: "table", label: m.documents_ap_pasted(), hint: m.documents_ap_pasted_hint(), rows: 10 },
          value: (refused?.values as Record<string, string> | undefined)?.table,
        }}
      />
    </>
  );
}
