import { instantToLocal } from "~/domain/shared/local-time";

/** The day it is in a zone, "YYYY-MM-DD". */
export function todayIn(zone: string, now: Date): string {
  return instantToLocal(now.toISOString(), zone).date;
}
