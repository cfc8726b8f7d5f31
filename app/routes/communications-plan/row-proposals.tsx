import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { periodTitle } from "~/features/communications-plan/period-title";
import { rowToPropose } from "~/features/communications-plan/plan-row.view.server";
import { answerProposalsForm } from "~/features/events/answer-proposals-form.server";
import { organiserOptions } from "~/features/events/choose-organiser.server";
import { proposalSpan } from "~/features/events/proposal-span";
import { ProposalsPage } from "~/features/events/proposals-page";
import { proposeDates } from "~/features/events/propose-dates.view.server";
import { requireEventMaker } from "~/features/events/require-event.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { forbidden, notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** Somebody who may make events, and the row the address names. */
async function requireRow({ request, params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const membership = await requireEventMaker(request, params.region);
  if (!can(membership.roles, "plan.see")) forbidden();
  const now = new Date();
  const today = todayIn(membership.region.zone, now);
  const asked = { key: params.period ?? "", id: params.row ?? "", today };
  const row = await withRegion(membership.access, (db) => rowToPropose(db, asked));
  if (!row) notFound();
  return { ...membership, row, now, today };
}

/** Days for the times of a row. */
export async function loader(args: LoaderFunctionArgs) {
  const { access, roles, region, row, today } = await requireRow(args);
  const last = [row.period.to, ...row.slots.map(({ to }) => to)].sort().at(-1) ?? row.period.to;
  const span = proposalSpan(new URL(args.request.url).searchParams, {
    today,
    otherwise: { from: row.period.from, to: last },
  });
  const { slots, whom, cells } = row;
  const loaded = await withRegion(access, async (db) => ({
    options: await organiserOptions(db, roles),
    view: await proposeDates(db, {
      of: { planRowId: row.id, networkId: null, slots: row.planState === "closed" ? [] : slots },
      ...{ title: cells.channel.slice(0, 200), whom, span, today },
    }),
  }));
  const only = loaded.options.limited && loaded.options.actors.length === 1 ? loaded.options.actors[0] : undefined;
  return { ...loaded, row, actorId: only?.value ?? "", region: region.name, slug: region.slug };
}

export async function action(args: ActionFunctionArgs) {
  const { access, roles, personId, region, row, now } = await requireRow(args);
  const form = await readForm(args.request);
  if (row.planState === "closed") notFound();
  const answer = await answerProposalsForm(form, {
    ...{ access, roles, personId, zone: region.zone, now },
    ...{ planRowId: row.id, networkId: null, description: row.cells.goal },
  });
  if (!answer.ok) return data(answer.refused, { status: 400 });
  return redirectWithToast(paths.planRow(region.slug, row.key, row.id), answer.done);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.plan_propose_dates(), loaded?.row.cells.channel, loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ row }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(row.period), to: paths.plan(slug, row.key) },
    { label: row.cells.channel, to: paths.planRow(slug, row.key, row.id) },
    { label: m.plan_propose_dates() },
  ],
};

export default function RowProposals() {
  const { view, options, row, actorId, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={m.plan_propose_dates()}
        sub={[row.cells.channel, row.cells.timing && `«${row.cells.timing}»`].filter(Boolean).join(" · ")}
      />
      {row.planState === "closed" && <Note>{m.plan_closed_note()}</Note>}
      <ProposalsPage
        {...{ view, options, actorId, refused }}
        kind={row.kind}
        cancelTo={paths.planRow(slug, row.key, row.id)}
      />
    </>
  );
}
