/**
 * Prints the SQL that turns the committed Prisma schema into the one in the work tree, for a new migration:
 *
 *   node bin/schema-diff.mjs [REVISION]     compared with HEAD, another revision, or "empty"
 *
 * `prisma migrate diff` needs an engine that closed networks refuse to download. Prisma 6.19 carries one as
 * WebAssembly, so that one is used, from a cache folder outside the project, with no database: the one question it
 * asks a database, which version it is, is answered here. The policies are added to the SQL by hand (`raise_wall`).
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { project } from "./lib/prepare.mjs";

const schema = "prisma/schema";
const engine = ["prisma@6.19.3", "@prisma/client@6.19.3", "@prisma/adapter-pg@6.19.3"];
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "samvirk-schema-diff");

const config = `import { defineConfig } from "prisma/config";
const version = { columnNames: ["exists", "version", "numeric_version"], columnTypes: [5, 7, 0], rows: [[true, "PostgreSQL 18.0", 180000]] };
const connection = {
  adapterName: "@prisma/adapter-pg", provider: "postgres",
  queryRaw: async () => version, executeRaw: async () => 0, executeScript: async () => {},
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }), dispose: async () => {},
};
const connect = async () => connection;
const factory = { adapterName: "@prisma/adapter-pg", provider: "postgres", connect, connectToShadowDb: connect };
export default defineConfig({ experimental: { adapter: true }, engine: "js", adapter: async () => factory });
`;

/** The models of a revision, or of the work tree, as one file the older engine reads. */
function models(revision) {
  const git = (...args) => execFileSync("git", args, { cwd: project, encoding: "utf8" });
  const texts =
    revision === undefined
      ? readdirSync(join(project, schema)).map((name) => readFileSync(join(project, schema, name), "utf8"))
      : git("ls-tree", "--name-only", revision, `${schema}/`)
          .split("\n")
          .filter(Boolean)
          .map((path) => git("show", `${revision}:${path}`));
  const blocks = texts.join("\n").replace(/^(generator|datasource) [^}]*\}/gm, "");
  return `${blocks}\ndatasource db {\n  provider = "postgresql"\n  url      = env("DATABASE_URL")\n}\n`;
}

const revision = process.argv[2] ?? "HEAD";
if (!existsSync(join(cache, "node_modules/.bin/prisma"))) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, "package.json"), "{}");
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", ...engine], {
    cwd: cache,
    stdio: ["ignore", 2, 2],
  });
}
writeFileSync(join(cache, "prisma.config.ts"), config);
const work = mkdtempSync(join(tmpdir(), "samvirk-schema-diff-"));
try {
  writeFileSync(join(work, "new.prisma"), models());
  if (revision !== "empty") writeFileSync(join(work, "old.prisma"), models(revision));
  const from = revision === "empty" ? ["--from-empty"] : ["--from-schema-datamodel", join(work, "old.prisma")];
  const args = ["migrate", "diff", ...from, "--to-schema-datamodel", join(work, "new.prisma"), "--script"];
  const unused = { DATABASE_URL: "postgresql://localhost/unused", PRISMA_QUERY_ENGINE_LIBRARY: process.execPath };
  execFileSync(join(cache, "node_modules/.bin/prisma"), args, {
    cwd: cache,
    env: { ...process.env, ...unused, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    stdio: ["ignore", 1, 2],
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}
