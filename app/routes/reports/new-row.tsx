import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { todayIn } from "~/features/regions/today";
import { newRowView } from "~/features/reports/new-row.view.server";
import { NewRowForm } from "~/features/reports/new-row-form";
import { requireRound } from "~/features/reports/require-round.server";
import { newRowSchema } from "~/features/reports/round-forms.schema";
import { addRow } from "~/features/reports/rows-by-hand.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A row that is added to a round by hand. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, facts } = await requireRound(request, params, "reports.edit");
  const asked = { roundId: facts.id, today: todayIn(region.zone, systemClock()) };
  return {
    view: facts.state === "submitted" ? null : await withRegion(access, (db) => newRowView(db, asked)),
    ...{ facts, region: region.name, slug: region.slug },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, round } = await requireRound(request, params, "reports.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, newRowSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const today = todayIn(region.zone, systemClock());
  const added = await withRegion(access, (db) => addRow(db, { ...parsed.value, roundId: round.id, today }));
  if (added.ok) throw redirectWithToast(paths.reportRow(region.slug, round.id, added.id), m.reports_row_added());
  if (added.reason === "not-found") notFound();
  const refusals = {
    frozen: [{ form: m.reports_frozen() }, 409],
    taken: [{ activity: m.reports_row_taken() }, 409],
    nameless: [{ activity: m.reports_row_nameless() }, 400],
    "owner-gone": [{ ownerId: m.action_plan_owner_gone() }, 400],
    "activity-gone": [{ activityId: m.reports_activity_gone() }, 400],
  } as const;
  const [errors, status] = refusals[added.reason];
  return data(refuse(form, errors), { status });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.reports_row_new(), loaded?.facts.name, loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ facts }, slug) => [
    { label: m.reports_name(), to: paths.reports(slug) },
    { label: facts.name, to: paths.round(slug, facts.id) },
    { label: m.reports_row_new() },
  ],
};

export default function NewRow() {
  const { view, facts, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.reports_row_new()} sub={facts.name} />
      {view ? (
        <NewRowForm view={view} back={paths.round(slug, facts.id)} refused={refused} />
      ) : (
        <Note>{m.reports_frozen_note()}</Note>
      )}
    </>
  );
}
