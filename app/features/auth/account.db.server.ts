import { systemDb } from "~/platform/db/system-db.server";

export async function saveAccount(id: string, data: { locale?: string; theme?: string }): Promise<void> {
  await systemDb().account.update({ where: { id }, data });
}
