import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { answerImport } from "~/features/documents/answer-import.server";
import { errorsByField } from "~/features/documents/import-form";
import { previewImport } from "~/features/documents/import-preview.view.server";
import { ImportOutcome, savedWords } from "~/features/documents/import-result";
import { ImportReview } from "~/features/documents/import-review";
import { ImportCounts, ImportTables, MissingRows } from "~/features/documents/import-tables";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm, valuesOf } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Tag } from "~/ui/tag";

type Loaded = { preview: { fileName: string } };

export const handle: Handle<Loaded> = {
  crumb: ({ preview }, slug) => [{ label: m.documents_title(), to: paths.imports(slug) }, { label: preview.fileName }],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.preview.fileName ?? ""} – ${m.documents_title()} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "import.run");
  const id = params.import;
  const preview = isUuid(id) ? await withRegion(access, (db) => previewImport(db, id)) : null;
  if (!preview) notFound();
  return { preview, region: { slug: region.slug, name: region.name } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "import.run");
  const { import: id } = params;
  if (!isUuid(id)) notFound();
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerImport(db, id, form, { now: systemClock() }));
  if (answer.ok) {
    const page = paths.import(region.slug, id);
    if (answer.done === "saved") return redirectWithToast(page, savedWords(answer.result));
    if (answer.done === "chosen") return redirect(page);
    return redirectWithToast(paths.imports(region.slug), m.documents_discarded());
  }
  if (answer.reason === "not-found") notFound();
  const status = answer.reason === "closed" ? 409 : 400;
  return data({ reason: answer.reason, field: answer.field, values: valuesOf(form) }, { status });
}

export default function ImportPreviewPage() {
  const { preview, region } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fileName, state, result, problems, moreProblems, counts, tables, missing } = preview;
  const wrongYears = refused?.field ? [{ field: refused.field, message: m.documents_years_wrong() }] : [];
  return (
    <>
      <PageHead
        title={fileName}
        sub={state === "staged" ? m.documents_preview_sub() : result && savedWords(result)}
        tag={state === "discarded" ? <Tag>{m.documents_state_discarded()}</Tag> : undefined}
      />
      <div className="sv-stack">
        {refused?.reason === "closed" && (
          <Note tone="warning" title={m.documents_closed()} live>
            {m.documents_closed_why()}
          </Note>
        )}
        {state === "discarded" && (
          <Note action={{ label: m.documents_again(), to: paths.imports(region.slug) }}>
            {m.documents_discarded_why()}
          </Note>
        )}
        {state === "saved" && result && <ImportOutcome slug={region.slug} result={result} />}
        {state === "staged" && (
          <>
            <ImportCounts counts={counts} />
            {problems.length > 0 && (
              <Note tone="danger" title={m.documents_problems_title()}>
                <ul>
                  {problems.map((problem) => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
                {moreProblems > 0 && <p>{m.documents_more_problems({ n: moreProblems })}</p>}
              </Note>
            )}
            <ImportReview preview={preview} values={refused?.values ?? {}} errors={errorsByField(wrongYears)} />
            <ImportTables tables={tables} />
            <MissingRows missing={missing} />
          </>
        )}
      </div>
    </>
  );
}
