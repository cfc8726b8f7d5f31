import { isUuid } from "~/domain/shared/ids";
import { todayIn } from "~/features/regions/today";
import { type Because, newsletterRecipients } from "~/features/subscriptions/recipients.view.server";
import type { ShownList } from "~/features/subscriptions/subscriber-words";
import { findNewsletter, subscribersOf } from "~/features/subscriptions/subscriptions.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

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

/** Who gets a newsletter today, by role and by subscription, who waits, has left or is left out; null for no such newsletter. */
export async function listsOf(db: RegionDb, { id, today, zone }: { id: string; today: string; zone: string }) {
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
  return { newsletter, lists, all: recipients.people.length + recipients.unnamed.length, unnamed: recipients.unnamed };
}
