import { isBeforeChange, judgeAnswer } from "~/domain/events/answer";
import { openLink } from "~/features/auth/links.server";
import { findInvitation } from "~/features/events/events.db.server";
import { programmeOf } from "~/features/events/programme.view.server";
import { substituteChoices } from "~/features/events/substitute.view.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

/** The invitation a link belongs to; null when the link is wrong or has expired. */
export async function invitationByLink(db: RegionDb, token: string, now: Date) {
  const link = await openLink(db, token, "answer", now);
  return link && (await findInvitation(db, link.subjectId));
}

/** What the page of a personal link shows (mocks 05 and 05b). */
export async function answerView(regionId: string, token: string, now: Date) {
  const found = await withRegion({ regionId, personId: null, via: "link" }, async (db) => {
    const invitation = await invitationByLink(db, token, now);
    return (
      invitation && {
        invitation,
        choices: await substituteChoices(db, invitation),
        programme: await programmeOf(db, invitation.event.id),
      }
    );
  });
  if (!found) return null;
  const { invitation, choices, programme } = found;
  const { event, municipality, answer } = invitation;
  const verdict = judgeAnswer(event, now);
  return {
    municipality: municipality?.municipality.name ?? null,
    locale: invitation.locale === "nn" ? ("nn" as const) : ("nb" as const),
    answer,
    askedAgain: isBeforeChange(invitation, event.askedVersion),
    form: {
      comment: invitation.comment,
      asksNeeds: event.asksNeeds,
      // Whoever has the link sees the page: needs may be of health, and are not shown again.
      needs: { told: invitation.needs !== "" },
    },
    closed: invitation.withdrawnAt
      ? choices.meetsFor
        ? ("taken-back" as const)
        : ("passed-on" as const)
      : verdict.ok
        ? null
        : verdict.reason,
    ...choices,
    programme: programme && programme.items.length > 0 ? programme : null,
    /** For those who come alone. */
    joinLink: answer === "accepted" && !invitation.withdrawnAt && event.state !== "cancelled" ? event.joinLink : "",
    event: {
      title: event.title,
      description: event.description,
      startsAt: event.startsAt.toISOString(),
      endsAt: event.endsAt.toISOString(),
      zone: event.zone,
      place: event.place,
      link: event.link,
      replyBy: event.replyBy?.toISOString().slice(0, 10) ?? null,
      organizer: event.organizerName ?? "",
      /** A meeting of a governing body: its members are invited, and no contact persons. */
      ofBody: event.bodyId !== null,
    },
  };
}

export type AnswerView = NonNullable<Awaited<ReturnType<typeof answerView>>>;
