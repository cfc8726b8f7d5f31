import { data } from "@remix-run/node";
import { caseSchema, partSchema } from "~/features/cases/case-form.schema";
import { findCase } from "~/features/cases/cases.db.server";
import { type CaseEdit, type EditCaseResult, editCase } from "~/features/cases/edit-case.server";
import { queueCase } from "~/features/cases/queue-case.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

/** What was refused, with all that was typed, and the version that stands where somebody else was first. */
export type RefusedCase = { errors: Record<string, string>; values: Record<string, string>; version?: number };

/** Queues a case of a submitted form, or saves the one of `id`; a refusal comes back with all that was typed. */
export async function answerCaseForm(
  form: FormData,
  { access, id, part }: { access: Access; id: string | null; part: boolean },
) {
  const values = valuesOf(form);
  const refuse = (refused: Omit<RefusedCase, "values">, status: number) =>
    ({ ok: false, refusal: data<RefusedCase>({ values, ...refused }, { status }) }) as const;
  const parsed = parseForm(form, part ? partSchema() : caseSchema());
  if (!parsed.ok) return refuse({ errors: parsed.errors }, 400);
  const { result, version } = await withRegion(access, async (db) => {
    const edit = parsed.value as CaseEdit & { bodyId: string };
    const done: EditCaseResult = id === null ? await queueCase(db, edit) : await editCase(db, id, edit);
    return { result: done, version: id === null ? 0 : ((await findCase(db, id))?.version ?? 0) };
  });
  if (result.ok) return result;
  switch (result.reason) {
    case "gone":
      return notFound();
    case "no-basis":
      return refuse({ errors: { legalBasis: m.cases_basis_missing() } }, 400);
    case "no-body":
      return refuse({ errors: { bodyId: m.cases_body_missing() } }, 400);
    case "on-agenda":
      return refuse({ errors: { bodyId: m.cases_body_on_agenda() } }, 409);
    default:
      return refuse({ errors: { form: m.common_changed_meanwhile() }, version }, 409);
  }
}
