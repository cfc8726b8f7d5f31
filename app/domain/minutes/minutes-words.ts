import type { ContentOutcome } from "./minutes-content";

/** The words minutes are written with. Reading knows those of both, and others that people use. */
export type MinutesWords = {
  title: (body: string, electronic: boolean) => string;
  time: string;
  place: string;
  present: string;
  absent: string;
  secretariat: string;
  introduction: string;
  closing: string;
  agenda: string;
  case: string;
  proposal: string;
  decision: string;
  outcome: string;
  votes: (yes: number, no: number) => string;
  disqualified: string;
  notes: string;
  proposer: string;
  followUps: string;
  responsible: string;
  due: string;
  passedOn: string;
  closed: string;
  typed: string;
  chair: string;
  cameAt: string;
  leftAt: string;
  and: string;
  outcomes: Record<NonNullable<ContentOutcome>, string>;
  days: readonly string[];
  months: readonly string[];
};

const months = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober"];

const nb: MinutesWords = {
  title: (body, electronic) => `Referat fra ${electronic ? "elektronisk møte" : "møte"} i ${body}`,
  time: "Tid",
  place: "Sted",
  present: "Til stede",
  absent: "Forfall",
  secretariat: "Sekretariatet",
  introduction: "Innledning",
  closing: "Til slutt",
  agenda: "Saker til behandling",
  case: "Sak",
  proposal: "Forslag til vedtak",
  decision: "Vedtak",
  outcome: "Utfall",
  votes: (yes, no) => `Votering: ${yes} for, ${no} mot`,
  disqualified: "Inhabil",
  notes: "Merknader",
  proposer: "Forslagsstiller",
  followUps: "Oppfølging",
  responsible: "ansvarlig",
  due: "frist",
  passedOn: "Går videre til",
  closed: "Unntatt offentlighet,",
  typed: "Innkallingen sa",
  chair: "møteleder",
  cameAt: "kom til sak",
  leftAt: "gikk før sak",
  and: "og",
  outcomes: {
    as_proposed: "Vedtatt",
    changed: "Vedtatt med endringer",
    noted: "Tatt til orientering",
    postponed: "Utsatt",
    not_treated: "Ikke behandlet",
  },
  days: ["Søndag", "Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag"],
  months: [...months, "november", "desember"],
};

const nn: MinutesWords = {
  ...nb,
  title: (body, electronic) => `Referat frå ${electronic ? "elektronisk møte" : "møte"} i ${body}`,
  place: "Stad",
  present: "Til stades",
  introduction: "Innleiing",
  agenda: "Saker til handsaming",
  votes: (yes, no) => `Røysting: ${yes} for, ${no} mot`,
  disqualified: "Ugild",
  responsible: "ansvarleg",
  proposer: "Forslagsstillar",
  passedOn: "Går vidare til",
  closed: "Unnateke offentlegheit,",
  typed: "Innkallinga sa",
  chair: "møteleiar",
  cameAt: "kom til sak",
  leftAt: "gjekk før sak",
  outcomes: {
    as_proposed: "Vedteke",
    changed: "Vedteke med endringar",
    noted: "Teke til orientering",
    postponed: "Utsett",
    not_treated: "Ikkje handsama",
  },
  days: ["Søndag", "Måndag", "Tysdag", "Onsdag", "Torsdag", "Fredag", "Laurdag"],
};

export const minutesWords = { nb, nn };

/** The outcome a word stands for, in either standard. */
export function outcomeNamed(words: string): ContentOutcome {
  const plain = words.trim().replace(/\.$/, "").toLowerCase();
  for (const { outcomes } of [nb, nn])
    for (const [outcome, name] of Object.entries(outcomes))
      if (name.toLowerCase() === plain) return outcome as NonNullable<ContentOutcome>;
  return null;
}
