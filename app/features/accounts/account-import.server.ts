import { alikeField, compareLines, placeProjects, projectField } from "~/domain/accounts/place-lines";
import { type AccountSheet, alikeLines } from "~/domain/accounts/read-accounts";
import { periodOf } from "~/domain/accounts/year-to-date";
import type { ContentProject } from "~/domain/reports/round-content";
import { measures } from "~/domain/shared/account-sums";
import {
  type AccountChoices,
  type AccountResult,
  closeAccountImport,
  findAccountImport,
  keepAccountChoices,
  stageAccountImport,
} from "~/features/accounts/account-imports.db.server";
import {
  createLines,
  deleteLinesOf,
  findAccountRound,
  linesEarlierInYear,
  linesOfRound,
  lockAccountRound,
} from "~/features/accounts/accounts.db.server";
import { addProject } from "~/features/accounts/keep-project.server";
import { listProjects } from "~/features/accounts/projects.db.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

export const stageAccounts = stageAccountImport;

type Twice = { account: string; project: string };

/** The lines of a file with the project of each, as far as that is known, or to `guess`. An account may turn out to stand twice in one. */
async function settle(
  db: RegionDb,
  {
    roundId,
    sheet,
    choices,
    guess = false,
  }: { roundId: string; sheet: AccountSheet; choices: AccountChoices; guess?: boolean },
) {
  const known = await listProjects(db);
  const projects = placeProjects(sheet.lines, known, choices.projects);
  const idOf = new Map(
    projects.map(({ project, chosen, suggested }) => {
      const id = guess ? (chosen ?? suggested) : chosen;
      return [project, id === "new" ? `new:${project}` : id];
    }),
  );
  const placed = sheet.lines.flatMap(({ project, account, name, group, actual, budget, yearBudget }) => {
    const projectId = idOf.get(project);
    return projectId ? [{ projectId, account, name, group, actual, budget, yearBudget }] : [];
  });
  const round = await findAccountRound(db, roundId);
  const earlier = round ? await linesEarlierInYear(db, round) : [];
  const lines = choices.figures === "year" ? periodOf(placed, earlier) : placed;
  const seen = new Set<string>();
  const twice: Twice[] = [];
  for (const { projectId, account } of placed) {
    const key = JSON.stringify([projectId, account]);
    const own = known.find(({ id }) => id === projectId);
    if (seen.has(key)) twice.push({ account, project: own ? `${own.number} ${own.name}` : projectId.slice(4) });
    seen.add(key);
  }
  return { known, projects, lines, twice, earlier: earlier.length };
}

/** What a file would do to the accounts of its round, or has done; null when there is none. Changes nothing. */
export async function previewAccounts(db: RegionDb, at: { id: string; roundId: string }) {
  const found = await findAccountImport(db, at);
  if (!found) return null;
  const { sheet, choices, ...rest } = found;
  if (!sheet) return { ...rest, review: null };
  const { known, projects, lines, twice, earlier } = await settle(db, {
    roundId: at.roundId,
    sheet,
    choices,
    guess: true,
  });
  const standing = await linesOfRound(db, at.roundId);
  const content = new Map<string, ContentProject>();
  for (const { projectId, account, name, group, ...amounts } of lines) {
    const own = known.find(({ id }) => id === projectId);
    const placed = projects.find(({ project }) => projectId === `new:${project}`);
    const project = content.get(projectId) ?? {
      number: own?.number ?? placed?.project ?? "",
      name: own?.name ?? placed?.name ?? "",
      lines: [],
    };
    content.set(projectId, project);
    const [actual, budget, yearBudget] = measures.map((measure) => String(amounts[measure]));
    project.lines.push({
      ...{ account, name, group },
      ...{ actual: actual ?? "0", budget: budget ?? "0", yearBudget: yearBudget ?? "0" },
    });
  }
  return {
    ...rest,
    review: {
      ...{ projects, twice, figures: choices.figures, mayBeYear: earlier > 0 },
      ...{ totals: sheet.totals, turned: sheet.turned },
      ...{ alike: alikeLines(sheet.lines), alikeSeen: choices.alike === true },
      counts: compareLines(standing, lines),
      replaces: standing.length,
      content: [...content.values()],
      choices: known.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
    },
  };
}

export type AccountsPreview = NonNullable<Awaited<ReturnType<typeof previewAccounts>>>;
export type AccountsReview = NonNullable<AccountsPreview["review"]>;

export type AccountsAnswer =
  | { ok: true; done: "chosen" }
  | { ok: true; done: "discarded" }
  | { ok: true; done: "saved"; result: AccountResult }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "closed" | "frozen" }
  | { ok: false; reason: "twice" }
  /** Budgets that are alike in two projects, of which nobody has said that each is its own. */
  | { ok: false; reason: "alike"; field: string }
  /** `field`: that of the first project nobody has said what is. */
  | { ok: false; reason: "asks"; field: string };

