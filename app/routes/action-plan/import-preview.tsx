import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { answerActionPlan, previewActionPlan } from "~/features/documents/action-plan-import.server";
import { ActionPlanReviewPage } from "~/features/documents/action-plan-import-page";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** What an action plan on its way in would become, a verdict for each activity, and what a person must settle. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "action-plan.edit");
  const id = params.planImport;
  const preview = isUuid(id) ? await withRegion(access, (db) => previewActionPlan(db, id)) : null;
  if (!preview) notFound();
  return { preview, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "action-plan.edit");
  const id = params.planImport;
  if (!isUuid(id)) notFound();
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerActionPlan(db, id, form, { now: systemClock() }));
  if (answer.ok) {
    if (answer.done === "saved") {
      const { year, created, updated } = answer.result;
      return redirectWithToast(
        paths.actionPlan(region.slug, year),
        m.documents_ap_saved({ n: created + updated, year: String(year) }),
      );
    }
    if (answer.done === "chosen") return redirect(paths.actionPlanImport(region.slug, id));
    return redirectWithToast(paths.actionPlanImports(region.slug), m.documents_discarded());
  }
  if (answer.reason === "not-found") notFound();
  const words = {
    closed: m.documents_closed(),
    problems: m.documents_problems_title(),
    "plan-closed": m.action_plan_is_closed(),
    year: m.action_plan_year_wrong(),
  };
  return data(
    { reason: answer.reason, message: words[answer.reason] },
    { status: answer.reason === "year" ? 400 : 409 },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [loaded?.preview.fileName, m.action_plan_import(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ preview }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: m.action_plan_import(), to: paths.actionPlanImports(slug) },
    { label: preview.fileName },
  ],
};

export default function ActionPlanImport() {
  const { preview, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fileName, state, result, review } = preview;
  return (
    <>
      <PageHead title={fileName} sub={review ? m.documents_preview_sub() : undefined} />
      <div className="sv-stack">
        {refused && refused.reason !== "year" && (
          <Note tone="danger" live>
            {refused.message}
          </Note>
        )}
        {state === "discarded" && (
          <Note action={{ label: m.documents_again(), to: paths.actionPlanImports(slug) }}>
            {m.documents_discarded_why()}
          </Note>
        )}
        {result && (
          <>
            <Note tone="success">
              {m.documents_ap_saved({ n: result.created + result.updated, year: String(result.year) })}
            </Note>
            <div>
              <LinkButton to={paths.actionPlan(slug, result.year)} icon="table">
                {m.documents_ap_to_plan()}
              </LinkButton>
            </div>
          </>
        )}
        {review && (
          <ActionPlanReviewPage review={review} yearError={refused?.reason === "year" ? refused.message : null} />
        )}
      </div>
    </>
  );
}
