import { array, assert, bigInt, boolean, constantFrom, integer, property, record, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import { alikeLines, readAccounts } from "~/domain/accounts/read-accounts";
import { sumLines } from "~/domain/shared/account-sums";

const table = (text: string) => text.split("\n").map((row) => row.split(";").map((cell) => cell.trim()));

const heads = "Prosjekt;Konto;Kontonavn;Regnskap 30.4.2017;Budsjett 30.4.2017;Budsjett hele 2017";

const read = (text: string) => {
  const got = readAccounts(table(text));
  if (!got.ok) throw new Error(JSON.stringify(got, (_, value) => (typeof value === "bigint" ? String(value) : value)));
  return got.sheet;
};
const problems = (text: string) => {
  const got = readAccounts(table(text));
  return got.ok || got.reason !== "lines" ? got : got.problems;
};

describe("a file from an accounting system", () => {
  it("is read by its heads, with a title over them, blank cells and totals that fit", () => {
    const sheet = read(
      `Resultat per prosjekt;;;;;
       ${heads}
       100 Arealbruk;3100;Tilskudd;1 000,00;900;1 000
       ;5000;Lønn;400;300;900
       ;;Sum prosjekt 100;600;600;100
       200 - Kultur;3400;Kontingent;50,5;50;50
       ;6800;Kontor;20,50;;
       ;;Sum;30;50;50
       ;;Sum inntekter;1 050,50;950;1 050
       ;;Driftsresultat;630;650;150`,
    );
    expect(sheet.totals).toBe(4);
    expect(
      sheet.lines.map(({ project, projectName, account, group, actual }) => [
        project,
        projectName,
        account,
        group,
        actual,
      ]),
    ).toEqual([
      ["100", "Arealbruk", "3100", "income", 100_000n],
      ["100", "Arealbruk", "5000", "wages", 40_000n],
      ["200", "Kultur", "3400", "income", 5_050n],
      ["200", "Kultur", "6800", "other", 2_050n],
    ]);
  });

  it("may have the heads of three languages, projects as headings, and a result without accounts", () => {
    const english = "Account no;Description;Group;Actual;Annual budget\nProject 7 Youth;;;;\n3100;Grants;Income;10;20";
    expect(read(english).lines[0]).toMatchObject({ project: "7", projectName: "Youth", yearBudget: 2000n });
    const nynorsk = "Prosjektnr;Prosjektnamn;Konto;Tekst;Rekneskap;Budsjett heile året\n7;Ungdom;5000;Løn;10;20";
    expect(read(nynorsk).lines[0]).toMatchObject({ project: "7", projectName: "Ungdom", group: "wages" });
    const bare =
      "Post;Regnskap\nInntekter;100\nLønnskostnader;30\nAndre driftskostnader;20\nSum kostnader;50\nDriftsresultat;50";
    expect(read(bare).lines.map(({ account, project, group }) => [account, project, group])).toEqual([
      ["Inntekter", "", "income"],
      ["Lønnskostnader", "", "wages"],
      ["Andre driftskostnader", "", "other"],
    ]);
  });

  it("may have its heads in two rows, and again on a new page; a sum under no head is told", () => {
    const one = "Prosjekt;Konto;Kontonavn;Hittil i år;Hittil i år;Hele året\n;;;Regnskap;Budsjett;Budsjett";
    const other = ";;;Regnskap;Budsjett;Årsbudsjett\nProsjekt;Konto;Tekst;;;";
    for (const two of [one, other])
      expect(read(`${two}\n1;3000;Salg;100;90;95\n${heads}\n1;5000;Lønn;50;40;45`).lines).toMatchObject([
        { account: "3000", actual: 10000n, budget: 9000n, yearBudget: 9500n },
        { account: "5000", actual: 5000n },
      ]);
    expect(problems("Prosjekt;Konto;Regnskap;Budsjett\n1;3000;1234;50;90")).toEqual([
      { line: 2, problem: "beyond", text: "90" },
    ]);
  });

  it("may write income with a minus, as a ledger does, or costs", () => {
    const ledger = read(`${heads}\n1;3000;Salg;-100;;\n1;5000;Lønn;60;;\n;;Sum;-40;;`);
    expect(ledger.turned).toEqual(["income"]);
    expect(sumLines(ledger.lines).result.actual).toBe(4000n);
    const costs = read(`${heads}\n1;3000;Salg;100;;\n1;5000;Lønn;(60);;\n;;Resultat;40;;`);
    expect(sumLines(costs.lines).result.actual).toBe(4000n);
  });

  it("is refused with the sum that differs, and by how much", () => {
    expect(problems(`${heads}\n1;3000;Salg;100;90;\n1;5000;Lønn;60;;\n;;Resultat;41;90;`)).toEqual([
      { line: 4, problem: "total", words: "Resultat", column: "actual", said: 4100n, counted: 4000n },
    ]);
    expect(problems(`${heads}\n1;3000;Salg;100;;\n2;3000;Salg;5;;\n1;;Sum;105;;`)).toEqual([
      { line: 4, problem: "total", words: "Sum", column: "actual", said: 10500n, counted: 10000n },
    ]);
  });

  it("is refused for a budget line in two projects, and for an account twice in one", () => {
    expect(problems(`${heads}\n100/200;6800;Kontor;10;20;`)).toMatchObject([
      { problem: "two-projects", text: "100/200" },
    ]);
    expect(problems(`${heads}\n100;6800;Kontor;10;20;\n200;6800;Kontor;10;20;`)).toMatchObject([
      { line: 3, problem: "both-projects", projects: ["100", "200"], first: 2 },
    ]);
    expect(problems(`${heads}\n1;6800;Kontor;10;20;\n1;6800;Papir;11;;`)).toMatchObject([
      { problem: "twice", first: 2 },
    ]);
  });

  it("judges 1.234 by the file's other sums, and asks where none of them tells", () => {
    const first = (text: string, said?: "." | ",") => {
      const got = readAccounts(table(`${heads}\n1;3000;Salg;1.234;${text};`), said);
      return got.ok ? got.sheet.lines[0]?.actual : got;
    };
    expect(first("12,50")).toBe(123_400n);
    expect(first("12.50")).toBe(123n);
    expect(first("500")).toEqual({ ok: false, reason: "unclear", texts: ["1.234"] });
    expect([first("500", ","), first("500", ".")]).toEqual([123_400n, 123n]);
  });

  it("finds budgets that are alike in two projects and not spent of", () => {
    const { lines } = read(`${heads}\n1;6800;Kontor;0;50;100\n2;6800;Kontor;;50;100\n2;5000;Lønn;;50;100`);
    expect(alikeLines(lines)).toEqual([{ account: "6800", name: "Kontor", projects: ["1", "2"] }]);
  });

  it("is told all that is wrong with its lines at once", () => {
    expect(problems(`${heads}\n1;3000;Salg;ti;;\n1;;Ukjent;5;;\n1;9900;Rart;5;;`)).toMatchObject([
      { line: 2, problem: "money", column: "actual", text: "ti" },
      { line: 3, problem: "no-account" },
      { line: 4, problem: "no-group", account: "9900" },
    ]);
    expect(problems("Hei;du\nx;y")).toMatchObject({ reason: "heads", heads: { problem: "no-heads" } });
    expect(problems("Prosjekt;Konto\n1;3000")).toMatchObject({ heads: { problem: "missing", columns: ["actual"] } });
    expect(problems("Konto;Regnskap;Actual\n1;3000;1")).toMatchObject({ heads: { problem: "doubled" } });
    expect(problems("\n;;")).toEqual({ ok: false, reason: "empty" });
  });

  it("gives the lines that went in, however their sums are written, and refuses any total that is off", () => {
    const amount = bigInt({ min: 0n, max: 10n ** 9n });
    const line = record({
      account: constantFrom("3100", "3400", "5000", "5400", "6800", "7100"),
      project: constantFrom("100", "200", "K3"),
      ...{ actual: amount, budget: amount, yearBudget: amount },
    });
    const lines = uniqueArray(line, {
      minLength: 1,
      maxLength: 12,
      selector: (own) => `${own.project} ${own.account}`,
    });
    const style = record({ space: constantFrom("", " ", "\u00a0", "."), behind: boolean(), ledger: boolean() });
    assert(
      property(
        lines,
        style,
        integer({ min: 0, max: 2 }),
        array(bigInt(1n, 500n), { maxLength: 1 }),
        (own, how, column, off) => {
          const write = (ore: bigint) => {
            const size = ore < 0n ? -ore : ore;
            const whole = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, how.space);
            const text = `${whole},${(size % 100n).toString().padStart(2, "0")}`;
            return ore >= 0n ? text : how.behind ? `${text}-` : `-${text}`;
          };
          const isIncome = ({ account }: { account: string }) => account.startsWith("3");
          const sorted = [...own].sort((a, b) => a.project.localeCompare(b.project));
          const written = sorted.map((one) => ({
            ...one,
            amounts: [one.actual, one.budget, one.yearBudget].map((ore) => (how.ledger && isIncome(one) ? -ore : ore)),
          }));
          const total = [0, 1, 2].map((at) =>
            written.reduce(
              (sum, one) => sum + (how.ledger || isIncome(one) ? (one.amounts[at] ?? 0n) : -(one.amounts[at] ?? 0n)),
              at === column ? (off[0] ?? 0n) : 0n,
            ),
          );
          const got = readAccounts([
            heads.split(";"),
            ...written.map(({ project, account, amounts }) => [project, account, "x", ...amounts.map(write)]),
            ["", "", "Resultat", ...total.map(write)],
          ]);
          const told = got.ok
            ? []
            : got.reason === "lines"
              ? got.problems.filter(({ problem }) => problem !== "both-projects")
              : [got];
          // In one project, or with a difference that makes another sum, a total can be right of something else.
          if (off.length > 0) expect(got.ok).toBe(false);
          else expect(told).toEqual([]);
          if (got.ok)
            expect(
              got.sheet.lines.map(({ project, account, actual, budget, yearBudget }) => ({
                account,
                project,
                actual,
                budget,
                yearBudget,
              })),
            ).toEqual(sorted);
        },
      ),
      { numRuns: 150 },
    );
  });
});
