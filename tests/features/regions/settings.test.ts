import { describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { changeMailSettings } from "~/features/regions/change-mail-settings.server";
import { changeRegion } from "~/features/regions/change-region.server";
import { dropPriorityArea } from "~/features/regions/drop-priority-area.server";
import { keepPriorityArea } from "~/features/regions/keep-priority-area.server";
import { mailSettingsView, regionSettingsView } from "~/features/regions/settings.view.server";
import { mailSchema, priorityAreaSchema, regionSchema } from "~/features/regions/settings-form.schema";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { parseForm } from "~/platform/http/forms.server";

const database = useDatabase();

async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  return <T>(work: (db: RegionDb) => Promise<T>) =>
    withRegion({ regionId: region.id, personId: null, via: "session" }, work);
}

const valid = {
  name: "Vestland",
  programme: "Leve heile livet",
  initials: "vl",
  accent: "lyng",
  "languages[]": "nn",
  defaultStandard: "nynorsk",
  officeOpens: "08:00",
  officeCloses: "15:30",
};

function form(fields: Record<string, string>): FormData {
  const filled = new FormData();
  for (const [name, value] of Object.entries(fields)) filled.set(name, value);
  return filled;
}

describe("the form about the region", () => {
  it("reads office hours in minutes, and two letters as capitals", () => {
    expect(parseForm(form(valid), regionSchema())).toMatchObject({
      ok: true,
      value: { initials: "VL", languages: ["nn"], officeOpens: 480, officeCloses: 930, easterClosed: false },
    });
  });

  it("says at the field what is wrong", () => {
    const errors = (wrong: object) => {
      const parsed = parseForm(form({ ...valid, ...wrong }), regionSchema());
      return parsed.ok ? [] : Object.keys(parsed.errors);
    };
    expect(errors({ name: " " })).toEqual(["name"]);
    expect(errors({ initials: "V1" })).toEqual(["initials"]);
    expect(errors({ officeCloses: "07:00" })).toEqual(["officeCloses"]);
    expect(errors({ officeOpens: "8" })).toEqual(["officeOpens"]);
    expect(errors({ defaultStandard: "bokmal" })).toEqual(["defaultStandard"]);
    expect(errors({ accent: "raud" })).toEqual(["accent"]);
    const { "languages[]": _, ...none } = valid;
    const parsed = parseForm(form(none), regionSchema());
    expect(parsed.ok ? [] : Object.keys(parsed.errors)).toContain("languages");
  });

  it("takes whole numbers from 1 to 99 for priority areas", () => {
    for (const number of ["", "0", "1.5", "100", "en"])
      expect(parseForm(form({ number, areaName: "Mat" }), priorityAreaSchema()).ok).toBe(false);
    expect(parseForm(form({ number: "5", areaName: "Mat" }), priorityAreaSchema()).ok).toBe(true);
  });

  it("takes no address that is none, and no name that would break a mail's head", () => {
    const mail = {
      senderName: "Statsforvaltaren",
      senderAddress: "",
      replyAddress: "Post@Vestland.example",
      mailMode: "hold",
      meAddress: "",
    };
    expect(parseForm(form(mail), mailSchema())).toEqual({
      ok: true,
      value: {
        senderName: "Statsforvaltaren",
        senderAddress: null,
        replyAddress: "post@vestland.example",
        mailMode: "hold",
        ...{ meAddress: null, capHour: null, capWeek: null, mailTransport: null },
      },
    });
    expect(parseForm(form({ ...mail, mailMode: "to_me" }), mailSchema()).ok).toBe(false);
    expect(parseForm(form({ ...mail, mailMode: "to_me", meAddress: "meg@vestland.example" }), mailSchema()).ok).toBe(
      true,
    );
    for (const capHour of ["0", "-1", "1.5", "mange"])
      expect(parseForm(form({ ...mail, capHour }), mailSchema()).ok).toBe(false);
    expect(parseForm(form({ ...mail, capHour: "500" }), mailSchema())).toMatchObject({ value: { capHour: 500 } });
    expect(parseForm(form({ ...mail, replyAddress: "post" }), mailSchema()).ok).toBe(false);
    expect(parseForm(form({ ...mail, senderName: "A\r\nBcc: b@c.example" }), mailSchema()).ok).toBe(false);
  });
});

