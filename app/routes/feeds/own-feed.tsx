import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openFeedAddress, ownFeedAddress } from "~/features/feeds/feed-address.server";
import { ownFeedView } from "~/features/feeds/feeds.view.server";
import { makeFeed } from "~/features/feeds/make-feed.server";
import { OwnFeedPage } from "~/features/feeds/own-feed-page";
import { revokeFeed } from "~/features/feeds/revoke-feed.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** Everybody who has a role here may have a feed of her own. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, personId } = await requireRegion(request, params.region, "overview.see");
  const view = await withRegion(access, (db) => ownFeedView(db, { personId, now: new Date() }));
  const { slug, name, zone } = region;
  return { ...view, slug, name, zone, open: openFeedAddress(slug) };
}

/** Makes her feed, in place of the one before, or takes it back. The address is in this answer alone. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, personId } = await requireRegion(request, params.region, "overview.see");
  const intent = (await readForm(request)).get("intent");
  const now = new Date();
  if (intent === "make") {
    const token = await withRegion(access, (db) => makeFeed(db, { personId, now }));
    return data({ address: ownFeedAddress(region.slug, token) });
  }
  if (intent !== "revoke") notFound();
  await withRegion(access, (db) => revokeFeed(db, { personId, now }));
  return redirectWithToast(paths.ownFeed(region.slug), m.feeds_revoked());
}

export const handle: Handle = { crumb: () => [{ label: m.feeds_title() }] };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.feeds_title()} – ${loaded?.name ?? ""} – Samvirk` },
];

export default function OwnFeed() {
  const { slug, name, ...view } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.feeds_title()} sub={m.feeds_sub()} />
      <OwnFeedPage {...view} slug={slug} region={name} address={made?.address ?? null} />
    </>
  );
}
