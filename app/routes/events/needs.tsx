import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askNeeds } from "~/features/events/ask-needs.server";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { needsView } from "~/features/events/needs.view.server";
import { NeedsPage } from "~/features/events/needs-page";
import { requireEvent } from "~/features/events/require-event.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PrintButton } from "~/ui/print-button";

export const handle: Handle<{ frame: { id: string; title: string } }> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.events_needs_list() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_needs_list()}: ${data?.frame.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const now = new Date();
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await needsView(db, eventId),
    frame: await eventFrame(db, eventId, now),
  }));
  if (!view || !frame) notFound();
  return { view, frame, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const asks = (await readForm(request)).get("asks") === "yes";
  await withRegion(access, (db) => askNeeds(db, { eventId, asks }));
  throw redirectWithToast(paths.needs(region.slug, eventId), asks ? m.events_needs_asks() : m.events_needs_asks_not());
}

export default function Needs() {
  const { view, frame, slug } = useLoaderData<typeof loader>();
  return (
    <>
      <EventHead event={frame} slug={slug} part="answers" actions={view.rows.length > 0 && <PrintButton />} />
      <p className="sv-lead">{m.events_needs_lead()}</p>
      <NeedsPage view={view} />
    </>
  );
}
