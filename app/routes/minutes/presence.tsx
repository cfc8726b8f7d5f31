import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerLiveForm } from "~/features/minutes/answer-live-form.server";
import { liveView } from "~/features/minutes/live.view.server";
import { dayShort } from "~/features/minutes/minutes-words";
import { PresencePage } from "~/features/minutes/presence-page";
import { requireMinutes } from "~/features/minutes/require-minutes.server";
import { listMembers } from "~/features/minutes/save-presence.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

export const handle: Handle<{ view: { body: { id: string; name: string }; minutes: { id: string; day: string } } }> = {
  crumb: ({ view }, slug) => [
    { label: view.body.name, to: paths.body(slug, view.body.id) },
    { label: dayShort(view.minutes.day), to: paths.agenda(slug, view.body.id, view.minutes.id) },
    { label: m.minutes_presence() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m.minutes_presence()}, ${data.view.body.name} – ${data.view.region.name} – Samvirk` : "Samvirk" },
];

/** Who comes, as it is told of before the meeting; once it has begun, its own page has that. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, minutes } = await requireMinutes(request, params, "minutes.write");
  if (!["planned", "agenda"].includes(minutes.state))
    return redirect(paths.live(region.slug, minutes.bodyId, minutes.id, "presence"));
  return { slug: region.slug, view: await withRegion(access, (db) => liveView(db, minutes)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, minutes, minutesId } = await requireMinutes(request, params, "minutes.write");
  const form = await readForm(request);
  const here = paths.presence(region.slug, minutes.bodyId, minutesId);
  if (form.get("intent") === "list") {
    await withRegion(access, (db) => listMembers(db, { minutesId }));
    return redirect(here);
  }
  if (form.get("intent") !== "presence" && !String(form.get("intent")).startsWith("unseat:")) notFound();
  const refusal = await withRegion(access, (db) => answerLiveForm(db, { form, minutesId, now: new Date() }));
  if (refusal?.reason === "not-found") notFound();
  return refusal ? data(refusal, { status: refusal.reason ? 409 : 400 }) : redirect(here);
}

export default function Presence() {
  const loaded = useLoaderData<typeof loader>();
  return <PresencePage {...loaded} refusal={useActionData<typeof action>() ?? null} />;
}
