import { nextAttempt } from "./retry";

/** What is to be done with a batch after a try. */
export type BatchVerdict =
  | { do: "again"; at: Date }
  /** Nobody knows whether it left, and the provider is about to forget its key: a person decides. */
  | { do: "park" }
  | { do: "fail" }
  /** One of its messages is wrong and nothing of it left: each goes by itself. */
  | { do: "part" };

/** Long before the provider forgets a key nothing is sent under it again: clocks differ, and a request takes time. Milliseconds. */
const margin = 30 * 60_000;

/**
 * What is to be done with a batch that is not known to have left.
 *
 * @param attempts tries so far, this one counted
 * @param triedAt the first try
 * @param keyKept how long the provider knows a key (milliseconds)
 * @param wait what the provider asked for (milliseconds), where it did
 */
export function judgeBatch(
  result: { kind: "later"; wait: number | null } | { kind: "unknown" } | { kind: "refused" },
  batch: { size: number; attempts: number; triedAt: Date; keyKept: number; unsure: boolean },
  now: Date,
): BatchVerdict {
  const { size, attempts, triedAt, keyKept, unsure } = batch;
  if (result.kind === "refused") return unsure ? { do: "park" } : size > 1 ? { do: "part" } : { do: "fail" };
  const backOff = nextAttempt(attempts, "soft", now);
  const asked = result.kind === "later" && result.wait !== null ? new Date(now.getTime() + result.wait) : null;
  const at = asked ?? backOff;
  if (result.kind === "later" && !unsure) return at ? { do: "again", at } : { do: "fail" };
  const forgotten = triedAt.getTime() + keyKept - margin;
  return at && at.getTime() < forgotten ? { do: "again", at } : { do: "park" };
}

/** Whether a batch may be tried (again) now: one that may have left only while the provider knows its key. */
export function mayTry(
  { triedAt, keyKept, unsure }: { triedAt: Date; keyKept: number; unsure: boolean },
  now: Date,
): boolean {
  return !unsure || now.getTime() < triedAt.getTime() + keyKept - margin;
}
