import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { receiveActionPlan, stageActionPlan } from "~/features/documents/action-plan-import.server";
import { ImportForm, type ImportProblem } from "~/features/documents/import-form";
import { ImportList } from "~/features/documents/import-list";
import { importsView } from "~/features/documents/imports.view.server";
import { receiveDocument } from "~/features/documents/receive-document.server";
import { receiveStatusReport } from "~/features/documents/receive-status-report.server";
import { stageImport } from "~/features/documents/stage-import.server";
import { stageStatusReport } from "~/features/documents/status-report-import.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { type FormValues, readForm, valuesOf } from "~/platform/http/forms.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

export const handle: Handle = { crumb: () => [{ label: m.documents_title() }] };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.documents_title()} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "import.run");
  const after = new URL(request.url).searchParams.get("after");
  const view = await withRegion(access, (db) => importsView(db, isUuid(after) ? after : null));
  return { ...view, region: { slug: region.slug, name: region.name, zone: region.zone } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "import.run");
  if (request.headers.has(tooLargeHeader)) {
    return refuse([{ field: "file", message: m.documents_too_large() }], {}, 413);
  }
  const form = await readForm(request);
  const received = await receiveDocument(form);
  if (!received.ok) {
    const report = await receiveStatusReport(form);
    if (report.ok) {
      await requireRegion(request, params.region, "reports.edit");
      const id = await withRegion(access, (db) => stageStatusReport(db, report));
      return redirect(paths.statusReportImport(region.slug, id));
    }
    const plan = await receiveActionPlan(form);
    if (!plan.ok) return refuse(received.problems, valuesOf(form), 400);
    const id = await withRegion(access, (db) => stageActionPlan(db, plan));
    return redirect(paths.actionPlanImport(region.slug, id));
  }
  const id = await withRegion(access, (db) => stageImport(db, received));
  return redirect(paths.import(region.slug, id));
}

function refuse(problems: ImportProblem[], values: FormValues, status: number) {
  return data({ problems, values }, { status });
}

export default function ImportPage() {
  const { region, imports, next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.documents_title()} sub={m.documents_sub()} />
      <div className="sv-stack">
        <ImportForm problems={refused?.problems ?? []} values={refused?.values ?? {}} />
        <ImportList slug={region.slug} zone={region.zone} imports={imports} next={next} />
      </div>
    </>
  );
}
