import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { meetingFrame } from "~/features/cases/meeting.view.server";
import { MeetingHead, meetingTitle } from "~/features/cases/meeting-head";
import { noticeView } from "~/features/cases/notice.view.server";
import { NoticePage } from "~/features/cases/notice-page";
import { noticeRefusal } from "~/features/cases/notice-words";
import { requireMeeting } from "~/features/cases/require-meeting.server";
import { sendNotice } from "~/features/cases/send-notice.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

/** The notice of a meeting: what it says and to whom it goes, before it is sent. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, bodyId, minutesId, today } = await requireMeeting(request, params, "cases.edit");
  const view = await withRegion(access, (db) => noticeView(db, { bodyId, minutesId, today }));
  if (!view) notFound();
  const title = meetingTitle(view.frame);
  return { view, title, today, zone: region.zone, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, bodyId, minutesId, personId, now } = await requireMeeting(request, params, "cases.edit");
  const form = await readForm(request);
  const standing = await withRegion(access, (db) => meetingFrame(db, { bodyId, minutesId }));
  if (!standing) notFound();
  if (form.get("intent") !== "send") return data({ refused: "" }, { status: 400 });
  const sent = await withRegion(access, (db) => sendNotice(db, { minutesId, personId, now }));
  if (!sent.ok && sent.reason === "gone") notFound();
  if (!sent.ok) return data({ refused: noticeRefusal(sent.reason) }, { status: 409 });
  const said = sent.invited > 0 ? m.cases_notice_done({ n: sent.invited }) : m.cases_notice_told({ n: sent.told });
  return redirectWithToast(paths.notice(region.slug, bodyId, minutesId), said);
}

export const handle: Handle<{ title: string; view: { frame: { id: string; body: { id: string; name: string } } } }> = {
  crumb: ({ title, view: { frame } }, slug) => [
    { label: frame.body.name, to: paths.body(slug, frame.body.id) },
    { label: title, to: paths.agenda(slug, frame.body.id, frame.id) },
    { label: m.cases_notice() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.cases_notice(), loaded?.title, loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function Notice() {
  const { view, slug, zone, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return (
    <>
      <MeetingHead frame={view.frame} slug={slug} zone={zone} part="notice" mayEdit />
      <NoticePage view={view} slug={slug} zone={zone} today={today} refused={refused} />
    </>
  );
}
