import { data } from "@remix-run/node";
import type { z } from "zod";
import { tooLargeHeader } from "~/platform/http/security.server";

/** What a form was filled in with, as it goes back into its fields. */
export type FormValues = Record<string, string>;
export type FormErrors = Record<string, string>;
export type ParsedForm<T> = { ok: true; value: T } | { ok: false; errors: FormErrors; values: FormValues };

/**
 * What was submitted. A body that was too large has been thrown away already, and one that is no form is nothing:
 * both end the request with a page that says so.
 */
export async function readForm(request: Request): Promise<FormData> {
  if (request.headers.has(tooLargeHeader)) throw data(null, { status: 413 });
  const form = await request.formData().catch(() => null);
  // A NUL is nothing that can be typed, and the database refuses it.
  if (!form || [...form.values()].some((value) => typeof value === "string" && value.includes("\0")))
    throw data(null, { status: 400 });
  return form;
}

/**
 * Reads a submitted form by its schema. A refusal carries one sentence per field, in the reader's language,
 * and everything that was typed, so that nothing is lost.
 */
export function parseForm<S extends z.ZodType>(form: FormData, schema: S): ParsedForm<z.output<S>> {
  const fields: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {};
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name);
    fields[name.replace(/\[\]$/, "")] = name.endsWith("[]") ? all : (all[0] ?? "");
  }
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) errors[issue.path.join(".")] ??= issue.message;
  return { ok: false, errors, values: valuesOf(form) };
}

/** The text fields of a form, as typed. */
export function valuesOf(form: FormData): FormValues {
  return Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

/** One refusal made outside the schema, in the same shape. */
export function refuse(form: FormData, errors: FormErrors): { ok: false; errors: FormErrors; values: FormValues } {
  return { ok: false, errors, values: valuesOf(form) };
}
