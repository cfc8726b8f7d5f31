import { expect, it } from "vitest";
import { asAdmin, hour, makeLiveRegion, minute, startEvent } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { wakeEvents } from "~/features/automation/wake-events.server";

const database = useDatabase();
const now = new Date("2027-04-01T08:00:00Z");

it("wakes the events of every region, and lets one that fails sleep without keeping the others waiting", async () => {
  const { adminUrl } = database.url();
  const broken = await makeLiveRegion(adminUrl, ["Voss"]);
  const first = await startEvent(broken, now);
  await first.invite();
  await asAdmin(adminUrl, "UPDATE region SET zone = 'Nowhere/None' WHERE id = $1", [broken.id]);
  const region = await makeLiveRegion(adminUrl, ["Ulvik"]);
  const second = await startEvent(region, now);
  await second.invite();
  const over = new Date(Date.parse("2027-05-26T09:00:00Z") + hour);
  await asAdmin(adminUrl, "UPDATE event SET starts_at = $2, ends_at = $3, wake_at = 'epoch' WHERE id = $1", [
    ...[second.id, new Date(now.getTime() - 2 * hour), new Date(now.getTime() - hour)],
  ]);

  await wakeEvents(now);
  const [failed] = await asAdmin(adminUrl, "SELECT wake_at FROM event WHERE id = $1", [first.id]);
  expect(new Date(String(failed?.wake_at))).toEqual(new Date(now.getTime() + 5 * minute));
  const [held] = await asAdmin(adminUrl, "SELECT state FROM event WHERE id = $1", [second.id]);
  expect(held?.state).toBe("held");

  await wakeEvents(over);
  const [again] = await asAdmin(adminUrl, "SELECT wake_at FROM event WHERE id = $1", [first.id]);
  expect(new Date(String(again?.wake_at)).getTime()).toBeGreaterThanOrEqual(over.getTime());
});
