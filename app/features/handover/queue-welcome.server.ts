import { writtenLocale } from "~/domain/municipalities/written-locale";
import { makeLinks } from "~/features/auth/links.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { answerLinkEnds } from "~/features/events/event-times.server";
import { municipalityOf, personOf } from "~/features/handover/handover.db.server";
import type { Passed } from "~/features/handover/parts.server";
import { senderOf } from "~/features/regions/organizer.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { newToken } from "~/platform/tokens.server";

/** Welcomes a new contact person with what is open for the municipality, each with a personal link of its own. */
export async function queueWelcome(
  db: RegionDb,
  input: { municipalityId: string; personId: string; roleId: string; passed: Passed[]; now: Date },
): Promise<void> {
  const { municipalityId, personId, roleId, now } = input;
  const region = await ownRegion(db);
  const municipality = await municipalityOf(db, municipalityId);
  const person = await personOf(db, personId);
  const open = input.passed.flatMap(({ what }) => what.map((event) => ({ ...event, token: newToken() })));
  await makeLinks(
    db,
    open.map(({ token, id, endsAt }) => ({
      token,
      purpose: "answer" as const,
      personId,
      subjectId: id,
      expiresAt: answerLinkEnds(new Date(endsAt)),
    })),
  );
  await queueMessages(db, [
    {
      key: `handover-welcome:${roleId}`,
      message: {
        kind: "handover-welcome",
        regionName: region.name,
        sender: senderOf(region).name,
        municipality: municipality.name,
        municipalityNumber: municipality.number,
        events: open.map(({ title, startsAt, endsAt, zone, place, replyBy }) => ({
          title,
          startsAt,
          endsAt,
          zone,
          place: place || null,
          replyBy,
        })),
      },
      to: { personId, name: person.name, address: person.email },
      locale: writtenLocale(municipality.writtenStandard, region.defaultStandard),
      ...(open.length > 0 && { secret: open.map(({ token }) => token).join(" ") }),
      dueAt: now,
    },
  ]);
}
