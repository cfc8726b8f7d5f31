import type { Message } from "#emails/message";
import { previewMessage } from "~/features/delivery/preview-message.server";

/** A mail as its recipient would get it, with its calendar entry both as facts and as it is written. */
export async function shownMail(message: Message, to: { locale: "nb" | "nn"; slug: string }) {
  const { subject, text, html, calendar } = await previewMessage(message, to);
  const entry = "calendar" in message ? message.calendar : null;
  return {
    subject,
    text,
    html,
    calendar:
      entry && calendar
        ? {
            title: entry.title,
            startsAt: entry.startsAt,
            endsAt: entry.endsAt,
            zone: entry.zone,
            place: entry.location,
            organizer: entry.organizer,
            attendee: { name: entry.attendee.name, address: entry.attendee.address },
            source: calendar.content,
          }
        : null,
  };
}

export type ShownMail = Awaited<ReturnType<typeof shownMail>>;
