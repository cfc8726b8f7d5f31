import { judgeJoin, type Stay } from "~/domain/networks/membership";
import { spanOf } from "~/domain/people/role-span";
import { audit } from "~/features/audit/audit.server";
import { groupChoices } from "~/features/groups/group-members.view.server";
import { findOrNamePerson, type PersonChoice } from "~/features/networks/find-person.server";
import type { AddMembersForm } from "~/features/networks/member-form.schema";
import {
  createMembers,
  type MemberKey,
  membersOf,
  municipalitiesOfArea,
  ownMunicipalities,
} from "~/features/networks/network-members.db.server";
import { holdNetwork } from "~/features/networks/networks.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type AddMembersResult =
  | { ok: true; added: number; already: number; guests: number }
  | { ok: false; reason: "not-found" }
  | {
      ok: false;
      field: "last" | "municipalities" | "area" | "person" | "personName" | "group";
      reason: "end-before-start" | "nobody" | "gone" | "already-in" | "none-in-region" | "unknown" | "name-missing";
    }
  | { ok: false; field: "person"; reason: "several"; choices: PersonChoice[] };

/**
 * Takes municipalities, a person or a group into a network. Nobody is in it twice at once: of several, those who are in
 * it already stay as they are, and when nobody is left it is refused. Guests of an area are not of the region and are
 * left out.
 */
export async function addMembers(
  db: RegionDb,
  { networkId, form }: { networkId: string; form: AddMembersForm },
): Promise<AddMembersResult> {
  if (!(await holdNetwork(db, networkId))) return { ok: false, reason: "not-found" };
  const span = spanOf(form.from, form.last);
  if (!span.ok) return { ok: false, field: "last", reason: "end-before-start" };
  const stay: Stay = span.span;
  const known = (await membersOf(db, networkId)).map((member) => ({
    id: member.municipalityId ?? member.personId ?? member.groupId ?? "",
    stay: member.stay,
  }));
  const takeIn = async (
    field: "municipalities" | "person" | "group",
    ids: string[],
    key: (id: string) => MemberKey,
  ) => {
    const { joins, already } = judgeJoin(known, ids, stay);
    if (joins.length === 0) return { ok: false, field, reason: "already-in" } as const;
    const members = await createMembers(db, networkId, joins.map(key), stay);
    await audit(
      db,
      ...members.map(({ id, ...who }) => ({
        action: "created" as const,
        subject: "network-member" as const,
        id,
        after: { networkId, ...present(who), validFrom: stay.from, validTo: stay.to },
      })),
    );
    return { ok: true, added: joins.length, already: already.length } as const;
  };
  if (form.intent === "add-group") {
    const group = (await groupChoices(db, new Date(form.from))).find(({ id }) => id === form.group);
    if (!group) return { ok: false, field: "group", reason: "gone" };
    const taken = await takeIn("group", [group.id], (groupId) => ({ groupId }));
    return taken.ok ? { ...taken, guests: 0 } : taken;
  }
  if (form.intent === "add-person") {
    const found = await findOrNamePerson(db, { search: form.person, chosen: form.personId, name: form.personName });
    if (!found.ok && found.reason === "several")
      return { ok: false, field: "person", reason: "several", choices: found.choices };
    if (!found.ok)
      return { ok: false, field: found.reason === "unknown" ? "person" : "personName", reason: found.reason };
    if (!found.person) return { ok: false, field: "person", reason: "nobody" };
    const taken = await takeIn("person", [found.person.id], (personId) => ({ personId }));
    return taken.ok ? { ...taken, guests: 0 } : taken;
  }
  const ofArea = form.area === "" ? [] : await municipalitiesOfArea(db, form.area);
  if (ofArea === null) return { ok: false, field: "area", reason: "gone" };
  const asked = [...new Set([...form.municipalities, ...ofArea])];
  if (asked.length === 0) return { ok: false, field: "municipalities", reason: "nobody" };
  const own = await ownMunicipalities(db, asked, form.from);
  if (own.length === 0) return { ok: false, field: "municipalities", reason: "none-in-region" };
  const taken = await takeIn("municipalities", own, (municipalityId) => ({ municipalityId }));
  return taken.ok ? { ...taken, guests: asked.length - own.length } : taken;
}

function present(who: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(who).filter((pair): pair is [string, string] => pair[1] !== null));
}
