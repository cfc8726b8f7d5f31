import { judgeStep } from "~/domain/newsletters/issue-step";
import { wordsIn } from "~/domain/newsletters/words";
import { instantToLocal } from "~/domain/shared/local-time";
import { issueRecipients } from "~/features/newsletters/issue-recipients.view.server";
import type { StoredIssue } from "~/features/newsletters/issues.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import { getLocale } from "~/i18n/messages/runtime";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What somebody must know before an issue is sent: to how many, in which languages, and when. Instants are ISO 8601. */
export async function sendView(db: RegionDb, issue: StoredIssue, now: Date) {
  const region = await ownRegion(db);
  const recipients = await issueRecipients(db, issue, { after: null, now });
  const local = issue.sendAt && instantToLocal(issue.sendAt.toISOString(), region.zone);
  const { id, version, state, year, number, newsletter } = issue;
  return {
    ...{ id, version, state },
    title: `${newsletter.name} ${number}/${year}`,
    heading: wordsIn(issue.subject, getLocale()),
    zone: region.zone,
    held: region.mailMode === "hold",
    toMe: region.mailMode === "to_me" ? region.meAddress : null,
    recipients: recipients.total,
    languages: recipients.languages,
    sendAt: issue.sendAt?.toISOString() ?? null,
    local: { day: local?.date ?? "", time: local?.time ?? "09:00" },
    maySend: judgeStep(issue, "send").ok,
    mayPlan: judgeStep(issue, "schedule").ok,
    ended: newsletter.endedAt !== null,
  };
}

export type SendView = Awaited<ReturnType<typeof sendView>>;
