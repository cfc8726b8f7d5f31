import { audiencesIn } from "~/domain/audiences/words";
import { standingOf } from "~/domain/networks/membership";
import { readStage, type Stage } from "~/domain/networks/stage";
import { lastDay } from "~/domain/people/role-span";
import { instantToLocal } from "~/domain/shared/local-time";
import { historyOf } from "~/features/audit/history.view.server";
import { groupChoices } from "~/features/groups/group-members.view.server";
import { areaChoices } from "~/features/municipalities/areas.view.server";
import { nameOf } from "~/features/networks/end-network-members.server";
import { type Gatherings, gatheringsOf } from "~/features/networks/gatherings.view.server";
import { actorBook, operatorIds, operatorsOf, withParents } from "~/features/networks/network-actors.view.server";
import { dayWithYear } from "~/features/networks/network-days";
import { membersOf, municipalityChoices } from "~/features/networks/network-members.db.server";
import { stageNames, stageTones } from "~/features/networks/network-words";
import { audienceOfWords, findNetwork, listAudiences, listPriorityAreas } from "~/features/networks/networks.db.server";
import { areasOf, yearOf } from "~/features/networks/networks.view.server";
import { readTiming, type TimingReading } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

type Asked = { id: string; today: string; now: Date };

/** One network: its columns and what they mean, its members, gatherings and history; null when there is none. */
export async function networkView(db: RegionDb, { id, today, now }: Asked) {
  const network = await findNetwork(db, id);
  if (!network) return null;
  const [book, areas] = [await actorBook(db), await listPriorityAreas(db)];
  const members = await membersView(db, id, today);
  const runBy = operatorIds(network, book);
  // A cell of several wordings means several audiences, and none of them alone.
  const [only, ...others] = audiencesIn(network.audience);
  const read = only && others.length === 0 ? await audienceOfWords(db, only.key) : null;
  const audience = network.boundAudience ?? read;
  const reading = readTiming(network.form, yearOf(today));
  const gatherings = await gatheringsOf(db, id, now);
  return {
    id: network.id,
    name: network.name,
    status: network.status,
    stage: stageTag(network.stage ?? readStage(network.status)),
    words: network.operators,
    operators: operatorsOf(network, book),
    actorIds: withParents(runBy, book),
    audienceWords: network.audience,
    audience,
    areas: areasOf(network, areas),
    areasChosen: network.priorityAreas.length > 0,
    theme: network.theme,
    form: network.form,
    benefit: network.benefit,
    links: network.links,
    contact: network.contactPerson,
    open: network.open,
    reading,
    period: yearOf(today),
    today,
    members,
    gatherings,
    proposable: wantsDates(reading, today, gatherings),
    history: await historyOf(db, {
      id,
      subjects: ["network"],
      parts: { subjects: ["network-member"], field: "networkId" },
    }),
  };
}

/** Whether days can be found for it: it has a cadence, or a window that is not over and that nothing is set in. */
function wantsDates({ cadences, windows }: TimingReading, today: string, { coming, past }: Gatherings): boolean {
  const held = [...coming, ...past].map(({ startsAt, zone }) => instantToLocal(startsAt, zone).date);
  const isEmpty = ({ from, to }: { from: string; to: string }) => !held.some((day) => day >= from && day <= to);
  return cadences.length > 0 || windows.some((window) => window.to > today && isEmpty(window));
}

export type NetworkView = NonNullable<Awaited<ReturnType<typeof networkView>>>;

const stageTag = (stage: Stage | null) => stage && { words: stageNames[stage](), tone: stageTones[stage] };

/** Who is in a network, coming ones included, and who has been; each by kind and name. */
async function membersView(db: RegionDb, networkId: string, today: string) {
  const kinds = ["municipality", "group", "person"] as const;
  const members = (await membersOf(db, networkId))
    .map((member) => ({
      id: member.id,
      kind: member.municipalityId ? kinds[0] : member.groupId ? kinds[1] : kinds[2],
      name: nameOf(member),
      number: member.municipality?.municipality.number ?? null,
      groupId: member.groupId,
      email: member.person?.email ?? null,
      from: member.stay.from,
      last: lastDay(member.stay) ?? member.stay.to,
      joined: dayWithYear(member.stay.from),
      left: dayOrNull(lastDay(member.stay) ?? member.stay.to),
      standing: standingOf(member.stay, today),
    }))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.name.localeCompare(b.name, "nb"));
  return {
    present: members.filter(({ standing }) => standing !== "left"),
    past: members.filter(({ standing }) => standing === "left"),
  };
}

/** The members for somebody who does not keep the network: addresses of people are for those who do. */
export function withoutAddresses({ present, past }: NetworkView["members"]): NetworkView["members"] {
  const without = (all: NetworkMember[]) => all.map((member) => ({ ...member, email: null }));
  return { present: without(present), past: without(past) };
}

const dayOrNull = (day: string | null) => day && dayWithYear(day);

export type NetworkMember = NetworkView["members"]["present"][number];

/** What members can be chosen among. */
export async function memberChoices(db: RegionDb, today: string) {
  return {
    municipalities: await municipalityChoices(db, today),
    areas: await areaChoices(db),
    groups: await groupChoices(db, new Date(today)),
  };
}

export type MemberChoices = Awaited<ReturnType<typeof memberChoices>>;

/** What the columns of a network can be chosen among. */
export async function networkFormChoices(db: RegionDb) {
  const book = await actorBook(db);
  return {
    actors: book.actors.map(({ id, name, tier }) => ({
      id,
      name,
      outside: tier === "outside",
      actorIds: withParents([id], book),
    })),
    areas: await listPriorityAreas(db),
    audiences: await listAudiences(db),
  };
}

export type NetworkChoices = Awaited<ReturnType<typeof networkFormChoices>>;

/** A network as its form needs it; null when there is none. */
export async function networkToEdit(db: RegionDb, id: string) {
  const network = await findNetwork(db, id);
  if (!network) return null;
  const { name, operators, status, stage, audience, audienceId, theme, form, benefit, links, open, version } = network;
  return {
    id,
    name,
    readStage: readStage(status),
    operatorIds: network.runBy.map(({ actorId }) => actorId),
    areaIds: network.priorityAreas.map(({ priorityAreaId }) => priorityAreaId),
    open,
    values: {
      ...{ name, operators, status, audience, theme, form, benefit },
      version: String(version),
      stage: stage ?? "",
      audienceId: audienceId ?? "",
      links: links.join("\n"),
      contact: network.contactPerson?.email ?? "",
      contactPersonId: network.contactPersonId ?? "",
    } as Record<string, string>,
  };
}
