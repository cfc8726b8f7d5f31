import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readMinutes } from "~/domain/minutes/read-minutes";
import { settleMinutes } from "~/domain/minutes/settle-minutes";
import { minutesNames } from "~/features/minutes/minutes-names.view.server";
import { takeInMinutes } from "~/features/minutes/take-in-minutes.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { projectFolder } from "~/platform/env.server";

/** Two meetings of 2017, taken in from their minutes; the second approves the first, and a later one has approved it. */
const held = ["vestregionen-minutes-2017-02-23.txt", "vestregionen-minutes-2017-06-01.txt"];

/** Takes in the minutes of the demo as a secretary would: wrong years corrected, and the one open proposal decided. */
export async function seedMinutes(db: RegionDb): Promise<void> {
  const { places, bodies } = await minutesNames(db);
  for (const name of held) {
    const text = readFileSync(join(projectFolder(), "prisma/seed", name), "utf8");
    const { content } = readMinutes(text, { places, bodies: bodies.map((body) => body.name) });
    const settled = settleMinutes(content, { keepYear: [], decided: { "15/2017": "changed" }, passOn: {} });
    const body = bodies.find((each) => each.name === content.body);
    if (!body) throw new Error(`${name} is of no body`);
    const taken = await takeInMinutes(db, {
      bodyId: body.id,
      content: settled,
      importId: null,
      approved: name === held.at(-1),
    });
    if (!taken.ok) throw new Error(`${name} was not taken in: ${taken.reason}`);
  }
}
