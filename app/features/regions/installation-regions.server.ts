import { systemDb } from "~/platform/db/system-db.server";

/** The regions of this installation, by name: what anyone may know of them. */
export async function regionsOfInstallation() {
  return systemDb().region.findMany({
    select: { slug: true, name: true, programme: true },
    orderBy: { name: "asc" },
    take: 500,
  });
}
