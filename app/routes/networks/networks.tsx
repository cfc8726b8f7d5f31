import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { instantToLocal } from "~/domain/shared/local-time";
import { NetworkTable } from "~/features/networks/network-table";
import { networksView } from "~/features/networks/networks.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";

/** The region's register of networks. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "networks.see");
  const after = new URL(request.url).searchParams.get("after");
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const view = await withRegion(access, (db) => networksView(db, { after, today }));
  return { ...view, region: region.name, slug: region.slug, mayImport: can(roles, "import.run") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.networks_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.networks_title() }] };

export default function Networks() {
  const { networks, total, next, slug, mayImport } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.networks_title()} sub={total > 0 && m.networks_count({ n: total })} />
      {networks.length === 0 ? (
        <EmptyState
          icon="network"
          title={m.networks_none()}
          why={mayImport ? m.networks_none_why() : m.networks_none_wait()}
          action={
            mayImport && (
              <LinkButton to={paths.imports(slug)} icon="import">
                {m.networks_import()}
              </LinkButton>
            )
          }
        />
      ) : (
        <NetworkTable networks={networks} slug={slug} />
      )}
      {next && (
        <ShowMore
          to={`${paths.networks(slug)}?after=${next}`}
          label={m.common_next_50()}
          shown={m.networks_shown({ shown: networks.length, n: total })}
        />
      )}
    </>
  );
}
