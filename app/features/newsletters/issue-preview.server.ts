import { cut, escapeHtml, fillCut } from "~/domain/delivery/fill";
import type { IssueContent } from "~/domain/newsletters/issue-content";
import { issueMail } from "~/features/delivery/issue-mail.server";

type PreviewedMail = { subject: string; html: string; text: string; bytes: number };
type Preview =
  | { ok: true; mail: PreviewedMail }
  /** Mail programs would cut it: octets there are, and may be. */
  | { ok: false; reason: "too-large"; bytes: number; limit: number };

/** An issue as one of its recipients would get it. The links of her own lead nowhere. */
export async function previewIssue(content: IssueContent, why: string): Promise<Preview> {
  const made = await issueMail(content);
  if (!made.ok) return made;
  const values = { unsubscribe: "#", preferences: "#", why };
  const html = fillCut(cut(made.mail.html), values, escapeHtml);
  const text = fillCut(cut(made.mail.text), values);
  return { ok: true, mail: { subject: made.mail.subject, html, text, bytes: Buffer.byteLength(html) } };
}
