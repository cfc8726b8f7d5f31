import { systemDb } from "~/platform/db/system-db.server";

export async function accountLocale(id: string): Promise<string | null> {
  return (await systemDb().account.findUnique({ where: { id }, select: { locale: true } }))?.locale ?? null;
}

export async function saveAccount(id: string, data: { locale?: string; theme?: string }): Promise<void> {
  await systemDb().account.update({ where: { id }, data });
}
