/** What an invitation is found by that goes at a later time: nobody has been told of it, and it may be taken back yet. */
export const plannedInvitation = (now: Date) => ({
  deliveries: {
    some: { kind: "event-invitation", state: "queued" as const, dueAt: { gt: now }, attempts: 0 },
    every: { state: { in: ["queued" as const, "dropped" as const] } },
  },
});
