import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { selectionOf } from "~/features/communications-plan/plan-query";
import { documentOfPlan } from "~/features/documents/document-of-plan.server";
import { PlanDocumentPaper } from "~/features/documents/plan-document";
import { DocumentOptions } from "~/features/documents/plan-document-options";
import { documentSearch } from "~/features/documents/plan-document-query";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PrintButton } from "~/ui/print-button";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A plan as a document to print, in the region's written standard; the address says which rows and parts. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { document, key, shown, total, query, standard, region } = await documentOfPlan(request, params);
  return { document, key, shown, total, query, standard, region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.document.title, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ document, key }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: document.title, to: paths.plan(slug, key) },
    { label: m.plan_document_crumb() },
  ],
  wide: true,
  rail: true,
};

export default function PlanAsDocument() {
  const { document, key, shown, total, query, standard, slug } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const selection = selectionOf(params);
  return (
    <div className="sv-docpage">
      <div className="sv-doc__bar sv-noprint">
        <LinkButton to={paths.plan(slug, key) + selection} variant="tertiary" icon="arrow-left">
          {m.plan_document_back()}
        </LinkButton>
        <div className="sv-doc__acts">
          <PrintButton />
          <LinkButton
            to={paths.planDocumentFile(slug, key) + documentSearch(params)}
            icon="download"
            reloadDocument
            download
          >
            {m.plan_document_word()}
          </LinkButton>
        </div>
      </div>
      {selection && (
        <div className="sv-noprint">
          <Note action={{ label: m.plan_document_whole(), to: paths.planDocument(slug, key) }}>
            {m.plan_document_selection({ n: shown, total })}
          </Note>
        </div>
      )}
      <DocumentOptions
        key={params.toString()}
        query={query}
        standard={standard}
        selection={new URLSearchParams(selection)}
      />
      <PlanDocumentPaper document={document} />
    </div>
  );
}
