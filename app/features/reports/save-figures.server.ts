import { definitionOf } from "~/domain/reports/figure-definitions";
import { readFigure } from "~/domain/reports/figure-value";
import { audit } from "~/features/audit/audit.server";
import { keptAs, storedOf } from "~/features/reports/figures.view.server";
import { listFigures, putFigure } from "~/features/reports/report-content.db.server";
import { findRound, lockRound, updateRound } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type TypedFigure = { value: string; source: string };

export type SavedFigures =
  | { ok: true }
  | { ok: false; reason: "not-found" | "frozen" | "changed-meanwhile" }
  /** The keys of figures that are no number, and of numbers that do not say where they are from. */
  | { ok: false; reason: "unread"; numbers: string[]; sources: string[] };

/** Saves the figures that are typed, by their keys; an empty one is not known. All or nothing. */
export async function saveFigures(
  db: RegionDb,
  { roundId, version, typed }: { roundId: string; version: number; typed: ReadonlyMap<string, TypedFigure> },
): Promise<SavedFigures> {
  await lockRound(db, roundId);
  const round = await findRound(db, roundId);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  if (round.version !== version) return { ok: false, reason: "changed-meanwhile" };
  const own = round.form.figures.flatMap((asked, position) => {
    const said = definitionOf(asked.definition) ? undefined : typed.get(asked.key);
    return said ? [{ asked, position, value: said.value.trim(), source: said.source.trim() }] : [];
  });
  const numbers = own.filter(({ value }) => value !== "" && readFigure(value) === null);
  const sources = own.filter(({ value, source }) => value !== "" && source === "");
  if (numbers.length + sources.length > 0)
    return { ok: false, reason: "unread", ...{ numbers: keys(numbers), sources: keys(sources) } };
  if (!(await updateRound(db, { id: roundId, version }, {}))) return { ok: false, reason: "changed-meanwhile" };
  const stored = await listFigures(db, roundId);
  const [before, after]: Record<string, string>[] = [{}, {}];
  for (const { asked, position, value, source } of own) {
    const found = storedOf(asked, stored);
    const hundredths = value === "" ? null : readFigure(value);
    if ((found?.value ?? null) === hundredths && (found?.source ?? "") === source) continue;
    if (before && after) {
      before[asked.key] = `${found?.value ?? ""} ${found?.source ?? ""}`.trim();
      after[asked.key] = `${hundredths ?? ""} ${source}`.trim();
    }
    const { label } = asked;
    await putFigure(db, {
      ...{ id: found?.id ?? null, roundId, position, definition: keptAs(asked), label },
      ...{ value: hundredths, source, countedAt: null },
    });
  }
  await audit(db, {
    action: "updated",
    subject: "report-round",
    id: roundId,
    ...(before && { before }),
    ...(after && { after }),
  });
  return { ok: true };
}

const keys = (some: readonly { asked: { key: string } }[]) => some.map(({ asked }) => asked.key);
