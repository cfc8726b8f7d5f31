export const stages = ["existing", "developing", "new", "planned"] as const;
/** How far a network has come. */
export type Stage = (typeof stages)[number];

/** The first whose words are found: what is only being planned is not there yet, whatever else is said. */
const told: [Stage, RegExp][] = [
  ["planned", /planlegg|planlagt|planned|ikk(?:j)?e(?:starta|startet|etablert)|notstarted/],
  ["developing", /videreutvikl|vidareutvikl|under(?:utvikling|arbeid)|develop/],
  ["new", /nyetabl|nystart|nyoppretta|nyopprettet|^nytt?(?:nettverk)?$|^new(?:network)?$|underetablering/],
  ["existing", /eksister|etablert|fin(?:st|nes|nest)|starta|startet|har(?:teke|tatt)over|existing|running|started/],
];

/**
 * What the words of a network's status mean. Spaces and line ends inside words count for nothing, since documents cut
 * them: "Eksisteran de". Null is not known: empty, or words of something else.
 */
export function readStage(words: string): Stage | null {
  const text = words
    .toLowerCase()
    .normalize("NFC")
    .replace(/[\s\u00ad-]+/g, "");
  return told.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The stage that counts: what somebody has chosen, else what the words say. */
export function stageOf({ stage, status }: { stage: Stage | null; status: string }): Stage | null {
  return stage ?? readStage(status);
}
