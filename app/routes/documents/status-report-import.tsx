import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { EarlierImports, WordsForm } from "~/features/documents/import-form";
import { receiveStatusReport } from "~/features/documents/receive-status-report.server";
import { answerStatusReport, refusalWords, stageStatusReport } from "~/features/documents/status-report-import.server";
import { earlierReports, statusReportImport } from "~/features/documents/status-report-import.view.server";
import { StatusReportReviewPage } from "~/features/documents/status-report-review";
import { StatusReportSaved } from "~/features/documents/status-report-saved";
import { StatedSums } from "~/features/documents/status-report-stated";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A status report from Word or text: in, with a look before it becomes a round. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "reports.edit");
  const id = new URL(request.url).searchParams.get("import");
  if (id !== null && !isUuid(id)) notFound();
  const own = { slug: region.slug, name: region.name, zone: region.zone };
  if (id === null) return { region: own, earlier: await withRegion(access, earlierReports), found: null };
  const found = await withRegion(access, (db) => statusReportImport(db, id));
  if (!found) notFound();
  return { region: own, earlier: [], found };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "reports.edit");
  if (request.headers.has(tooLargeHeader))
    return refuse([{ field: "file", message: m.documents_too_large() }], { status: 413 });
  const id = new URL(request.url).searchParams.get("import");
  const form = await readForm(request);
  if (id === null) {
    const received = await receiveStatusReport(form);
    if (!received.ok) return refuse(received.problems, { status: 400, text: String(form.get("table") ?? "") });
    const staged = await withRegion(access, (db) => stageStatusReport(db, received));
    return redirect(paths.statusReportImport(region.slug, staged));
  }
  if (!isUuid(id)) notFound();
  const answer = await withRegion(access, (db) => answerStatusReport(db, id, form, systemClock()));
  if (answer.ok && answer.done === "discarded")
    return redirectWithToast(paths.statusReportImport(region.slug), m.documents_discarded());
  if (answer.ok) return redirect(paths.statusReportImport(region.slug, id));
  if (answer.reason === "not-found") notFound();
  const problem = { field: answer.reason === "period" ? "from" : "", message: refusalWords(answer) };
  return refuse([problem], { status: answer.reason === "period" ? 400 : 409 });
}

function refuse(
  problems: { field: string; message: string }[],
  { status, text = "" }: { status: number; text?: string },
) {
  return data({ problems, text }, { status });
}

export const handle: Handle<Loaded> = {
  crumb: ({ found }, slug) => [
    { label: m.reports_name(), to: paths.reports(slug) },
    { label: m.documents_sr_import(), ...(found && { to: paths.statusReportImport(slug) }) },
    ...(found ? [{ label: found.fileName }] : []),
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.found?.fileName, m.documents_sr_import(), data?.region.name, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function StatusReportImportPage() {
  const { region, earlier, found } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!found)
    return (
      <>
        <PageHead title={m.documents_sr_import()} sub={m.documents_sr_sub()} />
        <div className="sv-stack">
          <WordsForm
            problems={refused?.problems ?? []}
            file={{ label: m.documents_sr_file(), hint: m.documents_minutes_file_hint() }}
            pasted={{
              ...{ name: "table", label: m.documents_sr_pasted(), hint: m.documents_sr_pasted_hint() },
              value: refused?.text ?? "",
            }}
          />
          <EarlierImports zone={region.zone} imports={earlier} to={(id) => paths.statusReportImport(region.slug, id)} />
        </div>
      </>
    );
  const [problem] = refused?.problems ?? [];
  return (
    <>
      <PageHead title={found.fileName} sub={found.review ? m.documents_preview_sub() : undefined} />
      <div className="sv-stack">
        {problem && problem.field === "" && (
          <Note tone="danger" live>
            {problem.message}
          </Note>
        )}
        {found.review && (
          <StatusReportReviewPage
            slug={region.slug}
            review={found.review}
            periodError={problem?.field === "from" ? problem.message : null}
          />
        )}
        {found.result && <StatusReportSaved slug={region.slug} result={found.result} />}
        {found.stated && <StatedSums stated={found.stated} />}
        {found.state === "discarded" && (
          <Note action={{ label: m.documents_again(), to: paths.statusReportImport(region.slug) }}>
            {m.documents_discarded_why()}
          </Note>
        )}
      </div>
    </>
  );
}
