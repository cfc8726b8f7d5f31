import { randomBytes, randomUUID } from "node:crypto";
import ICAL from "ical.js";
import pg from "pg";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { type ReceivedMail, startSmtp } from "#tests/support/smtp";
import { deliverDue } from "~/features/delivery/deliver.server";
import { changeEvent } from "~/features/events/change-event.server";
import { makeEvent } from "~/features/events/create-event.server";
import { eventView, readEvent } from "~/features/events/event.view.server";
import { type EventForm, eventFormSchema } from "~/features/events/event-form.schema";
import { inviteContactPersons } from "~/features/events/invite.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { smtpTransport } from "~/platform/mail/smtp.server";
import type { Transport } from "~/platform/mail/transport.server";
import { demoAddress, seedRegion } from "../../../prisma/seed/demo";

export const minute = 60_000;
export const hour = 60 * minute;

/** The statement, on the test's database past every wall. */
export async function asAdmin(
  adminUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * A region of these municipalities of Vestland, live, whose contact persons have been there for a year. The mail of
 * every other region waits, so that a test delivers its own alone.
 */
export async function makeLiveRegion(adminUrl: string, names: string[], standards: "nynorsk" | "bokmal" = "nynorsk") {
  const slug = `r-${randomBytes(4).toString("hex")}`;
  await seedRegion({
    region: {
      slug,
      name: "Vestland",
      initials: "VL",
      defaultStandard: standards,
      senderName: "Statsforvaltaren i Vestland",
      senderAddress: "post@vestland.example",
      replyAddress: "svar@vestland.example",
      mailMode: "live",
    },
    municipalities: { countyNumber: "46", name: { in: names } },
    standards: new Map(),
    priorityAreas: [],
    contactPerson: "Kontaktperson",
    people: [{ name: "Koordinator", email: `koordinator@${slug}.example`, role: "coordinator" }],
  });
  const [row] = await asAdmin(adminUrl, "SELECT id FROM region WHERE slug = $1", [slug]);
  const id = row?.id ?? "";
  await asAdmin(adminUrl, "UPDATE region SET mail_mode = 'hold' WHERE id <> $1", [id]);
  await asAdmin(adminUrl, "UPDATE role SET valid_from = '2026-01-01' WHERE region_id = $1", [id]);
  const inside = <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: id, personId: null, via: "session" }, work);
  const coordinator = await inside((db) => db.person.findFirstOrThrow({ where: { email: { startsWith: "koord" } } }));
  const invitationOf = (municipality: string) =>
    inside((db) => db.invitation.findFirstOrThrow({ where: { person: { email: demoAddress(municipality) } } }));
  return { id, slug, inside, coordinatorId: coordinator.id, invitationOf };
}

export type LiveRegion = Awaited<ReturnType<typeof makeLiveRegion>>;

/** The form of a meeting on 26 May 2027 from nine to eleven, as the browser would send it. */
export function eventForm(fields: Partial<Record<keyof EventForm, string>> = {}): EventForm {
  const filled = { title: "Dialogmøte", kind: "dialogue_meeting", date: "2027-05-26", start: "09:00", end: "11:00" };
  return eventFormSchema().parse({ ...filled, place: "Voss", version: "0", ...fields });
}

/** An event, made as the form makes it, and what a coordinator does to it. */
export async function startEvent(region: LiveRegion, now: Date, fields: Parameters<typeof eventForm>[0] = {}) {
  const { inside, coordinatorId } = region;
  const made = await inside((db) =>
    makeEvent(db, {
      form: eventForm(fields),
      planRowId: null,
      responsibleId: coordinatorId,
      zone: "Europe/Oslo",
      now,
    }),
  );
  if (!made.ok) throw new Error(made.reason);
  const { id } = made;
  const row = () => inside((db) => db.event.findFirstOrThrow({ where: { id } }));
  let last = fields;
  const change = async (changed: Parameters<typeof eventForm>[0], at: Date, when: "later" | "now") => {
    const form = eventForm({ ...last, ...changed, version: String((await row()).version), when });
    const result = await inside((db) => changeEvent(db, { eventId: id, form, now: at }));
    if (result.ok) last = { ...last, ...changed };
    return result;
  };
  return {
    id,
    row,
    invite: (at = now) => inside((db) => inviteContactPersons(db, { eventId: id, now: at })),
    /** Changes these fields and no others; the invited are told later, or now. */
    change: (changed: Parameters<typeof eventForm>[0], at = now) => change(changed, at, "later"),
    changeNow: (changed: Parameters<typeof eventForm>[0], at = now) => change(changed, at, "now"),
  };
}

