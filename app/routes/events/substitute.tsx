import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerSubstituteForm, type RefusedSubstitute } from "~/features/events/answer-substitute-form.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { substituteView } from "~/features/events/substitute.view.server";
import { SubstituteFields } from "~/features/events/substitute-form";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { forbidden, notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Panel, PanelBody } from "~/ui/panel";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The invitation an address names, for the one it is to and for who may invite to its event. */
async function requireInvitation(request: Request, params: { region?: string; invitation?: string }) {
  const membership = await requireRegion(request, params.region, "overview.see");
  const { access, roles, personId } = membership;
  const view = await withRegion(access, (db) => substituteView(db, params.invitation ?? "", new Date()));
  if (!view) notFound();
  const self = view.personId === personId;
  const invites = can(roles, "events.invite", { actorIds: view.actorIds });
  if (!self && !invites) forbidden();
  const back = invites ? paths.event(membership.region.slug, view.event.id) : paths.overview(membership.region.slug);
  return { ...membership, view, self, back };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view, self, back, region } = await requireInvitation(request, params);
  return { view, self, back, region: { name: region.name } };
}

/** Names a substitute, or takes it back, for oneself or on somebody's behalf. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, view, self, back, personId } = await requireInvitation(request, params);
  const form = await readForm(request);
  const by = self
    ? { answeredBy: "signed_in" as const }
    : { answeredBy: "on_behalf" as const, answeredForId: personId };
  const about = { invitationId: view.id, now: new Date() };
  if (form.get("intent") === "take-back") {
    const result = await withRegion(access, (db) => recordAnswer(db, { ...about, ...by, answer: "accepted" }));
    if (result.ok) return redirectWithToast(back, m.events_substitute_back_done({ name: view.name }));
    return data({ errors: {}, values: {}, problem: m.events_answer_failed() }, { status: 409 });
  }
  const named = await withRegion(access, (db) => answerSubstituteForm(db, { form, ...about, ...by }));
  if (named.ok) return redirectWithToast(back, m.events_substitute_done({ name: named.name }));
  return data(named.refused, { status: 400 });
}

export const handle: Handle<Loaded> = {
  crumb: ({ view, self }, slug) => [
    ...(self
      ? []
      : [
          { label: m.events_title(), to: paths.events(slug) },
          { label: view.event.title, to: paths.event(slug, view.event.id) },
        ]),
    { label: m.events_substitute_page_crumb() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_substitute_page({ name: data?.view.name ?? "" })} – ${data?.region.name ?? ""} – Samvirk` },
];

export default function Substitute() {
  const { view, self, back } = useLoaderData<typeof loader>();
  const refused = (useActionData<typeof action>() as RefusedSubstitute | undefined) ?? null;
  const { substitute, name } = view;
  const open = view.closed === null && view.meetsFor === null;
  const mayName = open && (!substitute || substitute.answer === "declined");
  const wayOut = (
    <LinkButton variant="tertiary" to={back}>
      {open ? m.common_cancel() : m.common_back()}
    </LinkButton>
  );
  const errors = Object.entries<string>(refused?.errors ?? {}).map(([field, message]) => ({ field, message }));
  return (
    <>
      <PageHead
        title={m.events_substitute_page({ name })}
        sub={[view.event.title, view.municipality].filter(Boolean).join(" · ")}
      />
      <ErrorSummary title={m.common_errors_title({ n: errors.length })} errors={errors} />
      {view.meetsFor && <Note>{m.events_substitute_is_substitute()}</Note>}
      {view.closed && <Note tone="warning">{closedWords[view.closed]()}</Note>}
      {open && substitute && (
        <Panel title={m.events_substitute_back_for({ name })}>
          <PanelBody>
            <Form method="post" className="sv-form">
              <p>{m.events_substitute_back_for_why({ name, substitute: substitute.name })}</p>
              <div className="sv-row">
                <Button name="intent" value="take-back" variant="secondary">
                  {self ? m.events_aside_i_can() : m.events_substitute_back_for({ name })}
                </Button>
                {!mayName && wayOut}
              </div>
            </Form>
          </PanelBody>
        </Panel>
      )}
      {mayName && (
        <Panel title={substitute ? m.events_aside_another() : m.events_substitute_who_for()}>
          <PanelBody>
            <p className="sv-quiet">{m.events_substitute_page_lead({ name })}</p>
            <Form method="post" noValidate>
              <SubstituteFields deputies={view.deputies} refused={refused} onBehalf cancel={wayOut} />
            </Form>
          </PanelBody>
        </Panel>
      )}
      {!open && <div className="sv-row">{wayOut}</div>}
    </>
  );
}

const closedWords = {
  cancelled: () => m.events_answer_cancelled(),
  over: () => m.events_answer_over(),
  "passed-on": () => m.events_answer_passed_on(),
};
