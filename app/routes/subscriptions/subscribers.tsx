import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { type ShownList, shownLists } from "~/features/subscriptions/subscriber-words";
import { subscribersView } from "~/features/subscriptions/subscribers.view.server";
import { SubscribersPage } from "~/features/subscriptions/subscribers-page";
import { takeOff } from "~/features/subscriptions/take-off.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

const listOf = (asked: string | null): ShownList => shownLists.find((each) => each === asked) ?? "role";

/** Who gets a newsletter, for those who set it up. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "newsletters.edit");
  const { searchParams } = new URL(request.url);
  const asked = {
    id: params.newsletter ?? "",
    list: listOf(searchParams.get("list")),
    after: searchParams.get("after"),
    today: todayIn(region.zone, systemClock()),
    zone: region.zone,
  };
  const view = await withRegion(access, (db) => subscribersView(db, asked));
  return { view: view ?? notFound(), slug: region.slug, region: region.name };
}

/** Takes somebody off the newsletter who has asked for it in another way than by her link. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "newsletters.edit");
  const newsletterId = isUuid(params.newsletter) ? params.newsletter : notFound();
  const personId = (await readForm(request)).get("person");
  if (!isUuid(personId)) return notFound();
  const now = systemClock();
  const taken = await withRegion(access, (db) => takeOff(db, { newsletterId, personId, now }));
  if (!taken) return notFound();
  const list = listOf(new URL(request.url).searchParams.get("list"));
  const to = `${paths.subscribers(region.slug, newsletterId)}?list=${list}`;
  return redirectWithToast(to, m.subscriptions_taken_off({ name: taken.name }));
}

export const handle: Handle<{ view: { newsletter: { id: string; name: string } } }> = {
  crumb: ({ view }, slug) => [
    { label: m.newsletters_title(), to: paths.newsletters(slug) },
    { label: view.newsletter.name, to: paths.newsletterSettings(slug, view.newsletter.id) },
    { label: m.subscriptions_page() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.subscriptions_page(), data?.view.newsletter.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function Subscribers() {
  const { view, slug } = useLoaderData<typeof loader>();
  return <SubscribersPage view={view} slug={slug} />;
}
