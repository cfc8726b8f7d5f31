import { globSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

type Route = { id: string; parentId?: string; module: string; imports?: string[]; hasComponent?: boolean };
type Manifest = { entry: { module: string; imports: string[] }; routes: Record<string, Route> };

/** Bytes of gzip by the address of a file. */
const sizes = new Map<string, number>();

function sizeOf(file: string): number {
  const known = sizes.get(file) ?? gzipSync(readFileSync(`build/client${file}`)).length;
  sizes.set(file, known);
  return known;
}

/** What the browser loads before a page works: the entry, and the page's module and its frames' with what they import. */
function firstLoad({ entry, routes }: Manifest, page: Route): string[] {
  const files = new Set([entry.module, ...entry.imports]);
  for (let route: Route | undefined = page; route; route = routes[route.parentId ?? ""])
    for (const file of [route.module, ...(route.imports ?? [])]) files.add(file);
  return [...files];
}

describe("the script of the browser", () => {
  it("is under 120 kB of gzip for the first load of every page", () => {
    const [file = ""] = globSync("build/client/assets/manifest-*.js");
    const manifest: Manifest = JSON.parse(
      readFileSync(file, "utf8")
        .replace(/^window\.__remixManifest=/, "")
        .replace(/;$/, ""),
    );
    const pages = Object.values(manifest.routes)
      .map((page) => ({ id: page.id, bytes: firstLoad(manifest, page).reduce((sum, one) => sum + sizeOf(one), 0) }))
      .sort((a, b) => b.bytes - a.bytes);
    expect(pages.length).toBeGreaterThan(60);
    for (const { id, bytes } of pages.slice(0, 3)) console.log(`${id}: ${(bytes / 1000).toFixed(1)} kB`);
    expect(pages.filter(({ bytes }) => bytes >= 120_000)).toEqual([]);
  });
});
