import { can, type HeldRole } from "~/domain/auth/permissions";
import { audit } from "~/features/audit/audit.server";
import { findPersonMeant, type PersonChoice } from "~/features/networks/find-person.server";
import { actorBook, operatorIds, withParents } from "~/features/networks/network-actors.view.server";
import type { NetworkForm } from "~/features/networks/network-form.schema";
import {
  createNetwork,
  type FoundNetwork,
  holdNetwork,
  listAudiences,
  listPriorityAreas,
  type NetworkColumns,
  saveNetworkColumns,
  setOperators,
  setPriorityAreas,
} from "~/features/networks/networks.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type NetworkRefusal =
  | { ok: false; reason: "not-found" | "changed-meanwhile" }
  /** What was chosen is no longer there. */
  | { ok: false; reason: "choice-gone"; field: "operatorIds" | "areaIds" | "audienceId" }
  /** Somebody who edits networks of her own actors alone would give this one to others. */
  | { ok: false; reason: "not-own"; field: "operatorIds" }
  | { ok: false; reason: "person-unknown"; field: "contact" }
  | { ok: false; reason: "person-several"; field: "contact"; choices: PersonChoice[] };

export type SaveNetworkResult = { ok: true; id: string } | NetworkRefusal;

type Input = { form: NetworkForm; roles: readonly HeldRole[] };

/** Makes a network, last in the register. Somebody limited to her own actors must run it with one of them. */
export async function makeNetwork(db: RegionDb, input: Input): Promise<SaveNetworkResult> {
  const judged = await judge(db, input);
  if (!judged.ok) return judged;
  const { columns, form } = judged;
  const { id } = await createNetwork(db, columns);
  await setOperators(db, id, form.operatorIds);
  await setPriorityAreas(db, id, form.areaIds);
  await audit(db, { action: "created", subject: "network", id, after: changed({}, factsOf(columns, form)).after });
  return { ok: true, id };
}

/**
 * Saves a network that is still at the form's version. The cells as imported are left as they are, so that the next
 * import sees that a person has been here.
 */
export async function editNetwork(db: RegionDb, input: Input & { id: string }): Promise<SaveNetworkResult> {
  const network = await holdNetwork(db, input.id);
  if (!network) return { ok: false, reason: "not-found" };
  if (network.version !== input.form.version) return { ok: false, reason: "changed-meanwhile" };
  const judged = await judge(db, input);
  if (!judged.ok) return judged;
  const { columns, form } = judged;
  const { before, after } = changed(standing(network), factsOf(columns, form));
  if (Object.keys(after).length === 0) return { ok: true, id: network.id };
  if (!(await saveNetworkColumns(db, network.id, network.version, columns)))
    return { ok: false, reason: "changed-meanwhile" };
  await setOperators(db, network.id, form.operatorIds);
  await setPriorityAreas(db, network.id, form.areaIds);
  await audit(db, { action: "updated", subject: "network", id: network.id, before, after });
  return { ok: true, id: network.id };
}

async function judge(db: RegionDb, { form: asked, roles }: Input) {
  const form = { ...asked, operatorIds: [...new Set(asked.operatorIds)], areaIds: [...new Set(asked.areaIds)] };
  const gone = (field: "operatorIds" | "areaIds" | "audienceId") =>
    ({ ok: false, reason: "choice-gone", field }) as const;
  const book = await actorBook(db);
  if (form.operatorIds.some((id) => !book.byId.has(id))) return gone("operatorIds");
  const areas = await listPriorityAreas(db);
  if (form.areaIds.some((id) => !areas.some((area) => area.id === id))) return gone("areaIds");
  const audiences = form.audienceId === null ? [] : await listAudiences(db);
  if (form.audienceId !== null && !audiences.some(({ id }) => id === form.audienceId)) return gone("audienceId");
  const chosen = form.operatorIds.map((id) => book.byId.get(id)?.name ?? "");
  const operators = form.operators || chosen.join(", ");
  const run = operatorIds({ operators, runBy: form.operatorIds.map((actorId) => ({ actorId })) }, book);
  if (!can(roles, "networks.edit", { actorIds: withParents(run, book) }))
    return { ok: false, reason: "not-own", field: "operatorIds" } as const;
  const contact = await findPersonMeant(db, { search: form.contact, chosen: form.contactPersonId });
  if (!contact.ok)
    return contact.reason === "several"
      ? ({ ok: false, reason: "person-several", field: "contact", choices: contact.choices } as const)
      : ({ ok: false, reason: "person-unknown", field: "contact" } as const);
  const { name, status, stage, audience, audienceId, theme, form: way, benefit, links, open } = form;
  const columns: NetworkColumns = {
    ...{ name, operators, status, stage, audience, audienceId, theme, form: way, benefit, links, open },
    contactPersonId: contact.person?.id ?? null,
  };
  return { ok: true, columns, form } as const;
}

type Facts = Record<string, unknown>;

/** What is written down of a change: the columns, and what was chosen. */
function factsOf(
  columns: NetworkColumns,
  { operatorIds: actorIds, areaIds }: Pick<NetworkForm, "operatorIds" | "areaIds">,
): Facts {
  return { ...columns, actorIds, areaIds: [...areaIds].sort() };
}

function standing(network: FoundNetwork): Facts {
  const { name, operators, status, stage, audience, audienceId, theme, form, benefit, links, contactPersonId, open } =
    network;
  return factsOf(
    { name, operators, status, stage, audience, audienceId, theme, form, benefit, links, contactPersonId, open },
    {
      operatorIds: network.runBy.map(({ actorId }) => actorId),
      areaIds: network.priorityAreas.map(({ priorityAreaId }) => priorityAreaId),
    },
  );
}

/** The facts that differ; of something new, those that have a value. */
function changed(before: Facts, after: Facts): { before: Facts; after: Facts } {
  const empty = (value: unknown) =>
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
  const same = (a: unknown, b: unknown) => (empty(a) && empty(b)) || JSON.stringify(a) === JSON.stringify(b);
  const keys = Object.keys(after).filter((key) => !same(before[key], after[key]));
  const pick = (facts: Facts) => Object.fromEntries(keys.flatMap((key) => (key in facts ? [[key, facts[key]]] : [])));
  return { before: pick(before), after: pick(after) };
}
