import { createServer } from "node:net";
import { type Env, readEnv, StopError } from "~/platform/env.server";

/** Runs a program to its end. What stops it is told in one line, and the exit code is 1. */
export function runProgram(main: () => Promise<void>): void {
  main().catch((error: unknown) => exitWith(error));
}

/** The settings of this program; a missing or wrong one ends it with one line. */
export function settingsOrExit(): Env {
  try {
    return readEnv();
  } catch (error) {
    return exitWith(error);
  }
}

function exitWith(error: unknown): never {
  console.error(error instanceof StopError ? error.message : error);
  process.exit(1);
}

/**
 * Calls `end` once, at the first of Ctrl-C, SIGTERM and the death of the program that started this one
 * (which closes the channel between them).
 */
export function onEnd(end: () => void): void {
  let ending = false;
  const once = () => {
    if (ending) return;
    ending = true;
    // An open channel to the parent would keep alive a program that has nothing more to do.
    if (process.connected) process.disconnect();
    end();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, once);
}

/** Throws StopError when another program listens where ours is to. */
export function checkPort({ PORT, HOST }: Pick<Env, "PORT" | "HOST">): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      const line = taken
        ? `PORT ${PORT} is taken by another program; set PORT to a free one`
        : `HOST ${HOST} and PORT ${PORT} cannot be listened on: ${error.message}`;
      reject(new StopError(line));
    });
    server.listen(PORT, HOST, () => server.close(() => resolve()));
  });
}
