import { writtenLocale } from "~/domain/municipalities/written-locale";
import { isUuid } from "~/domain/shared/ids";
import { audienceChoices } from "~/features/audiences/audience.view.server";
import { previewMessage } from "~/features/delivery/preview-message.server";
import { invitationMessage } from "~/features/events/event-messages.server";
import { localDay } from "~/features/events/event-times.server";
import { findEvent, invitationsOf } from "~/features/events/events.db.server";
import { networkMembers } from "~/features/events/invite-whom";
import { inviteesOf, placeOf } from "~/features/events/invitees.server";
import { organizerOf } from "~/features/regions/organizer.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Who would be invited, in which language, who would not and why, and the mail as one of each language gets it. Null
 * when there is no such event, or no such audience.
 *
 * @param asked the audience that is invited, or `networkMembers`; null for all contact persons. Left out, it is whom the
 *   event is said to be for, else the members of its network, and all contact persons where it has none.
 */
export async function inviteView(db: RegionDb, id: string, now: Date, asked?: string | null) {
  const event = isUuid(id) ? await findEvent(db, id) : null;
  if (!event) return null;
  const { network } = event;
  const audienceId = asked === undefined ? audienceMeant(event) : asked;
  const audiences = await audienceChoices(db);
  const audience = audiences.find((each) => each.id === audienceId) ?? null;
  const members = audienceId === networkMembers ? network : null;
  if (audienceId !== null && !audience && !members) return null;
  const region = await db.region.findFirstOrThrow();
  const today = localDay(now, region.zone);
  const invited = new Set((await invitationsOf(db, id)).map(({ personId }) => personId));
  const { people, already, held, optedOut, vacant } = await inviteesOf(db, {
    audienceId,
    networkId: event.networkId,
    today,
    invited,
  });
  const recipients = people.map((person) => ({
    ...person,
    locale: writtenLocale(person.writtenStandard, region.defaultStandard),
  }));
  const told = { ...event, ...(event.organizerAddress ? {} : organizerOf(region)) };
  const previews = await Promise.all(
    (["nn", "nb"] as const).flatMap((locale) => {
      const first = recipients.find((recipient) => recipient.locale === locale);
      if (!first) return [];
      const recipient = { ...first, personId: first.personId ?? "", municipality: first.municipalityName };
      const message = invitationMessage(told, recipient, region.name, {
        sequence: 0,
        stamp: now,
        answer: "needs-action",
      });
      return [
        previewMessage(message, { locale, slug: region.slug }).then((mail) => ({
          locale,
          to: placeOf(first),
          ...mail,
        })),
      ];
    }),
  );
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
    audiences,
    recipients: recipients.map(({ personId, name, municipalityName, locale, partIds }) => ({
      key: personId ?? `address ${partIds.join()}`,
      personId,
      name,
      municipalityName,
      locale,
    })),
    held: held.map((each) => ({ ...leftOut(each), reason: each.held })),
    optedOut: optedOut.map(leftOut),
    vacant: vacant.map(({ number, name, guest }) => ({ number, name, guest })),
    already,
    previews,
  };
}

/** Whom an event is for, as it is invited; the members of its network where nobody has said. */
function audienceMeant(event: { audienceKind: string | null; audienceId: string | null; networkId: string | null }) {
  if (event.audienceKind === "audience") return event.audienceId;
  if (event.audienceKind === "contact_persons") return null;
  return event.networkId && networkMembers;
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
