import { m } from "~/i18n/messages/messages";

/** What a list of the page shows: those who get it by a role or by subscription, and those who do not, and why. */
export const shownLists = ["role", "subscribers", "pending", "left", "apart"] as const;
export type ShownList = (typeof shownLists)[number];

export const listNames: Record<ShownList, () => string> = {
  role: () => m.subscriptions_list_role(),
  subscribers: () => m.subscriptions_list_subscribers(),
  pending: () => m.subscriptions_list_pending(),
  left: () => m.subscriptions_list_left(),
  apart: () => m.subscriptions_list_apart(),
};

export const asWords = {
  contact: () => m.subscriptions_as_contact(),
  member: () => m.subscriptions_as_member(),
  audience: () => m.subscriptions_as_audience(),
  subscriber: () => m.subscriptions_as_subscriber(),
};

export const apartWords = {
  "opted-out": () => m.subscriptions_apart_opted_out(),
  bounced: () => m.subscriptions_apart_bounced(),
  by_hand: () => m.subscriptions_apart_by_hand(),
  complained: () => m.subscriptions_apart_complained(),
};

export const languageNames = { nn: "Nynorsk", nb: "Bokmål", en: "English" };
