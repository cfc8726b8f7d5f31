import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { answerFormSchema } from "~/features/events/answer-form.schema";
import { answerOnBehalf } from "~/features/events/answer-on-behalf.server";
import { invitationView } from "~/features/events/invitation.view.server";
import { AnswerPanel, InvitationHistory, OnBehalfPanel } from "~/features/events/invitation-page";
import { requireEvent } from "~/features/events/require-event.server";
import { resendInvitation } from "~/features/events/resend-invitation.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Columns } from "~/ui/panel";

export const handle: Handle<{ view: { name: string; eventId: string; eventTitle: string } }> = {
  crumb: ({ view }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: view.eventTitle, to: paths.event(slug, view.eventId) },
    { label: view.name },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_invitation_of({ name: data?.view.name ?? "" })}: ${data?.view.eventTitle ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, eventId } = await requireEvent(request, params, "events.edit");
  const invitationId = params.invitation ?? "";
  const view = await withRegion(access, (db) => invitationView(db, { eventId, invitationId }, new Date()));
  if (!view) notFound();
  return { view, mayOpen: can(roles, "deliveries.see"), slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, personId, eventId } = await requireEvent(request, params, "events.edit");
  const form = await readForm(request);
  const { invitation: invitationId } = params;
  if (!isUuid(invitationId)) notFound();
  const now = new Date();
  const back = paths.invitation(region.slug, eventId, invitationId);
  if (form.get("intent") === "resend") {
    const sent = await withRegion(access, async (db) => {
      if (!(await invitationView(db, { eventId, invitationId }, now))) notFound();
      return resendInvitation(db, { invitationId, now });
    });
    if (!sent) return data({ ...refuse(form, {}), problem: "gone" as const }, { status: 409 });
    throw redirectWithToast(back, m.events_resent());
  }
  const parsed = parseForm(form, answerFormSchema());
  if (!parsed.ok) return data({ ...parsed, problem: null }, { status: 400 });
  const seen = String(form.get("seen") ?? "");
  const result = await withRegion(access, (db) =>
    answerOnBehalf(db, { ...parsed.value, eventId, invitationId, personId, seen, now }),
  );
  if (result.ok) throw redirectWithToast(back, m.events_behalf_saved());
  return data({ ...refuse(form, {}), problem: result.reason }, { status: 409 });
}

const problems = {
  gone: () => m.events_invitation_withdrawn(),
  "passed-on": () => m.events_invitation_withdrawn(),
  cancelled: () => m.events_cannot_change_cancelled(),
  over: () => m.events_answer_over(),
  "changed-meanwhile": () => m.events_behalf_changed(),
};

export default function Invitation() {
  const { view, mayOpen, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = Object.entries(refused?.errors ?? {}).map(([field, message]) => ({ field, message }));
  return (
    <>
      <PageHead
        title={m.events_invitation_of({ name: view.name })}
        sub={[view.meetsFor && m.events_invitation_meets_for({ first: view.meetsFor }), view.municipality, view.email]
          .filter(Boolean)
          .join(" · ")}
        actions={
          view.mayResend && (
            <>
              {!view.meetsFor && (
                <LinkButton variant="tertiary" icon="swap" to={paths.substitute(slug, view.id)}>
                  {m.events_substitute_change()}
                </LinkButton>
              )}
              <LinkButton variant="tertiary" to={paths.withdrawInvitation(slug, view.eventId, view.id)}>
                {m.events_invitation_withdraw()}
              </LinkButton>
              <Form method="post">
                <Button name="intent" value="resend" variant="secondary" icon="send">
                  {m.events_resend()}
                </Button>
              </Form>
            </>
          )
        }
      />
      {refused?.problem && (
        <Note tone="danger" live>
          {problems[refused.problem]()}
        </Note>
      )}
      <ErrorSummary title={m.common_errors_title({ n: errors.length })} errors={errors} />
      <Columns
        main={
          <div className="sv-stack">
            <AnswerPanel view={view} />
            {!view.withdrawn && !view.closed && (
              <OnBehalfPanel view={view} errors={refused?.errors ?? {}} values={refused?.values ?? {}} />
            )}
          </div>
        }
        side={<InvitationHistory view={view} slug={slug} mayOpen={mayOpen} />}
      />
    </>
  );
}
