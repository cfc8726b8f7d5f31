import { isUuid } from "~/domain/shared/ids";
import { approveDue, declineDue } from "~/features/automation/approve-due.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { refuse } from "~/platform/http/forms.server";

/** Says yes or no to an invitation that waits; null where the form is about no such thing. */
export async function answerDueForm(
  db: RegionDb,
  { form, personId, now }: { form: FormData; personId: string; now: Date },
) {
  const id = String(form.get("due") ?? "");
  const intent = form.get("intent");
  if (!isUuid(id) || (intent !== "approve" && intent !== "decline")) return null;
  const answered =
    intent === "approve" ? await approveDue(db, { id, personId, now }) : await declineDue(db, { id, now });
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
