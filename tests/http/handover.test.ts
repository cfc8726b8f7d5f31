import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningApp } from "#tests/support/app";
import { mailsTo, proofIn, query, signedIn, startDemo, visitor } from "./support";

let app: RunningApp;
beforeAll(async () => {
  app = await startDemo();
}, 300_000);
afterAll(() => app.stop());

const voss = "kontakt@voss.kommune.example";
const page = "/r/vestland/municipalities/4621";

describe("handing a municipality over by link", () => {
  it("changes nothing by GET, HEAD, or a POST without the page's proof, and works once without script", async () => {
    const coordinator = await signedIn(app, "koordinator@vestland.example");
    expect((await coordinator.post(page, { intent: "ask" })).status).toBe(302);
    const mails = await mailsTo(app, voss);
    const link = /\/vestland\/handover\/[\w-]+/.exec(mails.join("\n"))?.[0] ?? "";
    const holder = visitor(app);
    const current = () =>
      query<{ email: string }>(
        app,
        `SELECT p.email FROM role r JOIN person p ON p.id = r.person_id JOIN municipality m ON m.id = r.municipality_id
         WHERE m.number = '4621' AND r.kind = 'contact_person' AND r.valid_to IS NULL`,
      );
    expect((await holder.head(link)).status).toBe(200);
    const opened = await holder.get(link);
    expect(opened.text).toContain("Kven tek over?");
    const proof = proofIn(opened.text);
    const to = { name: "Rådgjevar, Voss", email: "radgjevar@voss.kommune.example" };
    expect((await holder.post(link, to)).status).toBe(400);
    expect((await holder.post(link, { ...to, proof: "x" })).status).toBe(400);
    expect((await holder.post(link, { ...to, email: "ikkje ei adresse", proof })).text).toContain(
      'value="Rådgjevar, Voss"',
    );
    expect((await holder.post(link, { ...to, email: voss, proof })).text).toContain("Dette er adressa di");
    expect(await current()).toEqual([{ email: voss }]);
    expect((await holder.get(`${link}x`)).status).toBe(404);
    const done = await holder.post(link, { ...to, proof });
    expect([done.status, done.text.includes("Rolla er gjeven vidare til Rådgjevar, Voss")]).toEqual([200, true]);
    expect(await current()).toEqual([{ email: to.email }]);
    const again = await holder.get(link);
    expect([again.status, again.text.includes("Send ny lenkje")]).toEqual([404, true]);
    expect((await holder.post(link, { ...to, email: "ein@voss.kommune.example", proof })).status).toBe(409);
    expect((await holder.post(link, { intent: "new-link", proof })).text).toContain("på veg");
  });

  it("is done in one step by the contact person herself, who then sees the municipality no more", async () => {
    const page = "/r/vestland/municipalities/4618";
    const [contact] = await query<{ email: string; id: string }>(
      app,
      `SELECT p.email, p.id FROM role r JOIN person p ON p.id = r.person_id JOIN municipality m ON m.id = r.municipality_id
       WHERE m.number = '4618' AND r.kind = 'contact_person'`,
    );
    const herself = await signedIn(app, contact?.email ?? "");
    const shown = await herself.get(page);
    expect(shown.text).toContain("Gi rolla vidare");
    expect(shown.text).not.toContain('value="ask"');
    const replaces = /name="replaces" value="([^"]+)"/.exec(shown.text)?.[1] ?? "";
    expect(replaces).toBe(contact?.id);
    const form = { intent: "assign", replaces, name: "Ny", email: "ny@ullensvang.kommune.example" };
    const own = await herself.post(page, { ...form, email: contact?.email ?? "" });
    expect([own.status, own.text.includes("Dette er adressa di")]).toEqual([400, true]);
    expect((await herself.post(page, form)).location).toBe("/account");
    expect((await herself.get(page)).status).toBe(404);
  });
});
