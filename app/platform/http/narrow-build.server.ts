import type { ServerBuild } from "@remix-run/node";

/**
 * Finds, for a path, the part of the build that can answer it: the routes whose address may be that of the path or of
 * one above it, with the layouts around them. Remix compares a path with every route it is given, several times for
 * each page, and compiles the pattern of each anew; with a handful of routes instead of all it finds the same ones.
 * What is found is the same object for the same routes, so that a caller may keep what it has made of it.
 */
export function narrowBuild<B extends ServerBuild>(build: B): (pathname: string) => B {
  const { routes } = build;
  const patterns = Object.values(routes).flatMap((route) =>
    route && (route.path || route.index) ? [{ id: route.id, pattern: patternOf(build, route.id) }] : [],
  );
  const made = new Map<string, B>();
  return (pathname) => {
    const segments = segmentsOf(pathname);
    if (!segments) return build;
    const found = patterns.filter(({ pattern }) => mayLeadTo(pattern, segments)).map(({ id }) => id);
    const key = found.join();
    const known = made.get(key);
    if (known) return known;
    const wanted = new Set(found.flatMap((id) => chainOf(build, id)));
    const only = <T>(all: Record<string, T>) =>
      Object.fromEntries(Object.entries(all).filter(([id]) => wanted.has(id)));
    const narrow: B = {
      ...build,
      routes: only(routes),
      assets: { ...build.assets, routes: only(build.assets.routes) },
    };
    made.set(key, narrow);
    return narrow;
  };
}

/** A route and what it lies in, the innermost first. */
function chainOf(build: ServerBuild, id: string | undefined): string[] {
  const route = id === undefined ? undefined : build.routes[id];
  return route ? [route.id, ...chainOf(build, route.parentId)] : [];
}

/** The whole pattern of a route, by segment; where a part may be left out, the one that leads everywhere. */
function patternOf(build: ServerBuild, id: string): string[] {
  const path = chainOf(build, id)
    .reverse()
    .map((one) => build.routes[one]?.path ?? "")
    .join("/");
  return path.includes("?") ? [] : path.toLowerCase().split("/").filter(Boolean);
}

/**
 * The segments of a path, as patterns are compared with them; null for one that is taken apart otherwise: the list of
 * routes that a browser asks for, empty segments, a broken escape. The answer for a browser's own navigation (`.data`)
 * is that of the page.
 */
function segmentsOf(pathname: string): string[] | null {
  if (pathname === "/__manifest" || pathname.includes("//")) return null;
  const page = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  try {
    return page
      .split("/")
      .filter(Boolean)
      .map((segment) => decodeURIComponent(segment).toLowerCase());
  } catch {
    return null;
  }
}

function mayLeadTo(pattern: readonly string[], segments: readonly string[]): boolean {
  const rest = pattern.at(-1) === "*";
  if (!rest && pattern.length > segments.length) return false;
  return pattern.every((part, at) => part === "*" || part.startsWith(":") || part === segments[at]);
}
