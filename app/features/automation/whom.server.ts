import { type BoundAudience, readAudiences } from "~/domain/audiences/words";
import type { Whom } from "~/domain/automation/facts";
import {
  audienceChoices,
  resolveAudience,
  resolveContactPersons,
  resolveMembers,
} from "~/features/audiences/audience.view.server";
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

/** How many those are who get an invitation on a day: each once, nobody who is held or wants none (M2, M3). */
export type Counter = (meant: Meant, networkId: string | null) => Promise<Whom>;

/** Counts each audience once, however many rows it is of. */
export function counterFor(db: RegionDb, day: Date): Counter {
  const known = new Map<string, Promise<string[]>>();
  const reached = (audience: string | null, networkId: string | null) => {
    const key = audience === networkMembers ? `network ${networkId}` : (audience ?? "all");
    const found = known.get(key) ?? read(audience, networkId);
    known.set(key, found);
    return found;
  };
  const read = async (audience: string | null, networkId: string | null) => {
    const scope = "invitations" as const;
    const { people } =
      audience === null
        ? await resolveContactPersons(db, day, scope)
        : audience !== networkMembers
          ? await resolveAudience(db, audience, day, scope)
          : await resolveMembers(db, networkId ?? "", day, scope);
    return people.map(({ personId, email }) => personId ?? email);
  };
  return async ({ audiences, words, sure }, networkId) => {
    const all = new Set<string>();
    for (const audience of audiences) for (const one of await reached(audience, networkId)) all.add(one);
    return { words, people: all.size, ids: [...all], sure };
  };
}
