import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";

/** A yearly rule is believed when it has held for this many years; then every weekday has met every date. */
const YEARS_TO_TRUST = 14;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

type Shift = { wall: Temporal.PlainDateTime; from: string; to: string; forward: boolean };

/**
 * The VTIMEZONE (RFC 5545 3.6.5) of any IANA zone, right for every moment between two instants and, where the
 * zone follows yearly rules, for all years after (C6). Zones without such rules get each shift written out.
 *
 * @param zone IANA name
 * @param from,to ISO instants, `from` not after `to`
 */
export function composeTimezone(zone: string, from: string, to: string): ICAL.Component {
  const key = `${zone} ${from} ${to}`;
  if (key !== latest?.key) {
    const timezone = new ICAL.Component("vtimezone");
    timezone.addPropertyWithValue("tzid", zone);
    for (const observance of observances(zone, Temporal.Instant.from(from), Temporal.Instant.from(to)))
      timezone.addSubcomponent(observance);
    latest = { key, jcal: JSON.stringify(timezone) };
  }
  return new ICAL.Component(JSON.parse(latest.jcal));
}

/** The recipients of one event follow each other and share its zone: working it out is most of the cost. */
let latest: { key: string; jcal: string } | null = null;

function observances(zone: string, from: Temporal.Instant, to: Temporal.Instant): ICAL.Component[] {
  const start = from.add({ nanoseconds: 1 }).toZonedDateTimeISO(zone);
  const current = start.getTimeZoneTransition("previous");
  if (!current) return [fixed(start.offset), ...listed(start.getTimeZoneTransition("next"), to)];
  return yearly(current.getTimeZoneTransition("previous") ?? current) ?? listed(current, to);
}

/** Two observances with a yearly rule each, when the shifts from `first` on repeat; otherwise null. */
function yearly(first: Temporal.ZonedDateTime): ICAL.Component[] | null {
  const shifts = shiftsFrom(first, (_, count) => count < YEARS_TO_TRUST * 2);
  if (shifts.length < YEARS_TO_TRUST * 2) return null;
  const rules = [shifts.filter((_, i) => i % 2 === 0), shifts.filter((_, i) => i % 2 === 1)].map((group) => {
    const rule = yearlyRule(group);
    return rule && group[0] ? observance(group[0], rule) : null;
  });
  return rules.every((rule) => rule !== null) ? rules : null;
}

/** One observance per shift, the last being the first after `to`. */
function listed(first: Temporal.ZonedDateTime | null, to: Temporal.Instant): ICAL.Component[] {
  if (!first) return [];
  let passed = false;
  const shifts = shiftsFrom(first, (at) => {
    if (passed) return false;
    passed = Temporal.Instant.compare(at.toInstant(), to) > 0;
    return true;
  });
  return shifts.map((shift) => observance(shift));
}

function shiftsFrom(first: Temporal.ZonedDateTime, wanted: (at: Temporal.ZonedDateTime, count: number) => boolean) {
  const shifts: Shift[] = [];
  for (let at: Temporal.ZonedDateTime | null = first; at && wanted(at, shifts.length); ) {
    const before: Temporal.ZonedDateTime = at.subtract({ nanoseconds: 1 });
    shifts.push({
      wall: before.toPlainDateTime().add({ nanoseconds: 1 }),
      from: before.offset,
      to: at.offset,
      forward: at.offsetNanoseconds > before.offsetNanoseconds,
    });
    at = at.getTimeZoneTransition("next");
  }
  return shifts;
}

/** "the last Sunday of March at the same hour", when that is true of all the shifts, one in each year. */
function yearlyRule(group: Shift[]): string | null {
  const [first] = group;
  if (!first) return null;
  const same = group.every(
    ({ wall, from, to }, i) =>
      wall.year === first.wall.year + i &&
      wall.month === first.wall.month &&
      wall.dayOfWeek === first.wall.dayOfWeek &&
      wall.toPlainTime().equals(first.wall.toPlainTime()) &&
      from === first.from &&
      to === first.to,
  );
  if (!same) return null;
  const nth = (wall: Temporal.PlainDateTime) => Math.ceil(wall.day / 7);
  const last = group.every(({ wall }) => wall.day > wall.daysInMonth - 7);
  if (!last && !group.every(({ wall }) => nth(wall) === nth(first.wall))) return null;
  const weekday = WEEKDAYS[first.wall.dayOfWeek - 1];
  return `FREQ=YEARLY;BYMONTH=${first.wall.month};BYDAY=${last ? -1 : nth(first.wall)}${weekday}`;
}

function observance({ wall, from, to, forward }: Shift, rule?: string): ICAL.Component {
  const component = new ICAL.Component(forward ? "daylight" : "standard");
  component.addPropertyWithValue("dtstart", ICAL.Time.fromDateTimeString(wall.toString({ smallestUnit: "second" })));
  component.addPropertyWithValue("tzoffsetfrom", ICAL.UtcOffset.fromString(from));
  component.addPropertyWithValue("tzoffsetto", ICAL.UtcOffset.fromString(to));
  if (rule) component.addPropertyWithValue("rrule", ICAL.Recur.fromString(rule));
  return component;
}

function fixed(offset: string): ICAL.Component {
  const wall = Temporal.PlainDateTime.from("1970-01-01T00:00");
  return observance({ wall, from: offset, to: offset, forward: false });
}
