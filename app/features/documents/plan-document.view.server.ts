import type { Filters } from "~/domain/communications-plan/rows";
import { numberParts, type PlanDocument, printable, type Term } from "~/domain/documents/plan-document";
import { actorsInPlanView } from "~/features/actors/actors.view.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { isFiltered } from "~/features/communications-plan/plan-query";
import { type PlanSelection, planSelection } from "~/features/communications-plan/plan-selection.view.server";
import { planText } from "~/features/communications-plan/plan-text.view.server";
import { planStateWords } from "~/features/communications-plan/plan-words";
import { filterWords } from "~/features/documents/filter-words.server";
import { countMunicipalities } from "~/features/documents/plan-document.db.server";
import {
  areasPart,
  becamePart,
  networksPart,
  organisationPart,
  planPart,
  textParts,
} from "~/features/documents/plan-document-parts.server";
import type { DocumentQuery } from "~/features/documents/plan-document-query";
import { responsibilityPart } from "~/features/documents/responsibility-part.server";
import { networkRegister } from "~/features/networks/network-register.view.server";
import { planMatrix } from "~/features/responsibility/plan-matrix.view.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { inLanguage } from "~/platform/request-context.server";

export type DocumentInput = {
  /** The key of the plan's period. */
  key: string;
  filters: Filters;
  today: string;
  region: { name: string; programme: string };
  query: DocumentQuery;
};

export type PlanDocumentView = {
  document: PlanDocument;
  key: string;
  /** How many rows are in it, and in the plan. */
  shown: number;
  total: number;
};

/**
 * A plan as a document, every word of the product's in the language asked for; null when there is no plan of that
 * period. Only what its parts need is read.
 */
export function planDocument(db: RegionDb, input: DocumentInput): Promise<PlanDocumentView | null> {
  return inLanguage(input.query.language, () => written(db, input));
}

async function written(db: RegionDb, input: DocumentInput): Promise<PlanDocumentView | null> {
  const { key, filters, today, region, query } = input;
  const selection = await planSelection(db, { key, filters, today });
  if (!selection) return null;
  const { plan, rows, total } = selection;
  const has = (part: DocumentQuery["parts"][number]) => query.parts.includes(part);
  // A plan that is over is shown with those who were there when it ended.
  const [, asOf = today] = [plan.from, today, plan.to].sort();

  const all = isFiltered(filters) ? null : { rows, areas: selection.options.areas };
  const text = await planText(db, plan.id, all);
  const actors = has("organisation") ? await actorsInPlanView(db, asOf) : [];
  const { networks, areas } = has("networks") || has("areas") ? await networkRegister(db) : { networks: [], areas: [] };
  const matrix =
    has("responsibility") && rows.length > 0 ? await planMatrix(db, { planId: plan.id, rows, asOf }) : null;
  const parts = [
    ...(has("text") ? textParts(text) : []),
    ...(has("areas") ? [areasPart(areas, rows, networks)] : []),
    ...(has("organisation") ? [organisationPart(actors)] : []),
    ...(matrix ? [responsibilityPart(matrix, rows)] : []),
    ...(has("plan") ? [planPart(selection, query)] : []),
    ...(has("networks") ? [networksPart(networks)] : []),
    ...(has("became") ? [becamePart(rows)] : []),
  ];
  const document = {
    language: query.language,
    title: m.plan_title({ period: periodTitle(plan) }),
    region: region.name,
    programme: region.programme,
    facts: await factsOf(db, selection, { asOf, changes: text.changes }),
    notice: isFiltered(filters)
      ? m.plan_document_notice({ shown: rows.length, n: total, filters: filterWords(selection) }).trim()
      : null,
    words: {
      contents: m.plan_document_contents(),
      page: m.plan_document_page(),
      of: m.plan_document_of(),
      table: m.plan_document_table({ n: "{n}" }),
    },
    parts: numberParts(parts),
  };
  return { document: printable(document), key: plan.key, shown: rows.length, total };
}

/** What stands on the first page. */
async function factsOf(
  db: RegionDb,
  { plan, total, today }: PlanSelection,
  { asOf, changes }: { asOf: string; changes: number | null },
): Promise<Term[]> {
  const municipalities = await countMunicipalities(db, new Date(asOf));
  const facts = [
    { term: m.plan_document_status(), words: planStateWords(plan) },
    { term: m.plan_document_changed(), words: changes ? m.plan_document_changes({ n: changes }) : "" },
    {
      term: m.plan_document_period(),
      words: m.plan_document_period_days({ from: describeDay(plan.from), to: describeDay(plan.to) }),
    },
    { term: m.plan_document_prepared(), words: plan.preparedBy },
    { term: m.plan_document_measures(), words: total === 0 ? "" : String(total) },
    { term: m.plan_document_municipalities(), words: municipalities === 0 ? "" : String(municipalities) },
    { term: m.plan_document_as_of(), words: describeDay(today) },
  ];
  return facts.filter(({ words }) => words.trim() !== "");
}
