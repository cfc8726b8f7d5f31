import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { requireEvent } from "~/features/events/require-event.server";
import {
  approveRegistration,
  cancelRegistration,
  refuseRegistration,
} from "~/features/registrations/change-standing.server";
import { moveToFront } from "~/features/registrations/move-in-line.server";
import { RegistrationPanel } from "~/features/registrations/registration-panel";
import { registrationView } from "~/features/registrations/registrations.view.server";
import { sendLinkTo } from "~/features/registrations/send-registration-link.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";

export const handle: Handle<{ frame: { id: string; title: string }; view: { name: string } }> = {
  crumb: ({ frame, view }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.registrations_title(), to: paths.registrations(slug, frame.id) },
    { label: view.name },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.name ?? ""}: ${data?.frame.title ?? ""} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await registrationView(db, eventId, params.registration ?? ""),
    frame: await eventFrame(db, eventId, new Date()),
  }));
  if (!view || !frame) notFound();
  return { view, frame, region: { slug: region.slug, name: region.name } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const form = await readForm(request);
  const now = new Date();
  const intent = form.get("intent");
  const done = await withRegion(access, async (db) => {
    const view = await registrationView(db, eventId, params.registration ?? "");
    if (!view) notFound();
    const registrationId = view.id;
    if (intent === "front") return moveToFront(db, { registrationId });
    if (intent === "send") return sendLinkTo(db, { registrationId, now });
    if (intent === "approve") return (await approveRegistration(db, { registrationId, eventId, now })).ok;
    if (intent === "refuse") return (await refuseRegistration(db, { registrationId, eventId, now })).ok;
    return intent === "cancel" && (await cancelRegistration(db, { registrationId, by: "organiser", now })).ok;
  });
  if (!done) return data({ failed: true }, { status: 409 });
  const words = intent === "send" ? m.registrations_sent_again() : m.registrations_saved();
  return redirectWithToast(paths.registrationOf(region.slug, eventId, params.registration ?? ""), words);
}

export default function RegistrationOf() {
  const { view, frame, region } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  return (
    <>
      <EventHead event={frame} slug={region.slug} part="registrations" />
      {told?.failed && (
        <Note tone="danger" live>
          {m.registrations_own_not_now()}
        </Note>
      )}
      <RegistrationPanel view={view} back={paths.registrations(region.slug, frame.id)} />
    </>
  );
}
