import ICAL from "ical.js";
import ical from "node-ical";

export type Line = { name: string; parameters: Record<string, string>; value: string };

/** A reading of our own: unfold the octets (RFC 5545 3.1), then name, parameters and value. */
export function readLines(calendar: string): Line[] {
  const unfolded = Buffer.from(calendar, "utf8")
    .toString("latin1")
    .replace(/\r\n[ \t]/g, "");
  const text = Buffer.from(unfolded, "latin1").toString("utf8");
  return text
    .split("\r\n")
    .filter(Boolean)
    .map((line) => {
      const [head = ""] = /^(?:"[^"]*"|[^":])*/.exec(line) ?? [];
      const [name = "", ...parameters] = head.match(/(?:"[^"]*"|[^;])+/g) ?? [];
      const pairs = parameters.map((parameter) => parameter.split(/=(.*)/s).slice(0, 2));
      return { name, parameters: Object.fromEntries(pairs), value: line.slice(head.length + 1) };
    });
}

export const unescapeText = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, c) => (c === "n" || c === "N" ? "\n" : c));

export function property(calendar: string, name: string): Line | undefined {
  const lines = readLines(calendar);
  return lines.slice(lines.findIndex(({ value }) => value === "VEVENT")).find((line) => line.name === name);
}

export function read(calendar: string): ICAL.Event {
  const vevent = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent("vevent");
  if (!vevent) throw new Error("no VEVENT");
  return new ICAL.Event(vevent);
}

/** The offset that the written VTIMEZONE gives a local time, for observances with and without a yearly rule. */
export function writtenOffset(calendar: string, local: string): string {
  const onsets: { at: string; offset: string }[] = [];
  let dtstart = "";
  let offset = "";
  for (const { name, value } of readLines(calendar)) {
    if (value === "VEVENT") break;
    if (name === "DTSTART") {
      dtstart = value;
    } else if (name === "TZOFFSETTO") {
      offset = value;
      onsets.push({ at: dtstart, offset });
    } else if (name === "RRULE") {
      const [, month, nth, weekday] = /BYMONTH=(\d+);BYDAY=(-?\d)(\w\w)/.exec(value) ?? [];
      for (let year = Number(dtstart.slice(0, 4)) + 1; year < Number(dtstart.slice(0, 4)) + 4; year++)
        onsets.push({
          at: `${nthWeekday(year, Number(month), Number(nth), weekday ?? "")}${dtstart.slice(8)}`,
          offset,
        });
    }
  }
  const past = onsets.filter(({ at }) => at <= local).sort((a, b) => a.at.localeCompare(b.at));
  return past.at(-1)?.offset ?? "none";
}

function nthWeekday(year: number, month: number, nth: number, weekday: string): string {
  const days: Date[] = [];
  for (let day = new Date(Date.UTC(year, month - 1, 1)); day.getUTCMonth() === month - 1; day = new Date(+day + 864e5))
    if (["SU", "MO", "TU", "WE", "TH", "FR", "SA"][day.getUTCDay()] === weekday) days.push(day);
  const found = nth < 0 ? days.at(nth) : days[nth - 1];
  return (found?.toISOString() ?? "").slice(0, 10).replaceAll("-", "");
}

/** The instant of a local time by the offset written in the calendar itself. */
export function instantBy(calendar: string, local: string): number {
  const iso = local.replace(/(....)(..)(..)T(..)(..)(..)/, "$1-$2-$3T$4:$5:$6");
  return Date.parse(`${iso}${writtenOffset(calendar, local).replace(/(\d\d)$/, ":$1")}`);
}

/** The one event of a calendar as node-ical reads it, which shares nothing with ical.js. Times are ISO instants. */
export function readAgain(calendar: string) {
  const parts = Object.values(ical.sync.parseICS(calendar)).filter((part) => part !== undefined);
  const events = parts.filter((part) => part.type === "VEVENT");
  const [event] = events;
  if (!event || events.length !== 1) throw new Error("not one VEVENT");
  const plain = (value: unknown) =>
    typeof value === "object" && value !== null && "val" in value ? String(value.val) : String(value ?? "");
  return {
    uid: event.uid,
    method: event.method,
    sequence: Number(event.sequence),
    start: event.start.toISOString(),
    end: event.end?.toISOString(),
    title: plain(event.summary),
    description: plain(event.description),
    place: plain(event.location),
  };
}
