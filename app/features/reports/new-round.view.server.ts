import { keyFor } from "~/domain/reports/edit-form";
import { periodAfter, roundKinds } from "~/domain/reports/period";
import type { RoundKind } from "~/domain/reports/round-content";
import type { RoundForm } from "~/domain/reports/round-form";
import { addDays } from "~/domain/shared/days";
import { roundName } from "~/features/reports/report-words";
import { listRoundPlans, listRounds, type StoredRound } from "~/features/reports/reports.db.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How long after a period its rows and its report are due, where no round before says. Days. */
const [rowsAfter, submitAfter] = [14, 31];

/** What a new round of each kind would be: the period after the last, its form, and the plan of its year. */
export async function newRoundView(db: RegionDb, today: string) {
  const rounds = await listRounds(db);
  const plans = await listRoundPlans(db);
  return {
    /** The kind the region reports by, from its last round. */
    kind: rounds[0]?.kind ?? ("four_monthly" as RoundKind),
    proposals: roundKinds.map((kind) => {
      const last = rounds.find((round) => round.kind === kind) ?? null;
      const period = periodAfter(kind, last, today);
      const year = Number(period.from.slice(0, 4));
      return {
        ...{ kind, ...period, name: roundName(kind, period.from), previousId: last?.id ?? "" },
        planId: plans.find((plan) => plan.year === year)?.id ?? "",
        rowsBy: addDays(period.to, rowsAfter),
        submitBy: addDays(period.to, submitAfter),
      };
    }),
    plans: plans.map(({ id, year }) => ({ id, year })),
    rounds: rounds.map(({ id, name }) => ({ id, name })),
  };
}

export type NewRoundView = Awaited<ReturnType<typeof newRoundView>>;

/**
 * The form a new round begins with: that of the round before, else of the last one; else a plain one. Where that one had
 * no rows and asked nothing of their owners, the plain columns.
 */
export async function formFor(db: RegionDb, previousId: string | null): Promise<RoundForm> {
  const rounds: StoredRound[] = await listRounds(db);
  const { form } = rounds.find(({ id }) => id === previousId) ?? rounds[0] ?? { form: plainForm() };
  return form.columns.length > 0 ? form : { ...form, columns: plainForm().columns };
}

function plainForm(): RoundForm {
  const columns = [
    { label: m.reports_column_status(), help: m.reports_column_status_help(), required: true },
    { label: m.reports_column_ahead(), help: m.reports_column_ahead_help(), required: false },
  ];
  const texts = [
    { heading: m.reports_text_summary(), help: m.reports_text_summary_help() },
    { heading: m.reports_text_deviations(), help: "" },
  ];
  return {
    columns: columns.map((column) => ({ key: keyFor(column.label, []), ...column })),
    texts: texts.map((text) => ({ key: keyFor(text.heading, []), ...text })),
    figures: [],
  };
}
