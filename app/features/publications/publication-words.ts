import type { PublicationKind } from "~/domain/publications/kinds";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import type { IconName } from "~/ui/icon";

/** The kinds of publication, in words. */
export const kindNames: Record<PublicationKind, () => string> = {
  talk: () => m.publications_kind_talk(),
  web_story: () => m.publications_kind_web_story(),
  op_ed: () => m.publications_kind_op_ed(),
  podcast: () => m.publications_kind_podcast(),
  interview: () => m.publications_kind_interview(),
  social_media: () => m.publications_kind_social_media(),
  other: () => m.publications_kind_other(),
};

export const kindIcons: Record<PublicationKind, IconName> = {
  talk: "presentation",
  web_story: "globe",
  op_ed: "newsletter",
  podcast: "microphone",
  interview: "chat",
  social_media: "megaphone",
  other: "file",
};

/** What, when, where and who, in one line: "Innlegg · 26. mai 2021 · Førde · Prosjektleiar". */
export function saidWords(publication: {
  kind: PublicationKind;
  day: string;
  place: string;
  author: string;
  actor: { name: string } | null;
}): string {
  const { kind, day, place, author, actor } = publication;
  const who = [...new Set([author, actor?.name ?? ""])].filter(Boolean).join(", ");
  return [kindNames[kind](), describeDay(day), place, who].filter(Boolean).join(" · ");
}
