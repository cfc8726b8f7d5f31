import { describe, expect, it } from "vitest";
import { makeLiveRegion } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { queriesOf } from "#tests/support/queries";
import { rulesView } from "~/features/automation/rules.view.server";
import { standingFacts, standingTables } from "~/features/automation/standing.server";
import { yearView } from "~/features/automation/year.view.server";
import { readYearQuery } from "~/features/automation/year-query";

const database = useDatabase();
const now = new Date("2027-01-04T08:00:00Z");

/** A region with something in every table that rules are planned from. */
async function makeRegion() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
  await region.inside(async (db) => {
    const plan = await db.communicationsPlan.create({
      data: { from: new Date("2027-01-01"), to: new Date("2027-12-31") },
    });
    const row = { planId: plan.id, position: 1, channel: "Webinar", timing: "18. mars" };
    const { id: planRowId } = await db.planRow.create({ data: row });
    const days = { from: new Date("2027-03-18"), to: new Date("2027-03-18") };
    await db.planOccurrence.create({ data: { planRowId, ...days, state: "planned" } });
    await db.channel.create({ data: { position: 1, kind: "webinar", name: "Webinar", icon: "screen", words: [] } });
    const audience = await db.audience.create({ data: { name: "Leiarar" } });
    const network = { position: 1, name: "Nettverk 1", form: "2 gonger i året", audienceId: audience.id };
    const { id: networkId } = await db.network.create({ data: network });
    const actor = await db.actor.create({ data: { position: 1, name: "KS" } });
    await db.networkOperator.create({ data: { networkId, actorId: actor.id, position: 1 } });
    await db.publication.create({
      data: { planRowId, kind: "talk", title: "Innlegg", day: now, actorId: actor.id },
    });
    await db.group.create({ data: { position: 1, name: "Gruppa" } });
    await db.actorName.create({ data: { words: "ks", shown: "KS", actorId: actor.id } });
    await db.audienceWords.create({ data: { words: "leiarar", shown: "Leiarar", audienceId: audience.id } });
    const { id: newsletterId } = await db.newsletter.create({ data: { position: 1, name: "Nytt" } });
    const person = await db.person.findFirstOrThrow();
    await db.newsletterEditor.create({ data: { newsletterId, personId: person.id } });
    await db.automationRule.create({ data: { key: `event:${planRowId}`, version: 1, planRowId, steps: {} } });
    await db.holiday.create({ data: { kind: "school", name: "Haustferie", ...days } });
    const adopted = { state: "adopted" as const, adoptedOn: days.from, adoptedBy: "Styringsgruppa" };
    const actionPlan = await db.actionPlan.create({ data: { year: 2027, name: "", ...adopted } });
    const area = await db.priorityArea.create({ data: { number: 1, name: "Helse" } });
    const part = await db.actionArea.create({ data: { planId: actionPlan.id, priorityAreaId: area.id, position: 0 } });
    const focus = await db.focusArea.create({ data: { areaId: part.id, position: 0, name: "Folkehelse" } });
    const measure = await db.measure.create({ data: { focusAreaId: focus.id, position: 0, name: "Nettverk" } });
    await db.activity.create({ data: { measureId: measure.id, position: 0, name: "Drive", ownerId: person.id } });
    const form = { columns: [], texts: [], figures: [] };
    const round = await db.reportRound.create({ data: { name: "Rapport", kind: "yearly", ...days, form } });
    await db.reportRow.create({ data: { roundId: round.id, position: 0, ownerId: person.id } });
  });
  return region;
}

describe("what rules are planned from", () => {
  it("is read once, and again when a row of any table it is read from changes", async () => {
    const { inside } = await makeRegion();
    const read = () => inside(standingFacts);
    const first = await read();
    expect(await read()).toBe(first);
    let last = first;
    for (const table of standingTables) {
      const changed = await inside((db) => db.$executeRawUnsafe(`UPDATE "${table}" SET region_id = region_id`));
      expect(changed, `${table} has no row`).toBeGreaterThan(0);
      const next = await read();
      expect(next, table).not.toBe(last);
      expect(next).toEqual(first);
      last = next;
    }
    await inside((db) => db.holiday.deleteMany());
    expect((await read()).holidays).toEqual([]);
  });

  it("is read from no table that is not looked at for changes", async () => {
    const { inside } = await makeRegion();
    const sent = await queriesOf(() => inside(standingFacts));
    const read = sent.flatMap((text) =>
      [...text.matchAll(/(?:FROM|JOIN)\s+(?:"public"\.)?"(\w+)"/g)].map(([, table]) => table),
    );
    const unseen = new Set(read);
    for (const table of standingTables) unseen.delete(table);
    expect([...unseen]).toEqual([]);
    expect(read.length).toBeGreaterThan(standingTables.length);
  });

  it("takes no more queries, counted, for forty networks and their members than for one", async () => {
    const { inside } = await makeRegion();
    const query = readYearQuery(new URLSearchParams("from=2027-01-01&to=2027-12-31"), "2027-01-04");
    const views = [
      () => inside((db) => yearView(db, query, now)),
      () => inside((db) => rulesView(db, { now, today: "2027-01-04" })),
    ];
    const count = async () => {
      const counts: number[] = [];
      for (const view of views) counts.push((await queriesOf(view)).length);
      return counts;
    };
    const addMember = (networkId: string) =>
      inside(async (db) => {
        const { id: personId } = await db.person.findFirstOrThrow();
        await db.networkMember.create({ data: { networkId, personId, joinedOn: new Date("2026-01-01") } });
      });
    await addMember((await inside((db) => db.network.findFirstOrThrow())).id);
    await count();
    const few = await count();
    for (let n = 2; n <= 40; n += 1) {
      const network = { position: n, name: `Nettverk ${n}`, form: "2 gonger i året" };
      await addMember((await inside((db) => db.network.create({ data: network }))).id);
    }
    await count();
    expect(await count()).toEqual(few);
    const { groups } = await inside((db) => rulesView(db, { now, today: "2027-01-04" }));
    expect(groups.find(({ kind }) => kind === "gathering")?.rules.filter(({ next }) => next?.recipients)).toHaveLength(
      40,
    );
  });
});
