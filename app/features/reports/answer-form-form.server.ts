import { data } from "@remix-run/node";
import type { FormPart } from "~/domain/reports/edit-form";
import { type ChangedForm, changeForm, type FormChange } from "~/features/reports/change-form.server";
import { editRound } from "~/features/reports/edit-round.server";
import { roundFactsSchema } from "~/features/reports/round-forms.schema";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

export type RefusedRoundForm = {
  errors: Record<string, string>;
  values: Record<string, string>;
  /** Which of the forms of the page it was: "round", or a part and a key with a dot between; a new one has no key. */
  of: string;
};

const longest = { words: 200, help: 1000 };

/** Does what a form of the page asks: the round's name and deadlines, or something the round asks for. */
export async function answerFormForm(form: FormData, { access, id }: { access: Access; id: string }) {
  const values = valuesOf(form);
  const part = (["columns", "texts", "figures"] as const).find((one) => one === values.part);
  const of = part ? `${part}.${values.key ?? ""}` : "round";
  const refuse = (errors: Record<string, string>, status: number) =>
    ({ ok: false, refusal: data<RefusedRoundForm>({ errors, values, of }, { status }) }) as const;
  if (!part) {
    const parsed = parseForm(form, roundFactsSchema());
    if (!parsed.ok) return refuse(parsed.errors, 400);
    const edited = await withRegion(access, (db) => editRound(db, id, parsed.value));
    if (edited.ok) return { ok: true, said: m.reports_round_saved() } as const;
    if (edited.reason === "not-found") notFound();
    return refuse({ form: refusals[edited.reason]() }, 409);
  }
  const change = changeOf(part, values);
  if (!change) return refuse({ form: m.reports_form_gone() }, 400);
  const { words = "", help = "" } = values;
  if (words.length > longest.words) return refuse({ words: m.common_too_long({ max: longest.words }) }, 400);
  if (help.length > longest.help) return refuse({ help: m.common_too_long({ max: longest.help }) }, 400);
  const version = readVersion(values.version);
  const changed = await withRegion(access, (db) => changeForm(db, { id, version, change }));
  if (changed.ok) return { ok: true, said: saidOf(change, changed.kept) } as const;
  if (changed.reason === "not-found") notFound();
  const field = { empty: "words", taken: "words", unknown: "definition" }[changed.reason as string] ?? "form";
  const meanwhile = ["frozen", "changed-meanwhile", "gone"].includes(changed.reason);
  return refuse({ [field]: refusals[changed.reason]() }, meanwhile ? 409 : 400);
}

function saidOf({ do: what, part }: FormChange, kept: number): string {
  if (what === "add") return m.reports_form_added();
  if (what !== "remove") return m.reports_form_saved();
  if (kept === 0) return m.reports_form_removed();
  return part === "columns" ? m.reports_form_removed_kept({ n: kept }) : m.reports_form_removed_text();
}

function changeOf(part: FormPart, values: Record<string, string>): FormChange | null {
  const { intent = "", key = "" } = values;
  if (intent === "up" || intent === "down") return { do: "move", part, key, by: intent === "up" ? -1 : 1 };
  if (intent === "remove") return { do: "remove", part, key };
  if (intent !== "add" && intent !== "change") return null;
  const words = (values.words ?? "").replace(/\s+/g, " ").trim();
  const help = (values.help ?? "").trim();
  const same = intent === "add" ? ({ do: "add" } as const) : ({ do: "change", key } as const);
  if (part === "columns") return { ...same, part, item: { label: words, help, required: values.required === "yes" } };
  if (part === "texts") return { ...same, part, item: { heading: words, help } };
  return { ...same, part, item: { definition: values.definition ?? "", label: words } };
}

type Reason = Exclude<Extract<ChangedForm, { ok: false }>["reason"], "not-found">;

const refusals: Record<Reason, () => string> = {
  frozen: () => m.reports_frozen(),
  "changed-meanwhile": () => m.common_changed_meanwhile(),
  empty: () => m.common_required(),
  taken: () => m.reports_form_taken(),
  "too-many": () => m.reports_form_too_many(),
  last: () => m.reports_form_last(),
  unknown: () => m.reports_form_unknown(),
  gone: () => m.reports_form_gone(),
};
