import { data } from "@remix-run/node";
import type { HeldRole } from "~/domain/auth/permissions";
import { type KeepResult, keepPublication } from "~/features/publications/keep-publication.server";
import type { RefusedPublication } from "~/features/publications/publication-form";
import { publicationSchema } from "~/features/publications/publication-form.schema";
import { findPublication } from "~/features/publications/publications.db.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

/** Logs a publication of a submitted form, or saves the one of `id`; a refusal comes back with all that was typed. */
export async function answerPublicationForm(
  form: FormData,
  { access, roles, id }: { access: Access; roles: readonly HeldRole[]; id: string | null },
) {
  const values = valuesOf(form);
  const refuse = (refused: Omit<RefusedPublication, "values">, status: number) =>
    ({ ok: false, refusal: data<RefusedPublication>({ values, ...refused }, { status }) }) as const;
  const parsed = parseForm(form, publicationSchema());
  if (!parsed.ok) return refuse({ errors: parsed.errors }, 400);
  const { result, version } = await withRegion(access, async (db) => ({
    result: await keepPublication(db, { id, form: parsed.value, roles }),
    version: id === null ? 0 : ((await findPublication(db, id))?.version ?? 0),
  }));
  if (result.ok) return result;
  if (!("field" in result)) {
    if (result.reason === "not-found") notFound();
    return refuse({ errors: { form: m.common_changed_meanwhile() }, version }, 409);
  }
  return refuse({ errors: { [result.field]: refusalWords(result) } }, 400);
}

function refusalWords({ reason, field }: Extract<KeepResult, { field: string }>): string {
  if (reason === "not-own") return m.publications_actor_own();
  return field === "actorId" ? m.publications_actor_gone() : m.publications_row_gone();
}
