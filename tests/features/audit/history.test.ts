import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { audit } from "~/features/audit/audit.server";
import { historyOf } from "~/features/audit/history.view.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const thing = "0190a5f0-0000-7000-8000-000000000001";
const part = "0190a5f0-0000-7000-8000-000000000002";
const gone = "0190a5f0-0000-7000-8000-000000000003";

async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const inside = <T>(work: (db: RegionDb) => Promise<T>, personId: string | null = null) =>
    withRegion({ regionId: region.id, personId, via: "session" }, work);
  const person = (name: string, email: string) => inside((db) => db.person.create({ data: { name, email } }));
  const history = () =>
    inside((db) =>
      historyOf(db, { id: thing, subjects: ["group"], parts: { subjects: ["group-member"], field: "groupId" } }),
    );
  return { inside, person, history };
}

const member = (personId: string, id = part) => ({
  ...{ action: "created" as const, subject: "group-member" as const, id },
  after: { groupId: thing, personId, part: "member" },
});

describe("the history of a thing", () => {
  it("is in words, the newest first, with what stood there before", async () => {
    const { inside, person, history } = await setUp();
    const { id } = await person("Koordinator", "k@vestland.example");
    await inside((db) => audit(db, { action: "created", subject: "group", id: thing, after: { name: "Ei" } }), id);
    const [before, after] = [
      { name: "Ei", kind: "working", validTo: null },
      { name: "To", kind: "project", validTo: "2026-06-01" },
    ];
    await inside((db) => audit(db, { action: "updated", subject: "group", id: thing, before, after }), gone);
    const [changed, made, ...rest] = await history();
    expect(rest).toEqual([]);
    expect(changed).toMatchObject({ did: "Endret gruppe", who: "Slettet person", about: null });
    const changes = changed?.changes.map((each) => [each.field, each.before, each.after]).sort();
    expect(changes).toEqual([
      ["Gjelder ikke fra", "", "mandag 1. juni 2026"],
      ["Navn", "Ei", "To"],
      ["Type", "Arbeidsgruppe", "Prosjektgruppe"],
    ]);
    expect(made).toMatchObject({ did: "La til gruppe", who: "Koordinator", changes: [] });
    expect(made?.when).toMatch(/^\p{Lu}\p{L}+ \d+\. \p{L}+ \d{4}, kl\. \d\d\.\d\d$/u);
  });

  it("names the part a change was made to, as it is called now", async () => {
    const { inside, person, history } = await setUp();
    const one = await person("Ein", "e@vestland.example");
    await inside((db) => audit(db, member(one.id)));
    await inside((db) => db.person.updateMany({ where: { id: one.id }, data: { name: "Ein annan" } }));
    expect(await history()).toMatchObject([{ did: "La til gruppemedlem", about: "Ein annan", changes: [] }]);
  });

  it("is one line of what was done to many at once, with the first of their names", async () => {
    const { inside, person, history } = await setUp();
    const names = ["Ada", "Bo", "Eva", "Ida", "Ola"];
    const ids: string[] = [];
    for (const name of names) ids.push((await person(name, `${name.toLowerCase()}@vestland.example`)).id);
    const other = { ...member(gone), action: "removed" as const };
    await inside((db) => audit(db, ...ids.map((id) => member(id, id)), other));
    const lines = await history();
    expect(lines.map(({ did, about }) => [did, about]).sort()).toEqual([
      ["Fjernet gruppemedlem", null],
      ["La til gruppemedlem", "Ada, Bo, Eva og 2 til"],
    ]);
  });

  it("is another region's business to none", async () => {
    const [one, other] = [await setUp(), await setUp()];
    await one.inside((db) => audit(db, { action: "created", subject: "group", id: thing }));
    expect(await other.history()).toEqual([]);
    expect(await one.history()).toHaveLength(1);
  });
});
