/** An event that people have come to. */
export type HeldEvent = { id: string; title: string; day: string };
/** How many came to an event from a municipality; null is from none. */
export type Came = { eventId: string; municipalityId: string | null; people: number };
export type Place = { id: string; name: string };

export type Column = { key: string; label: string; eventIds: string[] };
export type OverTime = {
  columns: Column[];
  rows: { id: string | null; name: string | null; cells: number[]; total: number; events: number }[];
  totals: number[];
  total: number;
};

/** The half-year of a day (ISO): "2027-1" until June, "2027-2" from July. */
export const halfOf = (day: string) => `${day.slice(0, 4)}-${day.slice(5, 7) < "07" ? 1 : 2}`;

/** One column an event, the oldest first, of those that happened last. */
export function eventColumns(events: readonly HeldEvent[], most: number): Column[] {
  return byDay(events)
    .slice(-most)
    .map(({ id, title, day }) => ({ key: id, label: `${day} ${title}`, eventIds: [id] }));
}

/** One column for each half-year something was held in, the oldest first. */
export function halfColumns(events: readonly HeldEvent[], label: (half: string) => string, most: number): Column[] {
  const halves = new Map<string, string[]>();
  for (const { id, day } of byDay(events)) halves.set(halfOf(day), [...(halves.get(halfOf(day)) ?? []), id]);
  return [...halves].slice(-most).map(([key, eventIds]) => ({ key, label: label(key), eventIds }));
}

const byDay = (events: readonly HeldEvent[]) =>
  [...events].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));

/**
 * Who came from where, over time: a row for each municipality, also those nobody came from, and a last one for those
 * who came from none, where there are any.
 */
export function overTime(columns: readonly Column[], came: readonly Came[], places: readonly Place[]): OverTime {
  const columnOf = new Map(columns.flatMap(({ eventIds }, at) => eventIds.map((id): [string, number] => [id, at])));
  const shown = came.filter(({ eventId, people }) => columnOf.has(eventId) && people > 0);
  const row = (id: string | null, name: string | null) => {
    const own = shown.filter(({ municipalityId }) => municipalityId === id);
    const cells = columns.map(() => 0);
    for (const { eventId, people } of own) {
      const at = columnOf.get(eventId) ?? 0;
      cells[at] = (cells[at] ?? 0) + people;
    }
    const events = new Set(own.map(({ eventId }) => eventId)).size;
    return { id, name, cells, total: cells.reduce((sum, count) => sum + count, 0), events };
  };
  const rows = places.map(({ id, name }) => row(id, name));
  const nowhere = row(null, null);
  const all = nowhere.total > 0 ? [...rows, nowhere] : rows;
  const totals = columns.map((_, at) => all.reduce((sum, { cells }) => sum + (cells[at] ?? 0), 0));
  return { columns: [...columns], rows: all, totals, total: totals.reduce((sum, count) => sum + count, 0) };
}
