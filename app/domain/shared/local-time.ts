import { Temporal } from "temporal-polyfill";

export type LocalTime = { date: string; time: string };

/**
 * The instant of a wall-clock reading in a zone.
 *
 * A reading that occurs twice (the clock goes back) is the first of the two. A reading that never occurs
 * (the hour the clock skips, 30 February) is refused. Unknown zones throw a RangeError.
 *
 * @param date "YYYY-MM-DD"
 * @param time "HH:MM"
 * @param zone IANA name, "Europe/Oslo"
 * @returns the instant as ISO 8601 in UTC, "2027-05-26T07:00:00Z"
 */
export function localToInstant(
  date: string,
  time: string,
  zone: string,
): { ok: true; instant: string } | { ok: false; reason: "no-such-time" } {
  const wall = parseWall(date, time);
  if (!wall) return { ok: false, reason: "no-such-time" };
  const zoned = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (!zoned.toPlainDateTime().equals(wall)) return { ok: false, reason: "no-such-time" };
  return { ok: true, instant: zoned.toInstant().toString() };
}

function parseWall(date: string, time: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`);
  } catch {
    return null;
  }
}

/**
 * What the clock on the wall shows in a zone at an instant, to the minute. Uses Intl and not Temporal, so that
 * pages which only show times do not carry the polyfill.
 *
 * @param instant ISO 8601 with an offset or Z
 * @param zone IANA name
 * @throws RangeError when the instant or the zone cannot be read
 */
export function instantToLocal(instant: string, zone: string): LocalTime {
  const parts: Record<string, string> = {};
  for (const { type, value } of clockOf(zone).formatToParts(new Date(instant))) parts[type] = value;
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  clocks.set(zone, clock);
  return clock;
}

/**
 * An instant as ISO 8601 with the zone's offset instead of Z, to the second: "2021-05-03T08:00:00+02:00".
 *
 * @throws RangeError when the instant or the zone cannot be read
 */
export function withOffset(instant: string, zone: string): string {
  const { date, time } = instantToLocal(instant, zone);
  const at = new Date(instant);
  const minutes = Math.round((Date.parse(`${date}T${time}:00Z`) - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000);
  const pad = (n: number) => String(n).padStart(2, "0");
  const [sign, far] = [minutes < 0 ? "-" : "+", Math.abs(minutes)];
  return `${date}T${time}:${pad(at.getUTCSeconds())}${sign}${pad(Math.floor(far / 60))}:${pad(far % 60)}`;
}
