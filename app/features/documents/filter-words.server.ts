import type { PlanSelection } from "~/features/communications-plan/plan-selection.view.server";
import { stateNames } from "~/features/communications-plan/plan-words";
import { m } from "~/i18n/messages/messages";

/** The filters that are set, in words: "Kanal: Webinar og fagdag. Ansvar: KS." */
export function filterWords({ filters, channels, options }: Omit<PlanSelection, "rows">): string {
  const named = (name: string, wanted: string[], words: { key: string; name: string }[]) => {
    const values = wanted.map((key) => words.find((one) => one.key === key)?.name ?? key);
    return values.length === 0 ? [] : [m.plan_document_filter({ name, values: values.join(", ") })];
  };
  const areas = options.areas.map(({ id, number, name }) => ({ key: id, name: `${number} ${name}` }));
  const states = options.states.map((state) => ({ key: state, name: stateNames[state]() }));
  return [
    ...(filters.search
      ? [m.plan_document_filter({ name: m.plan_document_filter_search(), values: filters.search })]
      : []),
    ...named(m.plan_channel(), filters.channels, channels),
    ...named(m.plan_responsible(), filters.responsible, options.responsible),
    ...named(m.plan_audience(), filters.audiences, options.audiences),
    ...named(m.plan_areas(), filters.areas, areas),
    ...named(m.plan_state(), filters.states, states),
  ].join(" ");
}
