import { can, type HeldRole } from "~/domain/auth/permissions";
import { matchBefore, rowChanges, unasked } from "~/domain/reports/row-changes";
import { historyOf } from "~/features/audit/history.view.server";
import { findRound, listRowOwners, listRows, planActivities } from "~/features/reports/reports.db.server";
import { activitiesById } from "~/features/reports/row-activities.db.server";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

type Asked = { roundId: string; id: string; today: string; roles: readonly HeldRole[] };

/** One row of a round: what it asks and what was answered, beside the round before. Null when there is none. */
export async function rowView(db: RegionDb, { roundId, id, today, roles }: Asked) {
  const round = await findRound(db, roundId);
  if (!round) return null;
  const rows = await listRows(db, roundId);
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  if (!row) return null;
  const before = round.previousId ? await listRows(db, round.previousId) : [];
  const was = matchBefore(rows, before)[at] ?? null;
  const { columns } = round.form;
  const isOwner = row.ownerId !== null && row.ownerId === accessFor(db).personId;
  const open = round.state !== "submitted";
  const mayEdit = open && can(roles, "reports.edit");
  const { answers, planned, carriedFromId: _, deliveredAt, remindedAt, ...facts } = row;
  return {
    row: { ...facts, deliveredAt: deliveredAt?.toISOString() ?? null, remindedAt: remindedAt?.toISOString() ?? null },
    planned,
    /** The activities it speaks of besides the one it reports on. */
    besides: await activitiesById(db, row.besides),
    round: {
      ...{ id: round.id, name: round.name, state: round.state, rowsBy: round.rowsBy, year: round.plan?.year ?? null },
      previous: round.previous,
    },
    columns,
    answers,
    changes: rowChanges(columns, answers, was?.answers ?? null),
    hadBefore: was !== null,
    unasked: unasked(columns, answers),
    mayFill: open && can(roles, "reports.fill", { isOwner }),
    mayEdit,
    owners: mayEdit ? await listRowOwners(db, today) : [],
    activities: mayEdit && round.planId ? await planActivities(db, round.planId) : [],
    /** The rows before and after it in the round. */
    beside: { before: rows[at - 1]?.id ?? null, after: rows[at + 1]?.id ?? null },
    history: await historyOf(db, { id, subjects: ["report-row"] }),
  };
}

export type RowView = NonNullable<Awaited<ReturnType<typeof rowView>>>;
