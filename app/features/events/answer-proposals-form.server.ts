import type { HeldRole } from "~/domain/auth/permissions";
import { acceptProposals } from "~/features/events/accept-proposals.server";
import { chooseOrganiser } from "~/features/events/choose-organiser.server";
import { fieldRefusal, timesRefusal } from "~/features/events/event-words";
import { readProposals } from "~/features/events/proposals-form.schema";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, valuesOf } from "~/platform/http/forms.server";

/** What was refused, with everything that was typed and ticked. */
export type RefusedProposals = { errors: FormErrors; values: FormValues; picked: string[] };

type With = {
  access: Access;
  roles: readonly HeldRole[];
  personId: string;
  zone: string;
  now: Date;
  planRowId: string | null;
  networkId: string | null;
  description: string;
};

/** Answers the form of proposals: makes the events, and says in words how many, or gives back what was typed. */
export async function answerProposalsForm(
  form: FormData,
  { access, roles, personId, zone, now, planRowId, networkId, description }: With,
): Promise<{ ok: true; done: string } | { ok: false; refused: RefusedProposals }> {
  const refuse = (errors: FormErrors) => ({
    ok: false as const,
    refused: { errors, values: valuesOf(form), picked: form.getAll("pick").map(String) },
  });
  const read = readProposals(form, { networkId, description });
  if (!read.ok) return refuse(read.errors);
  const made = await withRegion(access, async (db) => {
    const organiser = await chooseOrganiser(db, { roles, actorId: read.actorId, networkId });
    if (!organiser.ok) return organiser;
    const input = { organiser: organiser.organiser, responsibleId: personId, zone, now };
    return acceptProposals(db, { chosen: read.chosen, planRowId, ...input });
  });
  if (made.ok) {
    const words = m.events_proposals_made({ n: made.made.length });
    return {
      ok: true,
      done: made.already === 0 ? words : `${words} ${m.events_proposals_already({ n: made.already })}`,
    };
  }
  if ("refused" in made) {
    const at = (field: string) => (field === "end" ? "minutes" : field);
    return refuse(
      Object.fromEntries(made.refused.map(({ key, field, reason }) => [`${at(field)}-${key}`, timesRefusal(reason)])),
    );
  }
  return refuse({ [made.field]: fieldRefusal(made) });
}
