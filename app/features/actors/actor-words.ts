import type { OpenSpan } from "~/domain/actors/period";
import { lastDayOf, standingOn } from "~/domain/actors/period";
import type { ActorKind, ActorTier } from "~/domain/actors/words";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";

export const kindNames: Record<ActorKind, () => string> = {
  state: () => m.actors_kind_state(),
  county: () => m.actors_kind_county(),
  municipal: () => m.actors_kind_municipal(),
  association: () => m.actors_kind_association(),
  development_centre: () => m.actors_kind_development_centre(),
  health_trust: () => m.actors_kind_health_trust(),
  research: () => m.actors_kind_research(),
  user_council: () => m.actors_kind_user_council(),
  voluntary: () => m.actors_kind_voluntary(),
  other: () => m.actors_kind_other(),
};

export const tierNames: Record<ActorTier, () => string> = {
  core: () => m.actors_tier_core(),
  extended: () => m.actors_tier_extended(),
  outside: () => m.actors_tier_outside(),
};

const words = (day: string) => formatDate(day, getLocale());

/** When something holds, in words; "" when it is open and holds now. */
export function spanWords(span: OpenSpan, today: string): string {
  const last = lastDayOf(span);
  const from = span.from && words(span.from);
  const standing = standingOn(span, today);
  if (from && last) return m.actors_span({ from, to: words(last) });
  if (last) return standing === "ended" ? m.actors_ended_on({ to: words(last) }) : m.actors_until({ to: words(last) });
  if (from) return standing === "coming" ? m.actors_coming({ from }) : m.actors_since({ from });
  return "";
}
