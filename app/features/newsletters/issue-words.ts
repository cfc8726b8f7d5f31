import type { Language } from "~/domain/newsletters/words";
import { instantToLocal } from "~/domain/shared/local-time";
import type { Composer, ComposerItem } from "~/features/newsletters/composer.view.server";
import { formatClock, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import type { IconName } from "~/ui/icon";

export const languageNames: Record<Language, () => string> = {
  nb: m.newsletters_in_nb,
  nn: m.newsletters_in_nn,
  en: m.newsletters_in_en,
};

/** What stands against a step of an issue. */
export const stepRefusals = {
  state: m.newsletters_refused_state,
  "not-found": m.newsletters_refused_state,
  changed: m.newsletters_refused_changed,
  ended: m.newsletters_refused_ended,
  "needs-another": m.newsletters_refused_another,
  "not-editor": m.newsletters_refused_not_editor,
  faults: m.newsletters_refused_faults,
};

export const imageRefusals = {
  empty: m.newsletters_image_missing,
  "too-large": m.newsletters_image_too_large,
  other: m.newsletters_image_other,
};

export const itemIcons: Record<ComposerItem["kind"], IconName> = {
  introduction: "pencil",
  event: "calendar",
  recording: "video",
  network: "network",
  publication: "microphone",
  decision: "gavel",
  progress: "chart",
  note: "chat",
  news: "globe",
  text: "file",
};

export function itemTitle({ kind, title }: Pick<ComposerItem, "kind" | "title">): string {
  return kind === "introduction" ? m.newsletters_introduction() : title || m.newsletters_untitled();
}

/** "Bokmål, engelsk manglar" */
export function missingWords(languages: readonly Language[]): string {
  const names = languages.map((language, at) => {
    const name = languageNames[language]();
    return at === 0 ? name : name.toLowerCase();
  });
  return m.newsletters_language_missing({ language: names.join(", ") });
}

/** Where a piece comes from: "Frå arrangement, on. 26. mai". */
export function itemOrigin({ kind, actor, day, cancelled }: ComposerItem): string {
  const on = day && formatDate(day, getLocale(), "short");
  if (cancelled) return m.newsletters_origin_event_cancelled();
  switch (kind) {
    case "introduction":
      return m.newsletters_origin_introduction();
    case "event":
      return on ? m.newsletters_origin_event({ day: on }) : m.newsletters_origin_event_bare();
    case "recording":
      return on ? m.newsletters_origin_recording({ day: on }) : m.newsletters_origin_recording_bare();
    case "network":
      return m.newsletters_origin_network();
    case "publication":
      return m.newsletters_origin_publication();
    case "decision":
      return m.newsletters_origin_decision();
    case "progress":
      return m.newsletters_origin_progress();
    case "note":
      return actor ? m.newsletters_origin_note({ actor }) : m.newsletters_origin_text();
    case "news":
      return actor ? m.newsletters_origin_news({ actor }) : m.newsletters_origin_news_own();
    case "text":
      return m.newsletters_origin_text();
  }
}

/** The day of a moment, in short: "on. 12. mai". */
export function dayOf(instant: string, zone: string): string {
  return formatDate(instantToLocal(instant, zone).date, getLocale(), "short");
}

/** The time of a moment: "10.24". */
export function clockOf(instant: string, zone: string): string {
  return formatClock(instantToLocal(instant, zone).time, getLocale());
}

/** A fault of an issue, as what is to be done about it. */
export function faultWords(fault: Composer["faults"][number], items: readonly ComposerItem[]): string {
  if (fault.fault === "subject") return m.newsletters_fault_subject();
  if (fault.fault === "nothing") return m.newsletters_fault_nothing();
  if (fault.fault === "heading") return m.newsletters_fault_heading();
  const item = items.find(({ id }) => id === fault.itemId);
  return m.newsletters_fault_alt({ title: item ? itemTitle(item) : "" });
}
