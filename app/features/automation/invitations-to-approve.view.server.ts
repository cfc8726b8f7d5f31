import { can, type HeldRole } from "~/domain/auth/permissions";
import { networksWithMembers } from "~/features/automation/automation.db.server";
import { cellsOf, type WaitingInvitationRow, waitingInvitations } from "~/features/automation/due.db.server";
import type { WaitingInvitation } from "~/features/automation/waiting.view.server";
import { countAll, type Meant, meantByNetwork, meantByRow, whomBook } from "~/features/automation/whom.server";
import { draftsWithActors } from "~/features/events/event-actors.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What waits for a yes: an invitation to a draft, and not one that a person sends herself. */
const isAsked = ({ reason }: WaitingInvitationRow) => reason === "approval" || reason === "many";

/** The invitations a rule waits for a yes to, of the drafts this person may invite to. */
async function asked(db: RegionDb, roles: readonly HeldRole[]) {
  const actorIds = roles.flatMap(({ actorId }) => actorId ?? []);
  if (!can(roles, "events.invite", { actorIds })) return [];
  const rows = (await waitingInvitations(db)).filter(({ reason }) => reason === "approval");
  const drafts = await draftsWithActors(
    db,
    rows.map(({ eventId }) => eventId),
    { all: can(roles, "events.invite") },
  );
  return rows.flatMap((row) => {
    const draft = drafts.get(row.eventId);
    return draft && can(roles, "events.invite", draft) ? [{ ...row, title: draft.title }] : [];
  });
}

/** How many those are. */
export async function countInvitationsToApprove(db: RegionDb, roles: readonly HeldRole[]): Promise<number> {
  return (await asked(db, roles)).length;
}

/** Those, with whom they go to as it stands on a day. */
export async function invitationsToApprove(
  db: RegionDb,
  { roles, today }: { roles: readonly HeldRole[]; today: string },
): Promise<WaitingInvitation[]> {
  return described(db, await asked(db, roles), today);
}

/** What waits for a yes of one event; null when nothing does. */
export async function invitationOfEvent(
  db: RegionDb,
  { eventId, today }: { eventId: string; today: string },
): Promise<WaitingInvitation | null> {
  const rows = (await waitingInvitations(db, eventId)).filter(isAsked);
  const [first = null] = await described(
    db,
    rows.slice(0, 1).map((row) => ({ ...row, title: row.about.subject })),
    today,
  );
  return first;
}

/** Each with whom it is for and how many they are, in a number of queries that does not depend on how many wait. */
async function described(
  db: RegionDb,
  rows: readonly (WaitingInvitationRow & { title: string })[],
  today: string,
): Promise<WaitingInvitation[]> {
  if (rows.length === 0) return [];
  const day = new Date(today);
  const meantOf = await meantOfRows(db, rows, day);
  const found = rows.map((row) => {
    const meant = meantOf(row.about);
    return { row, of: meant && { meant, networkId: row.about.networkId ?? null } };
  });
  const count = await countAll(
    db,
    day,
    found.flatMap(({ of }) => of ?? []),
  );
  return found.map(({ row: { id, key, rule, eventId, title, at, reason }, of }) => ({
    ...{ key, dueId: id, rule, eventId, title, at: at.toISOString() },
    ...{ audience: of?.meant.words ?? "", recipients: of ? count(of).people : 0 },
    waitsFor: reason === "many" ? "many" : "approval",
  }));
}

/** Whom what rules make is for, by the row of the plan or the network it is of. */
async function meantOfRows(db: RegionDb, rows: readonly WaitingInvitationRow[], day: Date) {
  const book = await whomBook(db);
  const cells = await cellsOf(db, {
    rowIds: rows.flatMap(({ about }) => about.planRowId ?? []),
    networkIds: rows.flatMap(({ about }) => about.networkId ?? []),
  });
  const withMembers = cells.networks.length > 0 ? await networksWithMembers(db, day) : new Set<string>();
  return ({ planRowId, networkId }: WaitingInvitationRow["about"]): Meant | null => {
    const row = cells.rows.find(({ id }) => id === planRowId);
    if (row) return meantByRow(row, book);
    const network = cells.networks.find(({ id }) => id === networkId);
    return network ? meantByNetwork({ ...network, hasMembers: withMembers.has(network.id) }, book) : null;
  };
}
