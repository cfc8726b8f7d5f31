import { writtenLocale } from "~/domain/municipalities/written-locale";
import { isUuid } from "~/domain/shared/ids";
import { previewMessage } from "~/features/delivery/preview-message.server";
import { invitationMessage } from "~/features/events/event-messages.server";
import { localDay } from "~/features/events/event-times.server";
import { findEvent, invitationsOf } from "~/features/events/events.db.server";
import { contactPersonsOn, vacantMunicipalities } from "~/features/municipalities/contact-persons.view.server";
import { organizerOf } from "~/features/regions/organizer.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Who would be invited, in which language, who would not and why, and the mail as one of each language gets it. */
export async function inviteView(db: RegionDb, id: string, now: Date) {
  const event = isUuid(id) ? await findEvent(db, id) : null;
  if (!event) return null;
  const region = await db.region.findFirstOrThrow();
  const today = localDay(now, region.zone);
  const [people, vacant, invitations] = [
    await contactPersonsOn(db, today),
    await vacantMunicipalities(db, today),
    await invitationsOf(db, id),
  ];
  const already = new Set(invitations.map((invitation) => invitation.personId));
  const recipients = people
    .filter(
      (person, index, all) =>
        !already.has(person.personId) && all.findIndex((other) => other.personId === person.personId) === index,
    )
    .map((person) => ({ ...person, locale: writtenLocale(person.writtenStandard, region.defaultStandard) }));
  const told = { ...event, ...(event.organizerAddress ? {} : organizerOf(region)) };
  const previews = await Promise.all(
    (["nn", "nb"] as const).flatMap((locale) => {
      const first = recipients.find((recipient) => recipient.locale === locale);
      if (!first) return [];
      const recipient = { ...first, municipality: first.municipalityName };
      const message = invitationMessage(told, recipient, region.name, {
        sequence: 0,
        stamp: now,
        answer: "needs-action",
      });
      const to = first.municipalityName;
      return [previewMessage(message, { locale, slug: region.slug }).then((mail) => ({ locale, to, ...mail }))];
    }),
  );
  return {
    id: event.id,
    title: event.title,
    closed: event.state === "cancelled" ? ("cancelled" as const) : event.startsAt <= now ? ("over" as const) : null,
    recipients: recipients.map(({ personId, name, municipalityName, locale }) => ({
      personId,
      name,
      municipalityName,
      locale,
    })),
    vacant: vacant.map(({ number, name }) => ({ number, name })),
    already: people.filter((person) => already.has(person.personId)).length,
    previews,
  };
}
