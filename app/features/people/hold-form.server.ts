import { holdAddress, liftHold } from "~/features/people/hold-address.server";
import { chooseOptedOut, mailScopes } from "~/features/people/opt-out.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Does what the forms of mail on a person's page ask, by their button; null when it is none of them, or nobody. */
export async function answerHoldForm(
  db: RegionDb,
  { form, personId, now }: { form: FormData; personId: string; now: Date },
): Promise<{ ok: true; done: string } | null> {
  const intent = form.get("intent");
  if (intent === "hold") return (await holdAddress(db, { personId, now })) ? done(m.people_hold_done()) : null;
  if (intent === "lift") return (await liftHold(db, { personId })) ? done(m.people_hold_lifted()) : null;
  if (intent !== "opt") return null;
  const scopes = mailScopes.filter((scope) => form.getAll("optedOut").includes(scope));
  return (await chooseOptedOut(db, { personId, scopes })) ? done(m.people_opt_saved()) : null;
}

const done = (words: string) => ({ ok: true as const, done: words });
