import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRegion } from "#tests/features/regions/make-region";
import { type RunningApp, startApp } from "#tests/support/app";
import { settingsFor } from "#tests/support/database";
import { ensureAccount } from "~/features/auth/auth.db.server";
import { addMember } from "~/features/people/add-member.server";
import { closeDatabase } from "~/platform/db/clients.server";
import { withRegion } from "~/platform/db/region-db.server";
import { systemDb } from "~/platform/db/system-db.server";
import { openSession } from "~/platform/session.server";

const plan = readFileSync("prisma/seed/vestland-plan.txt", "utf8");
const header = "Kommunikasjonsform\tMål med kommunikasjonen\tTema\tNår\tAnsvar\tMålgruppe";

let app: RunningApp;
let home: string;
let coordinator: string;
let reader: string;

beforeAll(async () => {
  app = await startApp();
  Object.assign(process.env, settingsFor(app.database));
  const region = await makeRegion(app.database.adminUrl);
  home = `${app.url}/r/${region.slug}/import`;
  const cookieOf = async (kind: "coordinator" | "reader") => {
    const email = `${kind}@vestland.example`;
    const role = { name: "Kontoret", email, kind, actorId: null, first: "2021-01-01", last: null, now: new Date() };
    await withRegion({ regionId: region.id, personId: null, via: "operator" }, (db) => addMember(db, role));
    const account = await ensureAccount(systemDb(), email);
    const cookie = await openSession(account.id, "test");
    return `${cookie.split(";")[0]}; samvirk-locale=nb`;
  };
  coordinator = await cookieOf("coordinator");
  reader = await cookieOf("reader");
});

afterAll(async () => {
  await closeDatabase();
  await app.stop();
});

const get = (url: string, cookie = coordinator) => fetch(url, { headers: { cookie }, redirect: "manual" });

function post(url: string, fields: Record<string, string | File>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return fetch(url, { method: "POST", headers: { cookie: coordinator, origin: app.url }, body, redirect: "manual" });
}

/** The rows the figures strip of a preview shows, as "64 nye". */
function figures(html: string): string[] {
  const strip = /<ul class="sv-verdicts">(.*?)<\/ul>/s.exec(html)?.[1] ?? "";
  return strip
    .split("</li>")
    .map((item) =>
      item
        .replace(/<\/b>/, " ")
        .replace(/<[^>]*>/g, "")
        .trim(),
    )
    .filter(Boolean);
}

async function upload(text: string): Promise<string> {
  const answer = await post(home, { file: new File([text], "plan.txt"), table: "", from: "", to: "" });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get("location") ?? "", app.url).href;
}

describe("the import pages", () => {
  it("lead from an upload over a preview to what was saved, without script", async () => {
    const preview = await upload(plan);
    const before = await (await get(preview)).text();
    expect(figures(before)).toEqual(["64 nye"]);
    expect(before).toContain("Lagre 64 rader");
    const saved = await post(preview, { intent: "save" });
    expect([saved.status, saved.headers.get("location")]).toEqual([302, new URL(preview).pathname]);
    expect(await (await get(preview)).text()).toContain("64 rader er lagret");
    expect((await post(preview, { intent: "save" })).status).toBe(409);
    expect(await (await get(home)).text()).toContain("plan.txt");

    const again = await (await get(await upload(plan))).text();
    expect(figures(again)).toEqual(["64 uendret"]);
    expect(again).toContain("Ingenting å lagre");
    expect(again).not.toContain('value="save"');

    const changed = await (await get(await upload(plan.replace("26.05.21", "27.05.21")))).text();
    expect(figures(changed)).toEqual(["1 endret", "63 uendret"]);
    expect(changed).toContain("Lagre én rad");
  });

  it("ask for the years of a plan that states none, and then show its rows", async () => {
    const preview = await upload(`${header}\nWebinar\tInformere\tMat\tMai\tKS\tAlle\n`);
    expect(await (await get(preview)).text()).toContain("Bruk disse årene");
    expect((await post(preview, { intent: "save" })).status).toBe(400);
    expect((await post(preview, { intent: "choose", from: "2029", to: "2024" })).status).toBe(400);
    expect((await post(preview, { intent: "choose", from: "2024", to: "2025" })).status).toBe(302);
    const shown = await (await get(preview)).text();
    expect(shown).toContain("Kommunikasjonsplan 2024–2025");
    expect(figures(shown)).toEqual(["1 ny"]);
    expect((await post(preview, { intent: "discard" })).headers.get("location")).toBe(new URL(home).pathname);
    expect((await post(preview, { intent: "save" })).status).toBe(409);
  });

  it("refuse a bad document at its field and keep what was pasted", async () => {
    const answer = await post(home, { table: `${header}\nWebinar\tInformere & meir`, from: "2021" });
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain("rad 1, celle 3");
    expect(html).toContain("Informere &amp; meir");
    expect(html).toMatch(/<textarea[^>]*aria-invalid="true"/);
  });

  it("refuse a body of 200 MB with a sentence", async () => {
    const length = 200 * 1024 * 1024;
    const { status, html } = await new Promise<{ status: number | undefined; html: string }>((resolve, reject) => {
      const headers = {
        cookie: coordinator,
        origin: app.url,
        "content-type": "multipart/form-data; boundary=x",
        "content-length": length,
      };
      const sent = httpRequest(
        home.replace("localhost", "127.0.0.1"),
        { method: "POST", headers: { ...headers, host: new URL(app.url).host } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on("data", (part) => parts.push(part));
          answer.on("end", () => resolve({ status: answer.statusCode, html: Buffer.concat(parts).toString() }));
        },
      );
      sent.on("error", reject);
      const chunk = Buffer.alloc(1024 * 1024);
      let left = length / chunk.length;
      const write = () => {
        while (left-- > 0) if (!sent.write(chunk)) return void sent.once("drain", write);
        sent.end();
      };
      write();
    });
    expect(status).toBe(413);
    expect(html).toContain("Filen er større enn 10 MB");
  });

  it("are closed to a reader, and 404 for an import that is not there", async () => {
    expect((await get(home, reader)).status).toBe(403);
    expect((await get(`${home}/0190a5f0-0000-7000-8000-000000000000`)).status).toBe(404);
    expect((await get(`${home}/garbage`)).status).toBe(404);
  });
});
