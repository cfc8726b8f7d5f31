import { describe, expect, it } from "vitest";
import { asAdmin, makeLiveRegion, type ReadMail, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { removeOldSignIns } from "~/features/auth/auth.db.server";
import { browserToken, forgetBrowserToken, keepBrowserToken, pageAfter } from "~/features/auth/browser-token.server";
import { signInByCode, signInByLink } from "~/features/auth/complete-sign-in.server";
import { inviteToRole } from "~/features/auth/invite-to-role.server";
import { requestSignIn } from "~/features/auth/request-sign-in.server";
import { roleLinkView } from "~/features/auth/role-link.view.server";
import { regionsOf } from "~/features/regions/membership.server";
import { systemDb } from "~/platform/db/system-db.server";
import { hashToken } from "~/platform/tokens.server";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const admin = (sql: string, values: unknown[] = []) => asAdmin(database.url().adminUrl, sql, values);

/** A coordinator has asked to sign in, and has the mail. */
async function asked() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
  const email = `koordinator@${region.slug}.example`;
  const { browserToken } = await requestSignIn({ email: ` ${email.toUpperCase()} `, locale: "nb", now });
  const [mail, ...more] = await post.read(now);
  if (!mail || more.length > 0) throw new Error("one mail is sent");
  return { region, email, browserToken, link: mail.link, code: codeOf(mail), mail };
}

const codeOf = (mail: ReadMail) => /^ {4}(\d{6})$/m.exec(mail.text)?.[1] ?? "";
const wrong = (code: string) => (code === "000001" ? "000002" : "000001");

describe("asking to sign in", () => {
  it("sends a link and a code to whoever has a role, and keeps only their hashes", async () => {
    const { email, mail, link, code, browserToken } = await asked();
    expect([mail.to, mail.method]).toEqual([email, undefined]);
    expect([link, code, browserToken].map((text) => text.length)).toEqual([32, 6, 32]);
    expect(mail.text).not.toContain(browserToken);
    const kept = JSON.stringify(await systemDb().signIn.findMany());
    for (const secret of [link, code, browserToken]) expect(kept).not.toContain(`"${secret}"`);
    expect(kept).toContain(hashToken(link));
  });

  it("sends nothing to an address nobody has, and gives a cookie of the same kind", async () => {
    const known = await asked();
    post.smtp().mails.length = 0;
    const unknown = await requestSignIn({ email: "ingen@vestland.example", locale: "nb", now });
    expect(await post.read(now)).toEqual([]);
    const shape = (token: string) => JSON.stringify(keepBrowserToken(token, "/")).replace(/=[\w-]{32};/, "=…;");
    expect(shape(unknown.browserToken)).toBe(shape(known.browserToken));
    const enter = (code: string) => signInByCode({ code, browserToken: unknown.browserToken, now });
    const tries = [];
    for (let n = 0; n < 6; n++) tries.push(await enter("000001"));
    expect(tries.map((result) => !result.ok && result.reason)).toEqual([...Array(5).fill("wrong-code"), "spent"]);
    expect(await systemDb().account.count({ where: { email: "ingen@vestland.example" } })).toBe(0);
  });

  it("keeps the token in a cookie that no script and no other site reads", async () => {
    const [[, cookie = ""] = [], [, after = ""] = []] = keepBrowserToken("t".repeat(32), "/r/vestland?x=1");
    expect(cookie).toMatch(/^__Host-samvirk-asked=t{32}; Path=\/; Max-Age=600; HttpOnly; Secure; SameSite=Lax$/);
    const kept = [cookie, after].map((one) => one.split(";")[0]).join("; ");
    const request = new Request("https://samvirk.example", { headers: { Cookie: kept } });
    expect(pageAfter(request)).toBe("/r/vestland?x=1");
    expect(pageAfter(new Request("https://samvirk.example"))).toBe("/");
    expect(browserToken(request)).toBe("t".repeat(32));
    expect(browserToken(new Request("https://samvirk.example"))).toBeNull();
    for (const [, gone] of forgetBrowserToken()) expect(gone).toContain("Max-Age=0");
  });

  it("forgets what has run out", async () => {
    const { browserToken } = await asked();
    await removeOldSignIns(systemDb(), later(11));
    expect(await systemDb().signIn.count({ where: { browserHash: hashToken(browserToken) } })).toBe(0);
  });
});

