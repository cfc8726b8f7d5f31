/** A group that is a member of another. */
export type GroupLink = { groupId: string; memberGroupId: string };

/** The members of a group, as far as they lead to something: an actor, or another group. */
export type ActorMember = { groupId: string; actorId: string | null; memberGroupId: string | null };

/**
 * The circle that would be if a group became a member of another: the groups in their order, from the one that takes
 * the member in, by the member and what is inside it, and back; null when there is none. A group in itself is a
 * circle of two names.
 */
export function circleOf(links: readonly GroupLink[], { groupId, memberGroupId }: GroupLink): string[] | null {
  const inside = membersOf(links);
  const seen = new Set<string>();
  const walk = (at: string, path: string[]): string[] | null => {
    if (at === groupId) return [...path, at];
    if (seen.has(at)) return null;
    seen.add(at);
    for (const next of inside.get(at) ?? []) {
      const found = walk(next, [...path, at]);
      if (found) return found;
    }
    return null;
  };
  return walk(memberGroupId, [groupId]);
}

/** A group and all that are inside it, however deep; each once, and a circle ends where it began. */
export function withGroupsInside(links: readonly GroupLink[], groupId: string): string[] {
  const inside = membersOf(links);
  const found = new Set([groupId]);
  for (const at of found) for (const next of inside.get(at) ?? []) found.add(next);
  return [...found];
}

/** The actors of every group that has any: those that are members, that persons represent, and of the groups inside. */
export function actorsOfGroups(members: readonly ActorMember[]): Map<string, string[]> {
  const links = members.flatMap(({ groupId, memberGroupId }) => (memberGroupId ? [{ groupId, memberGroupId }] : []));
  const own = new Map<string, string[]>();
  for (const { groupId, actorId } of members) if (actorId) own.set(groupId, [...(own.get(groupId) ?? []), actorId]);
  const result = new Map<string, string[]>();
  for (const groupId of new Set(members.map((member) => member.groupId))) {
    const actors = new Set(withGroupsInside(links, groupId).flatMap((id) => own.get(id) ?? []));
    if (actors.size > 0) result.set(groupId, [...actors]);
  }
  return result;
}

function membersOf(links: readonly GroupLink[]): Map<string, string[]> {
  const inside = new Map<string, string[]>();
  for (const { groupId, memberGroupId } of links) inside.set(groupId, [...(inside.get(groupId) ?? []), memberGroupId]);
  return inside;
}
