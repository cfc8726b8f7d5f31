import { matchBefore, rowChanges } from "~/domain/reports/row-changes";
import { openLink } from "~/features/auth/links.server";
import { handOverRow } from "~/features/reports/hand-over-row.server";
import { findRound, listRowOwners, listRows } from "~/features/reports/reports.db.server";
import { type SavedRow, saveRow, takeBackRow } from "~/features/reports/save-row.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type ByLink = { token: string; now: Date };

/** The round and the person of a link; null when it is wrong, expired or taken back, not saying which (L3). */
async function opened(db: RegionDb, { token, now }: ByLink) {
  const link = await openLink(db, token, "report", now);
  const round = link && (await findRound(db, link.subjectId));
  return link && round ? { round, person: link.person } : null;
}

/** The rows of a round that the holder of a link answers for, as she fills them in. Changes nothing (L1). */
export async function ownRowsView(db: RegionDb, by: ByLink & { today: string }) {
  const found = await opened(db, by);
  if (!found) return null;
  const { round, person } = found;
  const rows = await listRows(db, round.id);
  const before = round.previousId ? await listRows(db, round.previousId) : [];
  const matched = matchBefore(rows, before);
  const open = round.state !== "submitted";
  return {
    round: { name: round.name, from: round.from, to: round.to, rowsBy: round.rowsBy },
    who: person.name,
    open,
    previous: round.previous?.name ?? null,
    columns: round.form.columns,
    owners: open ? (await listRowOwners(db, by.today)).filter(({ id }) => id !== person.id) : [],
    rows: rows.flatMap((row, at) => {
      if (row.ownerId !== person.id) return [];
      const was = matched[at] ?? null;
      const { id, version, state, area, focusArea, strategy, measure, activity, timing, answers } = row;
      return {
        ...{ id, version, state, area, focusArea, strategy, measure, activity, timing },
        changes: rowChanges(round.form.columns, answers, was?.answers ?? null),
        hadBefore: was !== null,
      };
    }),
  };
}

export type OwnRows = NonNullable<Awaited<ReturnType<typeof ownRowsView>>>;

export type OwnRowInput = {
  id: string;
  version: number;
  answers: Readonly<Record<string, string>>;
  intent: "save" | "deliver" | "take-back" | "hand-over";
  /** Who gets the row, when it is handed over. */
  ownerId: string;
  today: string;
};

export type SavedOwnRow = SavedRow | { ok: true; state: "handed-over" } | { ok: false; reason: "gone" | "owner-gone" };

/** Does what the holder of a link asks of a row she answers for; of any other, the link is of no use. */
export async function saveOwnRow(db: RegionDb, by: ByLink, input: OwnRowInput): Promise<SavedOwnRow> {
  const found = await opened(db, by);
  if (!found) return { ok: false, reason: "gone" };
  const { id, version, answers, intent, ownerId, today } = input;
  const row = (await listRows(db, found.round.id)).find((one) => one.id === id);
  if (row?.ownerId !== found.person.id) return { ok: false, reason: "not-found" };
  if (intent === "take-back") return takeBackRow(db, { id, version });
  if (intent !== "hand-over") return saveRow(db, { id, version, answers, deliver: intent === "deliver" }, by.now);
  if (ownerId === "") return { ok: false, reason: "owner-gone" };
  const handed = await handOverRow(db, { id, version, ownerId, today });
  if (handed.ok) return { ok: true, state: "handed-over" };
  return handed.reason === "activity-gone" ? { ok: false, reason: "not-found" } : { ok: false, reason: handed.reason };
}
