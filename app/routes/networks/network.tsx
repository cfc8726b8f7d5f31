import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { NetworkPage } from "~/features/networks/network-page";
import { networkDetail } from "~/features/networks/networks.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One network. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "networks.see");
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const network = await withRegion(access, (db) => networkDetail(db, { id: params.network ?? "", today }));
  if (!network) notFound();
  return { network, region: region.name };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.network.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ network }, slug) => [{ label: m.networks_title(), to: paths.networks(slug) }, { label: network.name }],
};

export default function Network() {
  const { network } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={network.name} sub={network.operators} />
      <NetworkPage network={network} />
    </>
  );
}
