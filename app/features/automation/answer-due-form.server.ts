import { isUuid } from "~/domain/shared/ids";
import { approveDue, declineDue } from "~/features/automation/approve-due.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { refuse } from "~/platform/http/forms.server";

type Input = { form: FormData; personId: string; eventId?: string; now: Date };

/**
 * Says yes or no to an invitation that waits; null where the form is about no such thing. `eventId`: the event it must
 * be of.
 */
export async function answerDueForm(db: RegionDb, { form, personId, eventId, now }: Input) {
  const id = String(form.get("due") ?? "");
  const intent = form.get("intent");
  if (!isUuid(id) || (intent !== "approve" && intent !== "decline")) return null;
  const answered =
    intent === "approve"
      ? await approveDue(db, { id, eventId, personId, now })
      : await declineDue(db, { id, eventId, now });
  if (answered.ok) {
    const words = { title: answered.subject };
    return {
      ok: true as const,
      done: intent === "approve" ? m.automation_approved(words) : m.automation_declined(words),
    };
  }
  if (answered.reason === "not-found") return null;
  return { ok: false as const, refused: refuse(form, { form: m.automation_not_waiting() }) };
}

/** The same on the page of an event; what is not its own does not wait there. */
export async function answerDueOfEvent(
  db: RegionDb,
  input: Input & { eventId: string },
): Promise<{ ok: true; done: string } | { ok: false; problem: string }> {
  const answered = await answerDueForm(db, input);
  return answered?.ok ? answered : { ok: false, problem: m.automation_not_waiting() };
}
