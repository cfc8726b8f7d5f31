import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { removeDraft } from "~/features/events/remove-draft.server";
import { requireEvent } from "~/features/events/require-event.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

export const handle: Handle<{ event: { id: string; title: string } }> = {
  crumb: ({ event }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: event.title, to: paths.event(slug, event.id) },
    { label: m.events_remove() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_remove()}: ${data?.event.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const event = await withRegion(access, (db) => eventFrame(db, eventId, new Date()));
  if (!event) notFound();
  return { event, region: { slug: region.slug } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const removed = await withRegion(access, (db) => removeDraft(db, { eventId }));
  if (removed.ok) throw redirectWithToast(paths.events(region.slug), m.events_removed({ title: removed.title }));
  return data({ refused: removed.reason }, { status: 409 });
}

export default function RemoveDraft() {
  const { event, region } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = paths.event(region.slug, event.id);
  if (refused || event.state !== "draft" || event.invited > 0)
    return (
      <>
        <PageHead title={m.events_remove()} sub={event.title} />
        <Note tone="warning" live={refused !== undefined} action={{ label: m.common_back(), to: back }}>
          {m.events_remove_known()}
        </Note>
      </>
    );
  return (
    <Confirm
      title={m.events_remove_title({ title: event.title })}
      level={1}
      tone="danger"
      action={
        <Form method="post">
          <Button variant="danger">{m.events_remove()}</Button>
        </Form>
      }
      cancel={{ label: m.events_remove_keep(), to: back }}
    >
      {m.events_remove_why()}
    </Confirm>
  );
}
