import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import type { SheetLine } from "~/domain/accounts/read-accounts";
import { sumProjects } from "~/domain/shared/account-sums";
import {
  answerAccounts,
  importAccounts,
  previewAccounts,
  stageAccounts,
} from "~/features/accounts/account-import.server";
import { linesOfRound } from "~/features/accounts/accounts.db.server";
import { roundAccountsView } from "~/features/accounts/accounts.view.server";
import { addLine, changeLine, removeLine, seenOf } from "~/features/accounts/keep-line.server";
import { addProject, changeProject, moveProject, removeProject } from "~/features/accounts/keep-project.server";
import { listProjects } from "~/features/accounts/projects.db.server";
import { roundAccounts } from "~/features/accounts/round-accounts.view.server";
import { accountsFile } from "~/features/documents/accounts-file.server";
import { receiveAccounts } from "~/features/documents/receive-accounts.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const now = new Date("2017-05-12T09:00:00Z");
const heads = "Prosjekt;Konto;Kontonavn;Regnskap;Budsjett;Budsjett hele året";

let inside: <T>(work: (db: RegionDb) => Promise<T>) => Promise<T>;

const form = (fields: Record<string, string | Blob>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};
const received = async (bytes: string | Uint8Array<ArrayBuffer>) => {
  const got = await receiveAccounts(form({ file: new File([bytes], "regnskap.csv") }));
  if (!got.ok) throw new Error(got.problems.map(({ message }) => message).join(" "));
  return got;
};
const newRound = (from: string, to: string) =>
  inside(async (db) => {
    const data = { name: `Til ${to}`, kind: "four_monthly" as const, from: new Date(from), to: new Date(to), form: {} };
    return (await db.reportRound.create({ data, select: { id: true } })).id;
  });

beforeAll(async () => {
  const { id } = await makeRegion(database.url().adminUrl);
  inside = (work) => withRegion({ regionId: id, personId: null, via: "operator" }, work);
}, 60_000);

