import { type Language, type Words, wordsIn } from "./words";

/** What stands against an issue going out as it is. */
export type IssueFault =
  /** It has no subject in any language. */
  | { fault: "subject" }
  /** Nothing is included that says anything. */
  | { fault: "nothing" }
  /** An image without alternative text. */
  | { fault: "alt"; itemId: string }
  /** A piece without a heading, where one is needed. */
  | { fault: "heading"; itemId: string };

type FaultItem = {
  id: string;
  kind: string;
  included: boolean;
  heading: Words;
  body: Words;
  imageId: string | null;
  imageAlt: Words;
};

const empty = (words: Words) => wordsIn(words, "nb") === "";

/** The faults of an issue, in the order of its pieces; an issue without any may be approved. */
export function faultsOf({ subject, items }: { subject: Words; items: readonly FaultItem[] }): IssueFault[] {
  const shown = items.filter(({ included }) => included);
  const says =
    shown.some(({ kind, heading, body }) => !(kind === "introduction" && empty(body)) && !empty(heading ?? {})) ||
    shown.some(({ body }) => !empty(body));
  return [
    ...(empty(subject) ? [{ fault: "subject" as const }] : []),
    ...(says ? [] : [{ fault: "nothing" as const }]),
    ...shown.flatMap(({ id, kind, heading, imageId, imageAlt }): IssueFault[] => [
      ...(kind !== "introduction" && empty(heading) ? [{ fault: "heading" as const, itemId: id }] : []),
      ...(imageId !== null && empty(imageAlt) ? [{ fault: "alt" as const, itemId: id }] : []),
    ]),
  ];
}

/** Those of an issue's languages in which somebody has not written what a person writes: its subject and introduction. */
export function languagesMissing(
  { subject, items }: { subject: Words; items: readonly Pick<FaultItem, "kind" | "included" | "body">[] },
  languages: readonly Language[],
): Language[] {
  const introduction = items.find(({ kind, included }) => kind === "introduction" && included);
  const written = [subject, ...(introduction && !empty(introduction.body) ? [introduction.body] : [])];
  return languages.filter((language) => written.some((words) => !words[language]?.trim()));
}
