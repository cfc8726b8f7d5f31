import { lastDay, type Span, standing } from "~/domain/people/role-span";
import type { RoleFacts } from "~/features/people/people.db.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { roleNames } from "~/i18n/role-names";

/** A role and what it is limited to: "Nettverksleiar, USHT Vestland". */
export function roleWords({ kind, actor, municipality }: Pick<RoleFacts, "kind" | "actor" | "municipality">): string {
  return [roleNames[kind](), actor ?? municipality?.name].filter(Boolean).join(", ");
}

const words = (day: string) => formatDate(day, getLocale());

/** When a role is held, in words; a role that never began is withdrawn. */
export function spanWords(span: Span, today: string): string {
  const last = lastDay(span);
  if (span.to !== null && last === null) return m.people_withdrawn();
  const from = words(span.from);
  if (last !== null) return m.people_span({ from, to: words(last) });
  return standing(span, today) === "coming" ? m.people_coming({ from }) : m.people_since({ from });
}
