import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addDays } from "~/domain/shared/days";
import { parseTiming } from "~/domain/timing";
import { answerProposalsForm } from "~/features/events/answer-proposals-form.server";
import { proposalSpan } from "~/features/events/proposal-span";
import { ProposalsPage } from "~/features/events/proposals-page";
import { proposeDates } from "~/features/events/propose-dates.view.server";
import { networkToPropose } from "~/features/networks/network-cadence.view.server";
import { requireNetwork } from "~/features/networks/require-network.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** Days for the gatherings of a network, for a year ahead. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, networkId } = await requireNetwork(request, params, "events.edit");
  const today = todayIn(region.zone, new Date());
  const span = proposalSpan(new URL(request.url).searchParams, {
    today,
    otherwise: { from: today, to: addDays(today, 365) },
  });
  const loaded = await withRegion(access, async (db) => {
    const network = await networkToPropose(db, networkId);
    if (!network) return null;
    const of = { planRowId: null, networkId, timing: parseTiming(network.form, span) };
    return { network, view: await proposeDates(db, { of, title: network.name, whom: network.whom, span, today }) };
  });
  if (!loaded) notFound();
  return { ...loaded, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, roles, personId, region, networkId } = await requireNetwork(request, params, "events.edit");
  const answer = await answerProposalsForm(await readForm(request), {
    ...{ access, roles, personId, zone: region.zone, now: new Date() },
    ...{ planRowId: null, networkId, description: "" },
  });
  if (!answer.ok) return data(answer.refused, { status: 400 });
  return redirectWithToast(`${paths.network(region.slug, networkId)}#gatherings`, answer.done);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.plan_propose_dates(), loaded?.network.name, loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ network }, slug) => [
    { label: m.networks_title(), to: paths.networks(slug) },
    { label: network.name, to: paths.network(slug, network.id) },
    { label: m.plan_propose_dates() },
  ],
};

export default function NetworkProposals() {
  const { view, network, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={m.plan_propose_dates()}
        sub={[network.name, network.form && `«${network.form}»`].filter(Boolean).join(" · ")}
      />
      <ProposalsPage
        {...{ view, refused }}
        kind="network_gathering"
        options={null}
        actorId=""
        cancelTo={paths.network(slug, network.id)}
      />
    </>
  );
}