/** Does what the preview's form asks: `intent` is "save", "discard", or to look again with what is chosen. All or nothing is saved. */
export async function answerAccounts(
  db: RegionDb,
  { id, roundId, form, now }: { id: string; roundId: string; form: FormData; now: Date },
): Promise<AccountsAnswer> {
  await lockRegion(db, "accounts");
  const round = await lockAccountRound(db, roundId);
  const found = await findAccountImport(db, { id, roundId });
  if (!round || !found) return { ok: false, reason: "not-found" };
  if (!found.sheet) return { ok: false, reason: "closed" };
  if (form.get("intent") === "discard") {
    await closeAccountImport(db, id, { state: "discarded" });
    await audit(db, { action: "removed", subject: "import", id });
    return { ok: true, done: "discarded" };
  }
  const choices = choicesOf(form, found.choices, found.sheet);
  await keepAccountChoices(db, id, choices);
  if (form.get("intent") !== "save") return { ok: true, done: "chosen" };
  if (round.state === "submitted") return { ok: false, reason: "frozen" };
  if (!choices.alike && alikeLines(found.sheet.lines).length > 0)
    return { ok: false, reason: "alike", field: alikeField };
  const saved = await saveSheet(db, roundId, found.sheet, choices);
  if (!saved.ok) return saved;
  await closeAccountImport(db, id, { state: "saved", savedAt: now, result: saved.result });
  await audit(db, { action: "imported", subject: "accounts", id: roundId, after: { importId: id, ...saved.result } });
  return { ok: true, done: "saved", result: saved.result };
}

function choicesOf(form: FormData, before: AccountChoices, { lines }: AccountSheet): AccountChoices {
  const projects = { ...before.projects };
  for (const [at, { project }] of placeProjects(lines, [], {}).entries()) {
    const chosen = form.get(projectField(at));
    if (typeof chosen === "string") projects[project] = chosen;
  }
  const figures = form.get("figures");
  const alike = form.get(alikeField) === "yes";
  return { ...before, projects, alike, figures: figures === "year" || figures === "period" ? figures : before.figures };
}

/** Puts a file's lines where those of the round stood. */
async function saveSheet(
  db: RegionDb,
  roundId: string,
  sheet: AccountSheet,
  choices: AccountChoices,
): Promise<{ ok: true; result: AccountResult } | Extract<AccountsAnswer, { reason: "asks" | "twice" }>> {
  const { known, projects, lines, twice } = await settle(db, { roundId, sheet, choices });
  const asks = projects.findIndex(({ chosen }) => chosen === null);
  if (asks >= 0) return { ok: false, reason: "asks", field: projectField(asks) };
  if (twice.length > 0) return { ok: false, reason: "twice" };
  const made = new Map<string, string>();
  const numbers = known.map(({ number }) => number);
  for (const { project, name, chosen } of projects) {
    if (chosen !== "new") continue;
    const number = project || freeNumber([...numbers, ...projects.map((one) => one.project)]);
    const added = await addProject(db, { number, name: name || project || number, focusAreaId: null });
    if (!added.ok) throw new Error(`The project ${number} was not made: ${added.reason}`);
    made.set(`new:${project}`, added.id);
  }
  const replaced = (await linesOfRound(db, roundId)).length;
  await deleteLinesOf(db, roundId);
  await createLines(
    db,
    lines.map(({ projectId, account, name, group, actual, budget, yearBudget }, position) => ({
      ...{ roundId, position, projectId: made.get(projectId) ?? projectId },
      ...{ account, name, group, actual, budget, yearBudget },
    })),
  );
  return { ok: true, result: { roundId, lines: lines.length, replaced, projects: made.size } };
}

/** The first number that no project has. */
function freeNumber(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(String(number))) number += 1;
  return String(number);
}

/** Saves a file's lines at once, without a preview; projects the region lacks are made. */
export async function importAccounts(
  db: RegionDb,
  { roundId, fileName, sheet, now }: { roundId: string; fileName: string; sheet: AccountSheet; now: Date },
): Promise<AccountsAnswer> {
  const id = await stageAccountImport(db, { fileName, sheet, roundId });
  const form = new FormData();
  form.set("intent", "save");
  form.set(alikeField, "yes");
  const { projects } = await settle(db, {
    ...{ roundId, sheet, choices: { roundId, projects: {}, figures: "period" as const } },
  });
  for (const [at, { known }] of projects.entries()) form.set(projectField(at), known?.id ?? "new");
  return answerAccounts(db, { id, roundId, form, now });
}
