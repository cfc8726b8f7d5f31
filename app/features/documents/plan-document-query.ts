import { selectionOf } from "~/features/communications-plan/plan-query";

/** The parts a plan's document can have, in the order they stand in it. */
export const partKeys = ["text", "areas", "organisation", "responsibility", "plan", "networks", "became"] as const;
export type PartKey = (typeof partKeys)[number];

export const documentLanguages = ["nn", "nb", "en"] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

/** What is asked for of a plan's document, beside which rows. `grouped`: the rows by channel, each with its heading. */
export type DocumentQuery = { parts: PartKey[]; language: DocumentLanguage; grouped: boolean; states: boolean };

/** Reads an address. Without parts all are meant; without a language the one the region writes in. */
export function readDocumentQuery(params: URLSearchParams, standard: DocumentLanguage): DocumentQuery {
  const asked = params.getAll("parts");
  const parts = partKeys.filter((key) => asked.includes(key));
  return {
    parts: parts.length > 0 ? parts : [...partKeys],
    language: documentLanguages.find((language) => language === params.get("written")) ?? standard,
    grouped: params.get("rows") !== "one",
    states: params.get("states") === "1",
  };
}

const own = ["parts", "written", "rows", "states"];

/** The part of an address that says which rows and what of the document: another address of it shows the same. */
export function documentSearch(params: URLSearchParams): string {
  const kept = new URLSearchParams(selectionOf(params));
  for (const [name, value] of params) if (own.includes(name)) kept.append(name, value);
  return kept.size > 0 ? `?${kept}` : "";
}
