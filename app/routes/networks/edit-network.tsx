import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerNetworkForm } from "~/features/networks/answer-network-form.server";
import { networkFormChoices, networkToEdit } from "~/features/networks/network.view.server";
import { NetworkForm } from "~/features/networks/network-form";
import { requireNetwork } from "~/features/networks/require-network.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A network as it stands, to be changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, networkId } = await requireNetwork(request, params, "networks.edit");
  const loaded = await withRegion(access, async (db) => {
    const network = await networkToEdit(db, networkId);
    return network && { network, choices: await networkFormChoices(db) };
  });
  if (!loaded) notFound();
  return { ...loaded, limited: !can(roles, "networks.edit"), region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, roles, access, networkId } = await requireNetwork(request, params, "networks.edit");
  const result = await answerNetworkForm(await readForm(request), { access, roles, id: networkId });
  if (!result.ok) return result.refusal;
  throw redirectWithToast(paths.network(region.slug, networkId), m.networks_saved());
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [`${m.networks_edit()}: ${data?.network.name ?? ""}`, data?.region, "Samvirk"].filter(Boolean).join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ network }, slug) => [
    { label: m.networks_title(), to: paths.networks(slug) },
    { label: network.name, to: paths.network(slug, network.id) },
    { label: m.common_edit() },
  ],
};

export default function EditNetwork() {
  const { network, choices, limited, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.networks_edit()} sub={network.name} />
      <NetworkForm
        fields={network}
        refused={refused}
        choices={choices}
        limited={limited}
        submit={m.networks_save()}
        cancelTo={paths.network(slug, network.id)}
      />
    </>
  );
}
