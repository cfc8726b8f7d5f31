import { describe, expect, it } from "vitest";
import { isPlanned, kindOfRow, publicationKinds } from "~/domain/publications/kinds";

describe("what a plan row becomes when it is said elsewhere", () => {
  it.each([
    ["Innlegg på konferansar", "talk", "talk"],
    ["Konferanse", "conference", "talk"],
    ["Nettsider", "web", "web_story"],
    ["Facebook og nettsider", "web", "social_media"],
    ["Artikkel på heimesida", "letter", "web_story"],
    ["Kronikk", "letter", "op_ed"],
    ["Lesarinnlegg i lokalavisa", "talk", "op_ed"],
    ["Podkast", "podcast", "podcast"],
    ["Intervju på radio", "other", "interview"],
    ["Møte med kontaktpersonar", "meeting", "talk"],
    ["Nyheitsbrev", "letter", "other"],
    ["Webinar", "webinar", "other"],
    ["", null, "other"],
    ["toString", "toString", "other"],
  ])("is by its channel «%s» (%s) a %s", (channel, kind, is) => {
    expect(kindOfRow({ channel, kind })).toBe(is);
  });

  it("is always one there is", () => {
    for (const channel of ["🎙️", "‮tsacdop", "innlegg ".repeat(2000), "<script>"])
      expect(publicationKinds).toContain(kindOfRow({ channel, kind: "__proto__" }));
  });
});

describe("a publication", () => {
  it("is planned until its day", () => {
    expect(["2026-05-25", "2026-05-26", "2026-05-27"].map((day) => isPlanned({ day }, "2026-05-26"))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
