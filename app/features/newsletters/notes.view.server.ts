import { can, type HeldRole } from "~/domain/auth/permissions";
import { wordsIn } from "~/domain/newsletters/words";
import { isUuid } from "~/domain/shared/ids";
import { actorChoices } from "~/features/actors/actor-choices.view.server";
import { type HistoryLine, historyOf } from "~/features/audit/history.view.server";
import { listNewsletters } from "~/features/newsletters/newsletters.db.server";
import { countNotes, findNote, notePage, notePageSize } from "~/features/newsletters/notes.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { getLocale } from "~/i18n/messages/runtime";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Which notes are asked for: those that wait, or those that have gone out; `before`: where the last page ended. */
export function readNotesAsked(query: URLSearchParams) {
  const before = query.get("before") ?? "";
  return { used: query.get("show") === "used", before: isUuid(before) ? before : null };
}

/** A page of what the actors want said, the newest first. Instants are ISO 8601. */
export async function notesView(
  db: RegionDb,
  { asked, roles }: { asked: ReturnType<typeof readNotesAsked>; roles: readonly HeldRole[] },
) {
  const found = await notePage(db, asked);
  const shown = found.slice(0, notePageSize);
  const actors = await actorChoices(db);
  const mayEdit = (actorId: string) =>
    can(roles, "notes.edit", { actorIds: actors.find(({ id }) => id === actorId)?.actorIds ?? [] });
  const locale = getLocale();
  return {
    zone: (await ownRegion(db)).zone,
    notes: shown.map(({ id, heading, kind, actor, newsletter, usedAt, createdAt }) => ({
      ...{ id, kind, newsletter: newsletter.name, heading: wordsIn(heading, locale) },
      actor: { id: actor.id, name: actor.name },
      usedAt: usedAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
      mayEdit: usedAt === null && mayEdit(actor.id),
    })),
    counts: await countNotes(db),
    next: found.length > notePageSize ? (shown.at(-1)?.id ?? null) : null,
    used: asked.used,
  };
}

export type NotesView = Awaited<ReturnType<typeof notesView>>;
export type ListedNote = NotesView["notes"][number];

/** What a note's form lets one choose; `before`: what it has already. */
export async function noteOptions(
  db: RegionDb,
  { roles, before }: { roles: readonly HeldRole[]; before: { actorId: string; newsletterId: string } | null },
) {
  const newsletters = (await listNewsletters(db)).filter(
    ({ id, endedAt }) => endedAt === null || id === before?.newsletterId,
  );
  const actors = (await actorChoices(db)).filter(
    ({ id, actorIds }) => id === before?.actorId || can(roles, "notes.edit", { actorIds }),
  );
  return {
    newsletters: newsletters.map(({ id: value, name: label }) => ({ value, label })),
    actors: actors.map(({ id: value, name: label }) => ({ value, label })),
  };
}

export type NoteOptions = Awaited<ReturnType<typeof noteOptions>>;

/** A note as its page shows it and its form is filled from it; null when there is none. */
export async function noteView(db: RegionDb, id: string) {
  const note = await findNote(db, id);
  if (!note) return null;
  const { heading, body, link, kind, newsletterId, actorId, version, usedAt, actor, newsletter } = note;
  const actorIds = actor.parentId === null ? [actor.id] : [actor.id, actor.parentId];
  const values: Record<string, string> = { kind, newsletterId, actorId, link };
  for (const language of ["nb", "nn", "en"] as const) {
    values[`heading_${language}`] = heading[language] ?? "";
    values[`body_${language}`] = body[language] ?? "";
  }
  const history: HistoryLine[] = await historyOf(db, { id, subjects: ["newsletter-note"] });
  return {
    ...{ id, version, kind, link, actorIds, newsletterId, actorId, values, history, heading, body },
    title: wordsIn(heading, getLocale()),
    actor: actor.name,
    newsletter: newsletter.name,
    usedAt: usedAt?.toISOString() ?? null,
  };
}

export type NoteView = NonNullable<Awaited<ReturnType<typeof noteView>>>;