describe("the region's settings", () => {
  it("are saved with what changed, and refused when another has saved meanwhile", async () => {
    const inside = await setUp();
    const view = await inside(regionSettingsView);
    const settings = { ...view.settings, accent: "lyng" as const, officeCloses: 930 };
    const save = (programme: string) =>
      inside((db) => changeRegion(db, { settings: { ...settings, programme }, seen: view.version }));
    expect(await save("")).toEqual({ ok: true });
    expect(await save("Reform")).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect((await inside(regionSettingsView)).settings).toEqual(settings);
    const log = await inside((db) => db.auditEvent.findMany());
    expect(log.map(({ before, after }) => [before, after])).toEqual([
      [
        { accent: "fjord", officeCloses: 960 },
        { accent: "lyng", officeCloses: 930 },
      ],
    ]);
  });

  it("log nothing when nothing changed", async () => {
    const inside = await setUp();
    const { settings, version } = await inside(regionSettingsView);
    expect(await inside((db) => changeRegion(db, { settings, seen: version }))).toEqual({ ok: true });
    expect(await inside((db) => db.auditEvent.count())).toBe(0);
  });
});

describe("the mail settings", () => {
  it("begin on hold, and say how many messages wait", async () => {
    const inside = await setUp();
    const queued = { toName: "", toAddress: "k@voss.example", locale: "nn", message: {}, dueAt: new Date() };
    await inside((db) =>
      db.delivery.createMany({
        data: ["event-invitation", "sign-in", "answer-confirmation"].map((kind) => ({ ...queued, kind, key: kind })),
      }),
    );
    const view = await inside(mailSettingsView);
    expect([view.settings.mailMode, view.held]).toEqual(["hold", 1]);
    expect(view.fallback).toEqual({ name: "Vestland", address: "post@samvirk.example" });
  });

  it("keep addresses out of the change log, but for their domain", async () => {
    const inside = await setUp();
    const { settings, version } = await inside(mailSettingsView);
    const next = { ...settings, replyAddress: "kari@vestland.example", mailMode: "live" as const };
    expect(await inside((db) => changeMailSettings(db, { settings: next, seen: version }))).toEqual({ ok: true });
    const log = await inside((db) => db.auditEvent.findFirst());
    expect(log?.after).toEqual({ replyAddress: "@vestland.example", mailMode: "live" });
    expect((await inside(mailSettingsView)).settings).toEqual(next);
  });
});

describe("priority areas", () => {
  it("are added, renamed, renumbered and removed", async () => {
    const inside = await setUp();
    const keep = (id: string | null, number: number, name: string) =>
      inside((db) => keepPriorityArea(db, { id, number, name }));
    await keep(null, 1, "Eit aldersvenleg Noreg");
    await keep(null, 2, "Mat og måltid");
    expect(await keep(null, 2, "Aktivitet")).toEqual({ ok: false, reason: "number-taken" });
    const { areas } = await inside(regionSettingsView);
    const [one, two] = areas.map(({ id }) => id);
    expect(await keep(one ?? "", 3, "Aktivitet og fellesskap")).toEqual({ ok: true });
    expect(await inside((db) => dropPriorityArea(db, two ?? ""))).toEqual({ ok: true, name: "Mat og måltid" });
    expect(await inside((db) => dropPriorityArea(db, two ?? ""))).toEqual({ ok: false, reason: "no-such-area" });
    const left = await inside(regionSettingsView);
    expect([left.areas.map(({ number, name }) => [number, name]), left.nextNumber]).toEqual([
      [[3, "Aktivitet og fellesskap"]],
      4,
    ]);
  });
});
