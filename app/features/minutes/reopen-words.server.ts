import type { Reopened } from "~/features/minutes/reopen-minutes.server";
import { m } from "~/i18n/messages/messages";

/** Why a meeting is not opened again. */
export function reopenWords(refused: Extract<Reopened, { ok: false }>): string {
  if (refused.reason === "taken-up") return m.minutes_reopen_taken_up({ number: refused.number });
  if (refused.reason === "passed-on") return m.minutes_reopen_passed_on({ number: refused.number });
  const words = {
    "not-found": m.minutes_reopen_not_ended,
    "not-ended": m.minutes_reopen_not_ended,
    sent: m.minutes_reopen_sent,
    imported: m.minutes_reopen_imported,
    "no-reason": m.minutes_reopen_no_reason,
    "too-long": m.minutes_text_too_long,
  };
  return words[refused.reason]();
}
