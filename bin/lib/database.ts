import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from "node:child_process";
import { join } from "node:path";
import { openEmbedded } from "~/platform/db/embedded.server";
import { migrate } from "~/platform/db/migrate.server";
import { type Env, projectFolder, StopError, toProcessEnv } from "~/platform/env.server";

type OpenDatabase = { env: Env & { DATABASE_URL: string }; stop(): Promise<void> };

/**
 * Opens the database of these settings: the one at DATABASE_URL, or the embedded one, joined when it runs and else
 * started until `stop`. The process's own DATABASE_URL follows, so that its connections find it.
 */
export async function openDatabase(settings: Env): Promise<OpenDatabase> {
  const embedded = settings.DATABASE_URL ? undefined : await openEmbedded({ dataFolder: settings.SAMVIRK_DATA });
  const env = { ...settings, DATABASE_URL: embedded?.url ?? settings.DATABASE_URL ?? "" };
  Object.assign(process.env, toProcessEnv(env));
  return { env, stop: async () => embedded?.stop() };
}

/**
 * Migrates, and seeds the demo when it is asked for. The seed leaves a database alone that is not empty; what it
 * prints, a line per way to sign in, is returned.
 */
export async function prepareDatabase(env: OpenDatabase["env"]): Promise<string[]> {
  await migrate(env.DATABASE_URL, env.SESSION_SECRET, { onApplied: (name) => console.error(`Migrated: ${name}`) });
  if (!env.SAMVIRK_DEMO) return [];
  const options = { env: { ...process.env, ...toProcessEnv(env) }, encoding: "utf8", stdio: ["ignore", "pipe", 2] };
  const seed = spawnSync(process.execPath, [programFile("seed")], options as SpawnSyncOptionsWithStringEncoding);
  if (seed.status !== 0) throw new StopError("The demo could not be seeded");
  return seed.stdout.split("\n").filter(Boolean);
}

/** The built program of this name. */
export function programFile(name: string): string {
  return join(projectFolder(), "build/processes", `${name}.js`);
}
