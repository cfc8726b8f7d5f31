import { changesOf } from "~/features/municipalities/history.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type HistoryChange = { field: string; before: string[]; after: string[] };

/** What has happened to a municipality of the region or to an area, newest first, each field before and after. */
export async function historyOf(db: RegionDb, subject: "municipality" | "area", id: string) {
  const events = await changesOf(db, subject, id);
  return events.map(({ id, at, action, via, who, before, after }) => ({
    id,
    at: at.toISOString(),
    action,
    subject,
    via,
    who,
    changes: differences(before, after),
  }));
}

export type History = Awaited<ReturnType<typeof historyOf>>;

/** The fields that differ; nothing for something that was made or removed. */
function differences(before: unknown, after: unknown): HistoryChange[] {
  if (!isRecord(before) || !isRecord(after)) return [];
  return Object.keys(after)
    .map((field) => ({ field, before: textsOf(before[field]), after: textsOf(after[field]) }))
    .filter((change) => change.before.join("\n") !== change.after.join("\n"));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => (one === null || one === undefined || one === "" ? [] : [String(one)]));
}
