import { openDatabase } from "#bin/lib/database";
import { runProgram, settingsOrExit } from "#bin/lib/program";
import { migrate } from "~/platform/db/migrate.server";

runProgram(async () => {
  const { env, stop } = await openDatabase(settingsOrExit());
  try {
    const onApplied = (name: string) => console.log(`Migrated: ${name}`);
    const applied = await migrate(env.DATABASE_URL, env.SESSION_SECRET, { onApplied });
    if (applied.length === 0) console.log("The database is up to date");
  } finally {
    await stop();
  }
});
