import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { makeRound } from "~/features/reports/make-round.server";
import { formFor, newRoundView } from "~/features/reports/new-round.view.server";
import { NewRoundForm } from "~/features/reports/new-round-form";
import { newRoundSchema } from "~/features/reports/round-forms.schema";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** A new round, of the kind of the address; its period follows the last of its kind. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "reports.edit");
  const view = await withRegion(access, (db) => newRoundView(db, todayIn(region.zone, systemClock())));
  return { view, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "reports.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, newRoundSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const input = parsed.value;
  const made = await withRegion(access, async (db) =>
    makeRound(db, { ...input, form: await formFor(db, input.previousId) }),
  );
  if (made.ok) throw redirectWithToast(paths.round(region.slug, made.id), m.reports_made({ n: made.rows }));
  if (made.reason === "taken")
    return data(refuse(form, { from: m.reports_period_taken({ name: made.name }) }), { status: 409 });
  const fields = {
    period: { to: m.reports_period_backwards() },
    dates: { rowsBy: m.reports_rows_after_submit() },
    "plan-gone": { planId: m.reports_plan_gone() },
    "previous-gone": { previousId: m.reports_previous_gone() },
  };
  return data(refuse(form, fields[made.reason]), { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.reports_new(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.reports_name(), to: paths.reports(slug) }, { label: m.reports_new() }],
};

export default function NewRound() {
  const { view, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [params] = useSearchParams();
  const wanted = refused?.values.kind ?? params.get("kind");
  const proposal =
    view.proposals.find(({ kind }) => kind === wanted) ?? view.proposals.find(({ kind }) => kind === view.kind);
  if (!proposal) return null;
  return (
    <>
      <PageHead title={m.reports_new()} sub={m.reports_new_sub()} />
      <NewRoundForm
        key={proposal.kind}
        view={view}
        slug={slug}
        kind={proposal.kind}
        values={refused?.values ?? proposal}
        errors={refused?.errors ?? {}}
      />
    </>
  );
}
