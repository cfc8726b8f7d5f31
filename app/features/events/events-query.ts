import { isUuid } from "~/domain/shared/ids";
import { eventKinds } from "~/features/events/event-form.schema";

export const whens = ["coming", "past", "drafts"] as const;

/** What the list of events shows, as its address says. */
export type EventsQuery = {
  when: (typeof whens)[number];
  kinds: (typeof eventKinds)[number][];
  areas: string[];
  own: boolean;
};

/** Reads an address; what it cannot mean is left out. */
export function readEventsQuery(search: URLSearchParams): EventsQuery {
  const asked = new Set(search.getAll("kind"));
  return {
    when: whens.find((one) => one === search.get("when")) ?? "coming",
    kinds: eventKinds.filter((kind) => asked.has(kind)),
    areas: [...new Set(search.getAll("area"))].filter((id) => isUuid(id)).slice(0, 50),
    own: search.get("own") === "yes",
  };
}

/** The same as an address has it, "?when=past&kind=webinar"; empty where nothing is asked for. */
export function eventsSearch({ when, kinds, areas, own }: EventsQuery): string {
  const search = new URLSearchParams();
  if (when !== "coming") search.set("when", when);
  for (const kind of kinds) search.append("kind", kind);
  for (const area of areas) search.append("area", area);
  if (own) search.set("own", "yes");
  const words = search.toString();
  return words && `?${words}`;
}

export function isFiltered({ kinds, areas, own }: EventsQuery): boolean {
  return own || kinds.length + areas.length > 0;
}
