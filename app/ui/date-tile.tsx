/** A day as a leaf of a calendar. Silent: the date stands in words beside it. */
export type DayWords = { month: string; day: string; weekday: string };

export function DateTile({ month, day, weekday }: DayWords) {
  return (
    <div className="sv-date" aria-hidden="true">
      <small>{month}</small>
      <b>{day}</b>
      <small>{weekday}</small>
    </div>
  );
}
