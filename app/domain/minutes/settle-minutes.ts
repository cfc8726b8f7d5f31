import type { ContentItem, MinutesContent } from "./minutes-content";

/**
 * What a person has said of the doubts of minutes that were read.
 *
 * keepYear    the numbers whose wrong year stands, as "18/2017" is labelled
 * decided     by the number of a case with a proposal and no decision: the proposal was decided, with or without
 *             changes; a case that is not here stays undecided
 * passOn      by the number of a case: the body it goes on to, or "" for none
 */
export type MinutesChoices = {
  keepYear: readonly string[];
  decided: Readonly<Record<string, "as_proposed" | "changed">>;
  passOn: Readonly<Record<string, string>>;
};

/** Read minutes with the doubts settled. A case that is not spoken of is as it was read. */
export function settleMinutes(content: MinutesContent, choices: MinutesChoices): MinutesContent {
  return { ...content, items: content.items.map(settle) };

  function settle(item: ContentItem): ContentItem {
    const decided = item.decision === "" ? choices.decided[item.number] : undefined;
    return {
      ...item,
      ...(choices.keepYear.includes(item.number) && item.typedNumber && { number: item.typedNumber, typedNumber: "" }),
      ...(decided && { decision: item.proposal, outcome: decided }),
      passedOnTo: choices.passOn[item.number] ?? item.passedOnTo,
    };
  }
}
