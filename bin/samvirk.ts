import { dispatch } from "#bin/commands/dispatch";

// Standard output is the commands' own.
process.env.LOG_LEVEL = "silent";

process.exitCode = await dispatch(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
