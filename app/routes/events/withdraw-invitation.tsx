import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { answerNames } from "~/features/events/event-words";
import { requireEvent } from "~/features/events/require-event.server";
import { withdrawView } from "~/features/events/withdraw.view.server";
import { withdrawInvitation } from "~/features/events/withdraw-invitation.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Note } from "~/ui/note";

export const handle: Handle<{ invitation: { event: { id: string; title: string } } }> = {
  crumb: ({ invitation: { event } }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: event.title, to: paths.event(slug, event.id) },
    { label: m.events_withdraw() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_withdraw_of({ name: data?.invitation.name ?? "" })} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.invite");
  const invitation = await withRegion(access, (db) => withdrawView(db, { eventId, id: params.invitation ?? "" }));
  if (!invitation) notFound();
  return { invitation, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.invite");
  const id = params.invitation ?? "";
  const done = await withRegion(access, async (db) => {
    const invitation = await withdrawView(db, { eventId, id });
    if (!invitation) notFound();
    return { ...(await withdrawInvitation(db, { eventId, invitationId: id, now: new Date() })), name: invitation.name };
  });
  if (!done.ok) return data({ over: true }, { status: 409 });
  return redirectWithToast(paths.event(region.slug, eventId), m.events_withdrawn({ name: done.name }));
}

export default function WithdrawInvitation() {
  const { invitation, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name, answer, told, event } = invitation;
  return (
    <>
      {refused && (
        <Note tone="danger" live>
          {m.events_cannot_change_over()}
        </Note>
      )}
      <Confirm
        title={m.events_withdraw_of({ name })}
        level={1}
        tone="danger"
        action={
          <Form method="post">
            <Button variant="danger">{told ? m.events_withdraw_button({ name }) : m.events_withdraw_only()}</Button>
          </Form>
        }
        cancel={{ label: m.events_withdraw_keep(), to: paths.event(slug, event.id) }}
      >
        <p>{told ? m.events_withdraw_why({ name }) : m.events_withdraw_untold({ name })}</p>
        {answer && <p>{m.events_withdraw_answered({ answer: answerNames[answer]().toLowerCase() })}</p>}
      </Confirm>
    </>
  );
}
