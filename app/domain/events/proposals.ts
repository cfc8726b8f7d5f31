import { easterOf, isPublicHoliday, slots, spread, type Timing } from "~/domain/timing";
import { addDays, daysBetween } from "../shared/days";

/** ISO days, both inclusive. */
export type Span = { from: string; to: string };

/** A time something is to be held in; `time` is HH:MM where the words say one. */
export type Slot = Span & { time?: string | null };

/** What stands against days: the region's own closed days and school holidays, and what those it is for are asked to. */
export type DayBook = {
  holidays: readonly (Span & { kind: "school" | "closed"; name: string })[];
  /** Whether the region is closed from Palm Sunday on. */
  easterClosed: boolean;
  /** What is held on a day, and how many of those it is for are invited to it (0: it is for the same audience). */
  busy: ReadonlyMap<string, { title: string; people: number }>;
};

export type DayReason =
  | { kind: "weekend" | "public" | "july" | "christmas" | "easter" }
  | { kind: "school" | "closed"; name: string }
  | { kind: "busy"; title: string; people: number }
  /** Another of the proposals has it. */
  | { kind: "proposed" };

/** A day for a slot, null when none of its days may be proposed, and the days nearer its middle that may not. */
export type Proposal = { slot: Slot; day: string | null; against: (Span & { reason: DayReason })[] };

/** Why nothing is proposed on a day (ISO); null when it may be. The calendar's reasons go before those of people. */
export function reasonAgainst(day: string, book: DayBook): DayReason | null {
  const date = day.slice(5);
  if (new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0) return { kind: "weekend" };
  if (isPublicHoliday(day)) return { kind: "public" };
  if (date >= "12-20" || date <= "01-02") return { kind: "christmas" };
  if (date.startsWith("07-")) return { kind: "july" };
  if (book.easterClosed && isBeforeEaster(day)) return { kind: "easter" };
  const holiday = book.holidays.find(({ from, to }) => from <= day && to >= day);
  if (holiday) return { kind: holiday.kind, name: holiday.name };
  const busy = book.busy.get(day);
  return busy ? { kind: "busy", ...busy } : null;
}

function isBeforeEaster(day: string): boolean {
  const left = daysBetween(day, easterOf(Number(day.slice(0, 4))));
  return left > 0 && left <= 7;
}

/** The times a timing gives in a span that nothing of `held` falls in: its windows, and equal parts for its cadences. */
export function openSlots(
  { windows, cadences }: Pick<Timing, "windows" | "cadences">,
  span: Span,
  held: readonly Span[],
): Slot[] {
  const all: Slot[] = [...windows, ...cadences.flatMap((cadence) => slots(cadence, span))];
  return all
    .filter((slot) => overlaps(slot, span) && !held.some((one) => overlaps(one, slot)))
    .sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
}

const overlaps = (a: Span, b: Span) => a.from <= b.to && a.to >= b.from;

/**
 * A day for each slot, within the span: the one nearest the middle of what of the slot is in the span that nothing
 * stands against and no other proposal has, by the rules of `spread` (timing.md). Short slots choose first. Slots
 * outside the span are left out; the rest keep their order.
 */
export function proposeDays(wanted: readonly Slot[], span: Span, book: DayBook): Proposal[] {
  const proposed = new Set<string>();
  const reasonOf = (day: string): DayReason | null =>
    proposed.has(day) ? { kind: "proposed" } : reasonAgainst(day, book);
  const found = new Map<Slot, Proposal>();
  for (const slot of [...wanted].sort((a, b) => daysBetween(a.from, a.to) - daysBetween(b.from, b.to))) {
    const part = within(slot, span);
    if (part.from > part.to) continue;
    const closed = (day: string) => reasonOf(day) !== null;
    const [day = null] = spread({ min: 1, max: 1, per: "period" }, part, { closed });
    found.set(slot, { slot, day, against: passedOver(part, day, reasonOf) });
    if (day) proposed.add(day);
  }
  return wanted.flatMap((slot) => found.get(slot) ?? []);
}

function within({ from, to }: Span, { from: first, to: last }: Span): Span {
  const [begins, ends] = [from < first, to > last];
  return { from: begins ? first : from, to: ends ? last : to };
}

/** The days that were asked before the one that was taken, with what stood against them; weekends say themselves. */
function passedOver(part: Span, taken: string | null, reasonOf: (day: string) => DayReason | null) {
  const middle = addDays(part.from, Math.floor(daysBetween(part.from, part.to) / 2));
  const away = taken === null ? Number.POSITIVE_INFINITY : Math.abs(daysBetween(middle, taken));
  const asked = (day: string) => {
    const off = daysBetween(middle, day);
    return Math.abs(off) < away || (Math.abs(off) === away && off > 0 && day !== taken);
  };
  const found: (Span & { reason: DayReason })[] = [];
  for (let day = part.from; day <= part.to; day = addDays(day, 1)) {
    const reason = asked(day) ? reasonOf(day) : null;
    if (!reason || reason.kind === "weekend") continue;
    const run = found.at(-1);
    if (run && isSame(run.reason, reason) && daysBetween(run.to, day) <= 3) run.to = day;
    else found.push({ from: day, to: day, reason });
  }
  return found;
}

const isSame = (a: DayReason, b: DayReason) => JSON.stringify(a) === JSON.stringify(b);
