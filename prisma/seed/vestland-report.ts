import type { RoundForm } from "~/domain/reports/round-form";
import { makeRound } from "~/features/reports/make-round.server";
import { saveFigures } from "~/features/reports/save-figures.server";
import { saveTexts } from "~/features/reports/save-texts.server";
import { reopenRound, submitRound } from "~/features/reports/submit-round.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Days = { today: Date; now: Date };

const counted = [
  ...["events_held", "gatherings_held", "webinars_held", "people_met", "municipalities_met", "networks"],
  ...["newsletters_sent", "attendances"],
];
const plans = "kommuner-med-egen-plan";

const form: RoundForm = {
  columns: [
    { key: "gjort", label: "Kva vi har gjort", help: "Det viktigaste i året, kort.", required: true },
    { key: "vidare", label: "Vegen vidare", help: "", required: false },
  ],
  texts: [
    { key: "oppsummering", heading: "Oppsummering", help: "Året sett under eitt, på høgst ei side." },
    { key: "utfordringar", heading: "Utfordringar", help: "Kva kommunane melder at dei slit med." },
  ],
  figures: [
    ...counted.map((definition) => ({ key: definition.replaceAll("_", "-"), definition, label: "" })),
    { key: plans, definition: "own", label: "Kommunar med eigen plan for reforma" },
    { key: "kurs", definition: "own", label: "Tilsette på kurs i regi av støtteapparatet" },
  ],
};

const texts = {
  oppsummering: [
    "Støtteapparatet møtte kommunane **jamleg gjennom året**, på samlingar, webinar og dialogmøte.",
    "",
    "- Nettverka vart fleire, og deltakinga auka.",
    "- Kommunikasjonsplanen vart følgd i hovudsak.",
    "- Fleire kommunar har no ein eigen plan.",
  ].join("\n"),
  utfordringar: "Små kommunar har få som kan reise på samling. Vi held difor fleire av dei digitalt.",
};

const rows = [
  ["Kartlegging og råd til kommunane om bustader for eldre er samla på éin stad.", "Rettleiing saman med Husbanken."],
  ["To samlingar om frivillige i kvardagen, og ei eksempelsamling.", "Erfaringane blir delte i nettverket."],
  ["Webinar om måltidsmiljø, med opptak til dei som ikkje kunne vere med.", ""],
  ["Fagdag om førebyggjande heimebesøk saman med utviklingssentera.", "Ny runde for kommunane i ytre delar av fylket."],
  ["Dialogmøte om overgangar mellom sjukehus og kommune.", "Rutinane blir prøvde i to kommunar."],
];

/** The coordinator's report of last year to the directorate: submitted, opened for a correction and submitted again. */
export async function seedVestlandReport(db: RegionDb, { today, now }: Days): Promise<void> {
  const year = Number(today.toISOString().slice(0, 4)) - 1;
  const person = await db.person.findFirst({ where: { email: "koordinator@vestland.example" }, select: { id: true } });
  const personId = person?.id ?? null;
  const made = await makeRound(db, {
    ...{ name: `Årsrapport ${year}`, kind: "yearly", from: `${year}-01-01`, to: `${year}-12-31` },
    ...{ rowsBy: null, submitBy: `${year + 1}-02-01`, planId: null, previousId: null, form },
  });
  if (!made.ok) throw new Error(`The report of ${year} was not begun: ${made.reason}`);
  const roundId = made.id;
  const version = async () =>
    (await db.reportRound.findFirstOrThrow({ where: { id: roundId }, select: { version: true } })).version;
  const areas = await db.priorityArea.findMany({ orderBy: { number: "asc" }, select: { name: true } });
  await db.reportRow.createMany({
    data: areas.slice(0, rows.length).map(({ name }, position) => ({
      ...{ roundId, position, activityId: null, area: name, focusArea: "", strategy: "", measure: "" },
      ...{
        activity: "Støtte til kommunane",
        timing: String(year),
        ownerId: personId,
        state: "delivered" as const,
        deliveredAt: now,
      },
      answers: { gjort: rows[position]?.[0] ?? "", vidare: rows[position]?.[1] ?? "" },
    })),
  });
  const firstDay = `${year + 1}-01-28T10:20:00Z`;
  const type = async (municipalities: string) => {
    const typed = new Map([
      [plans, { value: municipalities, source: "Svar frå kommunane til Statsforvaltaren i desember" }],
      ["kurs", { value: "412", source: "Påmeldingslistene til utviklingssentera" }],
    ]);
    const saved = await saveFigures(db, { roundId, typed });
    if (!saved.ok) throw new Error(`The figures of ${year} were not saved: ${saved.reason}`);
  };
  const submit = async (day: string, reason = "") => {
    const at = new Date(Math.min(now.getTime(), Date.parse(day)));
    const input = { roundId, personId, reason, confirmed: true, now: at };
    const submitted = await submitRound(db, { ...input, version: await version() });
    if (!submitted.ok) throw new Error(`The report of ${year} was not submitted: ${submitted.reason}`);
  };
  await type("29");
  await saveTexts(db, {
    roundId,
    texts: new Map(Object.entries(texts).map(([key, words]) => [key, { words }])),
  });
  await submit(firstDay);
  const reason = "Talet på kommunar med eigen plan var frå året før.";
  await reopenRound(db, { roundId, version: await version(), reason });
  await type("31");
  await submit(`${year + 1}-02-09T08:45:00Z`, reason);
}
