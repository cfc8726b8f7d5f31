import { type DefaultStandard, writtenLocale } from "~/domain/municipalities/written-locale";
import { findNewsletter, possibleEditors } from "~/features/newsletters/newsletters.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { todayIn } from "~/features/regions/today";
import type { RegionDb } from "~/platform/db/region-db.server";

/** `locale`: the language of her mail. */
export type Editor = { id: string; name: string; email: string; locale: "nb" | "nn" | "en" };

async function writersToday(db: RegionDb, now: Date) {
  const { zone, defaultStandard } = await ownRegion(db);
  const writers = await possibleEditors(db, new Date(todayIn(zone, now)));
  return writers.map((writer) => ({ ...writer, locale: mailLocale(writer.locale, defaultStandard) }));
}

/**
 * Those who write a newsletter now: its editors who still have a role to write with. Where none has, because those who
 * were named have left, the coordinators.
 */
export async function editorsOf(db: RegionDb, newsletterId: string, now: Date): Promise<Editor[]> {
  const newsletter = await findNewsletter(db, newsletterId);
  if (!newsletter) return [];
  const named = new Set(newsletter.editors.map(({ personId }) => personId));
  const writers = await writersToday(db, now);
  const own = writers.filter(({ id }) => named.has(id));
  return (own.length > 0 ? own : writers.filter(({ coordinator }) => coordinator)).map(plain);
}

/** Those who may approve an issue of a newsletter: its editors and the coordinators, but one person. */
export async function approversOf(
  db: RegionDb,
  { newsletterId, except, now }: { newsletterId: string; except: string | null; now: Date },
): Promise<Editor[]> {
  const newsletter = await findNewsletter(db, newsletterId);
  if (!newsletter) return [];
  const named = new Set(newsletter.editors.map(({ personId }) => personId));
  const writers = await writersToday(db, now);
  return writers.filter(({ id, coordinator }) => id !== except && (coordinator || named.has(id))).map(plain);
}

/** Whom one can name as editors, and those who are named but have no role to write with any longer. */
export async function editorChoices(db: RegionDb, newsletterId: string | null, now: Date) {
  const newsletter = newsletterId === null ? null : await findNewsletter(db, newsletterId);
  const writers = (await writersToday(db, now)).map(plain);
  const gone = (newsletter?.editors ?? [])
    .filter(({ personId }) => !writers.some(({ id }) => id === personId))
    .map(({ personId, person }) => ({ id: personId, ...person }));
  return { writers, gone };
}

/** What she has chosen, else the region's. */
const mailLocale = (chosen: string | null, standard: DefaultStandard): Editor["locale"] =>
  chosen === "nb" || chosen === "nn" || chosen === "en" ? chosen : writtenLocale(null, standard);

const plain = ({ id, name, email, locale }: Editor): Editor => ({ id, name, email, locale });
