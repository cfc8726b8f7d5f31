import { isUuid } from "~/domain/shared/ids";
import { type BindRefusal, bindName, forgetName, rebindName } from "~/features/groups/bind-name.server";
import type { NameMeaning } from "~/features/groups/names.db.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

type Answer = { ok: true; done: string } | { ok: false; about: string; message: string } | null;

/** Does what one of the forms about names asks, by its button; null when it asks for nothing there is. */
export async function answerNameForm(db: RegionDb, form: FormData): Promise<Answer> {
  const intent = form.get("intent");
  const id = form.get("id");
  const shown = String(form.get("shown") ?? "");
  const about = intent === "bind" ? shown : String(id ?? "");
  if (intent === "forget") {
    if (!isUuid(id) || !(await forgetName(db, id)).ok) return null;
    return { ok: true, done: m.actors_names_forgotten() };
  }
  if (intent !== "bind" && intent !== "rebind") return null;
  const means = meaningOf(form.get("means"));
  if (!means) return { ok: false, about, message: m.actors_names_choose_error() };
  if (intent === "rebind" && !isUuid(id)) return null;
  const bound =
    intent === "bind" ? await bindName(db, { shown, ...means }) : await rebindName(db, { id: about, ...means });
  if (bound.ok) return { ok: true, done: m.actors_names_saved() };
  if (bound.reason === "not-found" || bound.reason === "no-words") return null;
  return { ok: false, about, message: refusals[bound.reason]() };
}

const refusals: Record<Exclude<BindRefusal, "not-found" | "no-words">, () => string> = {
  "no-such-meaning": () => m.actors_names_gone(),
  "said-already": () => m.actors_names_said_already(),
};

/** "actor:<id>", "group:<id>" or "nobody". */
function meaningOf(value: FormDataEntryValue | null): NameMeaning | null {
  if (value === "nobody") return { actorId: null, groupId: null };
  const [kind, id] = String(value ?? "").split(":");
  if (!isUuid(id)) return null;
  if (kind === "actor") return { actorId: id, groupId: null };
  return kind === "group" ? { actorId: null, groupId: id } : null;
}
