import { describe, expect, it } from "vitest";
import { makeLiveRegion } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { waitingView } from "~/features/automation/waiting.view.server";
import { yearView } from "~/features/automation/year.view.server";
import { readYearQuery, yearFrom } from "~/features/automation/year-query";

const database = useDatabase();
const now = new Date("2027-01-04T08:00:00Z");
const today = "2027-01-04";
const query = (text: string) => readYearQuery(new URLSearchParams(text), today);
const year = "from=2027-01-01&to=2027-12-31";

/** A region with a plan of 2027 of a letter, a webinar and a podcast. */
async function planned() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
  const newsletterId = await region.inside(async (db) => {
    const plan = await db.communicationsPlan.create({
      data: { from: new Date("2027-01-01"), to: new Date("2027-12-31") },
    });
    const rows = [
      { channel: "Informasjonsbrev", timing: "Mai/juni" },
      { channel: "Webinar", timing: "18. mars", audience: "Kommunane" },
      { channel: "Podkast", timing: "Mai 2027" },
    ];
    for (const [at, row] of rows.entries())
      await db.planRow.create({ data: { planId: plan.id, position: at + 1, ...row } });
    return (await db.newsletter.create({ data: { position: 1, name: "Nytt frå regionen" } })).id;
  });
  const view = (text = year) => region.inside((db) => yearView(db, query(text), now));
  return { region, newsletterId, view };
}

describe("the address of the year ahead", () => {
  it("is the twelve months from today where it says no period, or none that can be shown", () => {
    const ahead = { from: "2027-01-04", to: "2028-01-03" };
    for (const text of ["", "from=2027-01-01", "from=2027-02-30&to=2027-03-01", "from=2027-02-01&to=2027-01-01"])
      expect(query(text)).toMatchObject(ahead);
    expect(query("from=1990-01-01&to=2027-01-01")).toMatchObject(ahead);
    expect(yearFrom("2028-02-29")).toEqual({ from: "2028-02-29", to: "2029-02-28" });
  });

  it("leaves out what is no kind and nothing to wait for", () => {
    expect(query("kind=issue&kind=party&waits=rain")).toMatchObject({ kinds: ["issue"], waits: null });
  });
});

describe("the year ahead", () => {
  it("goes month by month, each line at the region's own time, with the closed days between", async () => {
    const { view } = await planned();
    const { months, counts } = await view();
    const lines = months.flatMap((month) => month.lines);
    expect(counts).toMatchObject({ all: lines.length, shown: lines.length });
    expect(months[0]?.month).toBe("2027-01");
    const may = months.find(({ month }) => month === "2027-05");
    expect(may?.closed).toContainEqual({ day: "2027-05-17", name: "Grunnlovsdagen" });
    expect(may?.lines.find(({ kind }) => kind === "issue")).toMatchObject({ day: "2027-05-03", time: "08:00" });
    expect(lines.every(({ day }) => !may?.closed.some((one) => one.day === day))).toBe(true);
  });

  it("is narrowed by what, by whom it goes to, by rule and by what it waits for", async () => {
    const { view } = await planned();
    const kindsOf = async (text: string) =>
      new Set((await view(`${year}&${text}`)).months.flatMap(({ lines }) => lines.map(({ kind }) => kind)));
    expect(await kindsOf("kind=issue&kind=issue-draft")).toEqual(new Set(["issue-draft", "issue"]));
    expect(await kindsOf("waits=approval")).toEqual(new Set(["issue", "invitation"]));
    expect(await kindsOf("rule=due-list")).toEqual(new Set(["due-list"]));
    const { audiences } = await view();
    expect(await kindsOf(`audience=${encodeURIComponent(audiences[0] ?? "")}`)).not.toContain("due-list");
  });

  it("says where it goes slower than the cap of an hour", async () => {
    const { region, view } = await planned();
    expect((await view()).clashes).toEqual([]);
    await region.inside((db) => db.region.updateMany({ data: { capHour: 1 } }));
    expect((await view()).clashes[0]).toMatchObject({ kind: "slow", recipients: 2, cap: 1, hours: 1 });
  });
});

describe("what waits", () => {
  it("are the issues that have not gone out, whoever made them", async () => {
    const { region, newsletterId } = await planned();
    const view = () => region.inside((db) => waitingView(db, { now, today }));
    expect(await view()).toEqual({ invitations: [], issues: [] });
    const issue = { newsletterId, year: 2027, since: now, state: "approval" as const };
    await region.inside((db) => db.newsletterIssue.create({ data: { ...issue, number: 1 } }));
    expect((await view()).issues).toMatchObject([{ title: "Nytt frå regionen 1/2027", state: "approval", at: null }]);
  });
});
