import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { ICONS } from "~/ui/icons";

const { resolve } = createRequire(import.meta.url);

/** Aksel's file for an icon, without the wrapping `<svg>`. */
function outline(file: string): string {
  const svg = readFileSync(resolve(`@navikt/aksel-icons/svg/${file}.svg`), "utf8");
  return svg.replace(/<\/?svg[^>]*>/g, "").replaceAll("\n", "");
}

function symbols(): string {
  const each = Object.entries(ICONS).map(
    ([name, file]) => `<symbol id="${name}" viewBox="0 0 24 24" fill="none">${outline(file)}</symbol>\n`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">\n<title>Samvirk</title>\n${each.join("")}</svg>\n`;
}

describe("the file of icons", () => {
  it("holds the outline of every icon, as the Aksel package has it (write it again with `vitest -u`)", async () => {
    await expect(symbols()).toMatchFileSnapshot("../../app/ui/icons.svg");
  });

  it("paints every icon in the colour of the text around it", () => {
    expect(symbols().match(/fill="(?!none|currentColor)[^"]*"/g)).toBeNull();
  });
});
