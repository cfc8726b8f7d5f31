import type { Waker } from "~/features/events/event-wakes.server";
import { forgetNeeds } from "~/features/events/forget-needs.server";
import { forgetReplies } from "~/features/events/forget-replies.server";
import { markHeld } from "~/features/events/mark-held.server";
import { remind } from "~/features/events/remind.server";
import { askFeedback } from "~/features/feedback/feedback-request.server";
import { wakeRegistrations } from "~/features/registrations/wake-registrations.server";

/** Everything an event does by itself; each word that has something to do adds it here. */
export const wakers: readonly Waker[] = [markHeld, remind, forgetNeeds, forgetReplies, wakeRegistrations, askFeedback];
