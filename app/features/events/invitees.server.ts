import { isoDay } from "~/domain/shared/days";
import {
  type AudienceMember,
  resolveAudience,
  resolveContactPersons,
  resolveMembers,
  resolveSeats,
} from "~/features/audiences/audience.view.server";
import { bodyMembersOn } from "~/features/bodies/body-members.view.server";
import { bodyMembers, networkMembers } from "~/features/events/invite-whom";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Who is to be invited to an event today (midnight UTC) through an audience, as members of the network that holds it
 * (`networkMembers`), as members
 * of the governing body whose meeting it is (`bodyMembers`), or as all contact persons (null): those who have no invitation that stands, and apart from them
 * those who are left out and why. A held address, and one who wants no invitations, is never among the invited.
 */
export async function inviteesOf(
  db: RegionDb,
  {
    audienceId,
    networkId,
    bodyId,
    today,
    invited,
  }: {
    audienceId: string | null;
    networkId: string | null;
    bodyId: string | null;
    today: Date;
    invited: ReadonlySet<string>;
  },
) {
  const found = await reached();
  const isInvited = ({ personId }: AudienceMember) => personId !== null && invited.has(personId);
  const people = found.people.filter((each) => !isInvited(each));
  return {
    people: people.sort((a, b) => placeOf(a).localeCompare(placeOf(b), "nb")),
    already: found.people.length - people.length,
    held: found.held.filter((each) => !isInvited(each)),
    optedOut: found.optedOut.filter((each) => !isInvited(each)),
    vacant: found.vacant,
    /** Everybody in it, those who are left out too. */
    inIt: new Set([...found.people, ...found.held, ...found.optedOut].flatMap(({ personId }) => personId ?? [])),
  };

  async function reached() {
    if (audienceId === null) return resolveContactPersons(db, today, "invitations");
    if (audienceId === bodyMembers) return membersOfBody();
    if (audienceId !== networkMembers) return resolveAudience(db, audienceId, today, "invitations");
    if (networkId === null) throw new Error("No network holds the event");
    return resolveMembers(db, networkId, today, "invitations");
  }

  async function membersOfBody() {
    if (bodyId === null) throw new Error("The event is no meeting of a governing body");
    return resolveSeats(db, await bodyMembersOn(db, bodyId, isoDay(today)), today, "invitations");
  }
}

/** What somebody stands for in a list: her municipality, else her name. */
export function placeOf({ municipalityName, name }: Pick<AudienceMember, "municipalityName" | "name">): string {
  return municipalityName ?? name;
}
