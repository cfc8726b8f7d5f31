import { writeMoney } from "~/domain/accounts/money";
import type { ContentLine, ContentProject } from "~/domain/reports/round-content";
import { sumLines } from "~/domain/shared/account-sums";
import { lastAccountImports } from "~/features/accounts/account-imports.db.server";
import {
  findAccountRound,
  linesEarlierInYear,
  linesOfRound,
  listAccountRounds,
} from "~/features/accounts/accounts.db.server";
import { seenOf } from "~/features/accounts/keep-line.server";
import { listFocusAreas, listProjects } from "~/features/accounts/projects.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How many rounds the page of accounts shows. */
const shownRounds = 6;

/** The region's projects, and what its last rounds of reporting came to. */
export async function accountsView(db: RegionDb) {
  const [projects, rounds, focusAreas] = [
    await listProjects(db),
    await listAccountRounds(db, shownRounds),
    await listFocusAreas(db),
  ];
  return {
    projects: projects.map(({ id, number, name, version, focusArea, _count }) => ({
      ...{ id, number, name, version, lines: _count.lines },
      focusArea: focusArea && { id: focusArea.id, name: focusArea.name, year: focusArea.area.plan.year },
    })),
    rounds: rounds.map(({ lines, ...round }) => ({ ...round, lines: lines.length, sums: sumLines(lines) })),
    focusAreas: focusAreas.map(({ id, name, area }) => ({ id, name, year: area.plan.year })),
  };
}

export type AccountsView = Awaited<ReturnType<typeof accountsView>>;
export type ProjectRow = AccountsView["projects"][number];
export type AccountRoundRow = AccountsView["rounds"][number];

/** A line with what its form is filled from. */
export type RoundLine = ContentLine & { id: string; projectId: string; seen: string };
export type RoundProject = Omit<ContentProject, "lines"> & { id: string; lines: RoundLine[] };

/** The accounts of one round, what the year has come to so far where other rounds came before, and where they are from. */
export async function roundAccountsView(db: RegionDb, roundId: string) {
  const round = await findAccountRound(db, roundId);
  if (!round) return null;
  const stored = await linesOfRound(db, round.id);
  const earlier = await linesEarlierInYear(db, round);
  const own = new Map<string, RoundProject>();
  for (const line of stored) {
    const { id, account, name, group, actual, budget, yearBudget, project, projectId } = line;
    const at = own.get(project.id) ?? { id: project.id, number: project.number, name: project.name, lines: [] };
    own.set(project.id, at);
    at.lines.push({
      ...{ id, projectId, account, name, group, seen: seenOf(line) },
      ...{ actual: String(actual), budget: String(budget), yearBudget: String(yearBudget) },
    });
  }
  const year = sumLines([...earlier.map((line) => ({ ...line, yearBudget: 0n })), ...stored]);
  return {
    round,
    projects: [...own.values()],
    lines: stored.length,
    yearToDate: earlier.length > 0 ? year : null,
    choices: (await listProjects(db)).map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
    imports: await lastAccountImports(db, round.id),
  };
}

export type RoundAccountsView = NonNullable<Awaited<ReturnType<typeof roundAccountsView>>>;

/** The values of a line's form. */
export function lineValues(line: RoundLine): Record<string, string> {
  const { projectId, account, name, group, actual, budget, yearBudget } = line;
  const written = (ore: string) => writeMoney(BigInt(ore));
  return {
    ...{ projectId, account, name, group },
    ...{ actual: written(actual), budget: written(budget), yearBudget: written(yearBudget) },
  };
}
