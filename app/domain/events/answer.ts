export type AnswerValue = "accepted" | "declined" | "tentative";

export type AnswerVerdict = { ok: true } | { ok: false; reason: "cancelled" | "over" };

/** Whether an invitation can still be answered: until the event begins, unless it is cancelled. */
export function judgeAnswer(event: { state: string; startsAt: Date }, now: Date): AnswerVerdict {
  if (event.state === "cancelled") return { ok: false, reason: "cancelled" };
  if (event.startsAt <= now) return { ok: false, reason: "over" };
  return { ok: true };
}

/** An answer given before time or place changed stands, but is asked for again (C10). */
export function isBeforeChange(
  invitation: { answer: string | null; answeredVersion: number | null },
  askedVersion: number,
): boolean {
  return invitation.answer !== null && (invitation.answeredVersion ?? 0) < askedVersion;
}

export type AnswerCounts = { yes: number; maybe: number; no: number; none: number };

/** Counts answers; one from before the change counts as given, as it still stands. */
export function countAnswers(answers: readonly (AnswerValue | null)[]): AnswerCounts {
  const counts: AnswerCounts = { yes: 0, maybe: 0, no: 0, none: 0 };
  for (const answer of answers) {
    if (answer === "accepted") counts.yes += 1;
    else if (answer === "tentative") counts.maybe += 1;
    else if (answer === "declined") counts.no += 1;
    else counts.none += 1;
  }
  return counts;
}
