import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { languageOf } from "~/domain/regions/written-standard";
import { PlanDocumentPaper } from "~/features/documents/plan-document";
import { roundDocument } from "~/features/documents/round-document.server";
import { ReportCharts } from "~/features/reports/report-charts";
import { chartsOf } from "~/features/reports/report-page.view.server";
import { requireRound } from "~/features/reports/require-round.server";
import { roundContent } from "~/features/reports/round-content.view.server";
import { RoundHead } from "~/features/reports/round-head";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PrintButton } from "~/ui/print-button";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A whole report as it stands now, as it would be submitted. Its accounts are shown to those who may see them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, roles, round, facts, mayEdit } = await requireRound(request, params, "reports.see");
  const whole = await withRegion(access, (db) => roundContent(db, round.id));
  if (!whole) notFound();
  const content = can(roles, "accounts.see") ? whole : { ...whole, projects: [] };
  const language = languageOf[region.defaultStandard];
  const document = await roundDocument(content, {
    language,
    programme: region.programme,
    zone: region.zone,
    submitted: null,
  });
  return { facts, document, charts: chartsOf(content), mayEdit, region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.reports_tab_report(), data?.facts.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ facts }, slug) => [
    { label: m.reports_name(), to: paths.reports(slug) },
    { label: facts.name, to: paths.round(slug, facts.id) },
    { label: m.reports_tab_report() },
  ],
};

export default function WholeReport() {
  const { facts, document, charts, mayEdit, slug } = useLoaderData<typeof loader>();
  const isEmpty = document.parts.length === 0;
  return (
    <>
      <RoundHead
        {...{ round: facts, slug, tab: "report", mayEdit }}
        actions={
          !isEmpty && (
            <>
              <PrintButton>{m.reports_print()}</PrintButton>
              <LinkButton icon="download" reloadDocument to={paths.roundReportFile(slug, facts.id)}>
                {m.reports_word_file()}
              </LinkButton>
            </>
          )
        }
      />
      <div className="sv-stack">
        {isEmpty ? (
          <EmptyState icon="file" title={m.reports_empty_report()} why={m.reports_empty_report_why()} />
        ) : (
          <>
            <ReportCharts {...charts} />
            <PlanDocumentPaper document={document} inPage />
          </>
        )}
      </div>
    </>
  );
}
