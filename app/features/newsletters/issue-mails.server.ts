import { tokensIn } from "~/domain/newsletters/fill-tokens";
import { tokens } from "~/domain/newsletters/issue-content";
import type { Language } from "~/domain/newsletters/words";
import { type IssueMail, issueMail } from "~/features/delivery/issue-mail.server";
import type { Frozen } from "~/features/newsletters/issues.db.server";

export type MailRefusal =
  /** Mail programs would cut it; octets. */
  | { ok: false; reason: "too-large"; language: Language; bytes: number; limit: number }
  /** Somebody has written what reads as something to be filled in. */
  | { ok: false; reason: "token"; language: Language; token: string };

/** An issue as the mails that go out, one in each of its languages; refused where one of them cannot go. */
export async function issueMails(
  contents: Frozen,
): Promise<{ ok: true; mails: Map<Language, IssueMail> } | MailRefusal> {
  const mails = new Map<Language, IssueMail>();
  for (const content of Object.values(contents)) {
    const { language } = content;
    const written = await issueMail(content);
    if (!written.ok) return { ...written, language };
    const { subject, html, text } = written.mail;
    const unknown = [subject, html, text]
      .flatMap(tokensIn)
      .find((token) => !(tokens as readonly string[]).includes(token));
    if (unknown !== undefined) return { ok: false, reason: "token", language, token: unknown };
    mails.set(language, written.mail);
  }
  return { ok: true, mails };
}
