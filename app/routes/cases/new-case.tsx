import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerCaseForm } from "~/features/cases/answer-case-form.server";
import { bodyChoices } from "~/features/cases/body-choices.view.server";
import { CaseForm } from "~/features/cases/case-form";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

/** A case for the queue of a body; `body` in the address chooses it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "cases.edit");
  const asked = new URL(request.url).searchParams.get("body") ?? "";
  const bodies = await withRegion(access, (db) => bodyChoices(db, todayIn(region.zone, new Date())));
  const chosen = bodies.find(({ value }) => value === asked) ?? (bodies.length === 1 ? bodies[0] : undefined);
  return { bodies, bodyId: chosen?.value ?? "", region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "cases.edit");
  const result = await answerCaseForm(await readForm(request), { access, id: null, part: false });
  if (!result.ok) return result.refusal;
  throw redirectWithToast(paths.case(region.slug, result.id), m.cases_made());
}

export const handle: Handle = {
  crumb: (_loaded, slug) => [{ label: m.cases_queue(), to: paths.cases(slug) }, { label: m.cases_new() }],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.cases_new(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function NewCase() {
  const { bodies, bodyId, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.cases_new()} sub={m.cases_new_lead()} />
      {bodies.length === 0 ? (
        <EmptyState icon="inbox" title={m.cases_no_bodies()} why={m.cases_no_bodies_why()} />
      ) : (
        <CaseForm
          values={{ bodyId }}
          version={0}
          bodies={bodies}
          part={false}
          refused={refused}
          submit={m.cases_make()}
          cancelTo={paths.cases(slug)}
        />
      )}
    </>
  );
}
