/** When a meeting of a body is held: its ISO day, and the moments where they are known. */
export type HeldAt = { day: string; startsAt: Date | null; endsAt: Date | null };

/**
 * Whether two meetings are held at once. One without a time takes its whole day, and one without an end is over as soon
 * as it has begun; who ends when another begins does not meet at once.
 */
export function atOnce(one: HeldAt, other: HeldAt): boolean {
  if (!one.startsAt || !other.startsAt) return one.day === other.day;
  const end = ({ startsAt, endsAt }: HeldAt) => Math.max(endsAt?.getTime() ?? 0, (startsAt?.getTime() ?? 0) + 1);
  return one.startsAt.getTime() < end(other) && other.startsAt.getTime() < end(one);
}
