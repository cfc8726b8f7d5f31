import { beforeAll, describe, expect, it } from "vitest";
import "~/i18n/locale.server";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import type { RoundForm } from "~/domain/reports/round-form";
import { countFigures } from "~/features/reports/count-figures.server";
import { figureVersion } from "~/features/reports/figures.view.server";
import { makeRound } from "~/features/reports/make-round.server";
import { findRound } from "~/features/reports/reports.db.server";
import { readRoundContent } from "~/features/reports/round-content.schema";
import { roundContent } from "~/features/reports/round-content.view.server";
import { saveFigures } from "~/features/reports/save-figures.server";
import { saveTexts } from "~/features/reports/save-texts.server";
import { submittable } from "~/features/reports/submit.view.server";
import { reopenRound, submitRound } from "~/features/reports/submit-round.server";
import { wordsVersion } from "~/features/reports/words-version.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

const database = useDatabase();
const now = new Date("2026-11-22T12:00:00Z");

const form: RoundForm = {
  columns: [{ key: "status", label: "Status", help: "", required: true }],
  texts: [{ key: "summary", heading: "Oppsummering", help: "" }],
  figures: [
    { key: "held", definition: "events_held", label: "" },
    { key: "webinars", definition: "webinars_held", label: "Webinar for alle" },
    { key: "people", definition: "people_met", label: "" },
    { key: "municipalities", definition: "municipalities_met", label: "" },
    { key: "networks", definition: "networks", label: "" },
    { key: "issues", definition: "newsletters_sent", label: "" },
    { key: "plan", definition: "plan_times_done", label: "" },
    { key: "cases", definition: "cases_treated", label: "" },
    { key: "activities", definition: "activities_done", label: "" },
    { key: "calls", definition: "own", label: "Telefonar" },
  ],
};

let inside: <T>(work: (db: RegionDb) => Promise<T>) => Promise<T>;
let roundId: string;

const version = async () => (await inside((db) => findRound(db, roundId)))?.version ?? -1;
const figures = async () => (await inside((db) => roundContent(db, roundId)))?.figures ?? [];
const write = (words: string, version?: string) =>
  inside((db) =>
    saveTexts(db, { roundId, texts: new Map([["summary", { words, ...(version !== undefined && { version }) }]]) }),
  );
const submit = async (more: { confirmed?: boolean; reason?: string; seen?: Record<string, string> } = {}) => {
  const input = { roundId, version: await version(), personId: null, confirmed: true, now, ...more };
  return inside((db) => submitRound(db, input));
};

beforeAll(async () => {
  const { id } = await makeRegion(database.url().adminUrl);
  inside = (work) => withRegion({ regionId: id, personId: null, via: "operator" }, work);
  roundId = await inside(async (db) => {
    const event = (startsAt: string, more: object = {}) =>
      db.event.create({
        data: {
          ...{
            title: "Samling",
            zone: "Europe/Oslo",
            state: "held",
            startsAt,
            endsAt: new Date(Date.parse(startsAt) + 3_600_000),
            ...more,
          },
        },
      });
    const first = await event("2026-01-01T00:30:00+01:00", { kind: "webinar" });
    await event("2025-12-31T23:30:00+01:00");
    const second = await event("2026-06-01T09:00:00Z");
    await event("2026-06-02T09:00:00Z", { state: "cancelled" });
    await event("2026-12-02T09:00:00Z", { state: "published" });
    const person = await db.person.create({ data: { name: "Kontaktperson", email: "kontakt@voss.example" } });
    const one = { personId: person.id, locale: "nn", attendedAt: now };
    await db.invitation.create({ data: { ...one, eventId: first.id } });
    await db.invitation.create({ data: { ...one, eventId: second.id } });
    const way = { name: "", way: "room" as const, state: "registered" as const, number: 1 };
    await db.registration.create({ data: { ...one, ...way, eventId: second.id } });
    await db.network.create({ data: { position: 0, name: "Etikk", stage: "existing" } });
    await db.network.create({ data: { position: 1, name: "Mat", stage: "planned" } });
    await db.network.create({ data: { position: 2, name: "Kultur" } });
    const made = await makeRound(db, {
      ...{
        name: "Årsrapport 2026",
        kind: "yearly",
        from: "2026-01-01",
        to: "2026-12-31",
        rowsBy: null,
        submitBy: null,
      },
      ...{ planId: null, previousId: null, form },
    });
    if (!made.ok) throw new Error(made.reason);
    return made.id;
  });
}, 60_000);

