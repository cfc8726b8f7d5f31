import { describe, expect, it } from "vitest";
import { deviationOf, groupOfAccount, sumProjects } from "~/domain/shared/account-sums";

const line = (group: "income" | "wages" | "other", actual: bigint, budget = 0n, yearBudget = 0n) => ({
  ...{ group, actual, budget, yearBudget },
});

describe("the sums of accounts", () => {
  it("are income less wages less other costs, by project and for the whole", () => {
    const { projects, whole } = sumProjects([
      { lines: [line("income", 1000n, 900n, 2000n), line("wages", 300n), line("other", 50n)] },
      { lines: [{ group: "other", actual: "25", budget: "0", yearBudget: "0" }] },
    ]);
    expect(projects.map(({ sums }) => sums.result.actual)).toEqual([650n, -25n]);
    expect(whole.costs.actual).toBe(375n);
    expect(whole.result).toEqual({ actual: 625n, budget: 900n, yearBudget: 2000n });
  });

  it("deviate from the budget in øre and in tenths of a percent, rounded away from zero", () => {
    expect(deviationOf({ actual: 7_370_200_00n, budget: 7_377_006_00n })).toEqual({ amount: -6_806_00n, permille: -1 });
    expect(deviationOf({ actual: -50n, budget: -100n })).toEqual({ amount: 50n, permille: 500 });
    expect(deviationOf({ actual: 5n, budget: 0n })).toEqual({ amount: 5n, permille: null });
  });

  it("know the group of an account by its number", () => {
    expect(["3100", "5000", "4300", "7770", "8050", "8150", "8900", "12", "A1"].map(groupOfAccount)).toEqual([
      ...["income", "wages", "other", "other", "income", "other", null, null, null],
    ]);
  });
});
