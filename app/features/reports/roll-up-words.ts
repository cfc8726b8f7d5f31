import { definitionOf, ownFigure } from "~/domain/reports/figure-definitions";
import { figureWords } from "~/features/reports/figure-words";
import { m } from "~/i18n/messages/messages";

type Named = { definition: string; label: string; key: string };

/** What a figure is called, and what is counted; one that is typed or that nobody here knows keeps its own words. */
export function figureNames({ definition, label, key }: Named): { name: string; is: string } {
  const known = definitionOf(definition);
  if (known) return { name: figureWords[known.key].label(), is: figureWords[known.key].is() };
  const name = label || key;
  return { name, is: definition === ownFigure ? "" : m.reports_roll_up_unknown_definition({ definition }) };
}

/** Units whose figures of several regions add up: nobody and nothing is counted in two of them. */
const adding = new Set(["times", "events", "attendances", "networks", "issues", "cases", "activities"]);

/** Whether the figures of several regions add up to one. */
export function addsUp(definition: string): boolean {
  const known = definitionOf(definition);
  return known !== null && adding.has(known.unit);
}
