import type { MinutesDoubt } from "~/domain/minutes/read-minutes";
import { m } from "~/i18n/messages/messages";

/** What a person must look at in minutes that were read, as a sentence, by the words it is about. */
export const doubtWords: Record<MinutesDoubt["code"], (words: string) => string> = {
  "no-body": () => m.documents_minutes_doubt_no_body(),
  "no-day": () => m.documents_minutes_doubt_no_day(),
  "no-cases": () => m.documents_minutes_no_cases(),
  attendee: (words) => m.documents_minutes_doubt_attendee({ words }),
  "wrong-year": (words) => m.documents_minutes_doubt_wrong_year({ words }),
  "number-double": (words) => m.documents_minutes_doubt_double({ words }),
  "number-order": (words) => m.documents_minutes_doubt_order({ words }),
  "proposal-only": () => m.documents_minutes_doubt_proposal_only(),
  "no-decision": () => m.documents_minutes_doubt_no_decision(),
  cut: () => m.documents_minutes_doubt_cut(),
  unfinished: (words) => m.documents_minutes_doubt_unfinished({ words }),
  attachment: (words) => m.documents_minutes_doubt_attachment({ words }),
};
