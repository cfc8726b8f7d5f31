import { data } from "@remix-run/node";
import { seenPart } from "~/features/reports/seen-fields";
import { reopenRound, submitRound } from "~/features/reports/submit-round.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { type FormErrors, refuse, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

const longest = 1000;

/** Submits a report, or opens it for a correction. A refusal keeps what was typed. */
export async function answerSubmitForm(
  form: FormData,
  { access, roundId, now }: { access: Access; roundId: string; now: Date },
) {
  const { intent, reason = "", confirmed, version: typed } = valuesOf(form);
  const version = readVersion(typed);
  const asked = { roundId, version, reason };
  if (reason.length > longest) return refusal(form, { reason: m.common_too_long({ max: longest }) }, 400);
  if (intent === "reopen") {
    const reopened = await withRegion(access, (db) => reopenRound(db, asked));
    if (reopened.ok) return { ok: true, said: m.reports_reopened(), number: null } as const;
    if (reopened.reason === "not-found") notFound();
    if (reopened.reason === "no-reason") return refusal(form, { reason: m.reports_reason_why_needed() }, 400);
    const why = reopened.reason === "not-submitted" ? m.reports_not_submitted() : m.common_changed_meanwhile();
    return refusal(form, { form: why }, 409);
  }
  const seen = Object.fromEntries(Object.entries(valuesOf(form)).filter(([name]) => name.startsWith("seen.")));
  const submitted = await withRegion(access, (db) =>
    submitRound(db, { ...asked, personId: access.personId, confirmed: confirmed === "yes", seen, now }),
  );
  if (submitted.ok) {
    const { number } = submitted;
    return { ok: true, said: m.reports_submitted_done({ number }), number } as const;
  }
  if (submitted.reason === "not-found") notFound();
  if (submitted.reason === "no-reason") return refusal(form, { reason: m.reports_reason_needed() }, 400);
  if (submitted.reason === "not-as-seen") return refusal(form, { form: notAsSeen(submitted) }, 409);
  if (submitted.reason === "lacks") return refusal(form, { confirmed: m.reports_confirm_needed() }, 400);
  const why = submitted.reason === "submitted" ? m.reports_submitted_already() : m.common_changed_meanwhile();
  return refusal(form, { form: why }, 409);
}

/** What is otherwise than on the page, in words. */
function notAsSeen({ parts, figures }: { parts: string[]; figures: string[] }): string {
  const names: [string, () => string][] = [
    [seenPart.rows, m.reports_tab_rows],
    [seenPart.texts, m.reports_tab_texts],
    [seenPart.accounts, m.reports_tab_accounts],
  ];
  const changed = names.flatMap(([part, name]) => (parts.includes(part) ? [name()] : []));
  return m.reports_not_as_seen({ parts: [...changed, ...figures].join(" · ") });
}

const refusal = (form: FormData, errors: FormErrors, status: number) =>
  ({ ok: false, refusal: data(refuse(form, errors), { status }) }) as const;
