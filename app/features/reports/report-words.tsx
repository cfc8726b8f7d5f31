import { partOfYear } from "~/domain/reports/period";
import type { RoundKind } from "~/domain/reports/round-content";
import type { RowStateName } from "~/features/reports/round-filters";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import type { State } from "~/ui/state";
import { StateWords } from "~/ui/state";
import { Tag } from "~/ui/tag";

export const roundKindNames: Record<RoundKind, () => string> = {
  four_monthly: () => m.reports_kind_four_monthly(),
  half_yearly: () => m.reports_kind_half_yearly(),
  yearly: () => m.reports_kind_yearly(),
};

/** What a round is called where nobody has said: "Tertialrapport 1 – 2017". */
export function roundName(kind: RoundKind, from: string): string {
  const year = from.slice(0, 4);
  if (kind === "yearly") return m.reports_name_yearly({ year });
  const part = String(partOfYear(kind, from));
  return kind === "four_monthly"
    ? m.reports_name_four_monthly({ part, year })
    : m.reports_name_half_yearly({ part, year });
}

export const rowStateNames: Record<RowStateName, () => string> = {
  empty: () => m.reports_row_empty(),
  draft: () => m.reports_row_draft(),
  delivered: () => m.reports_row_delivered(),
};

const glyphs: Record<RowStateName, State> = { empty: "not-started", draft: "in-progress", delivered: "done" };

/** Where a row stands, as a glyph and words. */
export function RowStateWords({ state, note }: { state: RowStateName; note?: string | undefined }) {
  return (
    <StateWords state={glyphs[state]} note={note}>
      {rowStateNames[state]()}
    </StateWords>
  );
}

type Standing = { state: "open" | "submitted" | "correcting"; submittedOn: string | null };

/** Whether a round is open, submitted or being corrected. `submittedOn` is the ISO day it was in the region. */
export function RoundStateTag({ state, submittedOn }: Standing) {
  if (state === "submitted")
    return (
      <Tag tone="success" icon="check">
        {submittedOn ? m.reports_submitted_on({ day: describeDay(submittedOn) }) : m.reports_submitted()}
      </Tag>
    );
  return <Tag tone="accent">{state === "correcting" ? m.reports_correcting() : m.reports_open()}</Tag>;
}
