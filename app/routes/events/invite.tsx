import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerInviteForm } from "~/features/events/answer-invite-form.server";
import { inviteView } from "~/features/events/invite.view.server";
import {
  AudienceChoice,
  InvitePreview,
  LeftOut,
  NobodyToInvite,
  Recipients,
  whomWords,
} from "~/features/events/invite-panels";
import { InviteWhen } from "~/features/events/invite-when";
import { audienceIn } from "~/features/events/invite-whom";
import { requireEvent } from "~/features/events/require-event.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Columns } from "~/ui/panel";

export const handle: Handle<{ invite: { id: string; title: string } }> = {
  crumb: ({ invite }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: invite.title, to: paths.event(slug, invite.id) },
    { label: m.audiences_invite() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.audiences_invite()}: ${data?.invite.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, eventId } = await requireEvent(request, params, "events.invite");
  const mayChoose = can(roles, "audiences.see");
  const { searchParams } = new URL(request.url);
  const audienceId = audienceIn(searchParams.get("audience"), mayChoose) ?? notFound();
  const shown = searchParams.get("recipient");
  const invite = await withRegion(access, (db) => inviteView(db, eventId, systemClock(), audienceId.id, shown));
  if (!invite) notFound();
  const preview = invite.preview && { ...invite.preview, html: "" };
  return { invite: { ...invite, preview, audiences: mayChoose ? invite.audiences : [] }, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, roles, eventId } = await requireEvent(request, params, "events.invite");
  const form = await readForm(request);
  const audienceId = (audienceIn(form.get("audience"), can(roles, "audiences.see")) ?? notFound()).id ?? null;
  const now = systemClock();
  const result = await withRegion(access, async (db) => {
    if (!(await inviteView(db, eventId, now, audienceId))) notFound();
    return answerInviteForm(db, { form, eventId, audienceId, now });
  });
  if (result.ok) return redirectWithToast(paths.event(region.slug, eventId), result.done);
  if (result.reason === "time") return data({ time: result, refused: null }, { status: 400 });
  return data({ time: null, refused: result.reason }, { status: 409 });
}

export default function Invite() {
  const { invite, slug } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { recipients, already } = invite;
  const whom = whomWords(invite);
  const back = (
    <LinkButton variant="tertiary" to={paths.event(slug, invite.id)}>
      {m.common_back()}
    </LinkButton>
  );
  const title = whom ? m.audiences_invite_title({ audience: whom }) : m.events_invite_title();
  if (invite.closed)
    return (
      <>
        <PageHead title={title} actions={back} />
        <Note tone="warning">
          {invite.closed === "cancelled" ? m.events_cannot_change_cancelled() : m.events_cannot_change_over()}
        </Note>
      </>
    );
  return (
    <>
      <PageHead title={title} sub={m.events_invite_lead()} actions={recipients.length > 0 && back} />
      {answered?.refused === "nobody" && (
        <Note tone="danger" live>
          {m.audiences_invite_nobody_left()}
        </Note>
      )}
      <div className="sv-stack">
        <AudienceChoice invite={invite} />
        {already > 0 && recipients.length > 0 && <Note>{m.events_invite_already({ n: already })}</Note>}
        {recipients.length === 0 ? (
          <>
            <NobodyToInvite invite={invite} slug={slug} back={back} />
            <LeftOut invite={invite} slug={slug} />
          </>
        ) : (
          <Columns
            main={<InvitePreview invite={invite} slug={slug} />}
            side={
              <div className="sv-stack">
                <InviteWhen invite={invite} refused={answered?.time ?? undefined} />
                <Recipients invite={invite} />
                <LeftOut invite={invite} slug={slug} />
              </div>
            }
          />
        )}
      </div>
    </>
  );
}
