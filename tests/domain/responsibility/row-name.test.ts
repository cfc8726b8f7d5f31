import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planRowName } from "~/domain/responsibility/row-name";

describe("the name of a plan row", () => {
  it("is its channel and how its theme begins", () => {
    expect(planRowName("Webinar", "Demensplan 2025")).toBe("Webinar: Demensplan 2025");
    expect(planRowName("Podkast om\nmat og måltid", "Besøk heime\nEit bord for fleire")).toBe(
      "Podkast om mat og måltid: Besøk heime",
    );
    expect(planRowName("Kronikk", "")).toBe("Kronikk");
    expect(planRowName("Fagdagar", "Mat og måltid, tilbod på dagtid,")).toBe(
      "Fagdagar: Mat og måltid, tilbod på dagtid",
    );
  });

  it("leaves the theme out of a long channel, and cuts a long theme between words", () => {
    const channel = "Innlegg på fagnettverk, læringsnettverk og fagdagar";
    expect(planRowName(channel, "Reglar")).toBe(channel);
    expect(planRowName("Dialogmøte", "Planar og korleis dei blir til, arbeidet med reforma")).toBe(
      "Dialogmøte: Planar og korleis dei blir til, arbeidet…",
    );
  });

  it("is one line, whatever the words", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (channel, theme) => {
        const name = planRowName(channel, theme);
        expect(name).not.toMatch(/\n|\s{2}/);
        expect(name.length).toBeLessThanOrEqual(Math.max(channel.length, 53));
      }),
    );
  });
});
