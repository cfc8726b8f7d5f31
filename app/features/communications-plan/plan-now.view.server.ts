import { channelOf } from "~/domain/communications-plan/channels";
import { type DueRow, dueRows, openWindows } from "~/domain/communications-plan/due";
import { currentPeriod, periodKey } from "~/domain/communications-plan/period";
import { yearsOf, yearToShow } from "~/domain/communications-plan/wheel-year";
import { shownChannel } from "~/features/communications-plan/channel-words";
import { listPlans, type StoredPlan } from "~/features/communications-plan/plan.db.server";
import {
  type RowsReader,
  rowsReader,
  type SelectedRow,
} from "~/features/communications-plan/plan-selection.view.server";
import { channelRings, yearNow, yearOfRows } from "~/features/communications-plan/wheel-year.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the plan of today says from now until a day (ISO), by the day something must happen; and whether there is a plan at all. */
export async function planNow(
  db: RegionDb,
  {
    today,
    until,
    read = rowsReader(db, today),
    plans: known,
  }: { today: string; until: string; read?: RowsReader; plans?: readonly StoredPlan[] },
) {
  const plans = known ?? (await listPlans(db));
  const hasPlan = plans.length > 0;
  const current = currentPeriod(plans, today);
  const plan = plans.find((one) => one.id === current?.id && one.from <= until && one.to >= today);
  if (!plan) return { hasPlan, plan: null };
  const { rows, channels } = await read(plan);
  const due = dueOf(rows, { today, until });
  const year = yearToShow(yearsOf(plan), null, today);
  const ofYear = yearOfRows(rows, year, today);
  const rings = channelRings(ofYear, channels.map(shownChannel));
  const now = {
    key: periodKey(plan),
    year: yearNow(ofYear, { plan, today, year, rings }),
    open: openWindows(rows, today),
    due: due.slice(0, 8).map(({ row, windows, day, kind, dated }) => ({
      id: row.id,
      channel: row.channel,
      icon: channels.find(({ key }) => key === row.channelKey)?.icon ?? channelOf(row, channels).icon,
      timing: row.words,
      meaning: row.meaning ?? row.words,
      responsible: row.responsible,
      windows: windows.map(({ from, to }) => ({ from, to })),
      day,
      kind,
      dated,
    })),
  };
  return { hasPlan, plan: now };
}

/** The rows that are due, as `dueRows`, without the times that somebody has said are done or dropped. */
export function dueOf(
  rows: readonly SelectedRow[],
  span: { today: string; until: string },
): DueRow<SelectedRow & { events: SelectedRow["became"] }>[] {
  const settled = (row: SelectedRow) =>
    new Set(
      row.occurrences.flatMap(({ from, to, state, said }) =>
        said && (state === "done" || state === "dropped") ? [`${from} ${to}`] : [],
      ),
    );
  const left = rows.map((row) => {
    const gone = settled(row);
    return { ...row, events: row.became, windows: row.windows.filter(({ from, to }) => !gone.has(`${from} ${to}`)) };
  });
  return dueRows(left, span);
}
