import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { inviteContactPersons } from "~/features/events/invite.server";
import { inviteView } from "~/features/events/invite.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { DataTable } from "~/ui/table";

export const handle: Handle<{ invite: { id: string; title: string } }> = {
  crumb: ({ invite }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: invite.title, to: paths.event(slug, invite.id) },
    { label: m.events_invite() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_invite()}: ${data?.invite.title ?? ""} – Samvirk` },
];

const languages = { nn: "nynorsk", nb: "bokmål" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "events.invite");
  const invite = await withRegion(access, (db) => inviteView(db, params.event ?? "", new Date()));
  if (!invite) notFound();
  return { invite, region: { slug: region.slug } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "events.invite");
  const eventId = params.event ?? "";
  if (!isUuid(eventId)) notFound();
  const result = await withRegion(access, async (db) => {
    if (!(await inviteView(db, eventId, new Date()))) notFound();
    return inviteContactPersons(db, { eventId, now: new Date() });
  });
  if (!result.ok) return data(null, { status: 409 });
  return redirectWithToast(paths.event(region.slug, eventId), m.events_invited({ n: result.invited }));
}

export default function Invite() {
  const { invite, region } = useLoaderData<typeof loader>();
  const { recipients, vacant, previews, already } = invite;
  const count = (locale: "nn" | "nb") => recipients.filter((recipient) => recipient.locale === locale).length;
  const back = (
    <LinkButton variant="tertiary" to={paths.event(region.slug, invite.id)}>
      {m.common_back()}
    </LinkButton>
  );
  if (invite.closed)
    return (
      <>
        <PageHead title={m.events_invite_title()} actions={back} />
        <Note tone="warning">
          {invite.closed === "cancelled" ? m.events_cannot_change_cancelled() : m.events_cannot_change_over()}
        </Note>
      </>
    );
  return (
    <>
      <PageHead
        title={m.events_invite_title()}
        sub={m.events_invite_lead()}
        actions={
          recipients.length > 0 && (
            <>
              {back}
              <Form method="post">
                <Button icon="send">{m.events_invite_button({ n: recipients.length })}</Button>
              </Form>
            </>
          )
        }
      />
      {already > 0 && recipients.length > 0 && <Note>{m.events_invite_already({ n: already })}</Note>}
      {recipients.length === 0 ? (
        <EmptyState
          icon="person-group"
          title={m.events_invite_nobody()}
          why={m.events_invite_nobody_why()}
          action={back}
        />
      ) : (
        <Columns
          main={
            <Panel title={m.events_invite_preview()}>
              <PanelBody>
                {previews.map((preview) => (
                  <section key={preview.locale} className="sv-stack">
                    <h3>{m.events_invite_preview_in({ language: languages[preview.locale] })}</h3>
                    <p>
                      <strong>{preview.subject}</strong>
                    </p>
                    <pre className="sv-pre" lang={preview.locale}>
                      {preview.text}
                    </pre>
                  </section>
                ))}
              </PanelBody>
            </Panel>
          }
          side={
            <Panel title={m.events_invite_who()} count={recipients.length}>
              <PanelBody>
                <p>{m.events_invite_languages({ nn: count("nn"), nb: count("nb") })}</p>
                <p className="sv-quiet sv-small">{m.events_invite_language_why()}</p>
                {vacant.length > 0 && (
                  <Note tone="warning" title={m.events_invite_vacant()}>
                    <ul className="sv-plain">
                      {vacant.map((municipality) => (
                        <li key={municipality.number}>
                          <Link to={paths.municipality(region.slug, municipality.number)}>{municipality.name}</Link>
                        </li>
                      ))}
                    </ul>
                  </Note>
                )}
                <details open={recipients.length <= 12}>
                  <summary>{m.events_invite_show({ n: recipients.length })}</summary>
                  <DataTable
                    caption={m.events_invite_who()}
                    rows={recipients}
                    rowKey={(recipient) => recipient.personId}
                    columns={[
                      {
                        id: "municipality",
                        head: m.events_col_municipality(),
                        rowHeader: true,
                        cell: (recipient) => recipient.municipalityName,
                      },
                      {
                        id: "language",
                        head: m.delivery_language(),
                        quiet: true,
                        cell: (recipient) => languages[recipient.locale],
                      },
                    ]}
                  />
                </details>
              </PanelBody>
            </Panel>
          }
        />
      )}
    </>
  );
}
