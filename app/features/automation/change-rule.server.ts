import { isOfRegion, mayHaveSteps, type RuleKind, readRuleKey, type Trust } from "~/domain/automation/rules";
import { isUuid } from "~/domain/shared/ids";
import { audit } from "~/features/audit/audit.server";
import { findRule, isThere, saveRule } from "~/features/automation/rules.db.server";
import { wakeAutomation } from "~/features/automation/wake-automation.server";
import { kindNames } from "~/features/events/event-words";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

/** What is to be otherwise; what is not named stays. `trust` null follows the region. */
export type RuleDifference = Partial<{
  off: boolean;
  trust: Trust | null;
  /** Name of a step -> days. A step that is not named is as it is by itself. */
  steps: Record<string, number>;
  /** The newsletter a row of the plan makes issues of. */
  newsletterId: string;
  /** The rule may send to many at its first time. */
  agreed: boolean;
}>;

/** Changes how a rule differs from what it does by itself. `version` is what the form was filled from; 0 before the first change. */
export async function changeRule(
  db: RegionDb,
  { key, change, version, now }: { key: string; change: RuleDifference; version: number; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "unknown" | "changed-meanwhile" }> {
  const read = readRuleKey(key);
  if (!read || !(await isOfSomething(db, read))) return { ok: false, reason: "unknown" };
  const { agreed, newsletterId, ...own } = change;
  if (own.steps && !mayHaveSteps(read.kind, own.steps)) return { ok: false, reason: "unknown" };
  if (newsletterId && !(isUuid(newsletterId) && (await isThere(db, "newsletter", newsletterId))))
    return { ok: false, reason: "unknown" };
  await lockRegion(db, "automation");
  const found = await findRule(db, key);
  if ((found?.version ?? 0) !== version) return { ok: false, reason: "changed-meanwhile" };
  const before = {
    off: found?.off ?? false,
    trust: found?.trust ?? null,
    steps: (found?.steps ?? {}) as Record<string, number>,
    newsletterId: found?.newsletterId ?? null,
    agreedAt: found?.agreedAt ?? null,
  };
  const after = { ...before, ...own, ...(newsletterId && { newsletterId }), ...(agreed && { agreedAt: now }) };
  if (JSON.stringify(after) === JSON.stringify(before)) return { ok: true };
  const of = { key, version: version + 1, ...(found ? { id: found.id } : ownerOf(read)) };
  const id = await saveRule(db, of, after);
  await audit(db, {
    ...{ action: found ? ("updated" as const) : ("created" as const), subject: "automation-rule", id },
    ...{ before: { rule: key, ...shown(before) }, after: { rule: key, ...shown(after) } },
  });
  await wakeAutomation(db, now);
  return { ok: true };
}

/** As the log keeps it: a field for each step. */
const shown = ({ agreedAt, steps, ...rule }: { agreedAt: Date | null; steps: Record<string, number> }) => ({
  ...{ ...rule, agreed: agreedAt !== null },
  ...Object.fromEntries(Object.entries(steps).map(([name, days]) => [`step-${name}`, days])),
});

type Read = { kind: RuleKind; of: string };

const ofRow = (kind: RuleKind) => kind === "issue" || kind === "event" || kind === "publication";

function ownerOf({ kind, of }: Read): { planRowId?: string; networkId?: string } {
  if (ofRow(kind)) return { planRowId: of };
  return kind === "gathering" ? { networkId: of } : {};
}

/** Whether a key is of a row, a network, a newsletter or a kind of event there is. */
async function isOfSomething(db: RegionDb, { kind, of }: Read): Promise<boolean> {
  if (isOfRegion(kind)) return true;
  if (kind === "reminder" || kind === "feedback") return Object.hasOwn(kindNames, of);
  if (!isUuid(of)) return false;
  return isThere(db, ofRow(kind) ? "planRow" : kind === "gathering" ? "network" : "newsletter", of);
}
