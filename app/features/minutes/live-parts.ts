import type { LiveView } from "~/features/minutes/live.view.server";
import type { LiveItem } from "~/features/minutes/live-state.view.server";
import type { Writing } from "~/features/minutes/use-live";

/** What every part of the page of a meeting knows. */
export type LiveParts = {
  writing: Writing;
  view: LiveView;
  /** The items with what is written of them here. */
  items: LiveItem[];
  pathTo: (item?: string) => string;
  goTo: (id: string) => void;
};
