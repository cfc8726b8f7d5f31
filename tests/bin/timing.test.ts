import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dispatch } from "#bin/commands/dispatch";

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await dispatch(["timing", ...args], { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err: err.join("\n") };
}

const year = ["--from", "2021-01-01", "--to", "2021-12-31"];

describe("the command that reads words about time", () => {
  it("prints what they mean, a line of JSON per text", async () => {
    const { code, out } = await run("Mai/juni + november", "i god tid", ...year);
    expect(code).toBe(0);
    expect(out.map((line) => JSON.parse(line))).toEqual([
      {
        source: "Mai/juni + november",
        kind: "dated",
        windows: [
          { from: "2021-05-01", to: "2021-06-30", precision: "month" },
          { from: "2021-11-01", to: "2021-11-30", precision: "month" },
        ],
        cadences: [],
        unparsed: [],
      },
      { source: "i god tid", kind: "unknown", windows: [], cadences: [], unparsed: ["i god tid"] },
    ]);
  });

  it("reads a file, a text per line, blank ones too", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "samvirk-timing-")), "texts.txt");
    writeFileSync(file, "Haust -21\n\nÅrleg\r\n");
    const { out } = await run("--file", file, ...year);
    expect(out.map((line) => JSON.parse(line).kind)).toEqual(["dated", "unknown", "recurring"]);
  });

  it("prints the next times when asked", async () => {
    const { out } = await run("to samlingar i året", ...year, "--next", "2", "--after", "2021-06-01");
    expect(JSON.parse(out[0] ?? "").map(({ from }: { from: string }) => from)).toEqual(["2021-09-30", "2022-04-01"]);
  });

  it.each([
    [["Mai"], "--from and --to"],
    [["Mai", "--from", "2021-02-30", "--to", "2021-12-31"], "--from and --to"],
    [["Mai", "--from", "2021-12-31", "--to", "2021-01-01"], "--to is before --from"],
    [[...year], "at least one text"],
    [["Mai", "--file", "x", ...year], "not both"],
    [["Mai", "--next", "0", ...year], "--next"],
    [["Mai", "--next", "2", "--after", "i dag", ...year], "--after"],
  ])("says how it is used when it is used wrongly: %j", async (args, what) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, []]);
    expect(err).toContain(what);
  });

  it("says that a file is not there, or is no text", async () => {
    expect(await run("--file", "/nowhere/at-all.txt", ...year)).toMatchObject({ code: 1, out: [] });
  });
});
