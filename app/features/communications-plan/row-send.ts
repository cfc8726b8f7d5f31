import type { RowToEdit } from "~/features/communications-plan/plan-row-edit.view.server";
import type { RefusedRow, RowReply } from "~/features/communications-plan/refused-row";
import { paths } from "~/paths";

/** Which plan of which region. */
export type PlanPlace = { slug: string; key: string };

/** Why there is no answer: no connection or a fault, no session any more, or nothing there to save. */
export type NoAnswer = "failed" | "signed-out" | "gone";

/** A row as its form needs it, or a new one. Throws without an answer. */
export async function loadRow({ slug, key }: PlanPlace, id: string | null): Promise<RowToEdit> {
  const answer = await ask(paths.planRowForm(slug, key, id ?? "new"));
  if (!answer.ok) throw new Error(`no row: ${answer.status}`);
  return (await answer.json()) as RowToEdit;
}

/** Saves a row, or adds it. It is sent to its end also when the page is left. */
export async function saveRow(
  { slug, key }: PlanPlace,
  id: string | null,
  form: FormData,
): Promise<RowReply | { ok: false; noAnswer: NoAnswer }> {
  const body = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
  const answer = await ask(paths.planRowForm(slug, key, id ?? "new"), body).catch(() => null);
  if (!answer) return { ok: false, noAnswer: "failed" };
  // A redirect leads to the sign-in page.
  if (answer.type === "opaqueredirect" || answer.status === 401) return { ok: false, noAnswer: "signed-out" };
  if (answer.status === 404 || answer.status === 403) return { ok: false, noAnswer: "gone" };
  const reply = (await answer.json().catch(() => null)) as RowReply | { refused?: RefusedRow } | null;
  return reply && "ok" in reply ? reply : { ok: false, noAnswer: "failed" };
}

/** Puts a row beside another. `place` is "<id> before" or "<id> after". Throws when it was not. */
export async function placeRow({ slug, key }: PlanPlace, id: string, place: string): Promise<void> {
  const answer = await ask(paths.planRowForm(slug, key, id), new URLSearchParams({ place }));
  if (!answer.ok) throw new Error(`not moved: ${answer.status}`);
}

function ask(to: string, body?: URLSearchParams): Promise<Response> {
  return fetch(to, {
    headers: { Accept: "application/json" },
    redirect: "manual",
    ...(body && { method: "POST", body, keepalive: String(body).length < 50_000 }),
  });
}
