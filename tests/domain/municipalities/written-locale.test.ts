import { describe, expect, it } from "vitest";
import { writtenLocale } from "~/domain/municipalities/written-locale";

describe("the language of mail to a municipality", () => {
  it("is the one it has decided on, whatever the region writes", () => {
    for (const fallback of ["bokmal", "nynorsk"] as const) {
      expect(writtenLocale("bokmal", fallback)).toBe("nb");
      expect(writtenLocale("nynorsk", fallback)).toBe("nn");
    }
  });

  it("is the region's when the municipality is neutral or its decision is not known", () => {
    for (const standard of ["neutral", null] as const) {
      expect(writtenLocale(standard, "bokmal")).toBe("nb");
      expect(writtenLocale(standard, "nynorsk")).toBe("nn");
    }
  });
});
