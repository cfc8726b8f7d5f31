import type { MessageOf } from "#emails/message";
import { askingBegins, askingIsOver, feedbackCloses } from "~/domain/feedback/period";
import { nextOpening } from "~/domain/regions/office-hours";
import { localToInstant } from "~/domain/shared/local-time";
import { makeLinks } from "~/features/auth/links.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import type { Waker } from "~/features/events/event-wakes.server";
import { askable, findAsked, queuedKeys } from "~/features/feedback/feedback.db.server";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { todayIn } from "~/features/regions/today";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newToken } from "~/platform/tokens.server";

const linkDays = 30;

type Asked = NonNullable<Awaited<ReturnType<typeof findAsked>>>;
type Whom = { id: string; personId: string; locale: string; person: { name: string; email: string } };

/**
 * Asks those who came what they thought of it, on the first working day after the event's, in office hours; where
 * nobody has taken attendance, those who had said they come. Each person once for each time it is held (M6), and not
 * who wants no reminders (M2).
 */
export const askFeedback: Waker = async (db, event, now) => {
  if (!event.asksFeedback || (event.state !== "published" && event.state !== "held")) return null;
  if (askingIsOver(event, now)) return null;
  const hours = await officeHoursOf(db, [event.endsAt, now]);
  const begins = localToInstant(askingBegins(event), "00:00", event.zone);
  const from = begins.ok ? Date.parse(begins.instant) : event.endsAt.getTime();
  const at = nextOpening(new Date(Math.max(now.getTime(), from)).toISOString(), hours);
  if (at === null) return null;
  if (Date.parse(at) > now.getTime()) return new Date(at);
  const asked = await findAsked(db, event.id);
  if (asked) await askAll(db, asked, now);
  return null;
};

async function askAll(db: RegionDb, event: Asked, now: Date): Promise<void> {
  const all = await askable(db, event.id);
  const came = all.filter(({ attendedAt }) => attendedAt !== null);
  const whom = new Map((came.length > 0 ? came : all).map((one) => [one.personId, one]));
  const given = new Set(all.filter(({ feedbackAt }) => feedbackAt !== null).map(({ personId }) => personId));
  const keyOf = (personId: string) => `feedback-request:${event.id}:${event.startsAt.toISOString()}:${personId}`;
  const done = await queuedKeys(db, [...whom.keys()].map(keyOf));
  const left = [...whom.values()].filter(
    ({ personId, person }) =>
      !given.has(personId) && !person.optedOut.includes("reminders") && !done.has(keyOf(personId)),
  );
  await queueRequests(
    db,
    event,
    left.map((one) => ({ ...one, key: keyOf(one.personId), rule: `feedback:${event.kind}` })),
    now,
  );
}

/** Puts requests in the outbox, each with a link of its own. */
export async function queueRequests(
  db: RegionDb,
  event: Asked,
  whom: readonly (Whom & { key: string; rule?: string })[],
  now: Date,
): Promise<void> {
  const requests = whom.map((one) => ({ ...one, token: newToken() }));
  const expiresAt = new Date(now.getTime() + linkDays * 24 * 3_600_000);
  await makeLinks(
    db,
    requests.map(({ token, id, personId }) => ({
      token,
      purpose: "feedback" as const,
      personId,
      subjectId: id,
      expiresAt,
    })),
  );
  await queueMessages(
    db,
    requests.map(({ key, token, personId, person, locale, rule }) => ({
      key,
      message: requestOf(event),
      to: { personId, name: person.name, address: person.email },
      locale: locale === "nn" || locale === "en" ? locale : "nb",
      secret: token,
      dueAt: now,
      eventId: event.id,
      ...(rule !== undefined && { rule }),
    })),
  );
}

function requestOf(event: Asked): MessageOf<"feedback-request"> {
  return {
    kind: "feedback-request",
    regionName: event.region.name,
    sender: event.organizerName ?? event.region.name,
    event: {
      title: event.title,
      startsAt: event.startsAt.toISOString(),
      endsAt: event.endsAt.toISOString(),
      zone: event.zone,
      place: event.place || null,
    },
    closesOn: todayIn(event.zone, feedbackCloses(event)),
  };
}
