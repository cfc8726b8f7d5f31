import type { MeetingRefusal } from "~/features/bodies/move-meeting.server";
import type { EventForm } from "~/features/events/event-form.schema";
import { m } from "~/i18n/messages/messages";

/** The kinds of event, in words. */
export const kindNames: Record<EventForm["kind"], () => string> = {
  meeting: () => m.events_kind_meeting(),
  dialogue_meeting: () => m.events_kind_dialogue_meeting(),
  network_gathering: () => m.events_kind_network_gathering(),
  webinar: () => m.events_kind_webinar(),
  professional_day: () => m.events_kind_professional_day(),
  conference: () => m.events_kind_conference(),
  podcast_recording: () => m.events_kind_podcast_recording(),
};

/** The languages an event can be held in, in words. */
export const languageNames: Record<"nb" | "nn" | "en", () => string> = {
  nb: () => m.events_language_nb(),
  nn: () => m.events_language_nn(),
  en: () => m.events_language_en(),
};

export type EventState = "draft" | "published" | "held" | "cancelled";

/** How an event stands, in words and tone; one that is published need not have been sent to anybody (`invited`). */
export function stateTag(
  state: EventState,
  invited = true,
): { words: string; tone: "neutral" | "accent" | "danger" | "success" } {
  return {
    draft: { words: m.events_state_draft(), tone: "neutral" as const },
    published: { words: invited ? m.events_state_published() : m.events_state_shown(), tone: "accent" as const },
    held: { words: m.events_state_held(), tone: "success" as const },
    cancelled: { words: m.events_state_cancelled(), tone: "danger" as const },
  }[state];
}

/** Why a time was refused, at its field. */
export function timesRefusal(reason: "no-such-time" | "in-the-past" | "ends-before-start"): string {
  return {
    "no-such-time": () => m.events_no_such_time(),
    "in-the-past": () => m.events_in_the_past(),
    "ends-before-start": () => m.events_ends_before_start(),
  }[reason]();
}

/** Why a time, an organiser or a network was refused, at its field. */
export function fieldRefusal({
  field,
  reason,
}: {
  field: string;
  reason: Parameters<typeof timesRefusal>[0] | MeetingRefusal | "gone" | "not-own";
}): string {
  if (reason === "gone") return field === "networkId" ? m.events_network_gone() : m.events_organiser_gone();
  if (reason === "not-own") return field === "networkId" ? m.events_network_own() : m.events_organiser_own();
  if (reason === "body-meets") return m.bodies_meets_already();
  if (reason === "other-year") return m.bodies_meeting_other_year();
  return timesRefusal(reason);
}

/** The words of an answer. */
export const answerNames = {
  accepted: () => m.events_answer_yes(),
  tentative: () => m.events_answer_maybe(),
  declined: () => m.events_answer_no(),
};

/** How an answer came, within a sentence. */
export function answeredHow({
  answeredBy,
  answeredFor,
}: {
  answeredBy: "link" | "signed_in" | "on_behalf" | "mail" | null;
  answeredFor: string | null;
}): string {
  if (answeredBy === "mail") return m.events_answered_by_mail();
  if (answeredBy === "on_behalf") return m.events_answered_on_behalf({ name: answeredFor ?? m.audit_erased() });
  return answeredBy === "signed_in" ? m.events_answered_signed_in() : m.events_answered_link();
}

/** Why an event was not published without inviting anybody. */
export const publishRefusals = {
  "not-draft": () => m.events_publish_not_draft(),
  "not-open": () => m.events_publish_not_open(),
  over: () => m.events_cannot_change_over(),
};
