import { writeMoney } from "~/domain/accounts/money";
import {
  createLines,
  deleteLine,
  type LineColumns,
  linesOfRound,
  lockAccountRound,
  nextLinePosition,
  type StoredLine,
  updateLine,
} from "~/features/accounts/accounts.db.server";
import { findProject } from "~/features/accounts/projects.db.server";
import { audit } from "~/features/audit/audit.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type KeptLine =
  | { ok: true }
  | { ok: false; reason: "not-found" | "frozen" | "changed-meanwhile" | "project-gone" }
  /** The project has the account already. */
  | { ok: false; reason: "account-used"; name: string };

/** What a line says, to see whether it is still the one that was seen. */
export function seenOf(line: LineColumns): string {
  const { projectId, account, name, group, actual, budget, yearBudget } = line;
  return JSON.stringify([projectId, account, name, group, ...[actual, budget, yearBudget].map(String)]);
}

/** A line as the log has it: no integers that JSON lacks. */
const told = ({ projectId, account, name, group, actual, budget, yearBudget }: LineColumns) => ({
  ...{ projectId, account, name, group },
  ...{ actual: writeMoney(actual), budget: writeMoney(budget), yearBudget: writeMoney(yearBudget) },
});

/** Adds a line to the accounts of a round that is not submitted. */
export async function addLine(db: RegionDb, roundId: string, columns: LineColumns): Promise<KeptLine> {
  const ready = await readyFor(db, roundId, columns, null);
  if (!ready.ok) return ready;
  await createLines(db, [{ ...columns, roundId, position: await nextLinePosition(db, roundId) }]);
  await audit(db, { action: "created", subject: "accounts", id: roundId, after: told(columns) });
  return { ok: true };
}

/** Changes a line that still says what was `seen`. */
export async function changeLine(
  db: RegionDb,
  { roundId, id, seen }: { roundId: string; id: string; seen: string },
  columns: LineColumns,
): Promise<KeptLine> {
  const ready = await readyFor(db, roundId, columns, id);
  if (!ready.ok) return ready;
  const found = ready.lines.find((line) => line.id === id);
  if (!found) return { ok: false, reason: "not-found" };
  if (seenOf(found) !== seen) return { ok: false, reason: "changed-meanwhile" };
  await updateLine(db, id, columns);
  await audit(db, {
    ...{ action: "updated", subject: "accounts", id: roundId },
    ...{ before: told(found), after: told(columns) },
  });
  return { ok: true };
}

/** Takes away a line that still says what was `seen`. */
export async function removeLine(
  db: RegionDb,
  { roundId, id, seen }: { roundId: string; id: string; seen: string },
): Promise<KeptLine> {
  const round = await lockAccountRound(db, roundId);
  const found = round && (await linesOfRound(db, roundId)).find((line) => line.id === id);
  if (!found) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  if (seenOf(found) !== seen) return { ok: false, reason: "changed-meanwhile" };
  await deleteLine(db, id);
  await audit(db, { action: "removed", subject: "accounts", id: roundId, before: told(found) });
  return { ok: true };
}

async function readyFor(
  db: RegionDb,
  roundId: string,
  { projectId, account }: LineColumns,
  own: string | null,
): Promise<{ ok: true; lines: StoredLine[] } | Extract<KeptLine, { ok: false }>> {
  const round = await lockAccountRound(db, roundId);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  if (!(await findProject(db, projectId))) return { ok: false, reason: "project-gone" };
  const lines = await linesOfRound(db, roundId);
  const twin = lines.find((line) => line.projectId === projectId && line.account === account && line.id !== own);
  return twin ? { ok: false, reason: "account-used", name: twin.name } : { ok: true, lines };
}
