import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { heldWords } from "~/features/audiences/audience-names";
import type { InviteView } from "~/features/events/invite.view.server";
import { bodyMembers, networkMembers } from "~/features/events/invite-whom";
import { MailPreview } from "~/features/events/mail-preview";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable } from "~/ui/table";

export const languages = { nn: "nynorsk", nb: "bokmål" };

/** Who is invited, within a sentence; null where it is all contact persons. */
export function whomWords({
  audience,
  members,
  seats,
}: Pick<InviteView, "audience" | "members" | "seats">): string | null {
  if (members) return m.audiences_part_network({ name: members.name });
  if (seats) return m.bodies_members_of({ body: seats.name });
  return audience?.name ?? null;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The audience that is invited: the members of the network that holds it or of the body that meets, all contact persons, or one somebody made. */
export function AudienceChoice({ invite }: { invite: InviteView }) {
  const { audience, audiences, network, body, chosen } = invite;
  if (audiences.length === 0 && !network && !body) return null;
  return (
    <Form method="get" className="sv-form" key={chosen}>
      <Select
        name="audience"
        label={m.audiences_audience()}
        options={[
          ...(body ? [{ value: bodyMembers, label: sentence(m.bodies_members_of({ body: body.name })) }] : []),
          ...(network
            ? [{ value: networkMembers, label: sentence(m.audiences_part_network({ name: network.name })) }]
            : []),
          { value: "", label: m.audiences_kind_contact_persons() },
          ...audiences.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={chosen}
      />
      <div className="sv-row">
        <Button variant="secondary">{m.audiences_invite_choose()}</Button>
        {audience && <span className="sv-quiet sv-small">{m.audiences_invite_today()}</span>}
      </div>
    </Form>
  );
}

/** The very mail one of the recipients will get; any of them can be chosen. */
export function InvitePreview({ invite, slug }: { invite: InviteView; slug: string }) {
  const { preview, recipients, chosen } = invite;
  if (!preview) return null;
  const query = new URLSearchParams({ audience: chosen, recipient: preview.key });
  const named = (each: InviteView["recipients"][number]) =>
    each.municipalityName && !each.name.includes(each.municipalityName)
      ? `${each.municipalityName}: ${each.name}`
      : each.name;
  const groups = (["nn", "nb"] as const).map((locale) => ({
    group: m.events_invite_preview_in({ language: languages[locale] }),
    options: recipients
      .filter((each) => each.locale === locale)
      .map((each) => ({ value: each.key, label: named(each) })),
  }));
  return (
    <MailPreview
      title={m.events_invite_preview()}
      mail={preview}
      lang={preview.locale}
      frame={`${paths.inviteMail(slug, invite.id)}?${query}`}
    >
      {recipients.length > 1 && (
        <Form method="get" className="sv-form" key={preview.key} preventScrollReset>
          <input type="hidden" name="audience" value={chosen} />
          <Select
            name="recipient"
            label={m.events_preview_to()}
            options={groups.filter(({ options }) => options.length > 0)}
            defaultValue={preview.key}
          />
          <div className="sv-row">
            <Button variant="secondary">{m.events_preview_show()}</Button>
          </div>
        </Form>
      )}
    </MailPreview>
  );
}

/** Who gets the invitation, and in which language. */
export function Recipients({ invite }: { invite: InviteView }) {
  const { recipients } = invite;
  const named = whomWords(invite) !== null;
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
                head: named ? m.audiences_person() : m.events_col_municipality(),
                rowHeader: true,
                cell: ({ name, municipalityName }) => (
                  <>
                    {named ? name : (municipalityName ?? name)}
                    {named && municipalityName && !name.includes(municipalityName) && (
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

/** Why nobody is left to invite, and what to do. */
export function NobodyToInvite({ invite, slug, back }: { invite: InviteView; slug: string; back: ReactNode }) {
  const { audience, members, already } = invite;
  if (members)
    return already > 0 ? (
      <EmptyState icon="person-group" title={m.events_invite_members_all()} action={back} />
    ) : (
      <EmptyState
        icon="person-group"
        title={m.events_invite_members_none()}
        why={m.events_invite_members_none_why()}
        action={
          <LinkButton to={`${paths.network(slug, members.id)}#members`} icon="person-plus">
            {m.events_invite_members_add()}
          </LinkButton>
        }
      />
    );
  return (
    <EmptyState
      icon="person-group"
      title={audience ? m.audiences_invite_nobody() : m.events_invite_nobody()}
      why={audience ? m.audiences_invite_nobody_why() : m.events_invite_nobody_why()}
      action={back}
    />
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
