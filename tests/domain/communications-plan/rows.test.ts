import { describe, expect, it } from "vitest";
import { type Channel, channelOf, defaultChannels } from "~/domain/communications-plan/channels";
import { filterRows, groupRows, named, namesIn, noFilters as none } from "~/domain/communications-plan/rows";

const row = (cells: Partial<Parameters<typeof filterRows>[0][number]>) => ({
  channel: "Webinar",
  channelKey: channelOf({ channel: cells.channel ?? "Webinar" }).key,
  areaIds: [],
  state: { state: "not-started" as const },
  goal: "",
  theme: "",
  words: "",
  responsible: "",
  audience: "",
  windows: [],
  ...cells,
});

const keyOf = (channel: string) => channelOf({ channel }).key;

describe("the channel of a row", () => {
  it("is named by its first word that names one", () => {
    expect(keyOf("Innlegg på konferansar og møte")).toBe("talk");
    expect(keyOf("Konferanse med innlegg")).toBe("conference");
    expect(keyOf("Fagdagar / webinar")).toBe("webinar");
    expect(keyOf("Informasjonsbrev")).toBe("letter");
    expect(keyOf("Dialogmøte med kommunane")).toBe("dialogue");
    expect(keyOf("Møte i gruppa")).toBe("meeting");
  });

  it("is other when nothing is known of it", () => {
    expect(keyOf("Røyksignal")).toBe("other");
    expect(keyOf("")).toBe("other");
  });

  it("is the one chosen for it, whatever its words say", () => {
    const own: Channel = { id: "1", key: "1", kind: null, name: "Stand", icon: "inbox", words: ["stand"] };
    const list = [own, ...defaultChannels];
    expect(channelOf({ channel: "Webinar", channelId: "1" }, list)).toBe(own);
    expect(channelOf({ channel: "Stand på konferanse" }, list)).toBe(own);
    expect(channelOf({ channel: "Webinar", channelId: "gone" }, list).key).toBe("webinar");
  });
});

describe("those named in a cell", () => {
  it("are split at commas, plus signs, lines and a slash with air, not inside a parenthesis", () => {
    expect(named("Kontoret, Senteret + resten\nGruppa / Rådet")).toEqual([
      "Kontoret",
      "Senteret",
      "resten",
      "Gruppa",
      "Rådet",
    ]);
    expect(named("Senteret (nord, sør), Rådet")).toEqual(["Senteret (nord, sør)", "Rådet"]);
    expect(named("eldreråd/fylkesråd")).toEqual(["eldreråd/fylkesråd"]);
    expect(named("  ")).toEqual([]);
  });

  it("are listed once each in their first wording, whatever their case", () => {
    expect(namesIn(["Rådet, KS", "ks ,  Kontoret"]).map(({ name }) => name)).toEqual(["Kontoret", "KS", "Rådet"]);
  });
});

describe("the filters of a plan", () => {
  const rows = [
    row({ channel: "Webinar", theme: "Mat og måltid", responsible: "KS, Kontoret", audience: "Kommunane" }),
    row({ channel: "Podkast", theme: "Bustad", responsible: "Kontoret", audience: "Frivillige" }),
  ];

  it("let everything through when none is set", () => {
    expect(filterRows(rows, none)).toEqual(rows);
  });

  it("search every cell, whatever the case", () => {
    expect(filterRows(rows, { ...none, search: " MÅLTID " })).toEqual([rows[0]]);
    expect(filterRows(rows, { ...none, search: "frivillige" })).toEqual([rows[1]]);
  });

  it("need one value of each filter, and all the filters", () => {
    expect(filterRows(rows, { ...none, responsible: ["ks", "kontoret"] })).toEqual(rows);
    expect(filterRows(rows, { ...none, responsible: ["kontoret"], channels: ["podcast"] })).toEqual([rows[1]]);
    expect(filterRows(rows, { ...none, responsible: ["ks"], audiences: ["frivillige"] })).toEqual([]);
  });
});

describe("the groups of a plan", () => {
  const keys = defaultChannels.map(({ key }) => key);
  const rows = [
    row({ channel: "Podkast", windows: [{ from: "2021-09-01" }], responsible: "Rådet" }),
    row({ channel: "Kronikk", windows: [], responsible: "" }),
    row({ channel: "Webinar", windows: [{ from: "2021-03-01" }, { from: "2021-09-01" }], responsible: "rådet, KS" }),
  ];

  it("follow the order of the families by channel", () => {
    expect(groupRows(rows, "channel", keys).map((group) => group.by === "channel" && group.key)).toEqual([
      "letter",
      "podcast",
      "webinar",
    ]);
  });

  it("follow the calendar by month, by the first window, and what has none comes last", () => {
    expect(groupRows(rows, "month", keys).map((group) => group.by === "month" && group.month)).toEqual([
      "2021-03",
      "2021-09",
      null,
    ]);
  });

  it("gather the rows of the one who is named first, in her first wording", () => {
    const groups = groupRows(rows, "responsible", keys);
    expect(groups.map((group) => group.by === "responsible" && [group.name, group.rows.length])).toEqual([
      ["Rådet", 2],
      [null, 1],
    ]);
  });

  it("lose no row", () => {
    for (const by of ["channel", "month", "responsible"] as const)
      expect(groupRows(rows, by, keys).flatMap((group) => group.rows)).toHaveLength(3);
  });
});
