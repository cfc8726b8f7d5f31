import { describe, expect, it } from "vitest";
import { planScene } from "#tests/features/communications-plan/plan-scene";
import { useDatabase } from "#tests/support/database";
import type { OccurrenceState } from "~/domain/communications-plan/row-state";
import { planRowDetail } from "~/features/communications-plan/plan-row.view.server";
import { sayOccurrence } from "~/features/communications-plan/say-occurrence.server";

const database = useDatabase();
const spring = { from: "2021-05-01", to: "2021-06-30" };
const autumn = { from: "2021-11-01", to: "2021-11-30" };

/** A row of "Mai/juni + november", what its page shows, and a way to say something of it. */
async function setUp() {
  const scene = await planScene(database.url());
  const row = await scene.addRow();
  const detail = async (today = "2021-05-11") => {
    const view = await scene.inside((db) => planRowDetail(db, { key: "2021", id: row.id, today }));
    if (!view) throw new Error("no row");
    return view;
  };
  const seenOf = async (time: { from: string; to: string }) => {
    const { times, earlier } = await detail();
    return [...times, ...earlier].find(({ from, to }) => from === time.from && to === time.to)?.seen ?? "";
  };
  const say = async (state: OccurrenceState | null, time = spring, more: { reason?: string; seen?: string } = {}) => {
    const seen = more.seen ?? (await seenOf(time));
    return scene.inside((db) => sayOccurrence(db, { rowId: row.id, ...time, state, reason: more.reason ?? "", seen }));
  };
  return { ...scene, row, detail, say };
}

describe("the times of a row", () => {
  it("stand with what became of each, and what became of the row outside them is marked", async () => {
    const { addEvent, row, detail, inside } = await setUp();
    const event = await addEvent("2021-05-20", { planRowId: row.id });
    await addEvent("2021-05-21", { planRowId: row.id, state: "cancelled" });
    const story = await inside((db) =>
      db.publication.create({
        data: { planRowId: row.id, kind: "web_story", title: "Sak", day: new Date("2021-03-01") },
      }),
    );
    const { times, outcomes, outside } = await detail();
    expect(times).toMatchObject([
      { ...spring, words: "1. mai–30. juni", state: "planned", said: false, became: [{ id: event.id, kind: "event" }] },
      { ...autumn, state: "coming", became: [] },
    ]);
    expect(outcomes.map(({ kind, cancelled }) => [kind, cancelled])).toEqual([
      ["publication", false],
      ["event", false],
      ["event", true],
    ]);
    expect(outside).toEqual([story.id]);
  });

  it("want a date while they are open or to come and nothing has become of them", async () => {
    const { addEvent, row, detail, say } = await setUp();
    expect((await detail()).proposable).toBe(true);
    await addEvent("2021-05-20", { planRowId: row.id });
    await say("dropped", autumn, { reason: "Ingen kan" });
    expect((await detail()).proposable).toBe(false);
    expect((await detail("2021-12-31")).proposable).toBe(false);
  });
});

describe("saying where a time stands", () => {
  it("is shown, changes the row's state and stands in its history", async () => {
    const { say, detail } = await setUp();
    expect(await say("in_preparation")).toEqual({ ok: true, changed: true });
    expect(await detail()).toMatchObject({
      state: { state: "in-preparation" },
      times: [{ state: "in-preparation", said: true }, { said: false }],
      history: [{ about: "1. mai–30. juni 2021", changes: [{ field: "Status", before: "", after: "Forberedes" }] }],
    });
  });

  it("changes nothing when it stands already", async () => {
    const { say, detail } = await setUp();
    await say("planned");
    expect(await say("planned", spring, { seen: "" })).toEqual({ ok: true, changed: false });
    expect(await say(null, autumn)).toEqual({ ok: true, changed: false });
    expect((await detail()).history).toHaveLength(1);
  });

  it("has a reason when the time is dropped, and none of another state is kept", async () => {
    const { say, detail } = await setUp();
    expect(await say("dropped", spring, { reason: "  " })).toEqual({ ok: false, reason: "reason-missing" });
    expect(await say("dropped", spring, { reason: "Ingen påmelde" })).toMatchObject({ ok: true });
    expect((await detail()).times[0]).toMatchObject({ state: "dropped", reason: "Ingen påmelde" });
    await say("done", spring, { reason: "gammal" });
    expect((await detail()).times[0]).toMatchObject({ state: "done", reason: "" });
  });

  it("is taken back, so that what happens tells", async () => {
    const { say, detail } = await setUp();
    await say("done");
    expect(await say(null)).toEqual({ ok: true, changed: true });
    expect((await detail()).times[0]).toMatchObject({ state: "open", said: false });
    expect((await detail()).history).toHaveLength(2);
  });

  it("is refused of a time the words do not give", async () => {
    const { say } = await setUp();
    expect(await say("done", { from: "2021-05-01", to: "2021-05-31" })).toEqual({ ok: false, reason: "no-such-time" });
  });

  it("stands apart once the words are changed, and can then only be taken back", async () => {
    const { say, detail, inside, row } = await setUp();
    await say("done");
    await inside((db) => db.planRow.updateMany({ where: { id: row.id }, data: { timing: "Haust" } }));
    expect(await detail()).toMatchObject({
      times: [{ from: "2021-09-01", said: false }],
      earlier: [{ ...spring, state: "done", words: "1. mai–30. juni 2021" }],
    });
    expect(await say("planned")).toEqual({ ok: false, reason: "no-such-time" });
    expect(await say(null)).toEqual({ ok: true, changed: true });
    expect((await detail()).earlier).toEqual([]);
  });

  it("is refused when somebody else has said something meanwhile", async () => {
    const { say, detail } = await setUp();
    await say("planned");
    expect(await say("done", spring, { seen: "" })).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect((await detail()).times[0]).toMatchObject({ state: "planned" });
  });

  it("is refused in a closed plan", async () => {
    const { say, close, detail } = await setUp();
    await say("planned");
    await close();
    expect(await say("done")).toEqual({ ok: false, reason: "closed" });
    expect(await say(null)).toEqual({ ok: false, reason: "closed" });
    expect(await detail()).toMatchObject({ planState: "closed", times: [{ state: "planned" }, {}] });
  });

  it("is refused of another region's row, and of what is no id", async () => {
    const [{ row }, other] = [await setUp(), await setUp()];
    for (const rowId of [row.id, "x", ""])
      expect(
        await other.inside((db) => sayOccurrence(db, { rowId, ...spring, state: "done", reason: "", seen: "" })),
      ).toEqual({ ok: false, reason: "not-found" });
  });

  it("lets the last of two who say different things at once know", async () => {
    const { inside, row } = await setUp();
    const both = (["planned", "done"] as const).map((state) =>
      inside((db) => sayOccurrence(db, { rowId: row.id, ...spring, state, reason: "", seen: "" })),
    );
    const results = await Promise.all(both);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, reason: "changed-meanwhile" });
  });
});
