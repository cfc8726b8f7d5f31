import { figureDefinitions } from "~/domain/reports/figure-definitions";
import { historyOf } from "~/features/audit/history.view.server";
import { todayIn } from "~/features/regions/today";
import { figureWords } from "~/features/reports/figure-words";
import { findRound } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What a round asks, with the figures that can be counted and are not asked for yet. Null when there is none. */
export async function formView(db: RegionDb, id: string, zone: string) {
  const round = await findRound(db, id);
  if (!round) return null;
  const { form, texts: _, submittedAt, ...facts } = round;
  const asked = new Set(form.figures.map(({ definition }) => definition));
  return {
    round: { ...facts, submittedOn: submittedAt && todayIn(zone, submittedAt) },
    columns: form.columns,
    texts: form.texts,
    figures: form.figures.map((figure) => {
      const known = figureDefinitions.find(({ key }) => key === figure.definition);
      return {
        ...figure,
        name: known ? figureWords[known.key].label() : "",
        is: known ? figureWords[known.key].is() : "",
      };
    }),
    offered: figureDefinitions.flatMap(({ key }) =>
      asked.has(key) ? [] : [{ value: key, label: figureWords[key].label() }],
    ),
    history: await historyOf(db, { id, subjects: ["report-round"] }),
  };
}

export type FormView = NonNullable<Awaited<ReturnType<typeof formView>>>;
