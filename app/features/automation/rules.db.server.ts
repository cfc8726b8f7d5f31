import type { Trust } from "~/domain/automation/rules";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Has the region looked at at a moment. */
export async function wakeRegion(db: RegionDb, at: Date): Promise<void> {
  await db.region.updateMany({ data: { automationAt: at } });
}

const changeable = { off: true, trust: true, steps: true, newsletterId: true, agreedAt: true } as const;

export async function findRule(db: RegionDb, key: string) {
  return db.automationRule.findFirst({ where: { key }, select: { ...changeable, id: true, version: true } });
}

type RuleData = {
  off: boolean;
  trust: Trust | null;
  steps: Record<string, number>;
  newsletterId: string | null;
  agreedAt: Date | null;
};

/** Writes down how a rule differs; a new one is of a row of the plan or a network where its key says so. */
export async function saveRule(
  db: RegionDb,
  { id, version, key, ...of }: { id?: string; version: number; key: string; planRowId?: string; networkId?: string },
  data: RuleData,
): Promise<string> {
  if (id) {
    await db.automationRule.updateMany({ where: { id }, data: { ...data, version } });
    return id;
  }
  const made = await db.automationRule.create({ data: { key, version, ...of, ...data }, select: { id: true } });
  return made.id;
}

/** Whether what a rule is of is there, and a newsletter it is to make issues of. */
export async function isThere(db: RegionDb, what: "planRow" | "network" | "newsletter", id: string): Promise<boolean> {
  const query = { where: { id }, select: { id: true } };
  const found =
    what === "planRow"
      ? await db.planRow.findFirst(query)
      : what === "network"
        ? await db.network.findFirst(query)
        : await db.newsletter.findFirst(query);
  return found !== null;
}

/** Those who are invited to an event and whom mail reaches, with what they have answered. */
export async function invitedTo(db: RegionDb, eventId: string) {
  const invited = await db.invitation.findMany({
    where: { eventId, withdrawnAt: null, person: { heldSince: null } },
    select: { answer: true, person: { select: { name: true } } },
  });
  return invited.map(({ answer, person }) => ({ answer, name: person.name }));
}
