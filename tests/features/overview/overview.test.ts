import { describe, expect, it } from "vitest";
import { asAdmin, eventForm, hour, makeLiveRegion, startEvent, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { makeEvent } from "~/features/events/create-event.server";
import { ownInvitations } from "~/features/events/own-invitations.view.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { overviewView } from "~/features/overview/overview.view.server";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");

/** A region of three municipalities with a plan of 2027 in these words, one row each. */
async function planned(...timings: string[]) {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik", "Bergen"]);
  const rows = await region.inside(async (db) => {
    const plan = await db.communicationsPlan.create({
      data: { from: new Date("2027-01-01"), to: new Date("2027-12-31") },
    });
    const made = [];
    for (const [index, timing] of timings.entries())
      made.push(
        await db.planRow.create({ data: { planId: plan.id, position: index + 1, channel: `Rad ${timing}`, timing } }),
      );
    return made;
  });
  const view = (at = now) => region.inside((db) => overviewView(db, { now: at, zone: "Europe/Oslo" }));
  const fromRow = (index: number, fields: Parameters<typeof eventForm>[0]) =>
    region.inside((db) =>
      makeEvent(db, {
        form: eventForm(fields),
        planRowId: rows[index]?.id ?? null,
        responsibleId: region.coordinatorId,
        zone: "Europe/Oslo",
        now,
      }),
    );
  return { region, rows, view, fromRow };
}

describe("the coordinator's first page", () => {
  it("shows what the plan says now: what is set, what closes and what opens, by day", async () => {
    const { view, fromRow } = await planned("April", "Mai", "Juni", "Desember");
    await fromRow(2, { date: "2027-06-08" });
    const { plan, today, period } = await view();
    expect([today, period]).toEqual(["2027-04-01", { from: "2027-04-01", to: "2027-07-31" }]);
    expect(plan?.due.map(({ timing, day, kind, dated }) => [timing, day, kind, dated])).toEqual([
      ["April", "2027-04-30", "closes", false],
      ["Mai", "2027-05-01", "opens", false],
      ["Juni", "2027-06-08", "planned", true],
    ]);
    expect(plan?.open).toBe(1);
  });

  it("lets a cancelled event leave its row without a date", async () => {
    const { region, view, fromRow } = await planned("Juni");
    await fromRow(0, { date: "2027-06-08" });
    await asAdmin(database.url().adminUrl, "UPDATE event SET state = 'cancelled' WHERE region_id = $1", [region.id]);
    expect((await view()).plan?.due.map(({ kind }) => kind)).toEqual(["opens"]);
    expect((await view()).weeks).toEqual([]);
  });

  it("goes by the day of the region's zone", async () => {
    const { view } = await planned("April");
    expect((await view(new Date("2027-03-31T21:59:00Z"))).plan?.open).toBe(0);
    expect((await view(new Date("2027-03-31T22:01:00Z"))).plan?.open).toBe(1);
  });

  it("has no plan where there is none, or only another year's", async () => {
    const { view } = await planned("April");
    expect((await view(new Date("2029-01-10T08:00:00Z"))).plan).toBeNull();
    const empty = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const none = await empty.inside((db) => overviewView(db, { now, zone: "Europe/Oslo" }));
    expect([none.plan, none.hasPlan]).toEqual([null, false]);
  });

  it("shows what is out, the weeks to come, what waits to be sent, and who is missing", async () => {
    const { region, view } = await planned("Mai");
    const ulvik = await region.inside((db) =>
      db.role.findFirstOrThrow({ where: { person: { name: "Kontaktperson, Ulvik" } } }),
    );
    await asAdmin(database.url().adminUrl, "UPDATE role SET valid_to = '2027-03-01' WHERE id = $1", [ulvik.id]);
    const soon = await startEvent(region, now, { date: "2027-04-20" });
    await startEvent(region, now, { date: "2027-05-14", title: "Utkast" });
    await soon.invite();
    const waits = await view();
    expect(waits.queued).toBe(2);
    expect(waits.out.map(({ id, invited }) => [id, invited])).toEqual([[soon.id, 2]]);
    expect(waits.weeks.map(({ title }) => title)).toEqual(["Dialogmøte"]);
    expect([waits.coverage.total, waits.coverage.covered]).toEqual([3, 2]);
    expect(waits.alarms).toMatchObject([{ name: "Ulvik", reason: "vacant", since: "2027-03-01" }]);
    await post.read(now);
    const voss = await region.invitationOf("Voss");
    await region.inside((db) =>
      recordAnswer(db, { invitationId: voss.id, answer: "accepted", answeredBy: "link", now }),
    );
    const sent = await view();
    expect([sent.queued, sent.out[0]?.answers]).toEqual([0, { yes: 1, maybe: 0, no: 0, none: 1 }]);
  });
});

describe("a contact person's invitations", () => {
  it("are her own, of what is not over, the nearest first, and say when they ask again", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
    const far = await startEvent(region, now, { title: "Seinare" });
    const near = await startEvent(region, now, { title: "Snart", date: "2027-04-20" });
    await startEvent(region, now, { title: "Utkast" });
    await far.invite();
    await near.invite();
    await post.read(now);
    const voss = await region.inside((db) =>
      db.invitation.findFirstOrThrow({ where: { eventId: near.id, person: { name: "Kontaktperson, Voss" } } }),
    );
    await region.inside((db) =>
      recordAnswer(db, { invitationId: voss.id, answer: "accepted", answeredBy: "signed_in", now }),
    );
    const own = (personId: string, at = now) => region.inside((db) => ownInvitations(db, personId, at));
    const seen = (rows: Awaited<ReturnType<typeof own>>) =>
      rows.map(({ title, answer, askedAgain }) => [title, answer, askedAgain]);
    expect(seen(await own(voss.personId))).toEqual([
      ["Snart", "accepted", false],
      ["Seinare", null, false],
    ]);
    await near.changeNow({ start: "10:00" });
    expect(seen(await own(voss.personId))[0]).toEqual(["Snart", "accepted", true]);
    expect(seen(await own(voss.personId, new Date(Date.parse("2027-04-20T09:00:00Z") + hour)))).toEqual([
      ["Seinare", null, false],
    ]);
    expect(await own(region.coordinatorId)).toEqual([]);
    const ulvik = await region.inside((db) => db.person.findFirstOrThrow({ where: { name: "Kontaktperson, Ulvik" } }));
    expect(seen(await own(ulvik.id))[0]).toEqual(["Snart", null, false]);
    const other = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    expect(await other.inside((db) => ownInvitations(db, voss.personId, now))).toEqual([]);
  });
});
