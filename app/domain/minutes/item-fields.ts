import type { Fields } from "~/domain/minutes/field-merge";
import { type Outcome, outcomes } from "~/domain/minutes/taking-part";

/** What is written of an item while the meeting is held. */
export type ItemRecord = {
  outcome: Outcome | null;
  decision: string;
  notes: string;
  unanimous: boolean | null;
  votesFor: number | null;
  votesAgainst: number | null;
  passOnToId: string | null;
  disqualified: readonly { presenceId: string; reason: string }[];
};

/** How long texts may be. Characters. */
export const longest = { decision: 20_000, notes: 20_000, reason: 200, words: 500, name: 200 };

/** The fields of a disqualification: whether somebody is, and why. */
export const outField = (presenceId: string) => `out.${presenceId}`;
export const whyField = (presenceId: string) => `why.${presenceId}`;

/** An item as the fields it is written in; `presenceIds` are those who could be disqualified. */
export function fieldsOfItem(item: ItemRecord, presenceIds: readonly string[]): Fields {
  const out = new Map(item.disqualified.map(({ presenceId, reason }) => [presenceId, reason]));
  const number = (value: number | null) => (value === null ? "" : String(value));
  return {
    outcome: item.outcome ?? "",
    decision: item.decision,
    notes: item.notes,
    unanimous: item.unanimous === null ? "" : item.unanimous ? "yes" : "no",
    votesFor: number(item.votesFor),
    votesAgainst: number(item.votesAgainst),
    passOnToId: item.passOnToId ?? "",
    ...Object.fromEntries(
      presenceIds.flatMap((id) => [
        [outField(id), out.has(id) ? "yes" : ""],
        [whyField(id), out.get(id) ?? ""],
      ]),
    ),
  };
}

/** What one field means; undefined for what it cannot be. */
export const readItemField = {
  outcome: (text: string) => (text === "" ? null : outcomes.find((each) => each === text)),
  unanimous: (text: string) => ({ "": null, yes: true, no: false })[text],
  votes: (text: string) => (text.trim() === "" ? null : /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined),
};

/** Somebody's presence as the fields it is written in. */
export type PresenceRecord = {
  name: string;
  represents: string;
  state: "unknown" | "present" | "absent";
  reason: string;
  substitute: string;
  chair: boolean;
  cameAtId: string | null;
  leftAtId: string | null;
};

export function fieldsOfPresence(presence: PresenceRecord): Fields {
  return {
    name: presence.name,
    represents: presence.represents,
    state: presence.state,
    reason: presence.reason,
    substitute: presence.substitute,
    chair: presence.chair ? "yes" : "",
    cameAtId: presence.cameAtId ?? "",
    leftAtId: presence.leftAtId ?? "",
  };
}

export type FollowUpRecord = { words: string; responsible: string; dueOn: string };

export function fieldsOfFollowUp({ words, responsible, dueOn }: FollowUpRecord): Fields {
  return { words, responsible, dueOn };
}
