import { sizeOfName } from "~/domain/newsletters/image";
import { offeredLanguages } from "~/domain/regions/written-standard";
import { type HistoryLine, historyOf } from "~/features/audit/history.view.server";
import { editorChoices } from "~/features/newsletters/editors.view.server";
import { audienceOptions, findNewsletter } from "~/features/newsletters/newsletters.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the form of a newsletter lets one choose. Editors who have no role to write with any longer are marked. */
export async function newsletterOptions(db: RegionDb, id: string | null, now: Date) {
  const region = await ownRegion(db);
  const { writers, gone } = await editorChoices(db, id, now);
  return {
    audiences: (await audienceOptions(db)).map(({ id: value, name: label }) => ({ value, label })),
    languages: offeredLanguages(region.languages),
    editors: [
      ...writers.map(({ id: value, name: label, email }) => ({ value, label, hint: email })),
      ...gone.map(({ id: value, name: label }) => ({ value, label, hint: m.newsletters_settings_editor_left() })),
    ],
  };
}

export type NewsletterOptions = Awaited<ReturnType<typeof newsletterOptions>>;

/** A newsletter as its settings are filled from it; null when there is none. */
export async function newsletterToEdit(db: RegionDb, id: string) {
  const found = await findNewsletter(db, id);
  if (!found) return null;
  const { name, description, audienceId, language, accent, version, endedAt, logo, editors } = found;
  const on = (ticked: boolean) => (ticked ? "on" : "");
  return {
    ...{ id, name, version },
    ended: endedAt !== null,
    logo: logo && { id: logo.id, ...sizeOfName(logo.name) },
    editors: editors.map(({ personId }) => personId),
    values: {
      ...{ name, description, language, audienceId: audienceId ?? "", accent: accent ?? "" },
      toContactPersons: on(found.toContactPersons),
      toNetworkMembers: on(found.toNetworkMembers),
      open: on(found.open),
      fourEyes: on(found.fourEyes),
    } as Record<string, string>,
    history: await historyOf(db, { id, subjects: ["newsletter"] }),
  };
}

export type NewsletterToEdit = NonNullable<Awaited<ReturnType<typeof newsletterToEdit>>> & { history: HistoryLine[] };

/** What a new newsletter begins with: everybody's contact persons, each in her own language. */
export const blankNewsletter: Record<string, string> = {
  ...{ name: "", description: "", audienceId: "", accent: "", language: "recipient" },
  ...{ toContactPersons: "on", toNetworkMembers: "", open: "on", fourEyes: "" },
};
