import { judgeAnswer } from "~/domain/events/answer";
import { isUuid } from "~/domain/shared/ids";
import { findEvent, invitationsOf } from "~/features/events/events.db.server";
import { invitationsAt, repliesOf } from "~/features/events/replies.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Waiting = Awaited<ReturnType<typeof repliesOf>>["waiting"][number];

/** The answers by mail that wait for a person, why each does, and for whom it may be counted. */
export async function repliesView(db: RegionDb, eventId: string, now: Date) {
  const event = isUuid(eventId) ? await findEvent(db, eventId) : null;
  if (!event) return null;
  const { waiting, settled } = await repliesOf(db, eventId);
  const addresses = [...new Set(waiting.flatMap(({ fromAddress, attendee }) => [fromAddress, attendee]))];
  const known = addresses.length > 0 ? await invitationsAt(db, eventId, addresses) : [];
  const at = (address: string) => known.find((invitation) => invitation.addresses.includes(address));
  const open = judgeAnswer(event, now);
  const invited = (await invitationsOf(db, eventId))
    .map(({ id, person, municipality, answer }) => ({
      id,
      name: person.name,
      municipality: municipality?.municipality.name ?? "",
      answer,
    }))
    .sort((a, b) => a.municipality.localeCompare(b.municipality, "nb") || a.name.localeCompare(b.name, "nb"));
  const reasonOf = ({ attendee, fromAddress, proposesTime }: Waiting) => {
    if ((at(attendee) ?? at(fromAddress))?.out) return "withdrawn" as const;
    if (!open.ok) return open.reason;
    return proposesTime ? ("counter" as const) : ("other-address" as const);
  };
  /** Whose it most likely is: whom the calendar names, else who wrote, else the one of that name. */
  const guessOf = ({ attendee, fromAddress, fromName }: Waiting) => {
    const found = (at(attendee) ?? at(fromAddress))?.id ?? invited.find(({ name }) => name === fromName)?.id;
    return invited.some(({ id }) => id === found) ? (found ?? null) : null;
  };
  const told = ({ id, fromName, fromAddress, attendee, answer, comment, proposedStart, receivedAt }: Waiting) => ({
    id,
    fromName,
    fromAddress,
    attendee: attendee === fromAddress ? "" : attendee,
    answer,
    comment,
    proposedStart: proposedStart?.toISOString() ?? null,
    at: receivedAt.toISOString(),
  });
  return {
    zone: event.zone,
    open: open.ok,
    waiting: waiting.map((reply) => ({ ...told(reply), reason: reasonOf(reply), guess: guessOf(reply) })),
    settled: settled.map((reply) => ({
      ...told(reply),
      state: reply.state,
      countedFor: reply.invitation?.person.name ?? null,
    })),
    invited,
  };
}

export type RepliesView = NonNullable<Awaited<ReturnType<typeof repliesView>>>;
