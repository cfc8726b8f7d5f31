import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { repliesView } from "~/features/events/replies.view.server";
import { RepliesPage } from "~/features/events/replies-page";
import { requireEvent } from "~/features/events/require-event.server";
import { countReply, dismissReply } from "~/features/events/settle-reply.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";

export const handle: Handle<{ frame: { id: string; title: string } }> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.events_reply() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_reply()}: ${data?.frame.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const now = new Date();
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await repliesView(db, eventId, now),
    frame: await eventFrame(db, eventId, now),
  }));
  if (!view || !frame) notFound();
  return { view, frame, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, personId, eventId } = await requireEvent(request, params, "events.edit");
  const form = await readForm(request);
  const [replyId, invitationId] = [form.get("reply"), form.get("invitation")];
  if (!isUuid(replyId)) notFound();
  const now = new Date();
  const counts = form.get("intent") === "count";
  if (counts && !isUuid(invitationId)) return data({ reason: "choose" as const }, { status: 400 });
  const result = await withRegion(access, (db) =>
    counts && isUuid(invitationId)
      ? countReply(db, { eventId, replyId, invitationId, personId, now })
      : dismissReply(db, { eventId, replyId, now }),
  );
  if (!result.ok) return data({ reason: result.reason }, { status: 409 });
  throw redirectWithToast(
    paths.replies(region.slug, eventId),
    counts ? m.events_reply_counted() : m.events_reply_dismissed(),
  );
}

const refusals = {
  choose: () => m.events_reply_choose(),
  settled: () => m.events_reply_settled(),
  gone: () => m.events_reply_withdrawn(),
  "passed-on": () => m.events_reply_withdrawn(),
  cancelled: () => m.events_reply_cancelled(),
  over: () => m.events_reply_over(),
};

export default function Replies() {
  const { view, frame, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <EventHead event={frame} slug={slug} part="answers" />
      <h2>{m.events_reply()}</h2>
      <p className="sv-lead">{m.events_replies_lead()}</p>
      {refused && (
        <Note tone="danger" live>
          {refusals[refused.reason]()}
        </Note>
      )}
      <RepliesPage view={view} />
    </>
  );
}
