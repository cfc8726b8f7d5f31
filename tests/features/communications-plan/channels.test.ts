import { describe, expect, it } from "vitest";
import { planScene } from "#tests/features/communications-plan/plan-scene";
import { useDatabase } from "#tests/support/database";
import { channelKinds } from "~/domain/communications-plan/channels";
import { channelSchema } from "~/features/communications-plan/channel-form.schema";
import { channelsView } from "~/features/communications-plan/channels.view.server";
import { dropChannel } from "~/features/communications-plan/drop-channel.server";
import { keepChannel } from "~/features/communications-plan/keep-channel.server";
import { moveChannel } from "~/features/communications-plan/move-channel.server";

const database = useDatabase();

async function setUp() {
  const scene = await planScene(database.url());
  const { inside } = scene;
  const list = () => inside(channelsView);
  const of = async (key: string) => (await list()).find((channel) => channel.key === key);
  const keep = async (key: string | null, change: { name?: string; words?: string[]; seen?: string } = {}) => {
    const known = key ? await of(key) : undefined;
    const input = {
      name: known?.givenName ?? "",
      icon: known?.icon ?? ("bell" as const),
      words: known?.words ?? [],
      seen: known?.version ?? "",
      ...change,
    };
    return inside((db) => keepChannel(db, { key, ...input }));
  };
  const keys = async () => (await list()).map(({ key }) => key);
  const audited = () =>
    inside((db) => db.auditEvent.findMany({ where: { subjectKind: "channel" }, orderBy: { id: "asc" } }));
  return { ...scene, list, of, keep, keys, audited };
}

const made = async (kept: Promise<{ ok: boolean; key?: string }>) => {
  const { ok, key } = await kept;
  if (!ok || !key) throw new Error("The channel was not kept");
  return key;
};

describe("the channels of a region", () => {
  it("are those every region begins with, with how many rows each has", async () => {
    const { list, addRow, keys } = await setUp();
    await addRow({ channel: "Webinar om mat" });
    await addRow({ channel: "Noko heilt anna" });
    expect(await keys()).toEqual([...channelKinds]);
    expect((await list()).filter(({ rows }) => rows > 0)).toMatchObject([
      { key: "webinar", rows: 1, chosen: 0 },
      { key: "other", rows: 1 },
    ]);
  });

  it("become the region's own with the first change, and keep their keys and places", async () => {
    const { keep, keys, of, inside, audited } = await setUp();
    expect(await keep("podcast", { name: "Lydsendingar" })).toEqual({ ok: true, key: "podcast" });
    expect(await keys()).toEqual([...channelKinds]);
    expect(await of("podcast")).toMatchObject({
      name: "Lydsendingar",
      givenName: "Lydsendingar",
      standardName: "Podkast",
    });
    expect(await inside((db) => db.channel.count())).toBe(channelKinds.length);
    expect(await audited()).toMatchObject([
      { action: "updated", before: { name: "" }, after: { name: "Lydsendingar" } },
    ]);
  });

  it("get their standard names back when the name is left empty or is the standard one in any language", async () => {
    const { keep, of } = await setUp();
    for (const name of ["", "Podkast", "podcasts"]) {
      await keep("podcast", { name: "Lydsendingar" });
      expect(await keep("podcast", { name })).toMatchObject({ ok: true });
      expect(await of("podcast"), name).toMatchObject({ name: "Podkast", givenName: "" });
    }
  });

  it("take in one of the region's own, which the rows with its words belong to", async () => {
    const { keep, addRow, list, audited } = await setUp();
    await addRow({ channel: "Kafédialog" });
    const key = await made(keep(null, { name: "Kafé", words: ["kafé"] }));
    const channel = (await list()).at(-1);
    expect(channel).toMatchObject({ key, kind: null, name: "Kafé", words: ["kafé"], rows: 1, standardName: null });
    expect(await audited()).toMatchObject([{ action: "created", subjectId: key }]);
  });

  it("have a name each: the region's own must have one, and none has another's in any language", async () => {
    const { keep } = await setUp();
    expect(await keep(null, { name: " " })).toEqual({ ok: false, reason: "name-missing" });
    for (const name of ["podkast", "Podcasts", "NETTSIDE"])
      expect(await keep(null, { name }), name).toEqual({ ok: false, reason: "name-taken" });
    await keep(null, { name: "Kafé" });
    expect(await keep("web", { name: "KAFÉ" })).toEqual({ ok: false, reason: "name-taken" });
  });

  it("may share a word, and say with whom", async () => {
    const { keep, of } = await setUp();
    const key = await made(keep(null, { name: "Kronikkar", words: ["kronikk"] }));
    expect(await of(key)).toMatchObject({ shared: [{ word: "kronikk", with: ["Brev og kronikk"] }] });
    expect(await of("letter")).toMatchObject({ shared: [{ word: "kronikk", with: ["Kronikkar"] }] });
  });

  it("are refused to the second of two who edit one", async () => {
    const { keep, of } = await setUp();
    const seen = (await of("web"))?.version ?? "";
    await keep("web", { name: "Nettet" });
    expect(await keep("web", { name: "Nettstaden", seen })).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await of("web")).toMatchObject({ name: "Nettet" });
  });

  it("move up and down, and stay at the ends", async () => {
    const { inside, keys, audited } = await setUp();
    const move = (key: string, by: "up" | "down") => inside((db) => moveChannel(db, { key, by }));
    expect(await move("dialogue", "up")).toEqual({ ok: true, moved: true });
    expect((await keys()).slice(0, 3)).toEqual(["dialogue", "letter", "talk"]);
    expect(await move("dialogue", "up")).toEqual({ ok: true, moved: false });
    expect(await move("other", "down")).toEqual({ ok: true, moved: false });
    await move("dialogue", "down");
    expect(await keys()).toEqual([...channelKinds]);
    expect(await move("x", "up")).toEqual({ ok: false, reason: "no-such-channel" });
    expect(await audited()).toMatchObject([
      { before: { position: 2 }, after: { position: 1 } },
      { before: { position: 1 }, after: { position: 2 } },
    ]);
  });

  it("keep every place when two move at once", async () => {
    const { inside, keys } = await setUp();
    await Promise.all(
      ["web", "podcast", "talk"].map((key) => inside((db) => moveChannel(db, { key, by: "up" as const }))),
    );
    expect([...(await keys())].sort()).toEqual([...channelKinds].sort());
  });
});

