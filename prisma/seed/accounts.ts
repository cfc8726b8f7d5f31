import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importAccounts } from "~/features/accounts/account-import.server";
import { receiveAccounts } from "~/features/documents/receive-accounts.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { projectFolder } from "~/platform/env.server";

const fileName = "vestregionen-accounts-2017-1.csv";

/**
 * The accounts of the first four months of 2017, taken in as a secretary would, into the round that is open for them;
 * the projects are made with them and tied to the focus areas of their names. Nothing where there is no such round.
 */
export async function seedAccounts(db: RegionDb, { now }: { now: Date }): Promise<void> {
  const round = await db.reportRound.findFirst({
    where: { from: new Date("2017-01-01"), to: new Date("2017-04-30") },
    select: { id: true },
  });
  if (!round) return;
  const form = new FormData();
  form.set("file", new Blob([readFileSync(join(projectFolder(), "prisma/seed", fileName))]), fileName);
  const received = await receiveAccounts(form);
  if (!received.ok) throw new Error(`${fileName}: ${received.problems.map(({ message }) => message).join(" ")}`);
  const saved = await importAccounts(db, { ...received, roundId: round.id, now });
  if (!saved.ok) throw new Error(`${fileName} was not saved: ${saved.reason}`);
  const areas = await db.focusArea.findMany({
    where: { area: { plan: { year: 2017 } } },
    select: { id: true, name: true },
  });
  for (const { id, name } of areas) await db.project.updateMany({ where: { name }, data: { focusAreaId: id } });
}
