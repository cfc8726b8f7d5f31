import { parseArgs } from "node:util";
import { type Command, UsageError } from "#bin/commands/command";
import { withDatabase } from "#bin/commands/with-database";
import { addDays, isDay } from "~/domain/shared/days";
import { instantToLocal, withOffset } from "~/domain/shared/local-time";
import { plannedKindWords } from "~/features/automation/planned-words";
import { yearAhead } from "~/features/automation/year-ahead.view.server";
import { findRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { StopError } from "~/platform/env.server";

/** A period may be this long. Days. */
const longest = 3 * 366;

export const previewCommand: Command = {
  usage: `  preview --region SLUG --from YYYY-MM-DD --to YYYY-MM-DD [--json]
      Prints what the rules of a region will do in a period, and sends nothing: when, what, by which rule, to whom and
      how many, and what waits for somebody. --json prints an array of {at, kind, rule, subject, audience, recipients,
      waitsFor}, sorted, at with the region's offset.`,
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        region: { type: "string" },
        from: { type: "string" },
        to: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const { region: slug, from, to } = values;
    if (!slug) throw new UsageError("--region is missing");
    if (!from || !to || !isDay(from) || !isDay(to)) throw new UsageError("--from and --to are days, as 2021-01-01");
    if (to < from) throw new UsageError("--to is before --from");
    if (to > addDays(from, longest)) throw new UsageError("--from and --to are at most three years apart");
    await withDatabase(async () => {
      const region = await findRegion(slug);
      if (!region) throw new StopError(`There is no region "${slug}"`);
      const access = { regionId: region.id, personId: null, via: "operator" } as const;
      const { lines, zone } = await withRegion(access, async (db) => ({
        lines: await yearAhead(db, { from, to, now: new Date() }),
        zone: (await db.region.findFirstOrThrow()).zone,
      }));
      const shown = lines.map(({ at, kind, rule, subject, audience, recipients, waitsFor }) => ({
        ...{ at: withOffset(at, zone), kind, rule, subject: subject || plannedKindWords(kind) },
        ...{ audience, recipients, waitsFor },
      }));
      if (values.json) {
        io.out(JSON.stringify(shown, null, 2));
        return;
      }
      for (const { at, kind, subject, audience, recipients, waitsFor } of shown) {
        const { date, time } = instantToLocal(at, zone);
        const waits = waitsFor ? `  (waits for ${waitsFor})` : "";
        io.out([`${date} ${time}`, kind.padEnd(20), `${recipients} × ${audience}`, subject].join("  ") + waits);
      }
      io.err(`${shown.length} lines`);
    });
    return 0;
  },
};
