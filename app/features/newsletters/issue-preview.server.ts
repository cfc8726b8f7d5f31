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
  const { subject, html, text } = made.mail;
  const fill = (written: string, write?: (value: string) => string) => {
    const pieces = cut(written);
    // What somebody has written in such braces is shown as it stands; the issue cannot be approved with it.
    const strange = pieces.filter((_, place) => place % 2 === 1).map((name) => [name, `{{${name}}}`]);
    return fillCut(pieces, { ...Object.fromEntries(strange), ...values }, write);
  };
  const mail = { subject: fill(subject), html: fill(html, escapeHtml), text: fill(text) };
  return { ok: true, mail: { ...mail, bytes: Buffer.byteLength(mail.html) } };
}
