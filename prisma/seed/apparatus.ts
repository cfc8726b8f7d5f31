import type { ActorKind, ActorTier } from "~/domain/actors/words";
import type { Whom } from "~/domain/audiences/rule";
import type { GroupKind, GroupPart } from "~/domain/groups/words";
import { addActorPerson } from "~/features/actors/change-people.server";
import { addActor, changeActor } from "~/features/actors/keep-actor.server";
import { bindWords } from "~/features/audiences/bind-words.server";
import { addPart } from "~/features/audiences/change-rule.server";
import { newAudience } from "~/features/audiences/keep-audience.server";
import { bindName } from "~/features/groups/bind-name.server";
import { addMember } from "~/features/groups/change-members.server";
import { newGroup } from "~/features/groups/keep-group.server";
import { saveArea } from "~/features/municipalities/save-area.server";
import { addMembers } from "~/features/networks/add-network-members.server";
import { editNetwork } from "~/features/networks/save-network.server";
import { ensureNamed } from "~/features/people/ensure-named.server";
import { nameForRole } from "~/features/people/name-person.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Described = {
  name: string;
  shortName: string;
  kind: ActorKind;
  tier: ActorTier;
  /** Other ways it is written. */
  aliases?: string[];
  /** Those who work there, by what they are there. */
  people?: { title: string; name: string; email: string }[];
  units?: { name: string; shortName: string; aliases?: string[]; people?: Described["people"] }[];
};

/** A group, whose it is, and who is in it: people by address, actors by name, other groups by name. */
type DescribedGroup = {
  name: string;
  kind: GroupKind;
  purpose: string;
  actor: string | null;
  aliases?: string[];
  members: { part?: GroupPart; person?: string; actor?: string; group?: string }[];
};

/** What a region says of its support apparatus beside what its plan has. */
export type Apparatus = {
  actors: Described[];
  groups: DescribedGroup[];
  /** Who leads networks, and of which actor or unit. */
  leader: { name: string; email: string; actor: string };
  audience: string;
  /** Audiences of an area's contact persons, and the words of plan and networks that mean them. */
  audiences?: { name: string; area: string; words: string[] }[];
  /** Who is in networks since when, as whole areas, and which networks everybody may see. */
  networks?: { since: string; members: { areas: string[]; names: string[] }[]; open: string[] };
  /** Counties that take part in an area or circle as such. */
  counties?: { area: string; names: string[] };
};

/** Throws when a command refuses: the demo is then wrong. */
function done<R extends { ok: boolean }>(result: R): Extract<R, { ok: true }> {
  if (!result.ok) throw new Error(`The demo was refused: ${JSON.stringify(result)}`);
  return result as Extract<R, { ok: true }>;
}

/** Says it all through the commands a coordinator has; what the plan imported is found by name. */
export async function seedApparatus(
  db: RegionDb,
  { actors, groups, leader, audience, audiences = [], networks, counties }: Apparatus,
  today: Date,
) {
  const ids = new Map<string, string>();
  const open = { first: null, last: null };
  for (const { people = [], units = [], aliases = [], ...own } of actors) {
    const found = await db.actor.findFirst({ where: { name: own.name, parentId: null } });
    const { role = "", responsibility = "", web = "", version = 0 } = found ?? {};
    const input = { role, responsibility, web, parentId: null, aliases: aliases.join("\n"), ...open, ...own };
    const id = found?.id ?? done(await addActor(db, input)).id;
    if (found) done(await changeActor(db, { ...input, id, version }));
    ids.set(own.name, id);
    await work(db, id, people);
    for (const { people: there = [], aliases: also = [], ...unit } of units) {
      const wish = { ...own, ...unit, role: "", responsibility: "", web: "", ...open, parentId: id };
      const made = done(await addActor(db, { ...wish, aliases: also.join("\n") }));
      ids.set(unit.name, made.id);
      await work(db, made.id, there);
    }
  }
  if (counties) await seedCounties(db, counties, today);
  const known = (name: string) => ids.get(name) ?? null;
  for (const { members, aliases = [], actor, ...group } of groups) {
    const { id: groupId } = done(await newGroup(db, { ...group, ...open, actorId: actor && known(actor) }));
    ids.set(group.name, groupId);
    for (const shown of aliases) done(await bindName(db, { shown, actorId: null, groupId }));
    for (const { part = "member", person, actor: of, group: inside } of members) {
      const member = {
        personId: person ? (await db.person.findFirstOrThrow({ where: { email: person } })).id : null,
        memberGroupId: inside ? known(inside) : null,
        actorId: of ? known(of) : null,
        municipalityId: null,
      };
      done(await addMember(db, { groupId, member, part, ...open }));
    }
  }
  await nameForRole(db, leader, {
    kind: "network_leader",
    actorId: known(leader.actor),
    validFrom: today,
    validTo: null,
  });
  await seedAudience(db, audience, { kind: "contact_persons" });
  for (const { name, area, words } of audiences) {
    const { id: areaId } = await db.area.findFirstOrThrow({ where: { name: area } });
    const audienceId = await seedAudience(db, name, { kind: "area", areaId });
    for (const each of words) done(await bindWords(db, { words: each, audienceId }));
  }
  if (networks) await seedNetworks(db, networks);
}

async function seedAudience(db: RegionDb, name: string, whom: Whom): Promise<string> {
  const { id } = done(await newAudience(db, { name, description: "" }));
  done(await addPart(db, { audienceId: id, version: 0, excludes: false, whom }));
  return id;
}

async function seedNetworks(db: RegionDb, { since, members, open }: NonNullable<Apparatus["networks"]>) {
  const named = (name: string) => db.network.findFirstOrThrow({ where: { name }, include: { priorityAreas: true } });
  for (const { areas, names } of members)
    for (const name of names)
      for (const areaName of areas) {
        const { id: networkId } = await named(name);
        const { id: area } = await db.area.findFirstOrThrow({ where: { name: areaName } });
        const form = { intent: "add-municipalities" as const, municipalities: [], area, from: since, last: null };
        done(await addMembers(db, { networkId, form }));
      }
  const roles = [{ kind: "coordinator" as const, actorId: null, municipalityId: null }];
  for (const name of open) {
    const network = await named(name);
    const { priorityAreas, ...own } = network;
    const areaIds = priorityAreas.map(({ priorityAreaId }) => priorityAreaId);
    const form = { ...own, open: true, contact: "", operatorIds: [], areaIds };
    done(await editNetwork(db, { id: network.id, form, roles }));
  }
}

async function work(db: RegionDb, actorId: string, people: { title: string; name: string; email: string }[]) {
  for (const { title, ...person } of people) {
    const { personId } = await ensureNamed(db, person);
    done(await addActorPerson(db, { actorId, personId, title, first: null, last: null }));
  }
}

async function seedCounties(db: RegionDb, { area: name, names }: NonNullable<Apparatus["counties"]>, today: Date) {
  const area = await db.area.findFirstOrThrow({ where: { name }, include: { municipalities: true } });
  const { id, kind, description, version } = area;
  const own = area.municipalities.map(({ municipalityId }) => municipalityId);
  const input = { name, kind, description, version, counties: names, own, others: [] };
  done(await saveArea(db, { id, input, today }));
}
