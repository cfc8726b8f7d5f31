import { isDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";

/** A value of a change, as it can be put in words. */
export type Shown =
  | { kind: "text"; text: string }
  | { kind: "name"; name: string | null }
  /** A day "YYYY-MM-DD", or an instant. */
  | { kind: "time"; iso: string }
  | { kind: "yes-no"; yes: boolean }
  | { kind: "none" };

/** One field of a change: what it was and what it became; null where the change has no such side. */
export type FieldChange = { field: string; before: Shown[] | null; after: Shown[] | null };

/** Every id that is written anywhere in a value. */
export function* uuidsIn(value: unknown): Generator<string> {
  if (isUuid(value)) yield value;
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) yield* uuidsIn(inner);
}

/** The fields that differ; of something that was made or removed, those that have a value. */
export function changesOf(before: unknown, after: unknown, names: ReadonlyMap<string, string>): FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])]
    .filter((field) => JSON.stringify(old?.[field] ?? null) !== JSON.stringify(now?.[field] ?? null))
    .map((field) => ({
      field,
      before: old && show(old[field], names),
      after: now && show(now[field], names),
    }));
}

/** What is written of one side of a change, by field; null when nothing is. */
export function fieldsOf(value: unknown): Record<string, unknown> | null {
  if (value === null || value === undefined) return null;
  return typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : { value };
}

function show(value: unknown, names: ReadonlyMap<string, string>): Shown[] {
  const values = Array.isArray(value) ? value : [value];
  return values.length === 0 ? [{ kind: "none" }] : values.map((each) => showOne(each, names));
}

function showOne(value: unknown, names: ReadonlyMap<string, string>): Shown {
  if (value === null || value === undefined || value === "") return { kind: "none" };
  if (typeof value === "boolean") return { kind: "yes-no", yes: value };
  if (isUuid(value)) return { kind: "name", name: names.get(value) ?? null };
  if (typeof value === "object") {
    const known = Object.values(value).map((inner) => (isUuid(inner) ? names.get(inner) : inner));
    const said = known.filter((inner) => inner !== undefined && inner !== null && inner !== "");
    return said.length === 0 ? { kind: "none" } : { kind: "text", text: said.join(" / ") };
  }
  if (typeof value !== "string") return { kind: "text", text: JSON.stringify(value) };
  // A name may look like a day that there is none of.
  if (isDay(value)) return { kind: "time", iso: value };
  const known = !Number.isNaN(Date.parse(value));
  if (known && /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)) return { kind: "time", iso: value };
  return { kind: "text", text: value };
}
