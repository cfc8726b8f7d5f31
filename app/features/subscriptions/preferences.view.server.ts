import { audiencesOfPerson, resolveAllMembers, resolveContactPersons } from "~/features/audiences/audience.view.server";
import { openLink } from "~/features/auth/links.server";
import type { Because } from "~/features/subscriptions/recipients.view.server";
import {
  type NewsletterNow,
  newslettersNow,
  subscriptionsOfPerson,
} from "~/features/subscriptions/subscriptions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const languages = ["nb", "nn", "en"] as const;

/**
 * What somebody gets and may choose, by the link of a mail: the newsletters that are open or that she gets, the scopes
 * apart from each other (M2), and her language. Null when the link opens nothing. Changes nothing (L1).
 */
export async function preferencesView(
  db: RegionDb,
  { token, today, now }: { token: string; today: string; now: Date },
) {
  const link = await openLink(db, token, "preferences", now);
  if (!link) return null;
  const { id: personId, name, email, locale, optedOut } = link.person;
  const newsletters = await newslettersNow(db);
  const roles = await rolesOf(db, { personId, newsletters, day: new Date(today) });
  const own = new Map((await subscriptionsOfPerson(db, personId)).map((one) => [one.newsletterId, one.state]));
  const none = optedOut.includes("newsletters");
  return {
    personId,
    name,
    email: masked(email),
    locale: languages.find((each) => each === locale) ?? null,
    /** Wants no newsletters at all. */
    none,
    invitations: !optedOut.includes("invitations"),
    reminders: !optedOut.includes("reminders"),
    newsletters: newsletters.flatMap(({ id, name, description, open }) => {
      const because = roles.get(id) ?? null;
      const state = own.get(id);
      if (!open && because === null && state !== "active") return [];
      const gets = !none && (state === "active" || (state !== "left" && because !== null));
      return [{ id, name, description, because, gets }];
    }),
  };
}

export type PreferencesView = NonNullable<Awaited<ReturnType<typeof preferencesView>>>;

/** Through which role somebody would get each newsletter, whatever she has said of it. */
async function rolesOf(
  db: RegionDb,
  { personId, newsletters, day }: { personId: string; newsletters: readonly NewsletterNow[]; day: Date },
): Promise<Map<string, Because>> {
  const isAmong = ({ people, held, optedOut }: Awaited<ReturnType<typeof resolveContactPersons>>) =>
    [...people, ...held, ...optedOut].some((each) => each.personId === personId);
  const contact =
    newsletters.some(({ toContactPersons }) => toContactPersons) && isAmong(await resolveContactPersons(db, day));
  const member =
    newsletters.some(({ toNetworkMembers }) => toNetworkMembers) && isAmong(await resolveAllMembers(db, day));
  const audienceIds = [...new Set(newsletters.flatMap(({ audienceId }) => audienceId ?? []))];
  const audiences = await audiencesOfPerson(db, { audienceIds, personId, day });
  return new Map(
    newsletters.flatMap(({ id, toContactPersons, toNetworkMembers, audienceId }): [string, Because][] => {
      if (toContactPersons && contact) return [[id, "contact"]];
      if (toNetworkMembers && member) return [[id, "member"]];
      return audienceId !== null && audiences.has(audienceId) ? [[id, "audience"]] : [];
    }),
  );
}

/** An address that its owner knows again and nobody else learns: a link may have been passed on. */
function masked(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
