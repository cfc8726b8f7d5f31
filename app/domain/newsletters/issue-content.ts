import type { Language } from "./words";

/** An image as a mail and a page show it; `alt` is never empty. */
export type IssueImage = { url: string; alt: string; width: number; height: number };

/** One piece of an issue, in one language. */
export type ContentItem = {
  kind:
    | "introduction"
    | "event"
    | "recording"
    | "network"
    | "publication"
    | "decision"
    | "progress"
    | "note"
    | "news"
    | "text";
  /** Empty for an introduction. */
  heading: string;
  /** Markdown. */
  body: string;
  link: { label: string; url: string } | null;
  image: IssueImage | null;
  /** Who wrote it, where an actor did. */
  from: string | null;
  /** The local day an event is on (ISO), for the tile beside it; its body says when in words. */
  day: string | null;
};

/**
 * An issue in one language as it goes out and stands in the archive: all that is written from, so that what is frozen
 * never changes. Addresses are absolute.
 */
export type IssueContent = {
  language: Language;
  region: { name: string; programme: string; initials: string; accent: "fjord" | "skifer" | "lyng" };
  logo: IssueImage | null;
  /** Who it is from, as the reader knows them. */
  sender: string;
  newsletter: string;
  /** "1/2021" */
  number: string;
  subject: string;
  heading: string;
  items: ContentItem[];
  /** Where it stands on the web; null for a newsletter that is not open. */
  webUrl: string | null;
};

/** What is filled in for each recipient: the text between two pairs of braces, in a mail's HTML and text. */
export const tokens = ["unsubscribe", "preferences", "why"] as const;
export type Token = (typeof tokens)[number];
