import { issueLimit, renderIssue } from "#emails/issue/issue";
import type { IssueContent } from "~/domain/newsletters/issue-content";

export type IssueMail = { subject: string; html: string; text: string };

/**
 * An issue in one language as the mail that goes out, its tokens not yet filled in. One that mail programs would cut is
 * refused, with how many octets it is.
 */
export async function issueMail(
  content: IssueContent,
): Promise<{ ok: true; mail: IssueMail } | { ok: false; reason: "too-large"; bytes: number; limit: number }> {
  const mail = await renderIssue(content);
  const bytes = Buffer.byteLength(mail.html);
  return bytes > issueLimit ? { ok: false, reason: "too-large", bytes, limit: issueLimit } : { ok: true, mail };
}
