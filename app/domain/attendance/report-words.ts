/** The columns of a participants report, in the words of Teams and Zoom, bokmål, nynorsk and English. */
export type ReportColumn = "name" | "email" | "account" | "minutes" | "joined" | "left" | "lobby" | "attended";

const heads: Record<ReportColumn, RegExp> = {
  name: /^(full name|name|user name|participant( name)?|fullt navn|fullt namn|navn|namn|deltaker|deltakar)( \(.*\))?$/,
  email: /^(e-?mail|user e-?mail|e-?mail address|e-?post|e-?postadress[ea]|bruker ?e-?post|brukar ?e-?post)$/,
  account: /^(participant id|deltaker-?id|deltakar-?id|user principal name|upn)( \(upn\))?$/,
  minutes:
    /^((in-meeting |total |meeting )?duration|time in session|varighet( i møtet)?|varigheit( i møtet)?|total varighet|total varigheit|tid i økten|tid i økta)( \((minutes|minutter|minutt)\))?$/,
  joined:
    /^(join time|first join( time)?|joined|første deltakelse|første deltaking|tidspunkt for deltakelse|tidspunkt for deltaking|ble med|vart med|blei med|tidspunkt for å bli med|påloggingstid)$/,
  left: /^(leave time|last leave( time)?|left|siste avslutning|sist forlatt|siste gang forlatt|forlot|forlét|tidspunkt for avslutning|tidspunkt for å forlate|avloggingstid)$/,
  lobby: /^(in waiting room|i venterommet|i venterom)$/,
  attended: /^(attended|deltok|deltatt)$/,
};

/** What a head means; null for a column that says nothing of who came. */
export function columnOf(head: string): ReportColumn | null {
  const words = head
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .toLowerCase();
  const found = (Object.keys(heads) as ReportColumn[]).find((column) => heads[column].test(words));
  return found ?? null;
}

/** Whether a cell says yes. */
export const saysYes = (cell: string) => /^(yes|ja|true|sann)$/i.test(cell.trim());
export const saysNo = (cell: string) => /^(no|nei|false|usann)$/i.test(cell.trim());

const units: [RegExp, number][] = [
  [/^(h|hr|hrs|hour|hours|t|time|timer|timar)$/, 60],
  [/^(m|min|mins|minute|minutes|minutt|minutter)$/, 1],
  [/^(s|sec|secs|second|seconds|sek|sekund|sekunder)$/, 1 / 60],
];

/** Longer than any event: a count that is no length of time. Minutes. */
const longest = 7 * 24 * 60;

/** A length of time as the reports write it, "1h 2m 3s", "1 t 2 min", "1:02:03" or minutes alone. Minutes; null where it is none. */
export function readMinutes(cell: string): number | null {
  const words = cell
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .toLowerCase();
  const within = (minutes: number) => (minutes <= longest ? minutes : null);
  if (/^\d{1,6}([.,]\d+)?$/.test(words)) return within(Number(words.replace(",", ".")));
  const clock = /^(\d{1,3}):(\d\d)(?::(\d\d))?$/.exec(words);
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60);
  const parts = [...words.matchAll(/(\d{1,6}) ?([a-zæøå]+)\.?,? ?/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== words) return null;
  let minutes = 0;
  for (const [, count, unit] of parts) {
    const worth = units.find(([name]) => name.test(unit ?? ""))?.[1];
    if (worth === undefined) return null;
    minutes += Number(count) * worth;
  }
  return within(minutes);
}