describe("the accounts of a round", () => {
  it("come out of the demo's file with the income and result of the report, in øre", async () => {
    const roundId = await newRound("2017-01-01", "2017-04-30");
    const file = await received(readFileSync("prisma/seed/vestregionen-accounts-2017-1.csv"));
    expect(file.sheet.totals).toBe(15);
    const saved = await inside((db) => importAccounts(db, { ...file, roundId, now }));
    expect(saved).toMatchObject({ ok: true, result: { lines: 42, replaced: 0, projects: 10 } });
    const { whole, projects } = sumProjects(await inside((db) => roundAccounts(db, roundId)));
    expect(projects).toHaveLength(10);
    expect(whole.income).toEqual({ actual: 7_370_200_00n, budget: 7_377_006_00n, yearBudget: 7_910_346_00n });
    expect(whole.wages).toEqual({ actual: 1_538_662_00n, budget: 1_597_308_00n, yearBudget: 4_460_705_00n });
    expect(whole.result).toEqual({ actual: 4_935_046_00n, budget: 4_796_593_00n, yearBudget: 500_000_00n });
    const out = await inside((db) => accountsFile(db, roundId));
    const again = await receiveAccounts(form({ file: new File([new Uint8Array(out?.bytes ?? [])], "regnskap.xlsx") }));
    const bare = ({ line: _, ...line }: SheetLine) => line;
    expect(again.ok && again.sheet.lines.map(bare)).toEqual(file.sheet.lines.map(bare));
  });

  it("ask about a project that is not known, and save nothing until it is settled; the second time they are replaced", async () => {
    const roundId = await newRound("2016-01-01", "2016-04-30");
    const known = (await inside(listProjects)).find(({ number }) => number === "300");
    const bytes = Buffer.from(
      `${heads}\n300;3410;Tilskudd;−1 000,50;;\n300;5000;Lønn;(0,50);10;\n999 Ukjent;3900;Støtte æøå;-50;;\n`,
      "utf8",
    );
    const latin = new Uint8Array(Buffer.from(bytes.toString("utf8").replace("−", "-"), "latin1"));
    const file = await received(latin);
    expect(file.sheet.turned).toEqual(["income"]);
    expect(file.sheet.lines[2]).toMatchObject({ name: "Støtte æøå", actual: 50_00n });
    const id = await inside((db) => stageAccounts(db, { ...file, roundId }));
    const answer = (fields: Record<string, string>) =>
      inside((db) => answerAccounts(db, { id, roundId, form: form(fields), now }));
    expect((await inside((db) => previewAccounts(db, { id, roundId })))?.review).toMatchObject({
      counts: { created: 2 },
      projects: [{ known: { number: "300" } }, { project: "999", chosen: null }],
    });
    expect(await answer({ intent: "save" })).toEqual({ ok: false, reason: "asks", field: "project-1" });
    expect(await inside((db) => linesOfRound(db, roundId))).toEqual([]);
    expect(await answer({ intent: "look", "project-1": known?.id ?? "" })).toMatchObject({ ok: true, done: "chosen" });
    expect(await answer({ intent: "save", "project-1": "new" })).toMatchObject({ result: { lines: 3, projects: 1 } });
    expect(await answer({ intent: "save" })).toEqual({ ok: false, reason: "closed" });
    const again = await inside((db) => stageAccounts(db, { ...file, roundId }));
    const review = (await inside((db) => previewAccounts(db, { id: again, roundId })))?.review;
    expect(review).toMatchObject({ replaces: 3, counts: { created: 0, updated: 0, unchanged: 3, removed: 0 } });
    const replaced = await inside((db) =>
      answerAccounts(db, { id: again, roundId, form: form({ intent: "save" }), now }),
    );
    expect(replaced).toMatchObject({ ok: true, result: { lines: 3, replaced: 3, projects: 0 } });
  });

  it("refuse a file with a wrong total and say which, and give back what was read", async () => {
    const got = await receiveAccounts(form({ table: `${heads}\n1;3000;Salg;100;;\n;;Sum;101;;` }));
    if (got.ok) throw new Error("It was taken");
    expect(got.problems[0]?.message).toContain("100");
    expect(got.problems[0]?.message).toContain("101");
    expect(got.text).toContain("Sum;101");
    expect(await receiveAccounts(form({}))).toMatchObject({ ok: false, problems: [{ field: "file" }] });
  });

  it("of a file that counts from the first of January are less what the rounds before have", async () => {
    const first = await newRound("2015-01-01", "2015-04-30");
    const second = await newRound("2015-05-01", "2015-08-31");
    const one = await received(`${heads}\n300;3410;Tilskudd;100;90;200\n300;6800;Kontor;10;5;20`);
    await inside((db) => importAccounts(db, { ...one, roundId: first, now }));
    const two = await received(`${heads}\n300;3410;Tilskudd;150;180;200`);
    const id = await inside((db) => stageAccounts(db, { ...two, roundId: second }));
    const fields = form({ intent: "save", figures: "year" });
    await inside((db) => answerAccounts(db, { id, roundId: second, form: fields, now }));
    const view = await inside((db) => roundAccountsView(db, second));
    expect(view?.projects[0]?.lines.map(({ account, actual, budget }) => [account, actual, budget])).toEqual([
      ["3410", "5000", "9000"],
      ["6800", "-1000", "-500"],
    ]);
    expect(view?.yearToDate?.result).toMatchObject({ actual: 150_00n, budget: 180_00n, yearBudget: 200_00n });
  });

  it("take lines by hand, once for each account of a project, and none when they are submitted", async () => {
    const roundId = await newRound("2014-01-01", "2014-04-30");
    const [one, two] = await inside(listProjects);
    const line = {
      ...{ projectId: one?.id ?? "", account: "6800", name: "Kontor", group: "other" as const },
      ...{ actual: 5n, budget: 0n, yearBudget: 0n },
    };
    expect(await inside((db) => addLine(db, roundId, line))).toEqual({ ok: true });
    expect(await inside((db) => addLine(db, roundId, line))).toEqual({
      ok: false,
      reason: "account-used",
      name: "Kontor",
    });
    expect(await inside((db) => addLine(db, roundId, { ...line, projectId: two?.id ?? "" }))).toEqual({ ok: true });
    const [stored, other] = await inside((db) => linesOfRound(db, roundId));
    const at = { roundId, id: stored?.id ?? "", seen: seenOf(line) };
    expect(await inside((db) => changeLine(db, at, { ...line, actual: 7n }))).toEqual({ ok: true });
    expect(await inside((db) => changeLine(db, at, line))).toEqual({ ok: false, reason: "changed-meanwhile" });
    const gone = { roundId, id: other?.id ?? "", seen: seenOf({ ...line, projectId: two?.id ?? "" }) };
    expect(await inside((db) => removeLine(db, gone))).toEqual({ ok: true });
    await inside((db) =>
      db.reportRound.updateMany({ where: { id: roundId }, data: { state: "submitted", submittedAt: now } }),
    );
    expect(await inside((db) => addLine(db, roundId, { ...line, account: "1" }))).toMatchObject({ reason: "frozen" });
    const file = await received(`${heads}\n100;3000;Salg;1;;`);
    expect(await inside((db) => importAccounts(db, { ...file, roundId, now }))).toEqual({
      ok: false,
      reason: "frozen",
    });
  });
});

describe("the projects", () => {
  it("have a number each, an order, and stay while accounts have them", async () => {
    const add = (number: string) =>
      inside((db) => addProject(db, { number, name: `Nr. ${number}`, focusAreaId: null }));
    const made = await add("700");
    if (!made.ok) throw new Error(made.reason);
    expect(await add("700")).toEqual({ ok: false, reason: "number-used", by: "Nr. 700" });
    await add("701");
    const numbers = async () => (await inside(listProjects)).map(({ number }) => number).slice(-2);
    await inside((db) => moveProject(db, made.id, "down"));
    expect(await numbers()).toEqual(["701", "700"]);
    const columns = { number: "702", name: "Ny", focusAreaId: null };
    expect(await inside((db) => changeProject(db, { id: made.id, version: 0 }, columns))).toMatchObject({ ok: true });
    expect(await inside((db) => changeProject(db, { id: made.id, version: 0 }, columns))).toMatchObject({
      reason: "changed-meanwhile",
    });
    expect(await inside((db) => removeProject(db, made.id))).toMatchObject({ ok: true });
    const used = (await inside(listProjects)).find(({ _count }) => _count.lines > 0);
    expect(await inside((db) => removeProject(db, used?.id ?? ""))).toMatchObject({ reason: "used" });
  });
});
