/** How many sections a plan may have. */
export const mostSections = 40;

/** A section in the form: `drop` when it is to be removed. */
export type SectionFields = { id: string; heading: string; body: string; drop: boolean };

/** The form of a plan's text as it was filled in. */
export type PlanFields = {
  version: string;
  from: string;
  to: string;
  preparedBy: string;
  introduction: string;
  sections: SectionFields[];
};
