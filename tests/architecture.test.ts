import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

type Source = { path: string; text: string };
type Import = { from: string; to: string; type: boolean };

/** What stands on a layer above may use; `type` is for types alone. What is not named is not allowed. */
const layers: Record<string, Record<string, "yes" | "type">> = {
  routes: { routes: "type", features: "yes", ui: "yes", platform: "yes", domain: "yes", i18n: "yes", paths: "yes" },
  web: { features: "yes", ui: "yes", platform: "yes", domain: "yes", i18n: "yes", paths: "yes" },
  bin: {
    bin: "yes",
    emails: "type",
    features: "yes",
    platform: "yes",
    domain: "yes",
    i18n: "yes",
    paths: "yes",
    seed: "yes",
  },
  seed: { seed: "yes", features: "yes", platform: "yes", domain: "yes", generated: "type" },
  features: { features: "yes", emails: "type", ui: "yes", platform: "yes", domain: "yes", i18n: "yes", paths: "yes" },
  emails: { emails: "yes", domain: "yes", i18n: "yes", paths: "yes" },
  ui: { ui: "yes", domain: "yes", i18n: "yes", paths: "yes" },
  platform: { platform: "yes", domain: "yes", i18n: "yes", paths: "yes", generated: "yes" },
  i18n: { i18n: "yes", domain: "yes", platform: "yes" },
  domain: { domain: "yes" },
};

/** The words every feature may use. They come in this order, and a later one may use an earlier one. */
const base = ["timing", "audit", "regions", "delivery", "auth", "people"];

/** Feature to feature, beside the base. What a word uses, it uses with what that word uses. */
const uses: Record<string, string[]> = {
  municipalities: [],
  actors: ["municipalities"],
  groups: ["actors", "municipalities"],
  networks: ["actors", "groups", "municipalities"],
  audiences: ["networks", "groups", "actors", "municipalities"],
  bodies: ["actors", "municipalities"],
  events: ["audiences", "networks", "bodies", "actors", "municipalities"],
  papers: ["events"],
  registrations: ["events", "municipalities"],
  attendance: ["registrations", "events", "networks", "municipalities"],
  feedback: ["registrations", "events"],
  feeds: ["registrations", "events", "networks"],
  publications: ["actors"],
  subscriptions: ["audiences", "municipalities"],
  newsletters: [
    ...["action-plan", "cases", "subscriptions", "papers", "events", "publications", "audiences", "networks"],
    "actors",
  ],
  "communications-plan": ["actors", "groups", "events", "publications", "newsletters"],
  responsibility: ["communications-plan", "actors", "groups"],
  handover: ["municipalities", "events"],
  cases: ["bodies", "papers", "events", "actors", "municipalities"],
  "meeting-plan": ["cases", "bodies", "events", "actors", "municipalities"],
  minutes: ["meeting-plan", "cases", "bodies", "papers", "events", "actors", "municipalities"],
  "action-plan": ["minutes", "cases", "bodies", "events", "actors"],
  questionnaires: ["audiences", "events"],
  progress: ["audiences", "events"],
  automation: [
    "communications-plan",
    "audiences",
    "networks",
    "events",
    "registrations",
    "attendance",
    "feedback",
    "newsletters",
    "publications",
    "subscriptions",
    "questionnaires",
    "minutes",
    "cases",
    "bodies",
    "action-plan",
    "reports",
  ],
  accounts: ["action-plan", "municipalities"],
  reports: ["*"],
  search: ["*"],
  overview: ["*"],
  documents: ["*"],
};

