import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { seedAccounts } from "./accounts";
import { seedActionPlan } from "./action-plan";
import { type Apparatus, seedApparatus } from "./apparatus";
import { seedBodies } from "./bodies";
import { seedCases } from "./cases";
import { demoAddress, seedRegion } from "./demo";
import { type DemoEvents, seedEvents, withLastYear } from "./events";
import { seedFees } from "./fees";
import { importPlan, importSheet } from "./importers";
import { seedMinutes } from "./minutes";
import { seedNewsletters } from "./newsletters";
import { seedPublications } from "./publications";
import { seedStatusReport } from "./status-report";
import { vestland } from "./vestland";
import { vestlandEvents, vestlandLastYear } from "./vestland-events";
import { seedVestlandReport } from "./vestland-report";
import { vestregionen } from "./vestregionen";
import { vestregionenEvents, vestregionenLastYear } from "./vestregionen-events";
import { seedYearlyReport } from "./yearly-report";

/** In Sogn og Fjordane until it went into Volda, outside the region. */
const hornindal = "1444";

/** Asker, Bærum and the others as the register of 2024 has them; Sande is in Holmestrand, Hurum and Røyken in Asker. */
const westOfOslo = [
  "Asker",
  "Bærum",
  "Drammen",
  "Hole",
  "Holmestrand",
  "Krødsherad",
  "Lier",
  "Modum",
  "Ringerike",
  "Sigdal",
  "Øvre Eiker",
];

/** Who reads the reports of both regions, side by side. */
const directorate = {
  name: "Rapportering, direktoratet",
  email: "rapport@helsedirektoratet.example",
  role: "directorate" as const,
};

/** Who can be signed in as in the demo: somebody of each role. */
export const demoSignIns = [
  { as: "Vestland", email: "koordinator@vestland.example" },
  { as: "Vestland, network leader", email: vestland.leader.email },
  { as: "Vestland, webinars", email: vestlandEvents.publisher?.email ?? "" },
  { as: "Vestland, contact person", email: demoAddress("Voss") },
  { as: "Vestregionen", email: "koordinator@vestregionen.example" },
  { as: "Vestregionen, network leader", email: vestregionen.leader.email },
  { as: "The directorate that reads the reports of both", email: directorate.email },
];

/**
 * The two regions of the demo. Municipalities, coordinators and contact persons; and, when it is to be `whole`, facts,
 * areas and circles, actors, plan and networks, groups, an audience, and `events`, coming and past. What an importer can
 * take in, it takes in.
 */
export async function seedDemo({
  whole = false,
  events = true,
}: {
  whole?: boolean;
  events?: boolean;
} = {}): Promise<void> {
  const now = new Date();
  const days = { now, today: new Date(now.toISOString().slice(0, 10)) };
  const fill = async (regionId: string, slug: string, apparatus: Apparatus, held: DemoEvents) => {
    const inside = (work: (db: RegionDb) => Promise<void>) =>
      withRegion({ regionId, personId: null, via: "operator" }, work);
    await inside((db) => importSheet(db, `${slug}-contacts.csv`, days));
    await inside((db) => importSheet(db, `${slug}-areas.csv`, days));
    if (!whole) return;
    await inside((db) => importPlan(db, `${slug}-plan.txt`, days));
    await inside((db) => seedApparatus(db, apparatus, days.today));
    if (slug === "vestregionen") await inside((db) => seedBodies(db, { ...days, events }));
    if (slug === "vestregionen" && events) await inside(seedMinutes);
    if (slug === "vestregionen" && events) await inside((db) => seedCases(db, days));
    await inside((db) => seedPublications(db, slug));
    if (events) await inside((db) => seedEvents(db, held, days));
    await inside((db) => seedNewsletters(db, slug, { now, issues: events }));
    if (slug === "vestregionen") await inside((db) => seedActionPlan(db, days));
    if (slug === "vestregionen") await inside((db) => seedStatusReport(db, days));
    if (slug === "vestregionen") await inside((db) => seedAccounts(db, days));
    if (slug === "vestregionen") await inside((db) => seedFees(db, days));
    if (slug === "vestregionen") await inside((db) => seedYearlyReport(db, days));
    if (slug === "vestland") await inside((db) => seedVestlandReport(db, days));
  };
  const first = await seedRegion({
    region: {
      slug: "vestland",
      name: "Vestland",
      programme: "Leve heile livet",
      initials: "VL",
      accent: "fjord",
      defaultStandard: "nynorsk",
      senderName: "Statsforvaltaren i Vestland",
      senderAddress: "post@vestland.example",
      replyAddress: "svar@vestland.example",
      mailMode: "live",
    },
    municipalities: { countyNumber: "46" },
    past: { until: new Date("2020-01-01"), numbers: [hornindal], since: [] },
    priorityAreas: [
      "Eit aldersvenleg Noreg",
      "Aktivitet og fellesskap",
      "Mat og måltid",
      "Helsehjelp",
      "Samanheng i tenestene",
    ],
    people: [
      { name: "Koordinator, Statsforvaltaren", email: "koordinator@vestland.example", role: "coordinator" },
      { name: "Rådgjevar, KS", email: "radgjevar@ks.example", role: "reader" },
      directorate,
    ],
  });
  await fill(first, "vestland", vestland, withLastYear(vestlandEvents, vestlandLastYear, days.today));
  const second = await seedRegion({
    region: {
      slug: "vestregionen",
      name: "Vestregionen",
      programme: "Samarbeid vest for Oslo",
      initials: "VR",
      accent: "skifer",
      defaultStandard: "bokmal",
      senderName: "Vestregionen, sekretariatet",
      senderAddress: "post@vestregionen.example",
      replyAddress: "svar@vestregionen.example",
      mailMode: "live",
    },
    municipalities: { countyNumber: { in: ["32", "33", "39"] }, name: { in: westOfOslo } },
    past: {
      until: new Date("2020-01-01"),
      numbers: ["0220", "0602", "0625", "0627", "0628", "0711", "0713"],
      since: ["3203", "3301", "3903"],
    },
    priorityAreas: ["Regional utvikling", "Helse", "Kultur"],
    people: [
      { name: "Koordinator, sekretariatet", email: "koordinator@vestregionen.example", role: "coordinator" },
      { name: "Rådgiver, KS", email: "radgjevar@ks.example", role: "reader" },
      directorate,
    ],
  });
  const heldWest = withLastYear(vestregionenEvents, vestregionenLastYear, days.today);
  await fill(second, "vestregionen", vestregionen, heldWest);
}
