import { instantToLocal } from "~/domain/shared/local-time";

/** What a recipient is told of an event. Instants are ISO 8601. */
export type EventFacts = {
  title: string;
  description: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  place: string;
  link: string;
};

/** `programme` is no fact of the event: its editor says whether those who are invited are told of that. */
export type ChangeKind = "time" | "place" | "title" | "text" | "link" | "programme";
export type EventChange = { kinds: ChangeKind[]; dateMoved: boolean; asksAgain: boolean };

/** What is different between two states of one event. Time and place make everybody be asked again (C10). */
export function compareEvents(before: EventFacts, after: EventFacts): EventChange {
  const kinds: ChangeKind[] = [];
  const same = (a: string, b: string) => Date.parse(a) === Date.parse(b);
  if (!same(before.startsAt, after.startsAt) || !same(before.endsAt, after.endsAt)) kinds.push("time");
  if (before.place !== after.place) kinds.push("place");
  if (before.title !== after.title) kinds.push("title");
  if (before.description !== after.description) kinds.push("text");
  if (before.link !== after.link) kinds.push("link");
  const day = (facts: EventFacts) => instantToLocal(facts.startsAt, facts.zone).date;
  return {
    kinds,
    dateMoved: day(before) !== day(after),
    asksAgain: kinds.includes("time") || kinds.includes("place"),
  };
}

export type GivenAnswer = "accepted" | "declined" | "tentative" | null;

/**
 * What one invited person's calendar is told of a change: nothing, or the entry with this answer in it (C10).
 * Decliners hear of it only when the date moved, and keep their no; a change of time or place asks all others again.
 */
export function tellOf(
  answer: GivenAnswer,
  change: EventChange,
): "needs-action" | "accepted" | "declined" | "tentative" | null {
  if (change.kinds.length === 0) return null;
  if (answer === "declined") return change.dateMoved ? "declined" : null;
  if (change.asksAgain || answer === null) return "needs-action";
  return answer;
}
