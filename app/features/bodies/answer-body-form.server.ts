import { z } from "zod";
import { writtenNumber } from "~/domain/cases/numbers";
import { isUuid } from "~/domain/shared/ids";
import { moveMember } from "~/features/bodies/change-members.server";
import { removeBody } from "~/features/bodies/keep-body.server";
import { setFirstNumber } from "~/features/bodies/set-first-number.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

export type BodyFormRefusal = { about: "number" | "body"; errors: FormErrors; values: FormValues };
type Answer = { ok: true; done: string; gone?: true } | ({ ok: false } & BodyFormRefusal) | null;

const numberMost = 9999;

/** The number a year's cases begin with. */
function firstNumberSchema() {
  const message = m.bodies_number_invalid({ from: 1, to: numberMost });
  return z.object({
    year: z.coerce.number().int().min(1900).max(2100),
    firstNumber: z.coerce.number(message).int(message).min(1, message).max(numberMost, message),
  });
}

/** Does what one of the forms on a body's page asks, by its button; null when it asks for nothing there is. */
export async function answerBodyForm(
  db: RegionDb,
  { form, bodyId, today }: { form: FormData; bodyId: string; today: string },
): Promise<Answer> {
  const intent = form.get("intent");
  if (intent === "first-number") {
    const about = "number" as const;
    const parsed = parseForm(form, firstNumberSchema());
    if (!parsed.ok) return { about, ...parsed };
    const { year, firstNumber } = parsed.value;
    const set = await setFirstNumber(db, { bodyId, year, first: firstNumber });
    if (set.ok) return { ok: true, done: m.bodies_number_saved() };
    if (set.reason === "not-found") return null;
    return {
      about,
      ...refuse(form, { firstNumber: m.bodies_numbers_given({ last: writtenNumber({ number: set.last, year }) }) }),
    };
  }
  if (intent === "remove") {
    const removed = await removeBody(db, bodyId);
    if (removed.ok) return { ok: true, done: m.bodies_removed(), gone: true };
    if (removed.reason === "not-found") return null;
    return { about: "body", ...refuse(form, { form: m.bodies_in_use() }) };
  }
  const id = form.get("member");
  if (!isUuid(id) || (intent !== "up" && intent !== "down")) return null;
  const moved = await moveMember(db, { bodyId, id, up: intent === "up", today });
  return moved.ok ? { ok: true, done: m.bodies_moved() } : null;
}
