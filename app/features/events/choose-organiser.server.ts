import { can, type HeldRole } from "~/domain/auth/permissions";
import { audit } from "~/features/audit/audit.server";
import { findOrganiser, setOrganiser } from "~/features/events/organiser.db.server";
import { networkChoices, organiserChoices } from "~/features/networks/network-actors.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type Organiser = { actorId: string | null; networkId: string | null };

export type OrganiserResult =
  | { ok: true; organiser: Organiser }
  | { ok: false; field: "actorId" | "networkId"; reason: "gone" | "not-own" };

/**
 * The actor and the network an event is to have. Somebody limited to her own actors holds it with one of them, or for a
 * network that one of them runs. A gathering without an actor is held by the first that runs its network, of her own
 * where she is limited. What stands already (`before`) may stand.
 */
export async function chooseOrganiser(
  db: RegionDb,
  { roles, actorId, networkId, before }: Organiser & { roles: readonly HeldRole[]; before?: Organiser | null },
): Promise<OrganiserResult> {
  if (before && before.actorId === actorId && before.networkId === networkId)
    return { ok: true, organiser: { actorId, networkId } };
  const may = (actorIds: string[]) => can(roles, "events.edit", { actorIds });
  const actors = await organiserChoices(db);
  const chosen = actorId === null ? null : actors.find(({ id }) => id === actorId);
  if (chosen === undefined) return { ok: false, field: "actorId", reason: "gone" };
  const network = networkId === null ? null : (await networkChoices(db)).find(({ id }) => id === networkId);
  if (network === undefined) return { ok: false, field: "networkId", reason: "gone" };
  if (network && !may(network.actorIds)) return { ok: false, field: "networkId", reason: "not-own" };
  const running = actors.filter(({ id }) => network?.runBy.includes(id));
  const actor = chosen ?? running.find((one) => may(one.actorIds)) ?? running[0] ?? null;
  if (!network && !may(actor?.actorIds ?? [])) return { ok: false, field: "actorId", reason: "not-own" };
  if (chosen && !may(chosen.actorIds) && !network?.actorIds.includes(chosen.id))
    return { ok: false, field: "actorId", reason: "not-own" };
  return { ok: true, organiser: { actorId: actor?.id ?? null, networkId } };
}

/** Saves who holds an event, where that is another than before. */
export async function saveOrganiser(db: RegionDb, eventId: string, organiser: Organiser): Promise<void> {
  const before = await findOrganiser(db, eventId);
  if (!before) return;
  const { actorId, networkId } = before;
  if (actorId === organiser.actorId && networkId === organiser.networkId) return;
  await setOrganiser(db, eventId, organiser);
  await audit(db, {
    action: "updated",
    subject: "event",
    id: eventId,
    before: { actorId, networkId },
    after: organiser,
  });
}

/** What an event can be held by and for: what somebody may choose, and what stands already (`before`). */
export async function organiserOptions(db: RegionDb, roles: readonly HeldRole[], before: Organiser | null = null) {
  const may = ({ actorIds }: { actorIds: string[] }) => can(roles, "events.edit", { actorIds });
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return {
    limited: !can(roles, "events.edit"),
    actors: (await organiserChoices(db)).filter((one) => one.id === before?.actorId || may(one)).map(named),
    networks: (await networkChoices(db)).filter((one) => one.id === before?.networkId || may(one)).map(named),
  };
}

export type OrganiserOptions = Awaited<ReturnType<typeof organiserOptions>>;

/** Who holds an event now; null when there is no such event. */
export async function organiserOf(db: RegionDb, eventId: string) {
  return findOrganiser(db, eventId);
}
