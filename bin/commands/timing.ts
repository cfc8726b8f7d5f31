import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Command, callersPath, UsageError } from "#bin/commands/command";
import { sniffText } from "~/domain/documents/sniff-text";
import { addDays, isDay } from "~/domain/shared/days";
import { nextOccurrences, parseTiming } from "~/domain/timing";
import { StopError } from "~/platform/env.server";

export const timingCommand: Command = {
  usage: `  timing TEXT... --from YYYY-MM-DD --to YYYY-MM-DD [--next N [--after YYYY-MM-DD]]
  timing --file FILE --from YYYY-MM-DD --to YYYY-MM-DD [--next N [--after YYYY-MM-DD]]
      Prints what words about time mean in a period, as JSON, one line per text; a file has one text per line. --next
      prints the next N times instead, proposed days among them, after a day (the day before the period).`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        file: { type: "string" },
        from: { type: "string" },
        to: { type: "string" },
        next: { type: "string" },
        after: { type: "string" },
      },
    });
    const { from, to, next, after } = values;
    if (!from || !to || !isDay(from) || !isDay(to)) throw new UsageError("--from and --to are days, as 2021-01-01");
    if (to < from) throw new UsageError("--to is before --from");
    if (next !== undefined && !/^[1-9]\d{0,2}$/.test(next)) throw new UsageError("--next is a number from 1 to 999");
    if (after !== undefined && !isDay(after)) throw new UsageError("--after is a day, as 2021-06-01");
    if (values.file !== undefined && positionals.length > 0) throw new UsageError("Give texts or --file, not both");
    const texts = values.file === undefined ? positionals : linesOf(callersPath(values.file));
    if (values.file === undefined && texts.length === 0) throw new UsageError("Give at least one text, in quotes");
    const period = { from, to };
    const before = after ?? addDays(from, -1);
    for (const text of texts) {
      const timing = parseTiming(text, period);
      io.out(JSON.stringify(next ? nextOccurrences(timing, before, Number(next), { period }) : timing));
    }
    return 0;
  },
};

/** The lines of a file as they are; a line break at its end begins no line. */
function linesOf(path: string): string[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new StopError(`There is no file ${path}`);
  }
  const sniffed = sniffText(bytes);
  if (!sniffed.ok) throw new StopError(`${path} is ${sniffed.reason === "empty" ? "empty" : "not plain text"}`);
  return sniffed.text.replace(/\r?\n$/, "").split(/\r?\n/);
}
