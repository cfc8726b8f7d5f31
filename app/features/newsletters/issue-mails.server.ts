import { tokensIn } from "~/domain/newsletters/fill-tokens";
import { tokens } from "~/domain/newsletters/issue-content";
import type { Language } from "~/domain/newsletters/words";
import { type IssueMail, issueMail } from "~/features/delivery/issue-mail.server";
import type { Frozen } from "~/features/newsletters/issues.db.server";

/** Mail programs would cut it; octets. */
export type TooLarge = { ok: false; reason: "too-large"; language: Language; bytes: number; limit: number };
/** Somebody has written what reads as something to be filled in. */
export type StrangeToken = { ok: false; reason: "token"; language: Language; token: string };

/** An issue as the mails that go out, one in each of its languages; refused where one is longer than mail programs show. */
export async function issueMails(contents: Frozen): Promise<{ ok: true; mails: Map<Language, IssueMail> } | TooLarge> {
  const mails = new Map<Language, IssueMail>();
  for (const content of Object.values(contents)) {
    const written = await issueMail(content);
    if (!written.ok) return { ...written, language: content.language };
    mails.set(content.language, written.mail);
  }
  return { ok: true, mails };
}

/** What stands in the mails as something to be filled in and is not one of our tokens; null where nothing does. */
export function strangeToken(mails: ReadonlyMap<Language, IssueMail>): StrangeToken | null {
  for (const [language, { subject, html, text }] of mails) {
    const found = [subject, html, text].flatMap(tokensIn).find((token) => !known.includes(token));
    if (found !== undefined) return { ok: false, reason: "token", language, token: found };
  }
  return null;
}

const known: readonly string[] = tokens;