/** The files that may go past the wall between regions, each for the path it names. */
const systemPaths = [
  "app/features/auth/account.db.server.ts",
  "app/features/auth/complete-sign-in.server.ts",
  "app/features/auth/remove-expired.server.ts",
  "app/features/auth/request-sign-in.server.ts",
  "app/features/auth/sessions.db.server.ts",
  "app/features/automation/tick-regions.server.ts",
  "app/features/automation/wake-events.server.ts",
  "app/features/delivery/deliver-batches.server.ts",
  "app/features/delivery/deliver.server.ts",
  "app/features/delivery/mailbox.view.server.ts",
  "app/features/delivery/region-of-delivery.server.ts",
  "app/features/events/joint-events.server.ts",
  "app/features/events/reply-regions.server.ts",
  "app/features/municipalities/register.db.server.ts",
  "app/features/regions/installation-regions.server.ts",
  "app/features/regions/membership.server.ts",
  "app/platform/db/clients.server.ts",
  "app/platform/db/system-db.server.ts",
  "app/platform/http/rate-limit.server.ts",
  "app/platform/mail/mailbox.server.ts",
  "app/platform/session.server.ts",
  "bin/seed.ts",
  "prisma/seed/demo.ts",
];

/** The files that may be longer than the rule, and how long. */
const longFiles: Record<string, number> = {};

const pureLibraries = ["ical.js", "marked", "temporal-polyfill"];

function layerOf(path: string): string {
  if (path === "app/paths.ts") return "paths";
  if (path === "app/routes.ts") return "table";
  if (/^app\/[^/]+\.tsx?$/.test(path)) return "web";
  if (path.startsWith("prisma/generated/")) return "generated";
  if (path.startsWith("prisma/seed/")) return "seed";
  if (path.startsWith("app/")) return path.split("/")[1] ?? "";
  return path.split("/")[0] ?? "";
}

const wordOf = (path: string) => path.split("/")[2] ?? "";

/** What a file imports: files of ours by path without extension, packages by name. */
function importsOf({ path, text }: Source): Import[] {
  const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^"'`;]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/g;
  return [...text.matchAll(statement)].map(([, type, named, dynamic]) => {
    const target = named ?? dynamic ?? "";
    const to = target.startsWith("~/")
      ? `app/${target.slice(2)}`
      : target.startsWith("#")
        ? target.slice(1)
        : target.startsWith(".")
          ? normalize(join(dirname(path), target))
          : target;
    return { from: path, to, type: type !== undefined };
  });
}

const isOurs = (target: string) => /^(app|emails|bin|prisma|tests)\//.test(target);

function mayUse(from: string, to: string): boolean {
  if (from === to) return true;
  if (base.includes(from)) return base.indexOf(to) >= 0 && base.indexOf(to) < base.indexOf(from);
  if (base.includes(to)) return true;
  const allowed = uses[from] ?? [];
  return allowed.includes(to) || (allowed.includes("*") && (to !== "documents" || from === "documents"));
}

function judgeImport({ from, to, type }: Import): string | undefined {
  if (!isOurs(to)) return undefined;
  const [source, target] = [layerOf(from), layerOf(`${to}.ts`)];
  const line = `${from} -> ${to}`;
  if (target === "generated" && source === "features" && from.endsWith(".db.server.ts")) return undefined;
  if (target === "emails" && from.startsWith("app/features/delivery/")) return undefined;
  if (to === "app/entry.server" && from === "bin/serve.ts") return undefined;
  const allowed = layers[source]?.[target];
  if (!allowed) return `${line}: ${source} may not use ${target}`;
  if (allowed === "type" && !type) return `${line}: ${source} may use types of ${target} alone`;
  const ownDoor = source === "features" && wordOf(from) === wordOf(to);
  if (to.endsWith(".db.server") && to.startsWith("app/features/") && !ownDoor)
    return `${line}: the queries of ${wordOf(to)} are its own`;
  if (source === "features" && target === "features" && !mayUse(wordOf(from), wordOf(to)))
    return `${line}: ${wordOf(from)} may not use ${wordOf(to)}`;
  if (source === "domain" && ![wordOf(from), "timing", "shared"].includes(wordOf(to)))
    return `${line}: a word of domain uses itself, timing and shared`;
  if (source === "routes" && /^app\/platform\/(db\/(?!region-db)|mail\/|env)/.test(to))
    return `${line}: routes use http and the region's database of platform`;
  return undefined;
}

