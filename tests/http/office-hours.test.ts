import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningApp } from "#tests/support/app";
import { type Answer, coordinators, makeEvent, query, signedIn, startDemo, type Visitor } from "./support";

const settings = "/r/vestland/settings";
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";

describe("what the events to come do by themselves is worked out anew", () => {
  let app: RunningApp;
  let coordinator: Visitor;
  let event: string;
  beforeAll(async () => {
    app = await startDemo();
    coordinator = await signedIn(app, coordinators.vestland);
    event = await makeEvent(coordinator, "vestland", "Møte med påminningar");
  });
  afterAll(() => app?.stop());

  /** Lets the event sleep for good, does it, and waits until the event has been woken and knows what is next. */
  async function wakes(change: () => Promise<Answer>) {
    const moment = async () =>
      (await query<{ at: Date | null }>(app, "SELECT wake_at AS at FROM event WHERE id = $1", event))[0]?.at ?? null;
    await query(app, "UPDATE event SET wake_at = NULL");
    expect((await change()).status).toBe(302);
    await expect.poll(moment).not.toBeNull();
    // The worker has seen to it, and it sleeps until what comes next.
    await expect.poll(async () => (await moment())?.getTime() ?? 0).toBeGreaterThan(Date.now());
  }

  it("when a day is closed, and when it is not any more", async () => {
    const closed = { kind: "closed", name: "Kontoret er stengt", from: "2031-05-12", to: "2031-05-13" };
    await wakes(() => coordinator.post(`${settings}/holidays`, { intent: "add", ...closed }));
    const [row] = await query<{ id: string }>(app, "SELECT id FROM holiday WHERE name = $1", closed.name);
    await wakes(() => coordinator.post(`${settings}/holidays`, { intent: "remove", holiday: row?.id ?? "" }));
  });

  it("when the holidays come from a spreadsheet", async () => {
    const table = "Navn\tFra\tTil\tType\nStengt i mai\t12.05.2031\t13.05.2031\tStengt\n";
    const read = await coordinator.post(`${settings}/holidays/import`, { intent: "read", table });
    expect(read.status).toBe(200);
    const seen = hidden(read.text, "seen");
    await wakes(() => coordinator.post(`${settings}/holidays/import`, { intent: "save", table, seen }));
  });

  it("when the office has other hours", async () => {
    const page = (await coordinator.get(`${settings}/region`)).text;
    const form = new FormData();
    const fields = {
      intent: "region",
      version: hidden(page, "version"),
      name: "Vestland",
      programme: "Leve heile livet",
    };
    const rest = {
      initials: "VL",
      accent: "fjord",
      defaultStandard: "nynorsk",
      officeOpens: "09:30",
      officeCloses: "15:00",
    };
    for (const [name, value] of Object.entries({ ...fields, ...rest })) form.set(name, value);
    for (const language of ["nn", "nb", "en"]) form.append("languages[]", language);
    await wakes(() => coordinator.post(`${settings}/region`, form));
  });

  it("and not of those that are over, nor of another region", async () => {
    await query(app, "UPDATE event SET wake_at = NULL");
    await query(
      app,
      "UPDATE event SET starts_at = now() - interval '40 days', ends_at = now() - interval '39 days' WHERE id = $1",
      event,
    );
    const closed = { kind: "closed", name: "Stengt i juni", from: "2031-06-12", to: "" };
    expect((await coordinator.post(`${settings}/holidays`, { intent: "add", ...closed })).status).toBe(302);
    const awake = `SELECT 1 FROM event WHERE wake_at IS NOT NULL
      AND (ends_at < now() OR region_id = (SELECT id FROM region WHERE slug = 'vestregionen'))`;
    expect(await query(app, awake)).toEqual([]);
  });
});
