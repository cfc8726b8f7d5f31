import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { can } from "~/domain/auth/permissions";
import { networkAttendance } from "~/features/attendance/over-time.view.server";
import { answerMemberForm } from "~/features/networks/answer-member-form.server";
import { memberChoices, networkView, withoutAddresses } from "~/features/networks/network.view.server";
import { NetworkPage } from "~/features/networks/network-page";
import { requireNetwork } from "~/features/networks/require-network.server";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Tag } from "~/ui/tag";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One network. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "networks.see");
  const now = new Date();
  const today = todayIn(region.zone, now);
  const loaded = await withRegion(access, async (db) => {
    const network = await networkView(db, { id: params.network ?? "", today, now });
    if (!network) return null;
    const subject = { actorIds: network.actorIds };
    const may = {
      edit: can(roles, "networks.edit", subject),
      gather: can(roles, "events.edit", subject),
      sayWho: can(roles, "actors.edit"),
    };
    if (!may.edit) network.members = withoutAddresses(network.members);
    const attended = await networkAttendance(db, { networkId: network.id, now });
    return { network, may, attended, choices: may.edit ? await memberChoices(db, today) : null };
  });
  if (!loaded) notFound();
  return { ...loaded, region: region.name, slug: region.slug };
}

/** Takes members in, or lets them go. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, networkId } = await requireNetwork(request, params, "networks.edit");
  const result = await answerMemberForm(await readForm(request), { access, networkId });
  if (!result.ok) return data(result.refused, { status: 400 });
  throw redirectWithToast(`${paths.network(region.slug, networkId)}#members`, result.done);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.network.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

/** Written into the page by the server; the browser loads it when it has the rest. */
const NetworkAttendancePanel = import.meta.env.SSR
  ? (await import("~/features/attendance/network-attendance")).default
  : lazy(() => import("~/features/attendance/network-attendance"));

export const handle: Handle<Loaded> = {
  crumb: ({ network }, slug) => [{ label: m.networks_title(), to: paths.networks(slug) }, { label: network.name }],
};

/** Where an error's field is, where its id is another than its name. */
const ids = (intent: string): Record<string, string> =>
  intent.startsWith("add-")
    ? { from: `${intent}-from`, last: `${intent}-last`, municipalities: "municipalities[]" }
    : { last: "end-last", members: "end-last" };

export default function Network() {
  const { network, may, attended, choices, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { id, stage } = network;
  return (
    <>
      <PageHead
        title={network.name}
        sub={network.operators.map((one) => (one.kind === "actor" ? one.name : one.words)).join(", ")}
        tag={stage && <Tag tone={stage.tone}>{stage.words}</Tag>}
        actions={
          <>
            {may.edit && (
              <LinkButton to={paths.editNetwork(slug, id)} variant="secondary" icon="pencil">
                {m.common_edit()}
              </LinkButton>
            )}
            {may.gather && network.proposable && (
              <LinkButton to={paths.networkProposals(slug, id)} variant="secondary" icon="calendar">
                {m.plan_propose_dates()}
              </LinkButton>
            )}
            {may.gather && (
              <LinkButton to={paths.newGathering(slug, id)} icon="plus">
                {m.networks_new_gathering()}
              </LinkButton>
            )}
          </>
        }
      />
      {refused && <FormProblems errors={refused.errors} ids={ids(refused.intent)} />}
      <NetworkPage
        network={network}
        slug={slug}
        may={may}
        choices={choices}
        refused={refused}
        attendance={
          attended.length > 0 && (
            <Suspense>
              <NetworkAttendancePanel gatherings={attended} network={id} slug={slug} />
            </Suspense>
          )
        }
      />
    </>
  );
}
