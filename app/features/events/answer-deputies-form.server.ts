import { isUuid } from "~/domain/shared/ids";
import { addDeputy, mostDeputies, moveDeputy, removeDeputy } from "~/features/events/change-deputies.server";
import type { DeputiesOf } from "~/features/events/deputies.db.server";
import { namedPersonSchema } from "~/features/events/substitute-form.schema";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

export type RefusedDeputy = { errors: FormErrors; values: FormValues };

/** The forms of one list of deputies: add, remove, move. Says in words what was done. */
export async function answerDeputiesForm(
  db: RegionDb,
  { of, form }: { of: DeputiesOf; form: FormData },
): Promise<{ ok: true; done: string } | ({ ok: false } & RefusedDeputy)> {
  const [intent, id] = [form.get("intent"), form.get("id")];
  if (intent === "remove" && isUuid(id)) {
    const name = await removeDeputy(db, { of, id });
    return { ok: true, done: name ? m.events_deputies_removed({ name }) : m.events_deputies_gone() };
  }
  if ((intent === "up" || intent === "down") && isUuid(id)) {
    await moveDeputy(db, { of, id, by: intent === "up" ? -1 : 1 });
    return { ok: true, done: m.events_deputies_moved() };
  }
  const parsed = parseForm(form, namedPersonSchema());
  if (!parsed.ok) return parsed;
  const added = await addDeputy(db, { of, named: parsed.value });
  if (added.ok) return { ok: true, done: m.events_deputies_added({ name: added.name }) };
  return refuse(form, { email: refusals[added.reason]() });
}

const refusals = {
  herself: () => m.events_deputies_herself(),
  "already-there": () => m.events_deputies_there(),
  "too-many": () => m.events_deputies_full({ n: mostDeputies }),
};
