import { can } from "~/domain/auth/permissions";
import { makeIssue } from "~/features/newsletters/make-issue.server";
import { findNewsletter } from "~/features/newsletters/newsletters.db.server";
import type { Membership } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { withRegion } from "~/platform/db/region-db.server";
import { forbidden, notFound } from "~/platform/http/responses.server";

type Made = { ok: true; issueId: string } | { ok: false; status: 400 | 409; error: string };

/** Makes an issue of the newsletter a form names, for somebody who writes it. */
export async function answerMakeForm(
  form: FormData,
  { access, roles, personId }: Pick<Membership, "access" | "roles" | "personId">,
  now: Date,
): Promise<Made> {
  if (!can(roles, "newsletters.write", { isEditor: true })) forbidden();
  if (form.get("intent") !== "make") return { ok: false, status: 400, error: m.newsletters_refused_state() };
  const newsletterId = String(form.get("newsletter") ?? "");
  const made = await withRegion(access, async (db) => {
    const newsletter = await findNewsletter(db, newsletterId);
    if (!newsletter) return "none" as const;
    const isEditor = newsletter.editors.some((editor) => editor.personId === personId);
    if (!can(roles, "newsletters.write", { isEditor })) return "not-hers" as const;
    return makeIssue(db, { newsletterId, planRow: null, sendAt: null, now });
  });
  if (made === "none") notFound();
  if (made === "not-hers") forbidden();
  if (!made.ok) return { ok: false, status: 409, error: m.newsletters_refused_ended() };
  return made;
}
