import { plannedIn } from "~/domain/automation/plan-ahead";
import type { PlannedStep } from "~/domain/automation/planned";
import { ownersToAsk } from "~/features/action-plan/stale-activities.view.server";
import { resolveAudience, resolveContactPersons, resolveMembers } from "~/features/audiences/audience.view.server";
import { type LoadedFacts, loadFacts } from "~/features/automation/facts.server";
import { invitedTo } from "~/features/automation/rules.db.server";
import type { Meant } from "~/features/automation/whom.server";
import { networkMembers } from "~/features/events/invite-whom";
import { ownersToRemind } from "~/features/reports/row-owners.view.server";
import { newsletterRecipients } from "~/features/subscriptions/recipients.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Whom one planned line goes to, by name, as it stands now; null when nothing of that key is planned in the period. */
export async function plannedPeople(
  db: RegionDb,
  { key, from, to, now }: { key: string; from: string; to: string; now: Date },
): Promise<{ line: PlannedStep; names: string[] } | null> {
  const facts = await loadFacts(db, { now, from, to, counts: true });
  const line = plannedIn(facts, { from, to }).find((one) => one.key === key);
  if (!line) return null;
  const day = new Date(facts.calendar.dayOf(now.toISOString()));
  const names = await namesOf(db, { line, facts, day });
  return { line, names: names.sort((a, b) => a.localeCompare(b, "nb")) };
}

type Of = { line: PlannedStep; facts: LoadedFacts; day: Date };

async function namesOf(db: RegionDb, { line, facts, day }: Of): Promise<string[]> {
  const { kind, rule, about } = line;
  if (kind === "due-list") return facts.tellCoordinators.map(({ name }) => name);
  if (kind === "stale-activities") return ownersToAsk(db, facts.calendar.dayOf(line.at));
  if (kind === "report-reminder") return ownersToRemind(db, about.roundId ?? "");
  if (kind === "issue") {
    if (!about.newsletterId) return [];
    const { people, unnamed } = await newsletterRecipients(db, about.newsletterId, day);
    return [...people, ...unnamed].map(({ name }) => name);
  }
  if (kind === "issue-draft" || kind === "issue-reminder" || kind === "event-draft" || kind === "publication-reminder")
    return (facts.toldOf.get(rule) ?? []).map(({ name }) => name);
  // What a rule sends by its own key goes to those it invites; the rest to those who are invited already.
  const planned = meantBy(line, facts);
  if (planned && (kind === "invitation" || !about.eventId)) return meantNames(db, planned, about.networkId ?? "", day);
  if (!about.eventId) return [];
  const invited = await invitedTo(db, about.eventId);
  if (kind === "reminder-unanswered") return invited.filter(({ answer }) => answer === null).map(({ name }) => name);
  const stays = kind === "invitation" ? invited : invited.filter(({ answer }) => answer !== "declined");
  return stays.map(({ name }) => name);
}

/** Whom the row or the network of a line is for. */
function meantBy({ about }: PlannedStep, { meant }: LoadedFacts): Meant | null {
  const of = about.planRowId ?? about.networkId;
  return [...meant].find(([rule]) => of !== undefined && rule.endsWith(`:${of}`))?.[1] ?? null;
}

async function meantNames(db: RegionDb, { audiences }: Meant, networkId: string, day: Date): Promise<string[]> {
  const found = new Map<string, string>();
  for (const audience of audiences) {
    const { people } =
      audience === null
        ? await resolveContactPersons(db, day, "invitations")
        : audience === networkMembers
          ? await resolveMembers(db, networkId, day, "invitations")
          : await resolveAudience(db, audience, day, "invitations");
    for (const { personId, email, name } of people) found.set(personId ?? email, name);
  }
  return [...found.values()];
}
