import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf } from "~/domain/regions/written-standard";
import { PlanDocumentPaper } from "~/features/documents/plan-document";
import { roundDocument } from "~/features/documents/round-document.server";
import { ReportCharts } from "~/features/reports/report-charts";
import { chartsOf, submittedVersions } from "~/features/reports/report-page.view.server";
import { requireSubmission } from "~/features/reports/require-submission.server";
import { submittedWords, VersionChanges } from "~/features/reports/version-parts";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { PrintButton } from "~/ui/print-button";
import { Tag } from "~/ui/tag";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A report as it was submitted, frozen, with what it says otherwise than the version before. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, facts, content, version, changes } = await requireSubmission(request, params);
  const [newest] = await withRegion(access, (db) => submittedVersions(db, facts.id));
  const { number, by, reason, day } = version;
  const document = await roundDocument(content, {
    ...{ language: languageOf[region.defaultStandard], programme: region.programme, zone: region.zone },
    submitted: { number, by, reason, day },
  });
  return {
    ...{ facts, version, changes, document, charts: chartsOf(content), newest: newest?.number ?? number },
    ...{ region: region.name, slug: region.slug },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && m.reports_version_n({ number: data.version.number }), data?.facts.name, data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ facts, version }, slug) => [
    { label: m.reports_name(), to: paths.reports(slug) },
    { label: facts.name, to: paths.round(slug, facts.id) },
    { label: m.reports_tab_submit(), to: paths.submitRound(slug, facts.id) },
    { label: m.reports_version_n({ number: version.number }) },
  ],
};

export default function ReportVersion() {
  const { facts, version, changes, document, charts, newest, slug } = useLoaderData<typeof loader>();
  const { number, reason } = version;
  return (
    <>
      <PageHead
        title={facts.name}
        sub={[m.reports_version_n({ number }), submittedWords(version)].join(" · ")}
        tag={
          <Tag tone="success" icon="check">
            {m.reports_submitted()}
          </Tag>
        }
        actions={
          <>
            <PrintButton>{m.reports_print()}</PrintButton>
            <LinkButton icon="download" reloadDocument to={paths.submissionFile(slug, facts.id, number)}>
              {m.reports_word_file()}
            </LinkButton>
          </>
        }
      />
      <div className="sv-stack">
        {newest > number ? (
          <Note
            {...{ tone: "warning", title: m.reports_newer() }}
            action={{ label: m.reports_see_newest({ number: newest }), to: paths.submission(slug, facts.id, newest) }}
          >
            {m.reports_frozen_version()}
          </Note>
        ) : (
          <Note {...(reason && { title: `${m.reports_reason()}: ${reason}` })}>{m.reports_frozen_version()}</Note>
        )}
        {changes && <VersionChanges changes={changes} number={number} />}
        <ReportCharts {...charts} />
        <PlanDocumentPaper document={document} inPage />
      </div>
    </>
  );
}
