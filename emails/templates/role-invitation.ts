import type { RoleKind } from "~/domain/auth/permissions";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { Content, TemplateContext } from "../content";
import type { MessageOf } from "../message";
import { action } from "./parts";

const roleNames = {
  coordinator: m.mail_role_coordinator,
  network_leader: m.mail_role_network_leader,
  webinar_publisher: m.mail_role_webinar_publisher,
  contact_person: m.mail_role_contact_person,
  secretariat: m.mail_role_secretariat,
  reader: m.mail_role_reader,
  directorate: m.mail_role_directorate,
} satisfies Record<RoleKind, unknown>;

export function roleInvitation(message: MessageOf<"role-invitation">, { locale, link }: TemplateContext): Content {
  const to = { locale };
  const names = { region: message.regionName, role: roleNames[message.role]({}, to) };
  const until = formatInstant(message.validUntil, message.zone ?? "Europe/Oslo", locale);
  const municipality = message.municipality;
  return {
    subject: m.mail_role_subject(names, to),
    preview: m.mail_role_validity({ until }, to),
    heading: m.mail_role_heading(names, to),
    blocks: [
      { kind: "paragraph", text: m.mail_role_intro(names, to) },
      ...(municipality ? [{ kind: "paragraph" as const, text: m.mail_role_municipality({ municipality }, to) }] : []),
      action(m.mail_role_action({}, to), link),
      { kind: "paragraph", text: m.mail_role_validity({ until }, to) },
    ],
    footer: [m.mail_role_why({}, to), m.mail_role_footer(names, to)],
  };
}
