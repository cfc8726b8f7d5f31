import { lineSchema } from "~/features/accounts/accounts-form.schema";
import { addLine, changeLine, type KeptLine, removeLine } from "~/features/accounts/keep-line.server";
import type { EditedLine } from "~/features/accounts/line-form";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

type Answer = { ok: true; said: string } | { ok: false; status: number; message: string; edited: EditedLine | null };

/** Does what a round's accounts ask: `intent` is "save" or "remove". A refusal keeps what was typed. */
export async function answerLineForm(form: FormData, access: Access, roundId: string): Promise<Answer> {
  const values = valuesOf(form);
  const { id = "", seen = "", intent } = values;
  if (intent === "remove") {
    const removed = await withRegion(access, (db) => removeLine(db, { roundId, id, seen }));
    if (removed.ok) return { ok: true, said: m.accounts_line_removed() };
    if (removed.reason === "not-found") notFound();
    return { ok: false, status: 409, message: errorsOf(removed).form ?? "", edited: null };
  }
  if (intent !== "save") notFound();
  const parsed = parseForm(form, lineSchema());
  const refuse = (errors: Record<string, string>, status: number): Answer => ({
    ...{ ok: false, status, message: "" },
    edited: { id, seen, values, errors },
  });
  if (!parsed.ok) return refuse(parsed.errors, 400);
  const { seen: filled, ...columns } = parsed.value;
  const kept = await withRegion(access, (db) =>
    id === "" ? addLine(db, roundId, columns) : changeLine(db, { roundId, id, seen: filled }, columns),
  );
  if (kept.ok) return { ok: true, said: m.accounts_line_saved() };
  if (kept.reason === "not-found") notFound();
  return refuse(errorsOf(kept), kept.reason === "changed-meanwhile" || kept.reason === "frozen" ? 409 : 400);
}

function errorsOf(kept: Extract<KeptLine, { ok: false }>): Record<string, string> {
  if (kept.reason === "account-used") return { account: m.accounts_account_used({ name: kept.name || "–" }) };
  if (kept.reason === "project-gone") return { projectId: m.accounts_project_choose() };
  return { form: kept.reason === "frozen" ? m.accounts_frozen() : m.common_changed_meanwhile() };
}
