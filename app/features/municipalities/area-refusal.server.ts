import type { RefusedArea } from "~/features/municipalities/area-form";
import type { SaveAreaResult } from "~/features/municipalities/save-area.server";
import { m } from "~/i18n/messages/messages";
import { valuesOf } from "~/platform/http/forms.server";

type Refused = Extract<SaveAreaResult, { ok: false }>;

/** A refused save as the form shows it, with everything that was typed and ticked. */
export function refusedArea(form: FormData, result: Refused, version: number): RefusedArea {
  const kept = keptOf(form);
  if (result.reason === "changed-meanwhile") return { ...kept, now: { version } };
  if (result.reason === "unread-lines")
    return { ...kept, errors: { others: m.areas_lines_unread({ n: result.lines.length }) }, lines: result.lines };
  if (result.reason === "name-taken") return { ...kept, errors: { name: m.areas_name_taken() } };
  return { ...kept, errors: { own: m.areas_empty() } };
}

/** What was typed and ticked. */
export function keptOf(form: FormData): RefusedArea {
  return { errors: {}, values: valuesOf(form), own: form.getAll("own[]").map(String) };
}
