import { isUuid } from "~/domain/shared/ids";
import { changePaper } from "~/features/papers/change-paper.server";
import { movePaper } from "~/features/papers/move-paper.server";
import { paperSchema } from "~/features/papers/paper-form.schema";
import { removePaper } from "~/features/papers/remove-paper.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

type Refusal = { errors: FormErrors; values: FormValues };

/** Does what a form of one paper asks for: change, move up or down, remove. */
export async function answerPaperForm(
  form: FormData,
  access: Access,
  eventId: string,
): Promise<{ ok: true; said: string } | { ok: false; status: 400 | 404 | 409; refusal: Refusal | null }> {
  const gone = { ok: false as const, status: 404 as const, refusal: null };
  const paperId = String(form.get("paper") ?? "");
  if (!isUuid(paperId)) return gone;
  const intent = form.get("intent");
  if (intent === "up" || intent === "down") {
    const by = intent === "up" ? -1 : 1;
    const moved = await withRegion(access, (db) => movePaper(db, { eventId, paperId, by }));
    return moved.ok ? { ok: true, said: m.papers_moved({ name: moved.name }) } : gone;
  }
  if (intent === "remove") {
    const removed = await removePaper(access, { eventId, paperId });
    return removed.ok ? { ok: true, said: m.papers_removed({ name: removed.name }) } : gone;
  }
  if (intent !== "save") return { ok: false, status: 400, refusal: null };
  const parsed = parseForm(form, paperSchema());
  if (!parsed.ok) return { ok: false, status: 400, refusal: parsed };
  const changed = await withRegion(access, (db) => changePaper(db, { eventId, paperId, form: parsed.value }));
  if (changed.ok) return { ok: true, said: m.papers_saved({ name: parsed.value.name }) };
  if (changed.reason === "gone") return gone;
  if (changed.reason === "link-missing")
    return { ok: false, status: 400, refusal: refuse(form, { link: m.common_required() }) };
  return { ok: false, status: 409, refusal: refuse(form, { form: m.common_changed_meanwhile() }) };
}
