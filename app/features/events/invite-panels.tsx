import { Form, Link } from "@remix-run/react";
import { heldWords } from "~/features/audiences/audience-names";
import type { InviteView } from "~/features/events/invite.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Select } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable } from "~/ui/table";

export const languages = { nn: "nynorsk", nb: "bokmål" };

/** The audience that is invited: all contact persons, or one that somebody has made. */
export function AudienceChoice({ invite }: { invite: InviteView }) {
  const { audience, audiences } = invite;
  if (audiences.length === 0) return null;
  return (
    <Form method="get" className="sv-form" key={audience?.id ?? "all"}>
      <Select
        name="audience"
        label={m.audiences_audience()}
        options={[
          { value: "", label: m.audiences_kind_contact_persons() },
          ...audiences.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={audience?.id ?? ""}
      />
      <div className="sv-row">
        <Button variant="secondary">{m.audiences_invite_choose()}</Button>
        {audience && <span className="sv-quiet sv-small">{m.audiences_invite_today()}</span>}
      </div>
    </Form>
  );
}

/** The mail as one of each language gets it. */
export function Previews({ previews }: { previews: InviteView["previews"] }) {
  return (
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
  );
}

/** Who gets the invitation, and in which language. */
export function Recipients({ invite }: { invite: InviteView }) {
  const { recipients, audience } = invite;
  const count = (locale: "nn" | "nb") => recipients.filter((recipient) => recipient.locale === locale).length;
  return (
    <Panel title={m.events_invite_who()} count={recipients.length}>
      <PanelBody>
        <p>{m.events_invite_languages({ nn: count("nn"), nb: count("nb") })}</p>
        <p className="sv-quiet sv-small">{m.events_invite_language_why()}</p>
        <details open={recipients.length <= 12}>
          <summary>{m.events_invite_show({ n: recipients.length })}</summary>
          <DataTable
            caption={m.events_invite_who()}
            rows={recipients}
            rowKey={({ key }) => key}
            columns={[
              {
                id: "who",
                head: audience ? m.audiences_person() : m.events_col_municipality(),
                rowHeader: true,
                cell: ({ name, municipalityName }) => (
                  <>
                    {audience ? name : (municipalityName ?? name)}
                    {audience && municipalityName && !name.includes(municipalityName) && (
                      <small className="sv-quiet">{municipalityName}</small>
                    )}
                  </>
                ),
              },
              { id: "language", head: m.delivery_language(), quiet: true, cell: ({ locale }) => languages[locale] },
            ]}
          />
        </details>
      </PanelBody>
    </Panel>
  );
}

const who = ({ name, municipalityName }: { name: string; municipalityName: string | null }) =>
  municipalityName ? `${name}, ${municipalityName}` : name;

/** Who is left out, and why: municipalities without a contact person, held addresses, those who want no invitations. */
export function LeftOut({ invite, slug }: { invite: InviteView; slug: string }) {
  const { held, optedOut } = invite;
  const vacant = invite.vacant.filter(({ guest }) => !guest);
  const guests = invite.vacant.filter(({ guest }) => guest);
  return (
    <>
      {vacant.length > 0 && (
        <Note tone="warning" title={m.events_invite_vacant()}>
          <ul className="sv-plain">
            {vacant.map(({ number, name }) => (
              <li key={number}>
                <Link to={paths.municipality(slug, number)}>{name}</Link>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {guests.length > 0 && (
        <Note title={m.audiences_invite_guests()}>
          <p>{guests.map(({ name }) => name).join(", ")}</p>
        </Note>
      )}
      {held.length > 0 && (
        <Note tone="warning" title={m.audiences_invite_held()}>
          <ul className="sv-plain">
            {held.map((each) => (
              <li key={each.personId}>{`${who(each)}: ${heldWords(each.reason).toLowerCase()}`}</li>
            ))}
          </ul>
        </Note>
      )}
      {optedOut.length > 0 && (
        <Note title={m.audiences_invite_opted_out()}>
          <ul className="sv-plain">
            {optedOut.map((each) => (
              <li key={each.personId}>{who(each)}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}
