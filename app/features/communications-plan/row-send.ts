import type { RowToEdit } from "~/features/communications-plan/plan-row-edit.view.server";
import type { RefusedRow } from "~/features/communications-plan/refused-row";
import { paths } from "~/paths";
import { askRow, sendRow } from "~/ui/row-form";

/** Which plan of which region. */
export type PlanPlace = { slug: string; key: string };

/** A row as its form needs it, or a new one. Throws without an answer. */
export async function loadRow({ slug, key }: PlanPlace, id: string | null): Promise<RowToEdit> {
  const answer = await askRow(paths.planRowForm(slug, key, id ?? "new"));
  if (!answer.ok) throw new Error(`no row: ${answer.status}`);
  return (await answer.json()) as RowToEdit;
}

/** Saves a row, or adds it. */
export function saveRow({ slug, key }: PlanPlace, id: string | null, form: FormData) {
  return sendRow<RefusedRow>(paths.planRowForm(slug, key, id ?? "new"), form);
}

/** Puts a row beside another. `place` is "<id> before" or "<id> after". Throws when it was not. */
export async function placeRow({ slug, key }: PlanPlace, id: string, place: string): Promise<void> {
  const answer = await askRow(paths.planRowForm(slug, key, id), new URLSearchParams({ place }));
  if (!answer.ok) throw new Error(`not moved: ${answer.status}`);
}
