import { readMarkdown } from "~/domain/shared/markdown";
import { type EditPlanResult, editPlan } from "~/features/communications-plan/edit-plan.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { periodErrors, rowsOutsideError } from "~/features/communications-plan/period-words";
import type { PlanFields } from "~/features/communications-plan/plan-fields";
import type { RefusedPlan } from "~/features/communications-plan/plan-form";
import { parsePlanFields, planFieldsOf, rearranged } from "~/features/communications-plan/read-plan-form.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

type Answer =
  | { ok: true; from: string; to: string }
  | { ok: false; reason: "not-found" }
  /** The form again, with all that was typed. */
  | { ok: false; reason: "again"; status: number; form: RefusedPlan };

/** Does what the form of a plan's text asks: to be rearranged, to show how the text will look, or to be saved. */
export async function answerPlanForm(db: RegionDb, id: string, form: FormData): Promise<Answer> {
  const values = planFieldsOf(form);
  const again = (status: number, told: Partial<RefusedPlan>): Answer => ({
    ...{ ok: false, reason: "again", status },
    form: { values, errors: {}, ...told },
  });
  const intent = String(form.get("intent") ?? "save");
  const sections = rearranged(values.sections, intent);
  if (sections) return again(200, { values: { ...values, sections } });
  if (intent === "preview") return again(200, { preview: previewOf(values) });
  const parsed = parsePlanFields(values);
  if (!parsed.ok) return again(400, { errors: parsed.errors });
  const result = await editPlan(db, { id, ...parsed.value });
  if (result.ok) return { ok: true, from: parsed.value.from, to: parsed.value.to };
  return result.reason === "not-found" ? { ok: false, reason: "not-found" } : again(...refusal(result, values));
}

type Refused = Exclude<EditPlanResult, { ok: true } | { reason: "not-found" }>;

function refusal(result: Refused, values: PlanFields): [number, Partial<RefusedPlan>] {
  if (result.reason === "closed") return [409, { errors: { form: m.plan_about_closed_meanwhile() } }];
  if (result.reason === "rows-outside") return [400, { errors: rowsOutsideError(result.rows) }];
  if (result.reason !== "changed-meanwhile") return [400, { errors: periodErrors(result) }];
  return [409, { now: { version: result.now.version, differs: differs(result.now, values) } }];
}

type Standing = Extract<Refused, { reason: "changed-meanwhile" }>["now"];

/** What stands now and is not what was typed, by what it is called. */
function differs(now: Standing, typed: PlanFields): { what: string; words: string }[] {
  const written = (words: string) => words.trim().replace(/\r\n?/g, "\n");
  const facts = [
    { what: m.plan_about_period(), words: periodTitle(now), typed: periodTitle(typed) },
    { what: m.plan_about_prepared_by(), words: now.preparedBy, typed: written(typed.preparedBy) },
    { what: m.plan_about_introduction(), words: now.introduction, typed: written(typed.introduction) },
  ].filter((fact) => fact.words !== fact.typed);
  const sections = now.sections.filter(({ id, heading, body }) => {
    const own = typed.sections.find((section) => section.id === id);
    return !own || written(own.heading) !== heading || written(own.body) !== body;
  });
  return [
    ...facts.map(({ what, words }) => ({ what, words })),
    ...sections.map(({ heading, body }) => ({ what: `«${heading}»`, words: body })),
  ];
}

function previewOf({ introduction, sections }: PlanFields) {
  return { introduction: readMarkdown(introduction), sections: sections.map(({ body }) => readMarkdown(body)) };
}