const impure: [RegExp, string][] = [
  [/\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.now\b|Temporal\.Now/, "the clock"],
  [/\bMath\.random\b|\bcrypto\b/, "chance"],
  [/\bprocess\.|\bconsole\.|\bfetch\(/, "the outside"],
  [/\.toLocale\w*\(\s*\)|\.localeCompare\([^,()]*\)|Intl\.\w+\(\s*\)|Intl\.\w+\(\s*undefined/, "the machine's locale"],
];

function judgePurity(source: Source): string[] {
  if (layerOf(source.path) !== "domain") return [];
  const foreign = importsOf(source)
    .filter(({ to }) => !isOurs(to) && !pureLibraries.includes(to))
    .map(({ to }) => `${source.path} uses ${to}: domain is pure`);
  const code = withoutComments(source.text);
  const marks = impure.filter(([mark]) => mark.test(code)).map(([, what]) => `${source.path} knows ${what}`);
  return [...foreign, ...marks];
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

function judgeText({ path, text }: Source): string[] {
  const found: string[] = [];
  const code = withoutComments(text);
  const layer = layerOf(path);
  const lines = text.split("\n").length - 1;
  const most = longFiles[path] ?? (layer === "routes" ? 150 : 300);
  if (lines > most) found.push(`${path} has ${lines} lines, over ${most}`);
  if (/\b(systemDb|systemPool|systemRows<\w+>)\(\)/.test(code) && !systemPaths.includes(path))
    found.push(`${path} opens systemDb`);
  if (/\$transaction\b|\bdatabaseClients\(\)/.test(code) && !/^app\/platform\/db\//.test(path))
    found.push(`${path} opens the database past withRegion`);
  if (/app\.region_id/.test(code) && !["app/platform/db/region-db.server.ts", "bin/bench.ts"].includes(path))
    found.push(`${path} sets the region past withRegion`);
  if (
    layer === "routes" &&
    /\b(db|tx|prisma|systemDb\(\))\.\w+\.(find|create|update|delete|count|group|upsert)/.test(code)
  )
    found.push(`${path} queries`);
  if (layer === "routes" && /\$queryRaw|\$executeRaw/.test(code)) found.push(`${path} queries`);
  const ownsAddresses = ["app/paths.ts", "app/routes.ts", "app/platform/http/security.server.ts"].includes(path);
  const address = /["'`]\/(r|sign-in|sign-out|account|preferences|privacy|accessibility|mailbox)(?=[/?"'`])/.exec(code);
  if (address && layer !== "bin" && !ownsAddresses) found.push(`${path} spells the address ${address[0]}`);
  return found;
}

/** Circles between files, by their imports of values. */
function circles(imports: Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, type } of imports) {
    if (type || !isOurs(to)) continue;
    const key = from.replace(/\.tsx?$/, "");
    next.set(key, [...(next.get(key) ?? []), to]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: string[]): void => {
    if (path.includes(file)) return void found.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}

function judge(sources: Source[]): string[] {
  const imports = sources.flatMap(importsOf);
  return [
    ...imports.map(judgeImport).filter((verdict) => verdict !== undefined),
    ...sources.flatMap(judgePurity),
    ...sources.flatMap(judgeText),
    ...circles(imports).map((circle) => `a circle: ${circle}`),
  ];
}

const sources = globSync(["app/**/*.{ts,tsx}", "emails/**/*.{ts,tsx}", "bin/**/*.ts", "prisma/seed/*.ts"])
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => !path.startsWith("app/i18n/messages/"))
  .sort()
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

describe("the architecture", () => {
  it("is held by every file", () => {
    expect(sources.length).toBeGreaterThan(200);
    for (const [path, most] of Object.entries(longFiles)) console.log(`longer than the rule: ${path} (to ${most})`);
    expect(judge(sources)).toEqual([]);
  });

  it("names every file that may go past the wall, and none that does not", () => {
    const openers = sources.filter(({ text }) =>
      /\b(systemDb|systemPool|systemRows<\w+>)\(\)/.test(withoutComments(text)),
    );
    expect(openers.map(({ path }) => path)).toEqual(systemPaths);
  });

  it("excuses no file that is short enough", () => {
    const needless = Object.keys(longFiles).filter((path) => {
      const { text } = sources.find((source) => source.path === path) ?? { text: "" };
      return text.split("\n").length - 1 <= (layerOf(path) === "routes" ? 150 : 300);
    });
    expect(needless).toEqual([]);
  });

  it("has no circle in its list of who may use whom", () => {
    const reach = (word: string, seen: string[] = []): string[] =>
      seen.includes(word) ? [...seen, word] : (uses[word] ?? []).flatMap((to) => reach(to, [...seen, word]));
    for (const word of Object.keys(uses)) expect(reach(word)).toEqual([]);
  });

  const wrong: [string, Source, RegExp][] = [
    [
      "a domain that imports node",
      { path: "app/domain/a/b.ts", text: 'import { x } from "node:fs";' },
      /domain is pure/,
    ],
    [
      "a domain that imports React",
      { path: "app/domain/a/b.ts", text: 'import { x } from "react";' },
      /domain is pure/,
    ],
    ["a domain that knows the time", { path: "app/domain/a/b.ts", text: "const x = new Date();" }, /the clock/],
    ["a domain that throws dice", { path: "app/domain/a/b.ts", text: "Math.random()" }, /chance/],
    ["a domain that sorts as the machine does", { path: "app/domain/a/b.ts", text: "a.localeCompare(b)" }, /locale/],
    [
      "a domain that uses another",
      { path: "app/domain/a/b.ts", text: 'import { x } from "~/domain/c/d";' },
      /a word of/,
    ],
    ["a domain above itself", { path: "app/domain/a/b.ts", text: 'import { x } from "~/ui/d";' }, /may not use ui/],
    ["ui that uses a feature", { path: "app/ui/b.tsx", text: 'import { x } from "~/features/a/d";' }, /may not use/],
    [
      "platform above itself",
      { path: "app/platform/b.ts", text: 'import { x } from "~/features/a/d";' },
      /may not use/,
    ],
    [
      "a feature that uses one it may not",
      { path: "app/features/actors/b.ts", text: 'import { x } from "~/features/events/d";' },
      /actors may not use events/,
    ],
    [
      "a base word that uses a later one",
      { path: "app/features/audit/b.ts", text: 'import { x } from "~/features/people/d";' },
      /audit may not use people/,
    ],
    [
      "another's queries",
      { path: "app/features/overview/b.ts", text: 'import { x } from "~/features/events/events.db.server";' },
      /its own/,
    ],
    [
      "queries from a route",
      { path: "app/routes/a/b.tsx", text: 'import { x } from "~/features/a/a.db.server";' },
      /its own/,
    ],
    ["a route that queries", { path: "app/routes/a/b.tsx", text: "await db.person.findMany()" }, /queries/],
    ["a route that is long", { path: "app/routes/a/b.tsx", text: "\n".repeat(151) }, /151 lines/],
    ["a file that is long", { path: "app/ui/b.tsx", text: "\n".repeat(301) }, /301 lines/],
    ["the system's database anywhere", { path: "app/features/a/b.ts", text: "systemDb().x" }, /opens systemDb/],
    ["a transaction of one's own", { path: "app/features/a/b.ts", text: "db.$transaction(" }, /past withRegion/],
    ["the region set by hand", { path: "app/features/a/b.ts", text: "set_config('app.region_id'" }, /sets the region/],
    ["an address in text", { path: "app/features/a/b.tsx", text: 'const to = "/sign-in";' }, /spells the address/],
    [
      "a template in a feature",
      { path: "app/features/a/b.ts", text: 'import { x } from "#emails/render";' },
      /types of/,
    ],
  ];
  it.each(wrong)("refuses %s", (_what, source, verdict) => {
    expect(judge([source])).toEqual([expect.stringMatching(verdict)]);
  });

  it("refuses a circle", () => {
    const a = { path: "app/ui/a.ts", text: 'import { b } from "~/ui/b";' };
    const b = { path: "app/ui/b.ts", text: 'import { a } from "./a";' };
    expect(judge([a, b])).toEqual(["a circle: app/ui/a -> app/ui/b -> app/ui/a"]);
    expect(judge([a, { ...b, text: b.text.replace("import", "import type") }])).toEqual([]);
  });
});
