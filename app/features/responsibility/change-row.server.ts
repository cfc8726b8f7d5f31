import { accountableOf, cellCode, rowCode } from "~/domain/responsibility/cells";
import type { SaidPart } from "~/domain/responsibility/parts";
import { type SaidSpan, saidOn, sayFrom } from "~/domain/responsibility/said";
import { audit } from "~/features/audit/audit.server";
import { approvalLock } from "~/features/responsibility/approve-matrix.server";
import { cellsOf, impliedBy, matrixDay, shownColumns } from "~/features/responsibility/matrix-day.server";
import {
  approvalDays,
  type FoundRow,
  findRow,
  partHistory,
  replaceSayings,
  type StoredSaying,
  sayingsOf,
} from "~/features/responsibility/responsibility.db.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** A part for one actor. `seen`: the cell as the editor saw it, as one character. "clear" goes back to what is implied. */
export type CellChange = { actorId: string; part: SaidPart | "clear"; seen: string };

export type RowChange = {
  row: string;
  changes: readonly CellChange[];
  /** The day the change holds from, ISO. Asked for once the matrix is approved, and ignored before. */
  from: string | null;
  /** The day the editor saw the matrix as of, ISO. */
  asOf: string;
};

/** A row as the matrix draws it: one character for each of these actors. */
type Drawn = { actors: string[]; cells: string };

export type ChangeRowResult =
  /** `before`: the changed cells as they were, in the order of the changes. `moved`: who was accountable and now performs. */
  | ({ ok: true; before: string; moved: string | null } & Drawn)
  /** What stands is another than what was seen. `actorId`: the first cell that differs; who changed it last, and when. */
  | ({ ok: false; reason: "changed-meanwhile"; actorId: string; who: string | null; at: string | null } & Drawn)
  | { ok: false; reason: "no-such-row" | "no-such-actor" | "needs-day" | "before-approval" | "two-accountable" };

/**
 * Says which parts actors play in a row. Once the matrix is approved a change holds from a day: the part before ends
 * there, and what has been said for a later day stays. Before any approval it replaces what was said. Two who change a
 * row are taken one after the other; the second is refused when a cell of hers stands otherwise, on the day her change
 * begins, than she saw it.
 */
export async function changeRow(db: RegionDb, input: RowChange): Promise<ChangeRowResult> {
  const { changes } = input;
  const row = await findRow(db, input.row);
  if (!row) return { ok: false, reason: "no-such-row" };
  await lockRegion(db, `responsibility:${row.id}`);
  // An approval under way is waited for: what is said after it holds from a day.
  await lockRegion(db, approvalLock);
  const [approved] = await approvalDays(db);
  const from = approved === undefined ? null : input.from;
  if (approved !== undefined && from === null) return { ok: false, reason: "needs-day" };
  if (approved !== undefined && from !== null && from < approved) return { ok: false, reason: "before-approval" };
  if (changes.filter(({ part }) => part === "accountable").length > 1) return { ok: false, reason: "two-accountable" };

  const day = from ?? input.asOf;
  const there = await matrixDay(db, day);
  const known = new Set(there.columns.actors.map(({ id }) => id));
  if (changes.some(({ actorId }) => !known.has(actorId))) return { ok: false, reason: "no-such-actor" };
  const actors = (await shownColumns(db, there)).map(({ id }) => id);
  const stored = await sayingsOf(db, row);
  const stands = (spans: readonly SaidSpan[]) => cellsOf(there, row, saidOn(spans, day)).cells;
  const before = stands(stored);
  const differs = changes.find(({ actorId, seen }) => seen !== cellCode(before.get(actorId)));
  if (differs) {
    const last = await lastChange(db, row, differs.actorId);
    const drawn = { actors, cells: rowCode(before, actors) };
    return { ok: false, reason: "changed-meanwhile", actorId: differs.actorId, ...last, ...drawn };
  }

  const implied = impliedBy(there, row);
  const inOrder = [...changes].sort((a, b) => Number(a.part === "accountable") - Number(b.part === "accountable"));
  const after = inOrder.reduce<SaidSpan[]>((spans, { actorId, part }) => {
    const none = part === "none" && !implied.has(actorId);
    return sayFrom(spans, { actorId, part: none ? "clear" : part, from });
  }, stored);
  await save(db, row, { stored, after, from, day });
  const now = stands(after);
  const [was, is] = [accountableOf(before), accountableOf(now)];
  return {
    ok: true,
    before: changes.map(({ actorId }) => cellCode(before.get(actorId))).join(""),
    moved: was !== null && is !== null && was !== is && now.get(was)?.part === "performs" ? was : null,
    actors,
    cells: rowCode(now, actors),
  };
}

async function save(
  db: RegionDb,
  row: FoundRow,
  {
    stored,
    after,
    from,
    day,
  }: { stored: readonly StoredSaying[]; after: SaidSpan[]; from: string | null; day: string },
): Promise<void> {
  const keyOf = ({ actorId, part, from, to }: SaidSpan) => [actorId, part, from, to].join();
  const [old, wanted] = [new Set(stored.map(keyOf)), new Set(after.map(keyOf))];
  const gone = stored.filter((span) => !wanted.has(keyOf(span)));
  const made = after.filter((span) => !old.has(keyOf(span)));
  if (gone.length + made.length === 0) return;
  await replaceSayings(db, row, { gone: gone.map(({ id }) => id), made });
  const [before, now] = [saidOn(stored, day), saidOn(after, day)];
  const actorIds = [...new Set([...gone, ...made].map(({ actorId }) => actorId))];
  const about = row.kind === "task" ? { taskId: row.id } : { planRowId: row.id };
  await audit(
    db,
    ...actorIds.map((actorId) => ({
      action: "updated" as const,
      subject: "responsibility" as const,
      id: row.id,
      before: { actorId, ...about, part: before.get(actorId) ?? null },
      after: { actorId, ...about, part: now.get(actorId) ?? null, ...(from && { validFrom: from }) },
    })),
  );
}

/** Who last changed an actor's part in a row, or the row itself. */
async function lastChange(db: RegionDb, row: FoundRow, actorId: string) {
  const history = await partHistory(db, row.id);
  const last = history.find(
    ({ subjectKind, after }) =>
      subjectKind !== "responsibility" || (after as { actorId?: unknown } | null)?.actorId === actorId,
  );
  return { who: last?.person ?? null, at: last?.at.toISOString() ?? null };
}
