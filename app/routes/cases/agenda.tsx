import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { AgendaPage } from "~/features/cases/agenda-page";
import { answerAgendaForm } from "~/features/cases/answer-agenda-form.server";
import { meetingView } from "~/features/cases/meeting.view.server";
import { meetingTitle } from "~/features/cases/meeting-head";
import { requireMeeting } from "~/features/cases/require-meeting.server";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

/** A meeting of a body: when and where it is, and its agenda with every case. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, bodyId, minutesId, today, seen } = await requireMeeting(request, params, "bodies.see");
  const slug = region.slug;
  const view = await withRegion(access, async (db) =>
    meetingView(db, { bodyId, minutesId, slug, maySee: await seen(db) }),
  );
  if (!view) notFound();
  const title = meetingTitle(view.frame);
  return { view, title, today, mayEdit: can(roles, "cases.edit"), zone: region.zone, region: region.name, slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, bodyId, minutesId } = await requireMeeting(request, params, "cases.edit");
  const form = await readForm(request);
  const answered = await withRegion(access, (db) => answerAgendaForm(db, form, { bodyId, minutesId }));
  if (answered.ok) return redirectWithToast(paths.agenda(region.slug, bodyId, minutesId), answered.said);
  if (answered.status === 404) notFound();
  return data({ refused: answered.said }, { status: answered.status });
}

export const handle: Handle<{ title: string; view: { frame: { body: { id: string; name: string } } } }> = {
  crumb: ({ title, view }, slug) => [
    { label: view.frame.body.name, to: paths.body(slug, view.frame.body.id) },
    { label: title },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [loaded?.title, loaded?.view.frame.body.name, loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
  { name: "robots", content: "noindex" },
];

export default function Agenda() {
  const { view, slug, zone, today, mayEdit } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return <AgendaPage view={view} slug={slug} zone={zone} today={today} mayEdit={mayEdit} refused={refused} />;
}