describe("removing a channel", () => {
  it("gives the rows that chose it back to their words, and says how many", async () => {
    const { inside, keep, addRow, list, keys } = await setUp();
    const key = await made(keep(null, { name: "Kafé", words: ["kafé"] }));
    const row = await addRow({ channel: "Webinar", channelId: key });
    await addRow({ channel: "Kafédialog" });
    expect((await list()).at(-1)).toMatchObject({ rows: 2, chosen: 1 });
    expect(await inside((db) => dropChannel(db, key))).toEqual({ ok: true, name: "Kafé", rows: 1 });
    expect(await keys()).toEqual([...channelKinds]);
    expect((await list()).filter(({ rows }) => rows > 0).map((each) => each.key)).toEqual(["dialogue", "webinar"]);
    const [stands, events] = await inside(async (db) => [
      await db.planRow.findFirst({ where: { id: row.id } }),
      await db.auditEvent.findMany({ where: { subjectId: { in: [key, row.id] } }, orderBy: { id: "asc" } }),
    ]);
    expect(stands).toMatchObject({ channelId: null, version: row.version + 1 });
    expect(events).toMatchObject([
      { subjectKind: "channel", action: "created" },
      { subjectKind: "channel", action: "removed" },
      { subjectKind: "plan-row", action: "updated" },
    ]);
  });

  it("is refused for those every region has, and for another region's", async () => {
    const { inside, keep } = await setUp();
    const other = await setUp();
    const key = await made(keep(null, { name: "Kafé" }));
    for (const kind of ["other", "podcast"])
      expect(await inside((db) => dropChannel(db, kind))).toEqual({ ok: false, reason: "built-in" });
    for (const each of [key, "x", ""])
      expect(await other.inside((db) => dropChannel(db, each))).toEqual({ ok: false, reason: "no-such-channel" });
    expect(await other.keep(key, { name: "Min" })).toEqual({ ok: false, reason: "no-such-channel" });
  });
});

describe("the form of a channel", () => {
  it("takes words apart at commas and lines, in lower case", () => {
    const parsed = channelSchema().parse({ name: " Kafé ", icon: "bell", words: "Kafé,  Open  dag\nkveld;" });
    expect(parsed).toMatchObject({ name: "Kafé", words: ["kafé", "open dag", "kveld"] });
  });

  it("refuses an unknown icon, a single letter and too many words", () => {
    const problems = (form: object) =>
      channelSchema()
        .safeParse({ name: "Kafé", icon: "bell", ...form })
        .error?.issues.map(({ path }) => path[0]);
    expect(problems({ icon: "skull" })).toEqual(["icon"]);
    expect(problems({ words: "a" })).toEqual(["words"]);
    expect(problems({ words: Array.from({ length: 41 }, (_, at) => `ord${at}`).join() })).toEqual(["words"]);
  });
});
