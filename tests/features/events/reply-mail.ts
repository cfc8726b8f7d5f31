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
  /** Proposes another start, as DTSTART is written: ":20270526T080000Z". */
  proposes?: string;
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
  proposes,
}: ReplyFields): string {
  const method = proposes === undefined ? "REPLY" : "COUNTER";
  const lines = [
    `From: "${name}" <${from}>`,
    "To: svar@vestland.example",
    "Subject: Svar",
    "MIME-Version: 1.0",
    `Content-Type: text/calendar; charset=utf-8; method=${method}`,
    "",
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${eventId}@samvirk`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `ATTENDEE;PARTSTAT=${partstat}:MAILTO:${attendee}`,
    ...(proposes ? [`DTSTART${proposes}`] : []),
    ...(comment ? [`COMMENT:${comment}`] : []),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ];
  return lines.join("\r\n");
}
