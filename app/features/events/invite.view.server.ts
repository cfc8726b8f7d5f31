import { writtenLocale } from "~/domain/municipalities/written-locale";
import { timeOf } from "~/domain/regions/clock-minutes";
import { nextOpening } from "~/domain/regions/office-hours";
import { isUuid } from "~/domain/shared/ids";
import { audienceChoices } from "~/features/audiences/audience.view.server";
import { invitationMessage } from "~/features/events/event-messages.server";
import { localDay } from "~/features/events/event-times.server";
import { findEvent, invitationsOf } from "~/features/events/events.db.server";
import { audienceRemembered, bodyMembers, networkMembers } from "~/features/events/invite-whom";
import { inviteesOf } from "~/features/events/invitees.server";
import { shownMail } from "~/features/events/shown-mail.server";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { organizerOf } from "~/features/regions/organizer.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Who would be invited, in which language, who would not and why, when it may go, and the mail as one of them gets it.
 * Null when there is no such event, or no such audience.
 *
 * @param asked the audience that is invited, `networkMembers` or `bodyMembers`; null for all contact persons. Left out, it is whom the
 *   event remembers it is for, else the members of the network that holds it, and all contact persons where none does.
 * @param shown the key of the recipient whose mail is shown; the first one's when nobody has it
 */
export async function inviteView(db: RegionDb, id: string, now: Date, asked?: string | null, shown?: string | null) {
  const event = isUuid(id) ? await findEvent(db, id) : null;
  if (!event) return null;
  const found = event;
  const { network, body } = event;
  const remembered = audienceRemembered(event);
  const fallback = remembered === undefined ? ((body && bodyMembers) ?? (network && networkMembers)) : remembered;
  const audienceId = asked === undefined ? fallback : asked;
  const audiences = await audienceChoices(db);
  const audience = audiences.find((each) => each.id === audienceId) ?? null;
  const members = audienceId === networkMembers ? network : null;
  const seats = audienceId === bodyMembers ? body : null;
  if (audienceId !== null && !audience && !members && !seats) return null;
  const region = await ownRegion(db);
  const today = localDay(now, region.zone);
  const invited = new Set((await invitationsOf(db, id)).map(({ personId }) => personId));
  const { people, already, held, optedOut, vacant } = await inviteesOf(db, {
    audienceId,
    networkId: event.networkId,
    bodyId: event.bodyId,
    today,
    invited,
  });
  const recipients = people.map((person) => ({
    ...person,
    locale: writtenLocale(person.writtenStandard, region.defaultStandard),
  }));
  const keyed = recipients.map((person) => ({ ...person, key: person.personId ?? `address ${person.partIds.join()}` }));
  const one = keyed.find(({ key }) => key === shown) ?? keyed[0];
  const hours = await officeHoursOf(db, [now]);
  const opening = nextOpening(now.toISOString(), hours);
  return {
    id: event.id,
    title: event.title,
    closed: event.state === "cancelled" ? ("cancelled" as const) : event.startsAt <= now ? ("over" as const) : null,
    /** What is chosen, as the address and the form name it; "" for all contact persons. */
    chosen: audienceId ?? "",
    audience,
    network,
    /** The network, when its members are invited. */
    members,
    body,
    /** The governing body, when its members are invited. */
    seats,
    audiences,
    recipients: keyed.map(({ key, personId, name, municipalityName, locale }) => ({
      key,
      personId,
      name,
      municipalityName,
      locale,
    })),
    held: held.map((each) => ({ ...leftOut(each), reason: each.held })),
    optedOut: optedOut.map(leftOut),
    vacant: vacant.map(({ number, name, guest }) => ({ number, name, guest })),
    already,
    /** When it may go by itself (M8), and the first such time before the event; in the region's zone. */
    hours: { opens: timeOf(hours.opens), closes: timeOf(hours.closes), zone: hours.zone },
    opening: opening && new Date(opening) < event.startsAt ? opening : null,
    preview: one ? await preview(one) : null,
  };

  async function preview(person: (typeof keyed)[number]) {
    const { locale, key } = person;
    const recipient = { ...person, personId: person.personId ?? "", municipality: person.municipalityName };
    const told = { ...found, ...(found.organizerAddress ? {} : organizerOf(region)) };
    const revision = { sequence: 0, stamp: now, answer: "needs-action" as const };
    const message = invitationMessage(told, recipient, region.name, revision);
    return { key, locale, ...(await shownMail(message, { locale, slug: region.slug })) };
  }
}

export type InviteView = NonNullable<Awaited<ReturnType<typeof inviteView>>>;

const leftOut = ({
  personId,
  name,
  municipalityName,
}: {
  personId: string | null;
  name: string;
  municipalityName: string | null;
}) => ({
  personId,
  name,
  municipalityName,
});
