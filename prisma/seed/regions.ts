import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "~/platform/env.server";
import { seedRegion } from "./demo";

/** Each municipality's own decision on its written standard, "4601,Bergen,neutral". */
function decidedStandards(): ReadonlyMap<string, "bokmal" | "nynorsk" | "neutral"> {
  const lines = readFileSync(join(projectFolder(), "prisma/seed/written-standard.csv"), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  return new Map(
    lines.map((line) => {
      const [number = "", , standard = ""] = line.trim().split(",");
      if (standard !== "nynorsk" && standard !== "bokmal" && standard !== "neutral")
        throw new Error(`written-standard.csv: ${line}`);
      return [number, standard];
    }),
  );
}

/** Asker, Bærum and the others as the register of 2024 has them; Sande is in Holmestrand, Hurum and Røyken in Asker. */
const vestregionen = [
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

/** Who can be signed in as in the demo. */
export const demoCoordinators = [
  { region: "Vestland", email: "koordinator@vestland.example" },
  { region: "Vestregionen", email: "koordinator@vestregionen.example" },
];

/** The two regions of the demo, with their municipalities, contact persons and coordinators; without a plan. */
export async function seedDemo(): Promise<void> {
  await seedRegion({
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
    standards: decidedStandards(),
    priorityAreas: [
      "Eit aldersvenleg Noreg",
      "Aktivitet og fellesskap",
      "Mat og måltid",
      "Helsehjelp",
      "Samanheng i tenestene",
    ],
    contactPerson: "Kontaktperson",
    people: [
      { name: "Koordinator, Statsforvaltaren", email: "koordinator@vestland.example", role: "coordinator" },
      { name: "Rådgjevar, KS", email: "radgjevar@ks.example", role: "reader" },
    ],
  });
  await seedRegion({
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
    municipalities: { countyNumber: { in: ["32", "33", "39"] }, name: { in: vestregionen } },
    standards: new Map(),
    priorityAreas: ["Areal og transport", "Helse", "Kultur"],
    contactPerson: "Kontaktperson",
    people: [
      { name: "Koordinator, sekretariatet", email: "koordinator@vestregionen.example", role: "coordinator" },
      { name: "Rådgiver, KS", email: "radgjevar@ks.example", role: "reader" },
    ],
  });
}
