import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerCaseForm } from "~/features/cases/answer-case-form.server";
import { bodyChoices } from "~/features/cases/body-choices.view.server";
import { caseFormView } from "~/features/cases/case.view.server";
import { CaseForm } from "~/features/cases/case-form";
import { requireCase } from "~/features/cases/require-case.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** A case, or a lettered item or bullet of one, to be changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, caseId, today, seen } = await requireCase(request, params, "cases.edit");
  const { form, bodies } = await withRegion(access, async (db) => ({
    form: await caseFormView(db, { id: caseId, maySee: await seen(db) }),
    bodies: await bodyChoices(db, today),
  }));
  if (!form) notFound();
  return { form, bodies: form.queued ? bodies : null, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, caseId, seen } = await requireCase(request, params, "cases.edit");
  const standing = await withRegion(access, async (db) => caseFormView(db, { id: caseId, maySee: await seen(db) }));
  if (!standing) notFound();
  const result = await answerCaseForm(await readForm(request), { access, id: caseId, part: standing.part });
  if (!result.ok) return result.refusal;
  const to = paths.case(region.slug, standing.rootId) + (standing.part ? `#${caseId}` : "");
  throw redirectWithToast(to, m.cases_saved());
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const handle: Handle<{ form: { title: string; rootId: string } }> = {
  crumb: ({ form }, slug) => [
    { label: m.cases_queue(), to: paths.cases(slug) },
    { label: form.title, to: paths.case(slug, form.rootId) },
    { label: m.cases_edit() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.cases_edit(), data?.form.title, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function EditCase() {
  const { form, bodies, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={form.part ? m.cases_edit_part() : m.cases_edit()} sub={form.title} />
      <CaseForm
        values={form.values}
        version={form.version}
        bodies={bodies}
        part={form.part}
        refused={refused}
        submit={m.cases_save()}
        cancelTo={paths.case(slug, form.rootId)}
      />
    </>
  );
}
