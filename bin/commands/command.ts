import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Where a command writes: `out` is what was asked for, `err` everything else. One line a call. */
export type Io = { out(line: string): void; err(line: string): void };

/** A command: how it is used, and its work. It returns the exit code. */
export type Command = { usage: string; run(args: string[], io: Io): Promise<number> };

/** The command was called wrongly: exit code 2, and how it is used. */
export class UsageError extends Error {}

/** A path as the caller meant it: npm runs programs in the project folder and keeps the caller's in INIT_CWD. */
export function callersPath(path: string): string {
  const fromCaller = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  return existsSync(fromCaller) ? fromCaller : resolve(path);
}
