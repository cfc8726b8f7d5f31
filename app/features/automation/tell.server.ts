import type { MessageOf } from "#emails/message";
import type { Told } from "~/features/automation/told.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Notice = MessageOf<"issue-draft" | "issue-reminder" | "event-draft" | "publication-reminder" | "due-list">;

/** Tells those who work with the region something, each once (M6): `key` is the due row's. */
export async function tell(
  db: RegionDb,
  { rule, key, people, now }: { rule: string; key: string; people: readonly Told[]; now: Date },
  message: Notice,
): Promise<number> {
  return queueMessages(
    db,
    people.map(({ personId, name, email, locale }) => ({
      key: `rule:${key}:${personId}`,
      message,
      to: { personId, name, address: email },
      locale,
      dueAt: now,
      rule,
    })),
  );
}
