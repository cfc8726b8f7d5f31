import { goesOnlyWhenFree, postponed } from "~/features/delivery/caps.server";
import { neverHeld } from "~/features/delivery/delivery.db.server";
import {
  type Claim,
  type ClaimedDelivery,
  claimedDeliveries,
  findTemplate,
  heldPeople,
  type InLine,
  linesOf,
  recordOutcome,
  unwanted,
} from "~/features/delivery/outbox.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";

/** How long a message waits for an older one about the same invitation or registration to leave. Seconds. */
const behindSeconds = 5;

/** Messages that leave one after the other: those about the same invitation or registration, else one alone. */
export type Chain = ClaimedDelivery[];
export type Template = NonNullable<Awaited<ReturnType<typeof findTemplate>>>;

/** What one region has in a claim, and what it takes to send it. */
export type Loaded = {
  regionId: string;
  region: Awaited<ReturnType<RegionDb["region"]["findFirstOrThrow"]>>;
  templates: Map<string, Template>;
  chains: Chain[];
};

/**
 * Reads what has been claimed in one region and sorts out what is not to leave now: to a held address nothing goes but
 * what lets somebody in (M3, M10), a newsletter not to one who has left it, what would pass a cap waits, and what is
 * about one invitation leaves in the order it was made. One that is tried again when something newer is there is
 * dropped: a calendar must not be told the old after the new, nor invited after a CANCEL.
 */
export async function loadBatch(claims: Claim[], { worker, now }: { worker: string; now: Date }): Promise<Loaded> {
  const regionId = claims[0]?.regionId ?? "";
  return withRegion({ regionId, personId: null, via: "worker" }, async (db) => {
    const region = await ownRegion(db);
    const all = await claimedDeliveries(db, { ids: claims.map(({ id }) => id), worker });
    const wanted = await leaveOut(db, all, worker);
    const admitted = goesOnlyWhenFree(region)
      ? await postponed(db, { region, deliveries: wanted, worker, now })
      : wanted;
    const chains = await inOrder(db, admitted, { worker, now });
    const templates = new Map<string, Template>();
    for (const id of new Set(admitted.map(({ templateId }) => templateId))) {
      const template = id && (await findTemplate(db, id));
      if (template) templates.set(template.id, template);
    }
    return { regionId, region, templates, chains };
  });
}

/** Drops what is not to be sent at all. */
async function leaveOut(db: RegionDb, all: ClaimedDelivery[], worker: string): Promise<ClaimedDelivery[]> {
  const held = await heldPeople(
    db,
    [...new Set(all.map(({ personId }) => personId))].filter((id) => id !== null),
  );
  const newsletters = all.filter(({ kind }) => kind === "newsletter").map(({ id }) => id);
  const left = newsletters.length > 0 ? await unwanted(db, newsletters) : new Set<string>();
  const why = ({ id, kind, personId }: ClaimedDelivery) => {
    const reason = personId !== null && !neverHeld.includes(kind) ? held.get(personId) : undefined;
    return reason ? `held: ${reason}` : left.has(id) ? "left: newsletter" : null;
  };
  for (const lastError of new Set(all.map(why))) {
    if (lastError === null) continue;
    const ids = all.filter((delivery) => why(delivery) === lastError).map(({ id }) => id);
    await recordOutcome(db, { ids, worker, data: { state: "dropped", secret: null, lastError } });
  }
  return all.filter((delivery) => why(delivery) === null);
}

const subjectOf = ({ invitationId, registrationId }: Pick<InLine, "invitationId" | "registrationId">) =>
  invitationId ?? registrationId;

/** Puts messages about the same thing behind each other; what must wait for one that is not here is put off. */
async function inOrder(
  db: RegionDb,
  deliveries: ClaimedDelivery[],
  { worker, now }: { worker: string; now: Date },
): Promise<Chain[]> {
  const lines = Map.groupBy(await linesOf(db, deliveries), subjectOf);
  const here = new Set(deliveries.map(({ id }) => id));
  const [behind, overtaken]: [string[], string[]] = [[], []];
  const chains = new Map<string, Chain>();
  for (const delivery of deliveries.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const subject = subjectOf(delivery);
    const line = (subject && lines.get(subject)) || [];
    const stands = line.some(({ id }) => id === delivery.id);
    const before = ({ id, state }: InLine) =>
      id < delivery.id && (state === "queued" || state === "sending") && !(here.has(id) && !behind.includes(id));
    if (stands && line.some(before)) behind.push(delivery.id);
    else if (stands && delivery.attempts > 1 && line.some(({ id }) => id > delivery.id)) overtaken.push(delivery.id);
    else {
      const key = stands && subject ? subject : delivery.id;
      chains.set(key, [...(chains.get(key) ?? []), delivery]);
    }
  }
  const dueAt = new Date(now.getTime() + behindSeconds * 1000);
  await recordOutcome(db, { ids: behind, worker, data: { state: "queued", attempts: { decrement: 1 }, dueAt } });
  await recordOutcome(db, { ids: overtaken, worker, data: { state: "dropped", secret: null } });
  return [...chains.values()];
}
