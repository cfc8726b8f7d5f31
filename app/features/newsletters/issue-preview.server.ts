import { fillMail } from "~/domain/newsletters/fill";
import type { IssueContent } from "~/domain/newsletters/issue-content";
import { issueMail } from "~/features/delivery/issue-mail.server";

export type PreviewedMail = { subject: string; html: string; text: string; bytes: number };
export type Preview =
  | { ok: true; mail: PreviewedMail }
  /** Mail programs would cut it: octets there are, and may be. */
  | { ok: false; reason: "too-large"; bytes: number; limit: number };

/** An issue as one of its recipients would get it. The links of her own lead nowhere. */
export async function previewIssue(content: IssueContent, why: string): Promise<Preview> {
  const made = await issueMail(content);
  if (!made.ok) return made;
  const filled = fillMail(made.mail, { unsubscribe: "#", preferences: "#", why }, "");
  if (!filled.ok) throw new Error(`nothing to fill in for ${filled.token}`);
  return { ok: true, mail: { ...filled.mail, bytes: Buffer.byteLength(filled.mail.html) } };
}
