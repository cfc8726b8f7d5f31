import type { RoundForm } from "~/domain/reports/round-form";
import { countFigures } from "~/features/reports/count-figures.server";
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
  await countFigures(db, roundId, now);
  const own = { value: "8", source: "Svar fra kommunene til sekretariatet i desember" };
  const typed = new Map([["kommuner-med-egen-plan", own]]);
  await saveFigures(db, { roundId, version: await version(), typed });
  const summary = `Kommunene samarbeidet om velferdsteknologi og helseberedskap i ${year}.\n\n- Nettverkene møttes gjennom hele året.\n- Fagdagen samlet kommuner, fylker og sykehus.`;
  await saveTexts(db, { roundId, version: await version(), texts: { oppsummering: summary } });
  const submitted = await submitRound(db, { roundId, version: await version(), personId: null, confirmed: true, now });
  if (!submitted.ok) throw new Error(`The report of ${year} was not submitted: ${submitted.reason}`);
}
