/** Field names of the form, by the number of a case or the place of a person in the list. */
export const minutesFields = {
  keepYear: (number: string) => `year.${number}`,
  decided: (number: string) => `decided.${number}`,
  passOn: (number: string) => `pass.${number}`,
  place: (index: number) => `place.${index}`,
};

/** What is chosen for a body that the region does not have yet. */
export const newBodyChoice = "new";
