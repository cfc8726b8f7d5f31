import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { inviteAudience } from "~/features/events/invite.server";
import { inviteView } from "~/features/events/invite.view.server";
import {
  AudienceChoice,
  LeftOut,
  NobodyToInvite,
  Previews,
  Recipients,
  whomWords,
} from "~/features/events/invite-panels";
import { networkMembers } from "~/features/events/invite-whom";
import { requireEvent } from "~/features/events/require-event.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
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

/**
 * The audience an address or a form names; null for all contact persons, undefined where nothing is said. What cannot
 * be one is 404.
 */
function audienceOf(named: FormDataEntryValue | null, maySee: boolean): string | null | undefined {
  if (named === null) return undefined;
  if (named === "") return null;
  if (named === networkMembers) return named;
  return maySee && isUuid(named) ? named : notFound();
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, eventId } = await requireEvent(request, params, "events.invite");
  const mayChoose = can(roles, "audiences.see");
  const audienceId = audienceOf(new URL(request.url).searchParams.get("audience"), mayChoose);
  const invite = await withRegion(access, (db) => inviteView(db, eventId, systemClock(), audienceId));
  if (!invite) notFound();
  return { invite: { ...invite, audiences: mayChoose ? invite.audiences : [] }, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, roles, eventId } = await requireEvent(request, params, "events.invite");
  const audienceId = audienceOf((await readForm(request)).get("audience"), can(roles, "audiences.see")) ?? null;
  const now = systemClock();
  const result = await withRegion(access, async (db) => {
    if (!(await inviteView(db, eventId, now, audienceId))) notFound();
    return inviteAudience(db, { eventId, audienceId, now });
  });
  if (!result.ok) return data({ refused: result.reason }, { status: 409 });
  const n = result.invited;
  const done = audienceId === null ? m.events_invited({ n }) : m.audiences_invited({ n });
  return redirectWithToast(paths.event(region.slug, eventId), done);
}

export default function Invite() {
  const { invite, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { recipients, previews, already } = invite;
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
      <PageHead
        title={title}
        sub={m.events_invite_lead()}
        actions={
          recipients.length > 0 && (
            <>
              {back}
              <Form method="post">
                <input type="hidden" name="audience" value={invite.chosen} />
                <Button icon="send">{m.events_invite_button({ n: recipients.length })}</Button>
              </Form>
            </>
          )
        }
      />
      {refused === "nobody" && (
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
            main={<Previews previews={previews} />}
            side={
              <div className="sv-stack">
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
