import { codeAttempts, judgeLink } from "~/domain/auth/sign-in";
import { countAttempt, findSignInByBrowser, findSignInByLink, spendSignIn } from "~/features/auth/auth.db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { hashToken } from "~/platform/tokens.server";

export type SignInResult =
  | { ok: true; accountId: string }
  | { ok: false; reason: "spent" | "other-browser" | "wrong-code" };

/** Signs in by the link of the mail, in the browser that asked. */
export async function signInByLink(input: {
  link: string;
  browserToken: string | null;
  now: Date;
}): Promise<SignInResult> {
  const record = await findSignInByLink(systemDb(), hashToken(input.link));
  const verdict = judgeLink(record, input.browserToken && hashToken(input.browserToken), input.now);
  if (!verdict.ok) return verdict;
  if (!record?.accountId || !(await spendSignIn(systemDb(), record.id, input.now)))
    return { ok: false, reason: "spent" };
  return { ok: true, accountId: record.accountId };
}

/** Signs in by the typed code, in the browser that asked. Every try counts, also at an address nobody has. */
export async function signInByCode(input: {
  code: string;
  browserToken: string | null;
  now: Date;
}): Promise<SignInResult> {
  if (!input.browserToken) return { ok: false, reason: "spent" };
  const browserHash = hashToken(input.browserToken);
  const record = await findSignInByBrowser(systemDb(), browserHash);
  const verdict = judgeLink(record, browserHash, input.now);
  if (!record || !verdict.ok) return { ok: false, reason: "spent" };
  if (!(await countAttempt(systemDb(), record.id, codeAttempts))) return { ok: false, reason: "spent" };
  const right = record.codeHash === hashToken(input.code.replace(/\s/g, "") + browserHash);
  if (!right || !record.accountId) return { ok: false, reason: "wrong-code" };
  if (!(await spendSignIn(systemDb(), record.id, input.now))) return { ok: false, reason: "spent" };
  return { ok: true, accountId: record.accountId };
}
