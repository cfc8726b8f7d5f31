import type { RoundForm } from "~/domain/reports/round-form";
import { makeRound } from "~/features/reports/make-round.server";
import { saveFigures } from "~/features/reports/save-figures.server";
import { saveTexts } from "~/features/reports/save-texts.server";
import { submitRound } from "~/features/reports/submit-round.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Days = { today: Date; now: Date };

const counted = [
  ...["events_held", "gatherings_held", "webinars_held", "people_met", "networks", "newsletters_sent", "cases_treated"],
];

const form: RoundForm = {
  columns: [],
  texts: [{ key: "oppsummering", heading: "Oppsummering", help: "" }],
  figures: [
    ...counted.map((definition) => ({ key: definition.replaceAll("_", "-"), definition, label: "" })),
    { key: "kommuner-med-egen-plan", definition: "own", label: "Kommuner med egen plan for velferdsteknologi" },
  ],
};

/** A year's accounts of the first projects, in øre. */
const accounts = [
  [
    { account: "3400", name: "Kontingent", group: "income", actual: 451_000_000n, budget: 450_000_000n },
    { account: "5000", name: "Lønn", group: "wages", actual: 268_400_000n, budget: 275_000_000n },
    { account: "6700", name: "Kjøp av tjenester", group: "other", actual: 121_250_000n, budget: 120_000_000n },
  ],
  [
    { account: "3400", name: "Tilskudd", group: "income", actual: 93_280_000n, budget: 93_000_000n },
    { account: "5000", name: "Lønn", group: "wages", actual: 61_900_000n, budget: 65_000_000n },
  ],
] as const;

/** The secretariat's report of last year to the directorate, short and submitted, to lie beside another region's. */
export async function seedYearlyReport(db: RegionDb, { today, now }: Days): Promise<void> {
  const year = Number(today.toISOString().slice(0, 4)) - 1;
  const made = await makeRound(db, {
    ...{ name: `Årsrapport ${year}`, kind: "yearly", from: `${year}-01-01`, to: `${year}-12-31` },
    ...{ rowsBy: null, submitBy: `${year + 1}-02-01`, planId: null, previousId: null, form },
  });
  if (!made.ok) throw new Error(`The report of ${year} was not begun: ${made.reason}`);
  const roundId = made.id;
  const version = async () =>
    (await db.reportRound.findFirstOrThrow({ where: { id: roundId }, select: { version: true } })).version;
  const projects = await db.project.findMany({
    orderBy: { position: "asc" },
    select: { id: true },
    take: accounts.length,
  });
  await db.accountLine.createMany({
    data: projects.flatMap(({ id: projectId }, at) =>
      (accounts[at] ?? []).map((line, position) => ({
        roundId,
        projectId,
        position,
        ...line,
        yearBudget: line.budget,
      })),
    ),
  });
  const own = { value: "8", source: "Svar fra kommunene til sekretariatet i desember" };
  const typed = new Map([["kommuner-med-egen-plan", own]]);
  await saveFigures(db, { roundId, typed });
  const summary = `Kommunene samarbeidet om velferdsteknologi og helseberedskap i ${year}.\n\n- Nettverkene møttes gjennom hele året.\n- Fagdagen samlet kommuner, fylker og sykehus.`;
  await saveTexts(db, { roundId, texts: new Map([["oppsummering", { words: summary }]]) });
  const submitted = await submitRound(db, { roundId, version: await version(), personId: null, confirmed: true, now });
  if (!submitted.ok) throw new Error(`The report of ${year} was not submitted: ${submitted.reason}`);
}