/** Delivers what is due until nothing more is. */
export async function deliverAll(transport: Transport, at: Date): Promise<number> {
  let all = 0;
  for (let taken = 1; taken > 0; all += taken)
    taken = await deliverDue({ worker: randomUUID(), transport, now: () => at });
  return all;
}

/** A mail server of the test file's own, and what arrives at it. */
export function usePost() {
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  let transport: Transport;
  beforeAll(async () => {
    smtp = await startSmtp();
    transport = smtpTransport(smtp.url);
  });
  afterAll(async () => {
    await transport.close();
    await smtp.stop();
  });
  beforeEach(() => {
    smtp.mails.length = 0;
    smtp.options.refuse = () => undefined;
  });
  return {
    smtp: () => smtp,
    transport: () => transport,
    /** Delivers what is due, and gives what arrived, by recipient. */
    async read(at: Date): Promise<ReadMail[]> {
      smtp.mails.length = 0;
      await deliverAll(transport, at);
      const mails = await Promise.all(smtp.mails.map(readMail));
      return mails.sort((a, b) => a.to.localeCompare(b.to));
    },
  };
}

export type ReadMail = Awaited<ReturnType<typeof readMail>>;

/** A mail as a mail program and a calendar would read it. */
export async function readMail({ raw, from, to }: ReceivedMail) {
  const mail = await PostalMime.parse(raw);
  const source = raw.toString("utf8");
  const encoded = /Content-Type: text\/calendar; charset=utf-8; method=(\w+)\r\n.*?\r\n\r\n([\w+/=\r\n]+)/s.exec(
    source,
  );
  const ics = encoded ? Buffer.from(encoded[2] ?? "", "base64").toString("utf8") : "";
  const calendar = ics ? new ICAL.Component(ICAL.parse(ics)) : null;
  const vevent = calendar?.getFirstSubcomponent("vevent") ?? null;
  const attendees = vevent?.getAllProperties("attendee") ?? [];
  const time = (name: string) => {
    const value = vevent?.getFirstPropertyValue(name);
    return value instanceof ICAL.Time ? value : null;
  };
  const instant = (name: string) => time(name)?.toJSDate().toISOString();
  if (calendar) {
    const zone = calendar.getFirstSubcomponent("vtimezone");
    if (zone) ICAL.TimezoneService.register(zone);
  }
  return {
    /** The content types of the parts that say the same. */
    alternatives: [...source.matchAll(/^Content-Type: (text\/[a-z]+);/gm)].map(([, type]) => type),
    startsAt: instant("dtstart"),
    endsAt: instant("dtend"),
    envelope: { from, to },
    to: to[0] ?? "",
    from: mail.from?.address,
    replyTo: mail.replyTo?.map(({ address }) => address),
    subject: mail.subject ?? "",
    messageId: mail.messageId,
    text: mail.text ?? "",
    html: mail.html ?? "",
    link: /https?:\/\/\S+\/([\w-]{32})(?![\w-])/.exec(mail.text ?? "")?.[1] ?? "",
    ics,
    partMethod: encoded?.[1],
    method: calendar?.getFirstPropertyValue("method"),
    uid: String(vevent?.getFirstPropertyValue("uid") ?? ""),
    sequence: Number(vevent?.getFirstPropertyValue("sequence") ?? -1),
    status: vevent?.getFirstPropertyValue("status"),
    stamp: time("dtstamp")?.toString(),
    starts: time("dtstart")?.toString(),
    ends: time("dtend")?.toString(),
    tzid: vevent?.getFirstProperty("dtstart")?.getParameter("tzid"),
    title: String(vevent?.getFirstPropertyValue("summary") ?? ""),
    place: String(vevent?.getFirstPropertyValue("location") ?? ""),
    organizer: String(vevent?.getFirstPropertyValue("organizer") ?? ""),
    attendees: attendees.map((one) => String(one.getFirstValue())),
    answer: attendees[0]?.getParameter("partstat"),
    rsvp: attendees[0]?.getParameter("rsvp"),
  };
}

/** The page of an event as its organiser sees it; null for an id that is none. */
export async function eventPage(db: RegionDb, id: string, now: Date) {
  const read = await readEvent(db, id);
  return read && eventView(db, read, now);
}
