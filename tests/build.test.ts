import { describe, expect, it } from "vitest";
import { firstLoadBar, firstLoads } from "#bin/lib/first-load";

describe("the script of the browser", () => {
  it("is under the bar for the first load of every page", () => {
    const pages = firstLoads("build/client");
    expect(pages.length).toBeGreaterThan(60);
    for (const { id, bytes } of pages.slice(0, 3)) console.log(`${id}: ${(bytes / 1000).toFixed(1)} kB`);
    expect(pages.filter(({ bytes }) => bytes >= firstLoadBar).map(({ id, bytes }) => `${id}: ${bytes}`)).toEqual([]);
  });
});
