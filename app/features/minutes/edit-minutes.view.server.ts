import { writtenNumber } from "~/domain/cases/numbers";
import { editableItems, findTexts } from "~/features/minutes/minutes-texts.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The texts of minutes as the form edits them; null when there is no such record. */
export async function editMinutesView(db: RegionDb, minutesId: string) {
  const texts = await findTexts(db, minutesId);
  if (!texts) return null;
  const items = (await editableItems(db, minutesId)).map(({ id, number, year, notes, decision, case: about }) => ({
    ...{ id, notes, decision },
    part: about.parentId !== null,
    label: [writtenNumber({ number, year }) || about.letter, about.title].filter(Boolean).join(" "),
  }));
  return { ...texts, items };
}

export type EditedTexts = NonNullable<Awaited<ReturnType<typeof editMinutesView>>>;
