import { definitionOf } from "~/domain/reports/figure-definitions";
import { readFigure } from "~/domain/reports/figure-value";
import { audit } from "~/features/audit/audit.server";
import { figureVersion, keptAs, storedOf } from "~/features/reports/figures.view.server";
import { listFigures, putFigure } from "~/features/reports/report-content.db.server";
import { findRound, lockRound } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A figure as it is typed; `version` is that of the one it was typed over, and none is over whatever is there. */
export type TypedFigure = { value: string; source: string; version?: string };

export type SavedFigures =
  | { ok: true }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "frozen" }
  /** The keys of figures that somebody else changed meanwhile. */
  | { ok: false; reason: "changed-meanwhile"; keys: string[] }
  /** The keys of figures that are no number, and of numbers that do not say where they are from. */
  | { ok: false; reason: "unread"; numbers: string[]; sources: string[] };

/** Saves the figures that are typed, by their keys; an empty one is not known. All or nothing. */
export async function saveFigures(
  db: RegionDb,
  { roundId, typed }: { roundId: string; typed: ReadonlyMap<string, TypedFigure> },
): Promise<SavedFigures> {
  await lockRound(db, roundId);
  const round = await findRound(db, roundId);
  if (!round) return { ok: false, reason: "not-found" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  const stored = await listFigures(db, roundId);
  const own = round.form.figures.flatMap((asked, position) => {
    const said = definitionOf(asked.definition) ? undefined : typed.get(asked.key);
    if (!said) return [];
    const [value, source, found] = [said.value.trim(), said.source.trim(), storedOf(asked, stored)];
    const hundredths = value === "" ? null : readFigure(value);
    const isRead = value === "" || hundredths !== null;
    if (isRead && figureVersion(hundredths, source) === said.version) return [];
    return [{ key: asked.key, asked, position, value, source, hundredths, isRead, found, version: said.version }];
  });
  const numbers = own.filter(({ isRead }) => !isRead);
  const sources = own.filter(({ value, source }) => value !== "" && source === "");
  if (numbers.length + sources.length > 0)
    return { ok: false, reason: "unread", numbers: keys(numbers), sources: keys(sources) };
  const changed = own.filter(
    ({ found, hundredths, source }) => (found?.value ?? null) !== hundredths || (found?.source ?? "") !== source,
  );
  const late = changed.filter(
    ({ found, version }) =>
      version !== undefined && version !== figureVersion(found?.value ?? null, found?.source ?? ""),
  );
  if (late.length > 0) return { ok: false, reason: "changed-meanwhile", keys: keys(late) };
  if (changed.length === 0) return { ok: true };
  for (const { asked, position, hundredths, source, found } of changed)
    await putFigure(db, {
      ...{ id: found?.id ?? null, roundId, position, definition: keptAs(asked), label: asked.label },
      ...{ value: hundredths, source, countedAt: null },
    });
  await audit(db, {
    ...{ action: "updated", subject: "report-round", id: roundId },
    before: said(changed.map(({ key, found }) => [key, found?.value ?? null, found?.source ?? ""])),
    after: said(changed.map(({ key, hundredths, source }) => [key, hundredths, source])),
  });
  return { ok: true };
}

const said = (figures: [string, bigint | null, string][]) =>
  Object.fromEntries(figures.map(([key, value, source]) => [key, `${value ?? ""} ${source}`.trim()]));

const keys = (some: readonly { key: string }[]) => some.map(({ key }) => key);
