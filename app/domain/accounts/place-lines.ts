import type { AccountGroup, Amounts } from "../shared/account-sums";
import type { SheetLine } from "./read-accounts";

export type KnownProject = { id: string; number: string; name: string };

/** A project of a file, the one it is where that is known or chosen, and the one its name suggests. */
export type PlacedProject = {
  project: string;
  name: string;
  lines: number;
  /**
   * Known by its number; else `chosen`: an id, "new", or null while nobody has said. What is suggested has its name, or
   * is new where the region has no project yet.
   */
  known: KnownProject | null;
  chosen: string | null;
  suggested: string | null;
};

/** The field that says that lines which are alike in two projects are each its own. */
export const alikeField = "alike";

/** The field of a project of a file, by its place in it. */
export const projectField = (at: number) => `project-${at}`;

/**
 * The projects of a file in its order. One whose number the region has is known; any other asks, and what stands in
 * `chosen` under its number is the answer, where that is still a project.
 */
export function placeProjects(
  lines: readonly SheetLine[],
  known: readonly KnownProject[],
  chosen: Readonly<Record<string, string>>,
): PlacedProject[] {
  const found = new Map<string, PlacedProject>();
  for (const { project, projectName } of lines) {
    const placed = found.get(project);
    if (placed) placed.lines += 1;
    else found.set(project, placedOf(project, projectName, known, chosen));
  }
  return [...found.values()];
}

function placedOf(
  project: string,
  name: string,
  known: readonly KnownProject[],
  chosen: Readonly<Record<string, string>>,
): PlacedProject {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const own = known.find(({ number }) => same(number, project)) ?? null;
  const named = known.filter((one) => same(one.name, name || project));
  const choice = Object.hasOwn(chosen, project) ? chosen[project] : undefined;
  const stands = choice === "new" || known.some(({ id }) => id === choice);
  return {
    ...{ project, name, lines: 1, known: own },
    chosen: own ? own.id : stands && choice !== undefined ? choice : null,
    suggested: known.length === 0 ? "new" : named.length === 1 ? (named[0]?.id ?? null) : null,
  };
}

type StandingLine = Amounts & { projectId: string; account: string; name: string; group: AccountGroup };

/** How lines differ from those that stand: by project and account. */
export function compareLines(standing: readonly StandingLine[], lines: readonly StandingLine[]) {
  const key = ({ projectId, account }: StandingLine) => JSON.stringify([projectId, account]);
  const says = ({ name, group, actual, budget, yearBudget }: StandingLine) =>
    JSON.stringify([name, group, ...[actual, budget, yearBudget].map(String)]);
  const before = new Map(standing.map((line) => [key(line), says(line)]));
  const counts = { created: 0, updated: 0, unchanged: 0, removed: 0 };
  for (const line of lines) {
    const old = before.get(key(line));
    before.delete(key(line));
    counts[old === undefined ? "created" : old === says(line) ? "unchanged" : "updated"] += 1;
  }
  return { ...counts, removed: before.size };
}
