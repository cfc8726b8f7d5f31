import { isUuid } from "~/domain/shared/ids";
import {
  type NamedSubstitute,
  type NameSubstituteRefusal,
  nameSubstitute,
} from "~/features/events/name-substitute.server";
import { namedPersonSchema, substituteNoteSchema } from "~/features/events/substitute-form.schema";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

/** What was typed, and why it was not carried out: at a field, or as a whole (`problem`). */
export type RefusedSubstitute = { errors: FormErrors; values: FormValues; problem: string | null };

const refusals: Record<NameSubstituteRefusal, () => string> = {
  herself: () => m.events_substitute_herself(),
  invited: () => m.events_substitute_invited(),
  declined: () => m.events_substitute_declined(),
  held: () => m.events_substitute_held(),
  "opted-out": () => m.events_substitute_opted_out(),
  "deputy-gone": () => m.events_substitute_deputy_gone(),
  standing: () => m.events_substitute_standing(),
  "is-substitute": () => m.events_substitute_is_substitute(),
  cancelled: () => m.events_answer_cancelled(),
  over: () => m.events_answer_over(),
  "passed-on": () => m.events_answer_passed_on(),
  gone: () => m.events_answer_failed(),
};

/** The refusals that another choice of person would mend. */
const aboutPerson: NameSubstituteRefusal[] = ["herself", "invited", "declined", "held", "opted-out", "deputy-gone"];

/** The form that names a substitute, on whichever page it stands. Nothing that was typed is lost. */
export async function answerSubstituteForm(
  db: RegionDb,
  input: {
    form: FormData;
    invitationId: string;
    answeredBy: "link" | "signed_in" | "on_behalf";
    answeredForId?: string;
    now: Date;
  },
): Promise<{ ok: true; name: string } | { ok: false; refused: RefusedSubstitute }> {
  const { form, ...about } = input;
  const said = readForm(form);
  if (!said.ok) return { ok: false, refused: { errors: said.errors, values: said.values, problem: null } };
  const { who, note } = said;
  const result = await nameSubstitute(db, { ...about, who, note });
  if (result.ok) return result;
  const words = refusals[result.reason]();
  const mends = aboutPerson.includes(result.reason);
  const { errors, values } = refuse(form, mends ? { ["deputy" in who ? "deputy" : "email"]: words } : {});
  return { ok: false, refused: { errors, values, problem: mends ? null : words } };
}

function readForm(
  form: FormData,
): { ok: true; who: NamedSubstitute; note: string } | { ok: false; errors: FormErrors; values: FormValues } {
  const note = parseForm(form, substituteNoteSchema());
  if (!note.ok) return note;
  const deputy = form.get("deputy");
  if (isUuid(deputy)) return { ok: true, who: { deputy }, note: note.value.note };
  const named = parseForm(form, namedPersonSchema());
  return named.ok ? { ok: true, who: named.value, note: note.value.note } : named;
}
