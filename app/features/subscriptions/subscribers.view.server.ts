import { isUuid } from "~/domain/shared/ids";
import { todayIn } from "~/features/regions/today";
import { type Because, newsletterRecipients } from "~/features/subscriptions/recipients.view.server";
import { findNewsletter, subscribersOf } from "~/features/subscriptions/subscriptions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

const pageSize = 50;

/** What a list of the page shows: those who get it by a role or by subscription, and those who do not, and why. */
export const shownLists = ["role", "subscribers", "pending", "left", "apart"] as const;
export type ShownList = (typeof shownLists)[number];

export type SubscriberRow = {
  personId: string;
  name: string;
  email: string;
  municipality: string | null;
  language: "nb" | "nn" | "en" | null;
  because: Because | null;
  /** When she said what she has said of it, as a local day. */
  day: string | null;
  /** Why she does not get it. */
  apart: "opted-out" | "bounced" | "by_hand" | "complained" | null;
};

/** Who gets a newsletter today, by role and by subscription, who waits, has left or is left out; fifty at a time. */
export async function subscribersView(
  db: RegionDb,
  { id, list, after, today, zone }: { id: string; list: ShownList; after: string | null; today: string; zone: string },
) {
  const newsletter = isUuid(id) ? await findNewsletter(db, id) : null;
  if (!newsletter) return null;
  const recipients = await newsletterRecipients(db, id, new Date(today));
  const said = await subscribersOf(db, id);
  const dayOf = new Map(
    said.map(({ person, state, askedAt, confirmedAt, leftAt }) => {
      const at = state === "left" ? leftAt : state === "active" ? confirmedAt : askedAt;
      return [person.id, at && todayIn(zone, at)];
    }),
  );
  const rowOf = (each: (typeof recipients.people)[number], apart: SubscriberRow["apart"] = null): SubscriberRow => ({
    personId: each.personId,
    name: each.name,
    email: each.email,
    municipality: each.municipalityName,
    language: each.locale,
    because: each.because,
    day: dayOf.get(each.personId) ?? null,
    apart,
  });
  const saidRow = ({ person: { id: personId, name, email } }: (typeof said)[number]): SubscriberRow => {
    const nothing = { municipality: null, language: null, because: null, apart: null };
    return { personId, name, email, ...nothing, day: dayOf.get(personId) ?? null };
  };
  const lists: Record<ShownList, SubscriberRow[]> = {
    role: recipients.people.filter(({ because }) => because !== "subscriber").map((each) => rowOf(each)),
    subscribers: recipients.people.filter(({ because }) => because === "subscriber").map((each) => rowOf(each)),
    pending: said.filter(({ state }) => state === "pending").map(saidRow),
    left: said.filter(({ state }) => state === "left").map(saidRow),
    apart: [
      ...recipients.held.map(({ reason, ...each }) => rowOf(each, reason)),
      ...recipients.optedOut.map((each) => rowOf(each, "opted-out")),
    ],
  };
  const rows = lists[list];
  const start = after === null ? 0 : rows.findIndex(({ personId }) => personId === after) + 1;
  const page = rows.slice(start, start + pageSize);
  return {
    newsletter: { id: newsletter.id, name: newsletter.name, open: newsletter.open },
    list,
    rows: page,
    start,
    total: rows.length,
    next: start + pageSize < rows.length ? (page.at(-1)?.personId ?? null) : null,
    counts: {
      role: lists.role.length,
      subscribers: lists.subscribers.length,
      pending: lists.pending.length,
      left: lists.left.length,
      apart: lists.apart.length,
    },
    all: recipients.people.length + recipients.unnamed.length,
    unnamed: recipients.unnamed,
  };
}

export type SubscribersView = NonNullable<Awaited<ReturnType<typeof subscribersView>>>;
