import { type BoundAudience, readAudiences } from "~/domain/audiences/words";
import type { Whom } from "~/domain/automation/facts";
import { type AnyAudience, audienceChoices, resolveMany } from "~/features/audiences/audience.view.server";
import { audienceWordsFor } from "~/features/audiences/audience-words.view.server";
import { networkMembers } from "~/features/events/invite-whom";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Whom something is for: the audiences that are invited, as `inviteAudience` takes them (null: all contact persons).
 * `sure`: somebody has said so, or the words cannot mean others.
 */
export type Meant = { audiences: (string | null)[]; words: string; sure: boolean };

/** Words that mean the municipalities, whom their contact persons answer for. */
const municipalities = /kommun(?:e|ar|er|ane|ene|en)\b/i;
const contacts = /kontaktperson/i;

/** What words of "målgruppe" mean in the region. */
export type WhomBook = { bound: ReadonlyMap<string, BoundAudience>; names: ReadonlyMap<string, string> };

export async function whomBook(db: RegionDb): Promise<WhomBook> {
  const [bound, all] = [await audienceWordsFor(db), await audienceChoices(db)];
  return { bound, names: new Map(all.map(({ id, name }) => [id, name])) };
}

type Cell = { audience: string; audienceId: string | null };

/** The audience somebody has chosen, else those that the words have been bound to. */
function boundTo({ audience, audienceId }: Cell, { bound, names }: WhomBook): Meant | null {
  const chosen = audienceId !== null && names.has(audienceId) ? [audienceId] : null;
  const ids = chosen ?? readAudiences(audience, bound).flatMap(({ bound: meaning }) => meaning?.audienceId ?? []);
  const audiences = [...new Set(ids)];
  const words = audiences.map((id) => names.get(id) ?? "").join(", ");
  return audiences.length === 0 ? null : { audiences, words, sure: true };
}

const plain = (cell: string) => cell.replace(/\s+/g, " ").trim();

/** Whom a row of the plan is for: what is chosen or bound, else the contact persons where its words name them or the municipalities. */
export function meantByRow(row: Cell & { channel: string }, book: WhomBook): Meant {
  const bound = boundTo(row, book);
  if (bound) return bound;
  const words = m.automation_contact_persons();
  if (contacts.test(row.channel) || contacts.test(row.audience)) return { audiences: [null], words, sure: true };
  if (municipalities.test(row.audience)) return { audiences: [null], words, sure: false };
  return { audiences: [], words: plain(row.audience), sure: false };
}

/** Whom a network's gathering is for: its members, else what is bound to the words of its audience. */
export function meantByNetwork(network: Cell & { hasMembers: boolean }, book: WhomBook): Meant {
  if (network.hasMembers) return { audiences: [networkMembers], words: m.automation_members(), sure: true };
  return boundTo(network, book) ?? { audiences: [], words: plain(network.audience), sure: false };
}

/** Whom something is for, and the network it is of where it is a network's. */
export type MeantOf = { meant: Meant; networkId: string | null };

const keyOf = (audience: string | null, networkId: string | null) =>
  audience === networkMembers ? `network ${networkId}` : (audience ?? "all");

function audienceOf(audience: string | null, networkId: string | null): AnyAudience {
  if (audience === null) return { is: "contact-persons" };
  return audience === networkMembers
    ? { is: "members", networkId: networkId ?? "" }
    : { is: "audience", audienceId: audience };
}

/**
 * How many those are who get an invitation on a day (midnight UTC): each once, nobody who is held or wants none (M2,
 * M3). Everything is counted at once: the number of queries does not depend on how much it is.
 */
export async function countAll(db: RegionDb, day: Date, all: readonly MeantOf[]): Promise<(of: MeantOf) => Whom> {
  const wanted = new Map<string, AnyAudience>();
  for (const { meant, networkId } of all)
    for (const audience of meant.audiences) wanted.set(keyOf(audience, networkId), audienceOf(audience, networkId));
  const reached = await resolveMany(db, wanted, day, "invitations");
  return ({ meant: { audiences, words, sure }, networkId }) => {
    const people = audiences.flatMap((audience) => reached.get(keyOf(audience, networkId))?.people ?? []);
    const ids = [...new Set(people.map(({ personId, email }) => personId ?? email))];
    return { words, people: ids.length, ids, sure };
  };
}

/** The same of one. */
export async function countOne(db: RegionDb, day: Date, of: MeantOf): Promise<Whom> {
  return (await countAll(db, day, [of]))(of);
}
