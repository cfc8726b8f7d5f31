/** What came of a case, as the product says it; null where nobody has said. */
export type ContentOutcome = "as_proposed" | "changed" | "noted" | "postponed" | "not_treated" | null;

/**
 * Somebody who was there, or should have been: a member, a guest. `substitute` met for her ("X for Y"); `reason` is of
 * an absence; `cameAt` and `leftAt` are the labels of the first case after coming late and after leaving.
 */
export type Attendee = {
  name: string;
  represents: string;
  substitute: string;
  chair: boolean;
  reason: string;
  cameAt: string;
  leftAt: string;
};

/** Something to be done after a decision; `dueOn` is an ISO day, or empty. */
export type ContentFollowUp = { words: string; responsible: string; dueOn: string };

/**
 * One case of a meeting, or a lettered item or bullet of one: `parts` are those. Texts are Markdown. `number` is
 * "14/2017", empty for the opening and for parts; `typedNumber` is what the notice said where that was wrong.
 * `closed` holds the legal basis of a closed case, else it is empty; its texts are then empty for those outside.
 */
export type ContentItem = {
  number: string;
  typedNumber: string;
  letter: string;
  kind: "opening" | "minutes" | "decision" | "information" | "other";
  title: string;
  closed: string;
  /** Who lays it before the meeting, in words; absent in what was frozen before it was written. */
  proposer?: string;
  presentation: string;
  proposal: string;
  notes: string;
  decision: string;
  outcome: ContentOutcome;
  /** Votes, where there was a vote; both null where it was unanimous or nobody voted. */
  votesFor: number | null;
  votesAgainst: number | null;
  /** Each with what she represents and why: "Rådmann, Lier (styremedlem)". */
  disqualified: string[];
  passedOnTo: string;
  followUps: ContentFollowUp[];
  parts: ContentItem[];
};

/**
 * A whole meeting of a governing body as data: what the minutes as a page, print, Word and frozen copy are made of, and
 * what reading such a document gives. `day` is an ISO day, `from` and `to` are "09.00" or empty.
 */
export type MinutesContent = {
  body: string;
  day: string;
  from: string;
  to: string;
  place: string;
  electronic: boolean;
  present: Attendee[];
  absent: Attendee[];
  secretariat: string;
  introduction: string;
  closing: string;
  items: ContentItem[];
};

/** A case with nothing said of it. */
export const emptyItem: ContentItem = {
  number: "",
  typedNumber: "",
  letter: "",
  kind: "decision",
  title: "",
  closed: "",
  presentation: "",
  proposal: "",
  notes: "",
  decision: "",
  outcome: null,
  votesFor: null,
  votesAgainst: null,
  disqualified: [],
  passedOnTo: "",
  followUps: [],
  parts: [],
};

/** Every case and part of some cases, each before its parts. */
export function allItems(items: readonly ContentItem[]): ContentItem[] {
  return items.flatMap((item) => [item, ...allItems(item.parts)]);
}
