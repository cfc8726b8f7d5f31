import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { chooseTheme, preferenceCookie } from "~/features/auth/account-preferences.server";
import { endOtherSessions, endSessionOf } from "~/features/auth/sessions.db.server";
import { sessionsView } from "~/features/auth/sessions.view.server";
import { browserOf } from "~/features/auth/sessions-browser";
import { systemDb } from "~/platform/db/system-db.server";
import { currentSession } from "~/platform/session.server";
import { hashToken } from "~/platform/tokens.server";

useDatabase();
const now = new Date("2026-05-26T10:00:00Z");
let accounts = 0;

/** Somebody with three sessions, of which the last has run out; she is here with the first. */
async function signedIn() {
  const email = `person${accounts++}@vestland.example`;
  const account = await systemDb().account.create({ data: { email } });
  const open = (name: string, days: number, used: string) =>
    systemDb().session.create({
      data: {
        id: `${email}:${name}`,
        accountId: account.id,
        userAgent: name,
        usedAt: new Date(used),
        expiresAt: new Date(now.getTime() + days * 86_400_000),
        endsAt: new Date(now.getTime() + 86_400_000),
      },
    });
  const here = await open("Mozilla/5.0 (Windows NT 10.0) Firefox/140.0", 1, "2026-05-20T10:00:00Z");
  const other = await open("", 1, "2026-05-25T10:00:00Z");
  const old = await open("old", -1, "2026-05-24T10:00:00Z");
  const session = { accountId: account.id, email, locale: null, theme: null, sessionId: here.id };
  return { session, here, other, old };
}

const form = (fields: Record<string, string>) => {
  const filled = new FormData();
  for (const [name, value] of Object.entries(fields)) filled.set(name, value);
  return filled;
};

describe("sessions", () => {
  it("are listed with this one first, and without those that have run out", async () => {
    const { session, here, other } = await signedIn();
    const listed = await sessionsView(session, now);
    expect(listed.map(({ id, current }) => [id, current])).toEqual([
      [here.publicId, true],
      [other.publicId, false],
    ]);
    expect(JSON.stringify(listed)).not.toContain(here.id);
  });

  it("are ended one at a time, and only by their owner", async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    expect(await endSessionOf(two.session.accountId, one.other.publicId)).toBe(false);
    expect(await endSessionOf(one.session.accountId, one.other.publicId)).toBe(true);
    expect(await sessionsView(one.session, now)).toHaveLength(1);
  });

  it("end when they must, and are not written at every page of their last days", async () => {
    const account = await systemDb().account.create({ data: { email: "siste.dag@vestland.example" } });
    const soon = new Date(Date.now() + 86_400_000);
    const id = hashToken("a-cookie");
    await systemDb().session.create({ data: { id, accountId: account.id, expiresAt: soon, endsAt: soon } });
    const headers = { cookie: "__Host-samvirk=a-cookie" };
    const read = () => currentSession(new Request("http://localhost/", { headers }));
    const written = async () =>
      (await systemDb().$queryRaw`SELECT xmin::text FROM session WHERE id = ${id}`) as unknown;
    expect((await read())?.email).toBe(account.email);
    const before = await written();
    await read();
    expect(await written()).toEqual(before);
    await systemDb().session.updateMany({ where: { id }, data: { endsAt: new Date() } });
    expect(await read()).toBeNull();
  });

  it("all end but this one", async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    expect(await endOtherSessions(one.session.accountId, one.session.sessionId)).toBe(2);
    expect((await sessionsView(one.session, now)).map(({ id }) => id)).toEqual([one.here.publicId]);
    expect(await sessionsView(two.session, now)).toHaveLength(2);
  });
});

describe("the name of a browser", () => {
  const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/140.0`, "Edge", "Windows"],
    [`Mozilla/5.0 (X11; Linux x86_64) ${chrome}`, "Chrome", "Linux"],
    [`Mozilla/5.0 (Linux; Android 14; Pixel 8) ${chrome}`, "Chrome", "Android"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15", "Safari", "Mac"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1",
      "Safari",
      "iPhone",
    ],
    ["Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux"],
    ["curl/8.5.0", null, null],
    ["", null, null],
  ])("is read from %s", (userAgent, name, system) => expect(browserOf(userAgent)).toEqual({ name, system }));
});

describe("preferences", () => {
  const saved = (id: string) => systemDb().account.findUnique({ where: { id } });

  it("keep the language in a cookie, and on the account of whoever is signed in", async () => {
    const { session } = await signedIn();
    expect(await preferenceCookie(form({ locale: "nn" }), null)).toMatch(/^samvirk-locale=nn; Path=\//);
    expect((await saved(session.accountId))?.locale).toBeNull();
    await preferenceCookie(form({ locale: "en" }), session);
    expect((await saved(session.accountId))?.locale).toBe("en");
  });

  it("keep the rail in a cookie", async () => {
    expect(await preferenceCookie(form({ rail: "true" }), null)).toMatch(/^samvirk-rail=true; Path=\//);
    expect(await preferenceCookie(form({ rail: "false" }), null)).toMatch(/^samvirk-rail=false; Path=\//);
  });

  it("set nothing that is not known", async () => {
    const unknowns: Record<string, string>[] = [{}, { locale: "de" }, { rail: "1; Domain=x" }, { theme: "dark" }];
    for (const unknown of unknowns) expect(await preferenceCookie(form(unknown), null)).toBeNull();
  });

  it("keep the colour scheme on the account", async () => {
    const { session } = await signedIn();
    await chooseTheme(session, "dark");
    expect((await saved(session.accountId))?.theme).toBe("dark");
  });
});
