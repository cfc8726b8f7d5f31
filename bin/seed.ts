import { runProgram } from "#bin/lib/program";
import { closeDatabase } from "~/platform/db/clients.server";
import { systemDb } from "~/platform/db/system-db.server";
import { demoSignIns, seedDemo } from "../prisma/seed/regions";

/** Fills an empty database with the demo; prints a line per way to sign in. `--bare`: without plans and what follows; `--without-events`. */
runProgram(async () => {
  try {
    const whole = !process.argv.includes("--bare");
    const events = whole && !process.argv.includes("--without-events");
    if ((await systemDb().region.count()) === 0) await seedDemo({ whole, events });
    for (const { as, email } of demoSignIns) console.log(`${email} (${as})`);
  } finally {
    await closeDatabase();
  }
});
