import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

type Part = { module: string; imports?: string[]; parentId?: string };
type Manifest = { entry: Part; routes: Record<string, Part> };

/** The scripts of a page by address, and their bytes of gzip. */
export type FirstLoad = { id: string; files: string[]; bytes: number };

/** Bytes of gzip that the first load of a page is to stay under. */
export const firstLoadBar = 120_000;

/**
 * What a browser loads of scripts for each page before it works, by the build in this folder, the heaviest first: the
 * entry, and the page's module and its frames' with all that they import, as the page's head lists them. The build's
 * list of all routes is not among it: a page carries its own part of it, and asks for more by its links.
 */
export function firstLoads(client: string): FirstLoad[] {
  const [list = ""] = globSync(join(client, "assets/manifest-*.js"));
  const text = readFileSync(list, "utf8");
  const { entry, routes }: Manifest = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const size = sizes.get(file) ?? gzipSync(readFileSync(join(client, file))).length;
    sizes.set(file, size);
    return size;
  };
  return Object.keys(routes)
    .map((id) => {
      const parts = [entry];
      for (let part = routes[id]; part; part = routes[part.parentId ?? ""]) parts.push(part);
      const files = [...new Set(parts.flatMap(({ module, imports = [] }) => [module, ...imports]))];
      return { id, files, bytes: files.reduce((sum, file) => sum + sizeOf(file), 0) };
    })
    .sort((a, b) => b.bytes - a.bytes);
}
