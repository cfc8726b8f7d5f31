import type { Waker } from "~/features/events/event-wakes.server";
import { markHeld } from "~/features/events/mark-held.server";
import { askFeedback } from "~/features/feedback/feedback-request.server";

/** Everything an event does by itself; each word that has something to do adds it here. */
export const wakers: readonly Waker[] = [markHeld, askFeedback];
