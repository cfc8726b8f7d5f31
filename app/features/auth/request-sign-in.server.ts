import { signInMinutes } from "~/domain/auth/sign-in";
import { createSignIn, ensureAccount, personOfAddress } from "~/features/auth/auth.db.server";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { regionsOf } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { hashToken, newCode, newToken } from "~/platform/tokens.server";

/**
 * Starts a sign-in for an address and gives the token that binds it to the browser that asked. An address that
 * nobody has a role with gets no mail and the same answer, so that the page says nothing of who is known (L3).
 */
export async function requestSignIn(input: {
  email: string;
  locale: "nb" | "nn" | "en";
  now: Date;
}): Promise<{ browserToken: string }> {
  const email = input.email.trim().toLowerCase();
  const browserToken = newToken();
  const link = newToken();
  const code = newCode();
  const [region] = await regionsOf(email);
  const account = region ? await ensureAccount(systemDb(), email) : null;
  const browserHash = hashToken(browserToken);
  const signIn = await createSignIn(systemDb(), {
    accountId: account?.id ?? null,
    linkHash: hashToken(link),
    codeHash: hashToken(code + browserHash),
    browserHash,
    expiresAt: new Date(input.now.getTime() + signInMinutes * 60_000),
  });
  if (region)
    await withRegion({ regionId: region.id, personId: null, via: "link" }, async (db) => {
      const person = await personOfAddress(db, email);
      await queueMessages(db, [
        {
          key: `sign-in:${signIn.id}`,
          message: { kind: "sign-in", code },
          to: { personId: person.id, name: person.name, address: email },
          locale: input.locale,
          secret: link,
          dueAt: input.now,
        },
      ]);
    });
  return { browserToken };
}
