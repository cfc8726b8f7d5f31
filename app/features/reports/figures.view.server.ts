import { definitionOf, type FigureDefinition } from "~/domain/reports/figure-definitions";
import type { FormFigure } from "~/domain/reports/round-form";
import { figureWords } from "~/features/reports/figure-words";
import { listFigures, type StoredFigure } from "~/features/reports/report-content.db.server";
import type { StoredRound } from "~/features/reports/reports.db.server";
import { wordsVersion } from "~/features/reports/words-version.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A figure a round asks for: what it is, and what is known of it. `value` in hundredths, as digits. */
export type AskedFigure = {
  key: string;
  definition: string;
  label: string;
  /** What is counted; null for one that is typed. */
  counted: FigureDefinition | null;
  value: string | null;
  source: string;
  countedAt: string | null;
};

/** What a typed figure is kept under, so that it is found again whatever it is called. */
export const keptAs = ({ key, definition }: Pick<FormFigure, "key" | "definition">) =>
  definitionOf(definition) ? definition : `own:${key}`;

/** The version of a figure that is typed: its value in hundredths, and where it is from. */
export const figureVersion = (value: bigint | string | null, source: string) =>
  wordsVersion(value?.toString() ?? "", source);

/** The stored figure of one a form asks for. */
export function storedOf(asked: FormFigure, stored: readonly StoredFigure[]): StoredFigure | undefined {
  const kept = keptAs(asked);
  return (
    stored.find(({ definition }) => definition === kept) ??
    stored.find(({ definition, label }) => definition === asked.definition && label === asked.label)
  );
}

/** The figures a round asks for, in the form's order; what has no name of its own is called so in the reader's language, or another. */
export async function figuresOf(
  db: RegionDb,
  round: Pick<StoredRound, "id" | "form">,
  locale?: { locale: "nb" | "nn" },
): Promise<AskedFigure[]> {
  const stored = await listFigures(db, round.id);
  return round.form.figures.map((asked) => {
    const found = storedOf(asked, stored);
    const counted = definitionOf(asked.definition);
    return {
      ...{ key: asked.key, definition: asked.definition, counted },
      label: asked.label || (counted ? figureWords[counted.key].label(locale) : asked.key),
      value: found?.value?.toString() ?? null,
      source: found?.source ?? "",
      countedAt: found?.countedAt?.toISOString() ?? null,
    };
  });
}
