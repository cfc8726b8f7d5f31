import { findRule } from "~/features/automation/rules.db.server";
import { stepsInWords } from "~/features/automation/step-words";
import { asSentence } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the rule of a row does, step by step, as its form says it; null where no rule does anything with it. */
export async function doesOfRow(
  db: RegionDb,
  { id, becomes: kind }: { id: string | null; becomes: "issue" | "event" | "publication" | null },
): Promise<string | null> {
  if (id === null || kind === null) return null;
  const rule = await findRule(db, `${kind}:${id}`);
  if (rule?.off) return m.automation_off_note();
  const { trust } = await db.region.findFirstOrThrow({ select: { trust: true } });
  const steps = (rule?.steps ?? {}) as Record<string, number>;
  return stepsInWords({ kind, trust: rule?.trust ?? trust, steps })
    .map(({ when, what }) => `${asSentence(when)}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`)
    .join(". ");
}
