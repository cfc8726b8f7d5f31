export type ReplyFields = {
  eventId: string;
  attendee: string;
  stamp: Date;
  /** The attendee, when absent. */
  from?: string;
  name?: string;
  partstat?: string;
  sequence?: number;
  comment?: string;
};

/** An answer as a calendar program mails it. */
export function replyMail({
  eventId,
  attendee,
  stamp,
  from = attendee,
  name = "Kontaktperson",
  partstat = "ACCEPTED",
  sequence = 0,
  comment,
}: ReplyFields): string {
  const lines = [
    `From: "${name}" <${from}>`,
    "To: svar@vestland.example",
    "Subject: Svar",
    "MIME-Version: 1.0",
    "Content-Type: text/calendar; charset=utf-8; method=REPLY",
    "",
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "METHOD:REPLY",
    "BEGIN:VEVENT",
    `UID:${eventId}@samvirk`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `ATTENDEE;PARTSTAT=${partstat}:MAILTO:${attendee}`,
    ...(comment ? [`COMMENT:${comment}`] : []),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ];
  return lines.join("\r\n");
}