describe("the figures of a report", () => {
  it("are counted by their definitions over the days of the period where the region is", async () => {
    expect((await figures()).every(({ value }) => value === null)).toBe(true);
    expect(await inside((db) => countFigures(db, roundId, now))).toEqual({ ok: true, counted: 9 });
    const counted = await figures();
    expect(counted.map(({ key, value }) => [key, value])).toEqual([
      ...[
        ["held", "200"],
        ["webinars", "100"],
        ["people", "100"],
        ["municipalities", "0"],
        ["networks", "200"],
      ],
      ...[
        ["issues", "0"],
        ["plan", "0"],
        ["cases", "0"],
        ["activities", null],
        ["calls", null],
      ],
    ]);
    expect(counted[0]).toMatchObject({
      ...{ label: "Arrangementer som er holdt", countedAt: now.toISOString() },
      source: "2 arrangementer som er holdt, 1.1.2026–31.12.2026",
    });
    expect(counted[1]?.label).toBe("Webinar for alle");
  });

  it("that are typed say where they are from, and one that is no number is refused", async () => {
    const save = (value: string, source: string, at = figureVersion(null, "")) =>
      inside((db) => saveFigures(db, { roundId, typed: new Map([["calls", { value, source, version: at }]]) }));
    expect(await save("mange", "Loggen")).toMatchObject({ ok: false, numbers: ["calls"], sources: [] });
    expect(await save("12", "")).toMatchObject({ ok: false, numbers: [], sources: ["calls"] });
    expect(await save("1 204,5", "Loggen")).toEqual({ ok: true });
    expect(await save("7", "Loggen")).toEqual({ ok: false, reason: "changed-meanwhile", keys: ["calls"] });
    // Who left it as it was when the page was opened does not take it back.
    expect(await save("", "")).toEqual({ ok: true });
    await inside((db) => countFigures(db, roundId, now));
    expect((await figures()).at(-1)).toMatchObject({ value: "120450", source: "Loggen", countedAt: null });
  });
});

describe("a report that is submitted", () => {
  it("says what it lacks, and is submitted with that only when somebody says so", async () => {
    const asIs = await inside((db) => submittable(db, roundId, now));
    expect(asIs?.recounted).toEqual([]);
    expect(asIs?.lacks.map(({ kind }) => kind)).toEqual(["no-rows", "texts", "figures", "no-accounts"]);
    expect(await submit({ confirmed: false })).toEqual({ ok: false, reason: "lacks" });
  });

  it("is frozen by the first of two who submit it at once, and the other hears so", async () => {
    expect(await write("Det **går** godt.", wordsVersion(""))).toEqual({ ok: true });
    expect(await write("Det går.", wordsVersion(""))).toMatchObject({ reason: "changed-meanwhile", keys: ["summary"] });
    expect(await write("", wordsVersion(""))).toEqual({ ok: true });
    const [one, other] = await Promise.all([submit(), submit()]);
    expect([one, other]).toContainEqual({ ok: true, number: 1 });
    expect([one, other]).toContainEqual({ ok: false, reason: "submitted" });
    expect(await submit()).toEqual({ ok: false, reason: "submitted" });
    const frozen = await inside((db) => db.reportSubmission.findFirstOrThrow({ where: { roundId } }));
    expect(readRoundContent(frozen.content)).toEqual(await inside((db) => roundContent(db, roundId)));
  });

  it("lets nobody change texts and figures, and the database lets nobody change what was submitted", async () => {
    expect(await write("")).toMatchObject({ reason: "frozen" });
    expect(await inside((db) => saveFigures(db, { roundId, typed: new Map() }))).toMatchObject({ reason: "frozen" });
    expect(await inside((db) => countFigures(db, roundId, now))).toMatchObject({ reason: "frozen" });
    const change = inside((db) => db.reportSubmission.updateMany({ data: { reason: "Anna" } }));
    await expect(change).rejects.toThrow(/permission denied/);
    await expect(inside((db) => db.reportSubmission.deleteMany({}))).rejects.toThrow(/permission denied/);
  });

  it("is opened with a reason, and submitted again as the next version beside the first", async () => {
    const open = async (reason: string) =>
      inside(async (db) => reopenRound(db, { roundId, version: await version(), reason }));
    expect(await open(" ")).toEqual({ ok: false, reason: "no-reason" });
    expect(await open("Feil tal")).toEqual({ ok: true });
    expect(await open("Feil tal")).toEqual({ ok: false, reason: "not-submitted" });
    await write("Det går.");
    expect(await submit()).toEqual({ ok: false, reason: "no-reason" });
    await inside((db) =>
      db.event.create({
        data: {
          title: "Samling",
          zone: "Europe/Oslo",
          state: "held",
          startsAt: new Date(now.getTime() - 3_600_000),
          endsAt: now,
        },
      }),
    );
    const asIs = await inside((db) => submittable(db, roundId, now));
    expect(asIs?.recounted).toEqual([
      { key: "held", label: "Arrangementer som er holdt", before: "200", after: "300" },
    ]);
    const seen = { ...asIs?.seen, "seen.figure.held": "200" };
    expect(await submit({ reason: "Feil tal", seen })).toEqual({
      ...{ ok: false, reason: "not-as-seen" },
      ...{ parts: ["seen.figure.held"], figures: ["Arrangementer som er holdt"] },
    });
    expect(await submit({ reason: "Feil tal", seen: { ...asIs?.seen } })).toEqual({ ok: true, number: 2 });
    expect((await figures())[0]?.value).toBe("300");
    const kept = await inside((db) => db.reportSubmission.findMany({ where: { roundId }, orderBy: { number: "asc" } }));
    expect(kept.map(({ reason, content }) => [reason, readRoundContent(content).texts])).toEqual([
      ["", { summary: "Det **går** godt." }],
      ["Feil tal", { summary: "Det går." }],
    ]);
  });
});
