import { changeTask, makeTask, removeTaskById } from "~/features/responsibility/keep-task.server";
import type { TaskRefusal } from "~/features/responsibility/task-form";
import { taskSchema } from "~/features/responsibility/task-form.schema";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";

export type TaskAnswer =
  | { ok: true; done: "made" | "changed" | "removed"; id: string }
  | { ok: false; status: 400 | 409; refusal: TaskRefusal }
  | { ok: false; status: 404 };

/** Carries out the form of a task: makes it (no id), changes it, or removes it after asking. */
export async function answerTaskForm(db: RegionDb, id: string | null, form: FormData): Promise<TaskAnswer> {
  const areas = form.getAll("areas[]").map(String);
  const refuse = (errors: Record<string, string>, more: Partial<TaskRefusal> = {}, status: 400 | 409 = 400) =>
    ({ ok: false, status, refusal: { errors, values: valuesOf(form), areas, ...more } }) as const;
  if (id !== null && form.get("intent") === "remove") {
    if (form.get("sure") !== "yes") return refuse({}, { asks: true });
    const removed = await removeTaskById(db, id);
    if (removed.ok) return { ok: true, done: "removed", id };
    return removed.reason === "has-parts" ? refuse({}, { hasParts: removed.parts }) : { ok: false, status: 404 };
  }
  const parsed = parseForm(form, taskSchema());
  if (!parsed.ok) return { ok: false, status: 400, refusal: { ...parsed, areas } };
  const result = id === null ? await makeTask(db, parsed.value) : await changeTask(db, { id, ...parsed.value });
  if (result.ok) return { ok: true, done: id === null ? "made" : "changed", id: result.id };
  switch (result.reason) {
    case "not-found":
      return { ok: false, status: 404 };
    case "changed-meanwhile":
      return refuse({}, { meanwhile: true }, 409);
    case "end-before-start":
      return refuse({ last: m.responsibility_task_end_before_start() });
    case "no-such-actor":
      return refuse({ actor: m.responsibility_task_actor_missing() });
    case "no-such-area":
      return refuse({ areas: m.responsibility_task_area_gone() });
  }
}
