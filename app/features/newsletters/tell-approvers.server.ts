import { queueMessages } from "~/features/delivery/queue-message.server";
import type { Editor } from "~/features/newsletters/editors.view.server";
import type { StoredIssue } from "~/features/newsletters/issues.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Tells those who may approve an issue that somebody asks for it, each in her language, once for each time it is asked. */
export async function tellApprovers(
  db: RegionDb,
  { issue, people, askedBy, now }: { issue: StoredIssue; people: readonly Editor[]; askedBy: string; now: Date },
): Promise<void> {
  const region = await ownRegion(db);
  const title = `${issue.newsletter.name} ${issue.number}/${issue.year}`;
  const about = { regionName: region.name, path: paths.issue(region.slug, issue.id), title, askedBy };
  await queueMessages(
    db,
    people.map(({ id, name, email, locale }) => ({
      key: `approval:${issue.id}:${issue.version}:${id}`,
      message: { kind: "approval-request", ...about },
      to: { personId: id, name, address: email },
      locale,
      dueAt: now,
    })),
  );
}
