import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coordinators, query, signedIn, startDemo, type Visitor } from "#tests/http/support";
import type { RunningApp } from "#tests/support/app";
import { addIssue, type TestIssue } from "#tests/support/issue";

let app: RunningApp;
let coordinator: Visitor;
let stranger: Visitor;
let draft: TestIssue;

beforeAll(async () => {
  app = await startDemo();
  coordinator = await signedIn(app, coordinators.vestland);
  stranger = await signedIn(app, coordinators.vestregionen);
  draft = await addIssue(app.database, "vestland");
});
afterAll(() => app?.stop());

const items = () =>
  query<{ id: string; included: boolean; version: number; heading: { nn?: string }; image_id: string | null }>(
    app,
    "SELECT id, included, version, heading, image_id FROM issue_item WHERE issue_id = $1 ORDER BY position",
    draft.issue,
  );
const one = async (id: string) => (await items()).find((item) => item.id === id);

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const imageForm = (bytes: Uint8Array<ArrayBuffer>, alt: string) => {
  const form = new FormData();
  form.set("intent", "image");
  form.set("item", draft.text);
  form.set("alt_nn", alt);
  form.set("image", new File([bytes], "bilete.png"));
  return form;
};

describe("the page of an issue", () => {
  it("is for the region's own: another region's is 404, and who only reads may not write", async () => {
    expect((await coordinator.get(draft.page)).status).toBe(200);
    expect((await stranger.get(draft.page)).status).toBe(404);
    expect((await stranger.get(draft.page.replace("vestland", "vestregionen"))).status).toBe(404);
    expect((await coordinator.get("/r/vestland/newsletters/nothing")).status).toBe(404);
    expect((await stranger.post(draft.page, { intent: "exclude", item: draft.text })).status).toBe(404);
  });

  it("lets every piece be moved, left out and written by forms alone", async () => {
    const { text } = await coordinator.get(`${draft.page}?item=${draft.text}`);
    for (const name of ["heading_nn", "heading_nb", "body_nn", "body_nb", "link"])
      expect(text).toContain(`name="${name}"`);
    expect((await coordinator.post(draft.page, { intent: "move", item: draft.news, to: "up" })).status).toBe(302);
    expect((await items()).map(({ id }) => id)).toEqual([draft.introduction, draft.news, draft.text]);
    await coordinator.post(draft.page, { intent: "exclude", item: draft.news });
    expect(await one(draft.news)).toMatchObject({ included: false });
    const saved = await coordinator.post(draft.page, {
      ...{ intent: "save", item: draft.text, version: "0", heading_nn: "Ny overskrift", body_nn: "Ny tekst" },
    });
    expect(saved.status).toBe(302);
    expect(await one(draft.text)).toMatchObject({ heading: { nn: "Ny overskrift" }, version: 1 });
  });

  it("keeps what was typed from an older version, and shows the difference", async () => {
    const { status, text } = await coordinator.post(`${draft.page}?item=${draft.text}`, {
      ...{ intent: "save", item: draft.text, version: "0", heading_nn: "Frå ei anna fane" },
    });
    expect(status).toBe(409);
    expect(text).toContain('value="Frå ei anna fane"');
    expect(text).toContain("<del>Ny overskrift</del>");
    expect(await one(draft.text)).toMatchObject({ heading: { nn: "Ny overskrift" } });
  });

  it("says what is wrong with a field beside it", async () => {
    const { status, text } = await coordinator.post(`${draft.page}?item=${draft.text}`, {
      ...{ intent: "save", item: draft.text, version: "1", link: "javascript:alert(1)" },
    });
    expect(status).toBe(400);
    expect(text).toContain("Skriv ei adresse som byrjar med https://");
  });

  it("takes an image with its words, and refuses one of 20 MB with a sentence", async () => {
    const large = await coordinator.post(draft.page, imageForm(new Uint8Array(20 * 1024 * 1024), "Stort"));
    expect(large.status).toBe(413);
    expect(large.text).toContain("Biletet er for stort. Vel eit på høgst 10 MB.");
    const page = await coordinator.post(draft.page, imageForm(new TextEncoder().encode("<svg/>"), "Strek"));
    expect(page.status).toBe(400);
    expect(page.text).toContain("Fila er ikkje eit bilete");
    const silent = await coordinator.post(draft.page, imageForm(new Uint8Array(png), ""));
    expect(silent.status).toBe(400);
    expect(silent.text).toContain("Skriv kva biletet viser");
    expect((await coordinator.post(draft.page, imageForm(new Uint8Array(png), "Eit punkt"))).status).toBe(302);
    const image = `${draft.page}/images/${(await one(draft.text))?.image_id}`;
    const shown = await coordinator.get(image);
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect((await stranger.get(image)).status).toBe(404);
  });

  it("shows the mail itself in a frame without script, with its images and nothing that tells who opens it", async () => {
    const { status, text, headers } = await coordinator.get(`${draft.page}/preview?language=nn`);
    expect(status).toBe(200);
    expect(text).toContain("Ny overskrift");
    expect(text).toContain('alt="Eit punkt"');
    expect(text).toContain(`${draft.page}/images/`);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).not.toContain("script");
    expect((await stranger.get(`${draft.page}/preview`)).status).toBe(404);
  });

  it("is saved in JSON while one writes, and reading changes nothing", async () => {
    const address = `${draft.page}/items/${draft.news}`;
    const before = await one(draft.news);
    expect((await coordinator.get(address)).location).toBe(`${draft.page}?item=${draft.news}`);
    expect(await one(draft.news)).toEqual(before);
    const form = { version: "0", writer: "a", body_nn: "Skrive medan ein skriv" };
    const saved = await coordinator.post(address, form);
    expect(JSON.parse(saved.text)).toMatchObject({ ok: true, version: 1 });
    const late = await coordinator.post(address, { ...form, writer: "b", body_nn: "Ein annan" });
    expect(late.status).toBe(409);
    expect(JSON.parse(late.text)).toMatchObject({
      refusal: { conflict: { version: 1, theirs: { body: { nn: "Skrive medan ein skriv" } } } },
    });
    expect((await stranger.post(address, form)).status).toBe(404);
  });

  it("sends a test, asks for approval and approves what was seen alone", async () => {
    const version = async () =>
      String((await query(app, "SELECT version FROM newsletter_issue WHERE id = $1", draft.issue))[0]?.version);
    expect((await coordinator.post(draft.page, { intent: "test", language: "nn" })).status).toBe(302);
    const [test] = await query(app, "SELECT to_address FROM delivery WHERE kind = 'newsletter'");
    expect(test).toMatchObject({ to_address: coordinators.vestland });
    expect((await coordinator.post(draft.page, { intent: "approve", version: "0" })).status).toBe(409);
    expect((await coordinator.post(draft.page, { intent: "ask", version: await version(), of: "" })).status).toBe(302);
    expect((await coordinator.post(draft.page, { intent: "approve", version: await version() })).status).toBe(302);
    const { text } = await coordinator.get(draft.page);
    expect(text).not.toContain('role="switch"');
    expect((await coordinator.post(draft.page, { intent: "exclude", item: draft.text })).status).toBe(409);
    expect((await coordinator.post(draft.page, { intent: "reopen", version: await version() })).status).toBe(302);
    expect((await coordinator.get(draft.page)).text).toContain('role="switch"');
  });
});
