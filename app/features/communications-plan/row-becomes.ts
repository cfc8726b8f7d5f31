import type { ChannelKind } from "~/domain/communications-plan/channels";
import { kindOfRow } from "~/domain/publications/kinds";

/** What the rules make of a row. */
export type Becomes = { is: "issue" | "event" | "publication"; eventKind: string };

/** What becomes of a row by itself; null when nothing does: what is on demand, or of a channel of the region's own. */
export function becomesOf({ channel, kind }: { channel: string; kind: ChannelKind | null }): Becomes | null {
  const said = kindOfRow({ channel, kind });
  if (kind === "letter") return { is: said === "other" ? "issue" : "publication", eventKind: "" };
  if (kind === "talk" || kind === "web" || kind === "podcast") return { is: "publication", eventKind: "" };
  if (kind === "conference") return { is: "event", eventKind: "conference" };
  if (kind === "meeting") return { is: "event", eventKind: "meeting" };
  if (kind === "webinar")
    return { is: "event", eventKind: /^\s*fagdag/i.test(channel) ? "professional_day" : "webinar" };
  return null;
}
