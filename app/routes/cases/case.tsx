import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerCasePage } from "~/features/cases/answer-case-page.server";
import { caseFormView, caseView } from "~/features/cases/case.view.server";
import { CasePage, type CaseRefusal, HiddenCase } from "~/features/cases/case-page";
import { requireCase } from "~/features/cases/require-case.server";
import { CaseReport } from "~/features/reports/case-panel";
import { reportOfCase } from "~/features/reports/round-cases.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";

/** A case of a body. A lettered item or bullet is shown on the page of its case. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, caseId, today, seen } = await requireCase(request, params, "bodies.see");
  const slug = region.slug;
  const { view, report } = await withRegion(access, async (db) => ({
    view: await caseView(db, { id: caseId, maySee: await seen(db), slug, today }),
    report: can(roles, "reports.see") ? await reportOfCase(db, caseId, region.zone) : null,
  }));
  if (!view) notFound();
  if (view.is === "part") throw redirect(`${paths.case(slug, view.within)}#${caseId}`);
  const title = view.is === "hidden" ? m.cases_closed() : view.case.title;
  return { view, report, title, mayEdit: can(roles, "cases.edit"), today, region: region.name, slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, caseId, seen } = await requireCase(request, params, "cases.edit");
  const oversized = request.headers.has(tooLargeHeader);
  const form = oversized ? new FormData() : await readForm(request);
  const standing = await withRegion(access, async (db) => caseFormView(db, { id: caseId, maySee: await seen(db) }));
  if (!standing) notFound();
  if (oversized) {
    const problems = [{ field: "files", message: m.papers_body_too_large() }];
    return data<CaseRefusal>({ papers: { problems, values: {} } }, { status: 413 });
  }
  const answered = await answerCasePage(form, { access, caseId, slug: region.slug });
  if (answered.ok) return redirectWithToast(answered.to ?? paths.case(region.slug, caseId), answered.said);
  if (answered.status === 404) notFound();
  return data<CaseRefusal>(answered.refusal, { status: answered.status });
}

export const handle: Handle<{ title: string }> = {
  crumb: ({ title }, slug) => [{ label: m.cases_queue(), to: paths.cases(slug) }, { label: title }],
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [loaded?.title, m.cases_case(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function Case() {
  const { view, report, slug, today, mayEdit } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (view.is === "hidden") return <HiddenCase hidden={view.hidden} />;
  const about = report && <CaseReport report={report} slug={slug} />;
  return <CasePage view={view} slug={slug} today={today} mayEdit={mayEdit} refused={refused} about={about} />;
}
