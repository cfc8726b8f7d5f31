export type IssueState = "draft" | "approval" | "approved" | "sent" | "dropped";

/** What can be done with an issue as a whole. */
export type IssueStep = "ask" | "approve" | "reopen" | "schedule" | "send" | "drop";

const from: Record<IssueStep, readonly IssueState[]> = {
  ask: ["draft", "approval"],
  approve: ["draft", "approval"],
  /** Back to a draft: what was asked or approved counts no more. */
  reopen: ["approval", "approved"],
  schedule: ["draft", "approval", "approved"],
  send: ["approved"],
  drop: ["draft", "approval", "approved"],
};

export type StepRefusal =
  /** It is not where one does this from: `changed` by another, or sent already. */
  | "state"
  /** No new issues go out of a newsletter that has ended. */
  | "ended"
  /** Four eyes: nobody has asked for approval, or she who asked would approve it herself. */
  | "needs-another";

type Facts = { state: IssueState; askedById: string | null; newsletter: { fourEyes: boolean; endedAt: Date | null } };

/**
 * Whether an issue may take a step. `personId`: who takes it, null for the rules of the automation, which are nobody's
 * second pair of eyes.
 */
export function judgeStep(
  { state, askedById, newsletter }: Facts,
  step: IssueStep,
  personId: string | null = null,
): { ok: true } | { ok: false; reason: StepRefusal } {
  if (!from[step].includes(state)) return { ok: false, reason: "state" };
  if (newsletter.endedAt !== null && step !== "drop" && step !== "reopen") return { ok: false, reason: "ended" };
  if (step === "approve" && newsletter.fourEyes) {
    const another = state === "approval" && personId !== null && askedById !== personId;
    if (!another) return { ok: false, reason: "needs-another" };
  }
  return { ok: true };
}

/** The content of an issue may be changed until it is approved. */
export const isOpenForEdit = (state: IssueState): boolean => state === "draft" || state === "approval";
