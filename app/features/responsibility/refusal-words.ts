import type { ChangeRowResult } from "~/features/responsibility/change-row.server";
import { m } from "~/i18n/messages/messages";

type Reason = Extract<ChangeRowResult, { ok: false }>["reason"];

const words: Record<Reason, () => string> = {
  "changed-meanwhile": () => m.responsibility_refused_changed(),
  "no-such-row": () => m.responsibility_refused_no_row(),
  "no-such-actor": () => m.responsibility_refused_no_actor(),
  "needs-day": () => m.responsibility_refused_needs_day(),
  "before-approval": () => m.responsibility_refused_before_approval(),
  "two-accountable": () => m.responsibility_refused_two(),
};

/** Why a change of the matrix was refused, and what to do. */
export const refusalWords = (reason: Reason) => words[reason]();
