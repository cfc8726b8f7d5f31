import { isDay } from "~/domain/shared/days";
import { rowFormOf } from "~/features/responsibility/cell-form.schema";
import { changeRow } from "~/features/responsibility/change-row.server";
import { refusalWords } from "~/features/responsibility/refusal-words";
import type { RowRefusal } from "~/features/responsibility/row-form";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

export type RowAnswer = { ok: true; message: string } | { ok: false; refusal: RowRefusal | null };

/** Carries out the form of a row. Everything is saved or nothing; no refusal at all: there is no such row. */
export async function answerRowForm(
  db: RegionDb,
  { row, form, today }: { row: string; form: FormData; today: string },
): Promise<RowAnswer> {
  const text = (name: string) => String(form.get(name) ?? "");
  const [from, asOf] = [text("from"), text("asOf")];
  const refused = (errors: Record<string, string>, first: RowRefusal["first"] = null): RowAnswer => {
    const chosen = changes?.map(({ actorId }) => [actorId, text(`part:${actorId}`)] as const) ?? [];
    return { ok: false, refusal: { errors, first, from, chosen: Object.fromEntries(chosen) } };
  };
  const changes = rowFormOf(form);
  if (changes === null) return refused({ form: m.responsibility_refused_form() });
  if (from !== "" && !isDay(from)) return refused({ from: m.responsibility_refused_day() });
  if (changes.length === 0) return { ok: true, message: m.responsibility_server_unchanged() };
  const input = { row, changes, from: from || null, asOf: isDay(asOf) ? asOf : today };
  const result = await changeRow(db, input);
  if (result.ok) return { ok: true, message: m.responsibility_server_saved() };
  const words = refusalWords(result.reason);
  switch (result.reason) {
    case "no-such-row":
      return { ok: false, refusal: null };
    case "changed-meanwhile":
      return refused({}, { actorId: result.actorId, who: result.who, at: result.at });
    case "needs-day":
    case "before-approval":
      return refused({ from: words });
    case "no-such-actor":
      return refused({ form: words });
    case "two-accountable": {
      const both = changes.filter(({ part }) => part === "accountable");
      return refused(Object.fromEntries(both.map(({ actorId }) => [`part:${actorId}`, words])));
    }
  }
}
