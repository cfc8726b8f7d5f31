import { describe, expect, it } from "vitest";
import { readResources } from "~/domain/action-plan/resources";

describe("readResources", () => {
  it("reads kroner as øre and a position as percent", () => {
    expect(readResources("Det er avsatt kr 350 000 og en 75% stilling.")).toEqual({
      amount: 35_000_000n,
      positions: 75,
      unsure: false,
    });
    expect(readResources("En heltids ansatt. Kr. 50,50").amount).toBe(5050n);
    expect(readResources("NOK 2 mill. i året").amount).toBe(200_000_000n);
  });

  it("takes a fee per inhabitant for no amount", () => {
    expect(readResources("Kommunene betaler kr 0,50 pr innbygger")).toMatchObject({ amount: null, unsure: false });
  });

  it("asks when the words say several", () => {
    expect(readResources("kr 1 000 000 og i tillegg kr 300 000")).toEqual({
      amount: null,
      positions: null,
      unsure: true,
    });
  });
});
