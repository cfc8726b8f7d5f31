import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVersion } from "~/platform/http/form-fields";

describe("the version a form was read in", () => {
  it.each([null, undefined, "", "x", "1.5", "-2", "1e300", "2147483648", "NaN"])(
    "is none that ever was: %s",
    (typed) => {
      expect(readVersion(typed)).toBe(-1);
    },
  );

  it("is the whole number that was typed", () => {
    fc.assert(
      fc.property(fc.nat(), (version) => {
        expect(readVersion(String(version))).toBe(version);
      }),
    );
  });

  it("fits its column, whatever is sent", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const version = readVersion(typed);
        expect(Number.isInteger(version) && version >= -1 && version <= 2_147_483_647).toBe(true);
      }),
    );
  });
});
