import { isUuid } from "~/domain/shared/ids";
import { answerFormSchema } from "~/features/events/answer-form.schema";
import { answerOwnInvitation } from "~/features/events/answer-own-invitation.server";
import { resendOwnInvitation } from "~/features/events/resend-invitation.server";
import type { Membership } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { withRegion } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

export type RefusedAnswer = { invitation: string; errors: FormErrors; values: FormValues };

type AnsweredOwn = { ok: true; done: string } | { ok: false; status: 400 | 409; refused: RefusedAnswer } | null;

/**
 * What somebody signed in does with an invitation of her own: answers it, or has it sent to her again. Null when it is
 * not hers, or none.
 */
export async function answerOwnForm(form: FormData, { access, personId }: Membership, now: Date): Promise<AnsweredOwn> {
  const invitationId = form.get("invitation");
  if (!isUuid(invitationId)) return null;
  if (form.get("intent") === "resend") {
    const sent = await withRegion(access, (db) => resendOwnInvitation(db, { invitationId, personId, now }));
    return sent ? { ok: true, done: m.events_resent() } : null;
  }
  const parsed = parseForm(form, answerFormSchema());
  if (!parsed.ok) return { ok: false, status: 400, refused: { ...parsed, invitation: invitationId } };
  const result = await withRegion(access, (db) =>
    answerOwnInvitation(db, { ...parsed.value, invitationId, personId, now }),
  );
  if (result.ok) return { ok: true, done: m.overview_answered() };
  if (result.reason === "gone") return null;
  const why = {
    cancelled: m.events_answer_cancelled(),
    over: m.events_answer_over(),
    "passed-on": m.events_answer_passed_on(),
  };
  const errors = { form: why[result.reason] };
  return { ok: false, status: 409, refused: { ...refuse(form, errors), invitation: invitationId } };
}
