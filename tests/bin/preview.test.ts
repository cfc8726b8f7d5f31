import { beforeAll, describe, expect, it } from "vitest";
import { dispatch } from "#bin/commands/dispatch";
import { asAdmin, makeLiveRegion } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";

const database = useDatabase();
let slug = "";

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await dispatch(["preview", ...args], { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

beforeAll(async () => {
  const { adminUrl } = database.url();
  const region = await makeLiveRegion(adminUrl, ["Voss", "Ulvik"]);
  slug = region.slug;
  await region.inside(async (db) => {
    await db.newsletter.create({ data: { position: 1, name: "Nytt" } });
    const plan = await db.communicationsPlan.create({
      data: { from: new Date("2021-01-01"), to: new Date("2021-12-31") },
    });
    await db.planRow.create({
      data: { planId: plan.id, position: 1, channel: "Informasjonsbrev", timing: "Mai/juni" },
    });
  });
});

const spring = ["--from", "2021-04-19", "--to", "2021-05-03"];

describe("the command that prints what the rules will do", () => {
  it("prints a JSON array of lines in order, with the region's offset", async () => {
    const { code, out } = await run("--region", slug, ...spring, "--json");
    expect(code).toBe(0);
    const lines = JSON.parse(out);
    expect(lines.map(({ at, kind }: { at: string; kind: string }) => `${at} ${kind}`)).toEqual([
      "2021-04-19T08:00:00+02:00 due-list",
      "2021-04-19T08:00:00+02:00 issue-draft",
      "2021-04-26T08:00:00+02:00 due-list",
      "2021-05-03T08:00:00+02:00 due-list",
      "2021-05-03T08:00:00+02:00 issue",
    ]);
    expect(Object.keys(lines[4])).toEqual(["at", "kind", "rule", "subject", "audience", "recipients", "waitsFor"]);
    expect(lines[0].subject).toBe("Mandagslisten");
    expect(lines[4]).toMatchObject({ subject: "Nytt", recipients: 2, waitsFor: "approval" });
    expect(lines[4].rule).toMatch(/^issue:/);
  });

  it("prints a line each for people, and says what waits", async () => {
    const { out } = await run("--region", slug, ...spring);
    expect(out.split("\n")).toHaveLength(5);
    expect(out).toMatch(/2021-05-03 08:00 {2}issue .*Nytt {2}\(waits for approval\)/);
  });

  it("sends and saves nothing", async () => {
    const rows = await asAdmin(
      database.url().adminUrl,
      "SELECT (SELECT count(*) FROM automation_due) AS due, (SELECT count(*) FROM delivery WHERE rule IS NOT NULL) AS sent",
    );
    expect(rows).toEqual([{ due: "0", sent: "0" }]);
  });

  it.each([
    [["--from", "2021-01-01", "--to", "2021-12-31"], 2, "--region is missing"],
    [["--region", "vestland", "--from", "2021-13-01", "--to", "2021-12-31"], 2, "are days"],
    [["--region", "vestland", "--from", "2021-12-31", "--to", "2021-01-01"], 2, "before"],
    [["--region", "vestland", "--from", "2021-01-01", "--to", "2031-01-01"], 2, "three years"],
    [["--region", "nowhere", "--from", "2021-01-01", "--to", "2021-12-31"], 1, "no region"],
    [["--region", "vestland", "--since", "2021-01-01"], 2, "Usage"],
  ])("refuses %j", async (args, code, words) => {
    const refused = await run(...args);
    expect(refused.code).toBe(code);
    expect(refused.err).toContain(words);
  });
});
