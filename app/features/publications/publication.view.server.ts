import { periodKey } from "~/domain/communications-plan/period";
import { readMarkdown } from "~/domain/shared/markdown";
import { type HistoryLine, historyOf } from "~/features/audit/history.view.server";
import { type FoundPublication, findPublication } from "~/features/publications/publications.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** One publication with the plan row it came of and what has happened to it; null when there is none. */
export async function publicationView(db: RegionDb, id: string) {
  const publication = await findPublication(db, id);
  return publication && { ...shown(publication), history: await historyOf(db, { id, subjects: ["publication"] }) };
}

export type PublicationDetail = ReturnType<typeof shown> & { history: HistoryLine[] };

function shown({ planRow, text, ...publication }: FoundPublication) {
  return {
    ...publication,
    blocks: readMarkdown(text),
    planRow: planRow && {
      ...{ id: planRow.id, channel: planRow.channel, theme: planRow.theme, timing: planRow.timing },
      period: periodKey(planRow.plan),
    },
  };
}

/** A publication as its form is filled from it. */
export async function publicationToEdit(db: RegionDb, id: string) {
  const publication = await findPublication(db, id);
  if (!publication) return null;
  const { kind, title, day, place, author, link, text, open, planRowId, actorId, version } = publication;
  const values = { kind, title, day, place, author, link, text, planRowId: planRowId ?? "", actorId: actorId ?? "" };
  return { id: publication.id, title, version, planRowId, actorId, values: { ...values, open: open ? "on" : "" } };
}
