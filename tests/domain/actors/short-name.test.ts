import { describe, expect, it } from "vitest";
import { tellingShortName } from "~/domain/actors/short-name";

describe("a short name beside the name", () => {
  it.each([
    ["KS", "KS"],
    ["USHT", "usht"],
    ["Statsforvaltaren (SFVL)", "SFVL"],
    ["USHT Vestland (Hordaland)", "USHT Vestland"],
    ["Husbanken", ""],
  ])("is left out of «%s» (%s), which says it already", (name, shortName) => {
    expect(tellingShortName({ name, shortName })).toBe("");
  });

  it.each([
    ["Husbanken", "HB"],
    ["USHT Vestland (Hordaland)", "USHT Hord"],
    ["KSRO", "KS"],
    ["USHT Vestland (Sogn og Fjordane)", "USHT S&Fj"],
  ])("stands beside «%s» (%s), which does not", (name, shortName) => {
    expect(tellingShortName({ name, shortName })).toBe(shortName);
  });
});
