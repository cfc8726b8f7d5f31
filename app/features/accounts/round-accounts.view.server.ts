import type { ContentProject } from "~/domain/reports/round-content";
import { findAccountRound, linesOfRound } from "~/features/accounts/accounts.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A round's accounts as a report holds them: its projects in order, with their lines. */
export async function roundAccounts(db: RegionDb, roundId: string): Promise<ContentProject[]> {
  const projects = new Map<string, ContentProject>();
  for (const line of await linesOfRound(db, roundId)) {
    const { account, name, group, actual, budget, yearBudget, project } = line;
    const own = projects.get(project.id) ?? { number: project.number, name: project.name, lines: [] };
    projects.set(project.id, own);
    own.lines.push({
      ...{ account, name, group },
      ...{ actual: String(actual), budget: String(budget), yearBudget: String(yearBudget) },
    });
  }
  return [...projects.values()];
}

/** The same with the day the round ends; null when there is no such round. */
export async function accountsOf(db: RegionDb, roundId: string) {
  const round = await findAccountRound(db, roundId);
  return round && { to: round.to, projects: await roundAccounts(db, round.id) };
}
