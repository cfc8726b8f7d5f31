import type { AnswerValue } from "~/domain/events/answer";
import { findInvitation } from "~/features/events/events.db.server";
import { type RecordAnswerResult, recordAnswer } from "~/features/events/record-answer.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Answers an invitation as the person it is to, signed in. Anybody else's is `gone`. */
export async function answerOwnInvitation(
  db: RegionDb,
  input: {
    invitationId: string;
    personId: string;
    answer: AnswerValue;
    comment?: string | undefined;
    needs?: string | undefined;
    now: Date;
  },
): Promise<RecordAnswerResult> {
  const { personId, ...given } = input;
  const invitation = await findInvitation(db, given.invitationId);
  if (invitation?.personId !== personId) return { ok: false, reason: "gone" };
  return recordAnswer(db, { ...given, answeredBy: "signed_in" });
}
