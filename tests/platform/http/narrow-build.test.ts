import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import type { RouteConfigEntry } from "@remix-run/route-config";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { narrowBuild } from "~/platform/http/narrow-build.server";
import table from "~/routes";

type Flat = { id: string; parentId?: string; path?: string; index?: boolean };

function flatten(entries: RouteConfigEntry[], parentId: string): Flat[] {
  return entries.flatMap(({ file, path, index, children = [] }) => [
    { id: file, parentId, path, index },
    ...flatten(children, file),
  ]);
}

const flat: Flat[] = [{ id: "root", path: "" }, ...flatten(table as RouteConfigEntry[], "root")];
const routes = Object.fromEntries(flat.map((route) => [route.id, route]));
const build = { routes, assets: { routes } } as unknown as ServerBuild;
const narrow = narrowBuild(build);

/** The routes that answer at a path and at those above it, as Remix finds them among these. */
function found({ routes: among }: ServerBuild, path: string) {
  const treeOf = (parentId: string | undefined): object[] =>
    Object.values(among)
      .filter((route) => route?.parentId === parentId)
      .map((route) =>
        route?.index ? { ...route } : { ...route, children: route?.id ? treeOf(route.id) : [], index: false },
      );
  const tree = treeOf(undefined) as Parameters<typeof matchRoutes>[0];
  const segments = path.split("/");
  return segments.map((_, at) => {
    const above = segments.slice(0, segments.length - at).join("/") || "/";
    return matchRoutes(tree, above)?.map(({ route, params }) => [(route as unknown as Flat).id, params]);
  });
}

const words = [...new Set(flat.flatMap(({ path = "" }) => path.split("/")))].filter((word) => /^[a-z]/.test(word));
const segment = fc.oneof(
  fc.constantFrom(...words, ...words.map((word) => word.toUpperCase())),
  fc.constantFrom("r", "2031", "vestland", "%2F", "%C3%A5", "a%20b", "x.ics", ".", "*", ":region", "a?b"),
  fc.string({ maxLength: 6 }).map(encodeURIComponent),
);
const path = fc
  .tuple(fc.constantFrom("", "/r/vestland", "/vestland"), fc.array(segment, { maxLength: 6 }), fc.boolean())
  .map(([start, rest, slash]) => [start, ...rest].join("/") + (slash ? "/" : "") || "/");

describe("the part of a build that a path needs", () => {
  it("answers at every path, and at those above it, with the routes of the whole", () => {
    const patterns = flat.map(({ path = "" }) => `/${path.replace(/:\w+/g, "x").replace("*", "x/y")}`);
    for (const one of patterns) expect(found(narrow(one), one)).toEqual(found(build, one));
    fc.assert(fc.property(path, (one) => void expect(found(narrow(one), one)).toEqual(found(build, one))));
  });

  it("is a handful of routes, with the same for a browser's own navigation", () => {
    const part = narrow("/r/vestland/events/1");
    expect(Object.keys(part.routes).length).toBeLessThan(15);
    expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
    expect(narrow("/r/vestregionen/events/2.data")).toBe(part);
    expect(narrow("/_root.data")).toBe(narrow("/"));
  });

  it("is the whole where a path cannot be taken apart", () => {
    for (const one of ["/__manifest", "//r/vestland", "/r//events", "/r/%", "/r/vestland/%E0%A4%A"])
      expect(narrow(one)).toBe(build);
  });
});
