import { type Command, type Io, UsageError } from "#bin/commands/command";
import { StopError } from "~/platform/env.server";

/** Loaded when called, so that one command does not wait for another's libraries. */
const commands: Record<string, () => Promise<Command>> = {
  import: async () => (await import("#bin/commands/import")).importCommand,
  "check-seeds": async () => (await import("#bin/commands/check-seeds")).checkSeedsCommand,
  doctor: async () => (await import("#bin/commands/doctor")).doctorCommand,
  region: async () => (await import("#bin/commands/region")).regionCommand,
  preview: async () => (await import("#bin/commands/preview")).previewCommand,
  timing: async () => (await import("#bin/commands/timing")).timingCommand,
  register: async () => (await import("#bin/commands/register")).registerCommand,
};

/** Runs one command and returns its exit code: 2 for wrong usage, 1 for what stopped it, else the command's own. */
export async function dispatch([name, ...args]: string[], io: Io): Promise<number> {
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) return tellAll(name, io);
  const command = await load();
  if (args.includes("--help") || args.includes("-h")) {
    io.out(`Usage:\n${command.usage}`);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError || isParseError(error)) {
      io.err(`${(error as Error).message}\n\nUsage:\n${command.usage}`);
      return 2;
    }
    if (!(error instanceof StopError)) throw error;
    io.err(error.message);
    return 1;
  }
}

async function tellAll(name: string | undefined, io: Io): Promise<number> {
  const usages = await Promise.all(Object.values(commands).map(async (load) => (await load()).usage));
  const text = `Usage: npm run -s samvirk -- COMMAND\n\n${usages.join("\n\n")}`;
  if (name === "--help" || name === "-h" || name === "help") {
    io.out(text);
    return 0;
  }
  io.err(name === undefined ? text : `There is no command "${name}".\n\n${text}`);
  return 2;
}

function isParseError(error: unknown): boolean {
  return error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS");
}