describe("the link of the mail", () => {
  it("signs in the browser that asked, once", async () => {
    const { email, link, browserToken } = await asked();
    const result = await signInByLink({ link, browserToken, now: later(9) });
    const account = await systemDb().account.findUniqueOrThrow({ where: { email } });
    expect(result).toEqual({ ok: true, accountId: account.id });
    expect(await signInByLink({ link, browserToken, now: later(9) })).toEqual({ ok: false, reason: "spent" });
  });

  it("signs in no other browser, and is still good in the first", async () => {
    const { link, browserToken } = await asked();
    const elsewhere = { ok: false, reason: "other-browser" };
    expect(await signInByLink({ link, browserToken: null, now })).toEqual(elsewhere);
    expect(await signInByLink({ link, browserToken: "x".repeat(32), now })).toEqual(elsewhere);
    expect(await signInByLink({ link, browserToken, now })).toMatchObject({ ok: true });
  });

  it("is spent after ten minutes, and one that never was is spent alike", async () => {
    const { link, browserToken } = await asked();
    expect(await signInByLink({ link, browserToken, now: later(10) })).toEqual({ ok: false, reason: "spent" });
    expect(await signInByLink({ link: "x".repeat(32), browserToken, now })).toEqual({ ok: false, reason: "spent" });
  });

  it("lets one win when it is used twice at the same moment, also with the code", async () => {
    const { link, code, browserToken } = await asked();
    const results = await Promise.all([
      signInByLink({ link, browserToken, now }),
      signInByLink({ link, browserToken, now }),
      signInByCode({ code, browserToken, now }),
      signInByCode({ code, browserToken, now }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "spent")).toHaveLength(3);
  });
});

describe("the code of the mail", () => {
  it("signs in the browser that asked, however it is typed, once", async () => {
    const { code, browserToken } = await asked();
    const typed = ` ${code.slice(0, 3)} ${code.slice(3)} `;
    expect(await signInByCode({ code: typed, browserToken, now })).toMatchObject({ ok: true });
    expect(await signInByCode({ code, browserToken, now })).toEqual({ ok: false, reason: "spent" });
  });

  it("signs in no other browser", async () => {
    const [one, other] = [await asked(), await asked()];
    expect(await signInByCode({ code: one.code, browserToken: null, now })).toMatchObject({ ok: false });
    if (one.code !== other.code)
      expect(await signInByCode({ code: one.code, browserToken: other.browserToken, now })).toEqual({
        ok: false,
        reason: "wrong-code",
      });
  });

  it("has five tries, and the right one comes too late as the sixth", async () => {
    const { code, browserToken } = await asked();
    for (let n = 0; n < 5; n++)
      expect(await signInByCode({ code: wrong(code), browserToken, now })).toEqual({ ok: false, reason: "wrong-code" });
    expect(await signInByCode({ code, browserToken, now })).toEqual({ ok: false, reason: "spent" });
  });

  it("has five tries also for those who try all at once", async () => {
    const { code, browserToken } = await asked();
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => signInByCode({ code: wrong(code), browserToken, now })),
    );
    expect(tries.filter((result) => !result.ok && result.reason === "wrong-code")).toHaveLength(5);
  });

  it("is spent after ten minutes", async () => {
    const { code, browserToken } = await asked();
    expect(await signInByCode({ code, browserToken, now: later(10) })).toEqual({ ok: false, reason: "spent" });
  });
});

describe("who may sign in", () => {
  it("is one with a role today, in any region, and gets one mail", async () => {
    const [one, two] = [
      await makeLiveRegion(database.url().adminUrl, ["Voss"]),
      await makeLiveRegion(database.url().adminUrl, ["Ulvik"]),
    ];
    const email = `begge@${one.slug}.example`;
    for (const region of [one, two])
      await region.inside(async (db) => {
        const person = await db.person.create({ data: { name: "Rådgjevar", email } });
        await db.role.create({ data: { personId: person.id, kind: "reader", validFrom: new Date(day(-1)) } });
      });
    expect((await regionsOf(email)).map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    await requestSignIn({ email, locale: "nn", now });
    expect((await post.read(now)).map(({ to }) => to)).toEqual([email]);
  });

  it.each([
    ["has not begun", day(2), null],
    ["ended today", day(-30), day(0)],
  ])("is nobody whose only role %s", async (_, from, to) => {
    const { inside, slug } = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const email = `leser@${slug}.example`;
    await inside(async (db) => {
      const person = await db.person.create({ data: { name: "Leser", email } });
      const validTo = to ? new Date(to) : null;
      await db.role.create({ data: { personId: person.id, kind: "reader", validFrom: new Date(from), validTo } });
    });
    await requestSignIn({ email, locale: "nb", now });
    expect(await post.read(now)).toEqual([]);
    expect(await regionsOf(email)).toEqual([]);
  });
});

describe("the link to a role", () => {
  async function given() {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const email = `leser@${region.slug}.example`;
    const role = await region.inside(async (db) => {
      const person = await db.person.create({ data: { name: "Leser", email } });
      const role = await db.role.create({
        data: { personId: person.id, kind: "reader", validFrom: new Date("2026-01-01") },
      });
      await inviteToRole(db, { personId: person.id, roleId: role.id, now });
      return role;
    });
    const [mail] = await post.read(now);
    if (!mail) throw new Error("one mail is sent");
    return { region, email, role, link: mail.link };
  }
  const week = 7 * 24 * 60;

  it("is valid a week, in its own region", async () => {
    const { region, email, link } = await given();
    const other = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    expect(await roleLinkView(region.id, link, later(week - 1))).toEqual({ role: "reader", email });
    expect(await roleLinkView(region.id, link, later(week))).toBeNull();
    expect(await roleLinkView(other.id, link, now)).toBeNull();
    expect(await roleLinkView(region.id, "x".repeat(32), now)).toBeNull();
  });

  it("ends with the role, and when it is taken back", async () => {
    const { region, role, link } = await given();
    await admin("UPDATE role SET valid_to = '2027-04-03' WHERE id = $1", [role.id]);
    expect(await roleLinkView(region.id, link, later(24 * 60))).not.toBeNull();
    expect(await roleLinkView(region.id, link, later(2 * 24 * 60))).toBeNull();
    await admin("UPDATE link_token SET revoked_at = now() WHERE hash = $1", [hashToken(link)]);
    expect(await roleLinkView(region.id, link, now)).toBeNull();
  });

  it("lets nobody in by itself: it ends in a code to the same address", async () => {
    const { region, email, link } = await given();
    expect(await signInByLink({ link, browserToken: null, now })).toEqual({ ok: false, reason: "spent" });
    const view = await roleLinkView(region.id, link, now);
    const { browserToken } = await requestSignIn({ email: view?.email ?? "", locale: "nn", now });
    const [mail] = await post.read(now);
    expect(mail?.to).toBe(email);
    if (mail) expect(await signInByCode({ code: codeOf(mail), browserToken, now })).toMatchObject({ ok: true });
  });
});
