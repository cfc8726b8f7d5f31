import { nextOpening } from "~/domain/regions/office-hours";
import { admit, type ClaimedDelivery, lastAutomatic, recordOutcome } from "~/features/delivery/outbox.db.server";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

type Caps = { capHour: number | null; capWeek: number | null };

const hour = 3_600_000;
const week = 7 * 24 * hour;

/** Whether a region has set a bound to what it sends by itself. */
export function goesOnlyWhenFree({ capHour, capWeek }: Caps): boolean {
  return capHour !== null || capWeek !== null;
}

/**
 * Puts off what a rule would send past one of the region's caps: so many in an hour, and so many to one address in seven
 * days. It is due again in office hours, once there is room. Returns what may leave now; what a person sends may always.
 */
export async function postponed(
  db: RegionDb,
  input: { region: Caps; deliveries: ClaimedDelivery[]; worker: string; now: Date },
): Promise<ClaimedDelivery[]> {
  const { region, deliveries, worker, now } = input;
  const automatic = deliveries.filter(({ rule }) => rule !== null);
  if (automatic.length === 0) return deliveries;
  await lockRegion(db, "caps");
  const here = new Set(automatic.map(({ id }) => id));
  const since = new Date(now.getTime() - week);
  const before = (
    await lastAutomatic(db, { since, now, addresses: automatic.map(({ toAddress }) => toAddress) })
  ).filter(({ id }) => !here.has(id));
  const lastHour = before.map(({ at }) => at).filter((at) => at > now.getTime() - hour);
  const byAddress = new Map<string, number[]>();
  for (const { address, at } of before) byAddress.set(address, [...(byAddress.get(address) ?? []), at]);
  const late = new Map<string, Date>();
  const admitted: string[] = [];
  const put = (delivery: ClaimedDelivery, times: number[], cap: number, span: number) => {
    const room = times.toSorted((a, b) => a - b)[times.length - cap] ?? now.getTime();
    late.set(delivery.id, new Date(room + span));
  };
  for (const delivery of automatic) {
    const theirs = byAddress.get(delivery.toAddress) ?? [];
    if (region.capWeek !== null && theirs.length >= region.capWeek) put(delivery, theirs, region.capWeek, week);
    else if (region.capHour !== null && lastHour.length >= region.capHour)
      put(delivery, lastHour, region.capHour, hour);
    else {
      admitted.push(delivery.id);
      lastHour.push(now.getTime());
      byAddress.set(delivery.toAddress, [...theirs, now.getTime()]);
    }
  }
  await admit(db, { ids: admitted, now });
  if (late.size > 0) {
    const hours = await officeHoursOf(db, [...late.values()]);
    for (const at of new Set([...late.values()].map((each) => each.getTime()))) {
      const ids = [...late].filter(([, each]) => each.getTime() === at).map(([id]) => id);
      const dueAt = new Date(nextOpening(new Date(at).toISOString(), hours) ?? at);
      const data = { state: "queued" as const, attempts: { decrement: 1 }, dueAt, lastError: "cap: waits" };
      await recordOutcome(db, { ids, worker, data });
    }
  }
  return deliveries.filter(({ id }) => !late.has(id));
}
