import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { bodyOf } from "~/features/bodies/body-members.view.server";
import { answerMeetingForm } from "~/features/cases/answer-meeting-form.server";
import { MeetingForm } from "~/features/cases/meeting-form";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

const clock = (minutes: number | null) =>
  minutes === null
    ? ""
    : `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** A meeting of a body to be made, where and when it usually meets. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "minutes.write");
  const body = isUuid(params.body) ? await withRegion(access, (db) => bodyOf(db, params.body)) : null;
  if (!body) notFound();
  const { id, name, place, usualFrom, usualTo } = body;
  const values = { place, from: clock(usualFrom), to: clock(usualTo) };
  return { body: { id, name }, values, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "minutes.write");
  const bodyId = params.body;
  const body = isUuid(bodyId) ? await withRegion(access, (db) => bodyOf(db, bodyId)) : null;
  if (!isUuid(bodyId) || !body) notFound();
  const made = await answerMeetingForm(await readForm(request), { access, bodyId, zone: region.zone });
  if (!made.ok) return made.refusal;
  throw redirectWithToast(paths.setAgenda(region.slug, bodyId, made.id), m.cases_meeting_made());
}

export const handle: Handle<{ body: { id: string; name: string } }> = {
  crumb: ({ body }, slug) => [{ label: body.name, to: paths.body(slug, body.id) }, { label: m.cases_meeting_new() }],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.cases_meeting_new(), data?.body.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function NewMeeting() {
  const { body, values, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead eyebrow={body.name} title={m.cases_meeting_new()} />
      <MeetingForm values={values} refused={refused} cancelTo={paths.body(slug, body.id)} />
    </>
  );
}
