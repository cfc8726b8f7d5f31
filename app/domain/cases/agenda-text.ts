/** A case as the words of a notice tell it. */
export type ToldItem = {
  /** "Sak 14/2017"; empty for what has no number. */
  number: string;
  title: string;
  /** Said in place of the title where the case is closed: "Unntatt offentlighet, offl. § 13". */
  closed: string | null;
  parts: { letter: string; title: string; parts: { title: string }[] }[];
};

/** How long the description of an event may be. */
const longest = 4_900;

/**
 * The agenda as plain text, for a notice and its calendar entry, which others than the members may come to see: of a
 * closed case it has the number and the law alone. Parts are left out of one that would be too long.
 */
export function agendaText(heading: string, items: readonly ToldItem[]): string {
  const whole = [heading, ...items.flatMap((item) => linesOf(item, true))].join("\n");
  if (whole.length <= longest) return whole;
  const short = [heading, ...items.flatMap((item) => linesOf(item, false))].join("\n");
  return short.length <= longest ? short : `${short.slice(0, longest)}…`;
}

function linesOf({ number, title, closed, parts }: ToldItem, withParts: boolean): string[] {
  const head = [number, closed ?? title].filter((words) => words !== "").join(" ");
  if (closed !== null || !withParts) return [head];
  return [
    head,
    ...parts.flatMap((part) => [
      `    ${part.letter || "–"} ${part.title}`,
      ...part.parts.map((inner) => `        – ${inner.title}`),
    ]),
  ];
}
