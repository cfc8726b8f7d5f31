import type { Place } from "~/domain/communications-plan/row-order";
import { isUuid } from "~/domain/shared/ids";

/** Reads "<id> before" and "<id> after"; null for anything else. */
export function readPlace(value: FormDataEntryValue | null): Place | null {
  const [beside = "", side] = String(value).split(" ");
  return isUuid(beside) && (side === "before" || side === "after") ? { beside, side } : null;
}
