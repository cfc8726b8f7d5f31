import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerNetworkForm } from "~/features/networks/answer-network-form.server";
import { networkFormChoices } from "~/features/networks/network.view.server";
import { NetworkForm } from "~/features/networks/network-form";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** Somebody who may make networks: all, or those of her own actors. */
async function requireMaker(request: Request, slug: string | undefined) {
  const membership = await requireRegion(request, slug, "networks.see");
  const own = membership.roles.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
  return { ...(await requireRegion(request, slug, "networks.edit", { actorIds: own })), own };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, own } = await requireMaker(request, params.region);
  const choices = await withRegion(access, networkFormChoices);
  const limited = !can(roles, "networks.edit");
  // One who is limited to a single actor runs it with that one.
  const operatorIds = limited && own.length === 1 ? own : [];
  return { choices, limited, operatorIds, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, roles, access } = await requireMaker(request, params.region);
  const result = await answerNetworkForm(await readForm(request), { access, roles, id: null });
  if (!result.ok) return result.refusal;
  throw redirectWithToast(paths.network(region.slug, result.id), m.networks_made());
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.networks_new(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_loaded, slug) => [{ label: m.networks_title(), to: paths.networks(slug) }, { label: m.networks_new() }],
};

export default function NewNetwork() {
  const { choices, limited, operatorIds, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.networks_new()} sub={m.networks_new_lead()} />
      <NetworkForm
        fields={{ values: {}, operatorIds, areaIds: [], open: false, readStage: null }}
        refused={refused}
        choices={choices}
        limited={limited}
        submit={m.networks_make()}
        cancelTo={paths.networks(slug)}
      />
    </>
  );
}
