import type { Whom } from "~/domain/audiences/rule";
import {
  createPart,
  deletePart,
  findAudience,
  orderParts,
  partsOf,
  saveAudience,
  whomExists,
} from "~/features/audiences/audiences.db.server";
import { audit } from "~/features/audit/audit.server";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

type At = { audienceId: string; version: number };
type Refused = { ok: false; reason: "not-found" | "changed-meanwhile" };

/** What is written down of a part: ids, never an address or the name that goes with it. */
function written(excludes: boolean, { kind, ...whom }: Whom) {
  return kind === "address" ? { kind, excludes } : { kind, excludes, ...whom };
}

const same = (a: Whom, b: Whom) => JSON.stringify(a) === JSON.stringify(b);

async function open(db: RegionDb, { audienceId, version }: At): Promise<{ ok: true } | Refused> {
  await lockRegion(db, "audiences");
  if (!(await findAudience(db, audienceId))) return { ok: false, reason: "not-found" };
  return (await saveAudience(db, audienceId, version, {})) ? { ok: true } : { ok: false, reason: "changed-meanwhile" };
}

/** Puts a part last in an audience's rule. What is named twice, in or out, is refused. */
export async function addPart(
  db: RegionDb,
  { excludes, whom, ...at }: At & { excludes: boolean; whom: Whom },
): Promise<{ ok: true } | Refused | { ok: false; reason: "nobody" | "already" }> {
  await lockRegion(db, "audiences");
  if (!(await whomExists(db, whom))) return { ok: false, reason: "nobody" };
  if ((await partsOf(db, [at.audienceId])).some((part) => same(part.whom, whom)))
    return { ok: false, reason: "already" };
  const opened = await open(db, at);
  if (!opened.ok) return opened;
  await createPart(db, at.audienceId, excludes, whom);
  await audit(db, { action: "updated", subject: "audience", id: at.audienceId, after: written(excludes, whom) });
  return { ok: true };
}

/** Takes a part out of an audience's rule. */
export async function removePart(
  db: RegionDb,
  { partId, ...at }: At & { partId: string },
): Promise<{ ok: true } | Refused> {
  const part = (await partsOf(db, [at.audienceId])).find(({ id }) => id === partId);
  if (!part) return { ok: false, reason: "not-found" };
  const opened = await open(db, at);
  if (!opened.ok) return opened;
  await deletePart(db, at.audienceId, partId);
  const before = written(part.excludes, part.whom);
  await audit(db, { action: "updated", subject: "audience", id: at.audienceId, before });
  return { ok: true };
}

/** Moves a part one place up or down; at the end nothing happens. */
export async function movePart(
  db: RegionDb,
  { partId, by, ...at }: At & { partId: string; by: -1 | 1 },
): Promise<{ ok: true } | Refused> {
  const ids = (await partsOf(db, [at.audienceId])).map(({ id }) => id);
  const from = ids.indexOf(partId);
  const other = ids[from + by];
  if (from < 0) return { ok: false, reason: "not-found" };
  if (other === undefined) return { ok: true };
  const opened = await open(db, at);
  if (!opened.ok) return opened;
  await orderParts(
    db,
    ids.map((id) => (id === partId ? other : id === other ? partId : id)),
  );
  await audit(db, { action: "updated", subject: "audience", id: at.audienceId, after: { position: from + by + 1 } });
  return { ok: true };
}
