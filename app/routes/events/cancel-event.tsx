import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { cancelView } from "~/features/events/cancel.view.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { requireEvent } from "~/features/events/require-event.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";

export const handle: Handle<{ event: { id: string; title: string } }> = {
  crumb: ({ event }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: event.title, to: paths.event(slug, event.id) },
    { label: m.events_cancel() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_cancel_title({ title: data?.event.title ?? "" })} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const event = await withRegion(access, (db) => cancelView(db, eventId));
  if (!event || event.state === "cancelled") notFound();
  return { event, region: { slug: region.slug } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const result = await withRegion(access, async (db) => {
    if (!(await cancelView(db, eventId))) notFound();
    return cancelEvent(db, { eventId, now: new Date() });
  });
  if (!result.ok) return data(null, { status: 409 });
  return redirectWithToast(paths.event(region.slug, eventId), m.events_cancelled());
}

export default function CancelEvent() {
  const { event, region } = useLoaderData<typeof loader>();
  return (
    <Confirm
      title={m.events_cancel_title({ title: event.title })}
      level={1}
      tone="danger"
      action={
        <Form method="post">
          <Button variant="danger">
            {event.told > 0 ? m.events_cancel_button({ n: event.told }) : m.events_cancel_only()}
          </Button>
        </Form>
      }
      cancel={{ label: m.events_keep(), to: paths.event(region.slug, event.id) }}
    >
      {event.told > 0 ? m.events_cancel_why({ n: event.told }) : m.events_cancel_nobody()}
    </Confirm>
  );
}
