import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { addItem } from "~/features/newsletters/add-item.server";
import { editItem } from "~/features/newsletters/edit-item.server";
import { includeItem } from "~/features/newsletters/include-item.server";
import type { ItemForm } from "~/features/newsletters/item-form.schema";
import { moveItem } from "~/features/newsletters/move-item.server";
import { putImage, removeImage } from "~/features/newsletters/put-image.server";
import { removeItem } from "~/features/newsletters/remove-item.server";
import { sendIssueImage } from "~/features/newsletters/send-image.server";
import { sendPublicImage } from "~/features/newsletters/send-public-file.server";
import { sendTest } from "~/features/newsletters/send-test.server";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { passFor } from "~/platform/tokens.server";
import { newsletterScene, now } from "./scene";

const database = useDatabase();

/** A draft with an introduction, an event and a text of its own. */
async function composed() {
  const scene = await newsletterScene(database.url().adminUrl);
  const { id } = await scene.newsletter();
  await scene.event();
  const issueId = await scene.draft(id);
  const added = await scene.inside((db) => addItem(db, { issueId, kind: "text" }));
  if (!added.ok) throw new Error(added.reason);
  const items = await scene.items(issueId);
  const [introduction = "", event = "", text = ""] = items.map((item) => item.id);
  return { ...scene, issueId, introduction, eventItem: event, text };
}

type Scene = Awaited<ReturnType<typeof composed>>;

const no = { subject: {}, heading: {}, body: {}, linkLabel: {}, imageAlt: {} };
const formOf = (words: Partial<ItemForm["words"]>, more: Partial<ItemForm> = {}): ItemForm => ({
  ...{ version: 0, writer: "", link: undefined },
  ...more,
  words: { ...no, ...words },
});
const as = (scene: { id: string }, personId: string): Access => ({ regionId: scene.id, personId, via: "session" });
const write = (scene: Scene, itemId: string, form: ItemForm) =>
  scene.inside((db) => editItem(db, { issueId: scene.issueId, itemId, form }));
const kinds = async (scene: Scene) => (await scene.items(scene.issueId)).map(({ kind }) => kind);
const item = async (scene: Scene, id: string) => (await scene.items(scene.issueId)).find((one) => one.id === id);
const approveNow = (scene: Scene) =>
  scene.inside((db) =>
    db.newsletterIssue.updateMany({
      where: { id: scene.issueId },
      data: { state: "approved", approvedAt: now, frozen: {} },
    }),
  );

const png = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

describe("the pieces of an issue", () => {
  it("move to a place, and not beyond the ends", async () => {
    const scene = await composed();
    const move = (itemId: string, to: number | "up" | "down") =>
      scene.inside((db) => moveItem(db, { issueId: scene.issueId, itemId, to }));
    expect(await kinds(scene)).toEqual(["introduction", "event", "text"]);
    expect(await move(scene.text, 0)).toEqual({ ok: true, place: 0 });
    expect(await kinds(scene)).toEqual(["text", "introduction", "event"]);
    expect(await move(scene.text, "up")).toEqual({ ok: true, place: 0 });
    expect(await move(scene.text, "down")).toEqual({ ok: true, place: 1 });
    expect(await move(scene.introduction, 99)).toEqual({ ok: true, place: 2 });
    expect(await kinds(scene)).toEqual(["text", "event", "introduction"]);
    const before = (await scene.issue(scene.issueId)).version;
    await move(scene.introduction, "down");
    expect((await scene.issue(scene.issueId)).version).toBe(before);
  });

  it("are left out and taken in with their words, and each change raises the version that is approved", async () => {
    const scene = await composed();
    const { version } = await scene.issue(scene.issueId);
    const include = (included: boolean) =>
      scene.inside((db) => includeItem(db, { issueId: scene.issueId, itemId: scene.eventItem, included }));
    await include(false);
    expect(await item(scene, scene.eventItem)).toMatchObject({ included: false, heading: { nb: "Fagdag" } });
    await include(false);
    expect((await scene.issue(scene.issueId)).version).toBe(version + 1);
    await include(true);
    expect((await scene.issue(scene.issueId)).version).toBe(version + 2);
  });

  it("are removed where the editor added them; those with a source would come again, and stay", async () => {
    const scene = await composed();
    const access = as(scene, scene.first);
    const remove = (itemId: string) => removeItem(access, { issueId: scene.issueId, itemId });
    expect(await remove(scene.eventItem)).toEqual({ ok: false, reason: "gone" });
    expect(await remove(scene.introduction)).toEqual({ ok: false, reason: "gone" });
    expect(await remove(scene.text)).toEqual({ ok: true });
    expect(await kinds(scene)).toEqual(["introduction", "event"]);
  });

  it("stand as they are once the issue is approved, and another region's are not there", async () => {
    const scene = await composed();
    const other = await composed();
    const { issueId, eventItem: itemId } = scene;
    const gone = { ok: false, reason: "gone" };
    expect(await other.inside((db) => includeItem(db, { issueId, itemId, included: false }))).toEqual(gone);
    expect(await other.inside((db) => editItem(db, { issueId, itemId, form: formOf({}) }))).toEqual(gone);
    await approveNow(scene);
    const frozen = { ok: false, reason: "frozen" };
    expect(await scene.inside((db) => includeItem(db, { issueId, itemId, included: false }))).toEqual(frozen);
    expect(await scene.inside((db) => moveItem(db, { issueId, itemId, to: 0 }))).toEqual(frozen);
    expect(await scene.inside((db) => addItem(db, { issueId, kind: "news" }))).toEqual(frozen);
    expect(await write(scene, itemId, formOf({ heading: { nn: "Ny" } }))).toEqual(frozen);
    expect(await removeItem(as(scene, scene.first), { issueId, itemId: scene.text })).toEqual(frozen);
    const image = { issueId, itemId, bytes: png, alt: { nn: "Eit punkt" } };
    expect(await putImage(as(scene, scene.first), image)).toEqual(frozen);
  });
});

describe("the words of a piece", () => {
  it("are written per language, and the introduction carries the subject", async () => {
    const scene = await composed();
    const both = formOf({ subject: { nn: "Fram mot sommaren" }, body: { nn: "Våren har vore fin.", nb: "" } });
    expect(await write(scene, scene.introduction, both)).toMatchObject({ ok: true, version: 1 });
    expect((await scene.issue(scene.issueId)).subject).toMatchObject({ nn: "Fram mot sommaren" });
    expect((await item(scene, scene.introduction))?.body).toEqual({ nn: "Våren har vore fin." });
    const bokmal = formOf({ body: { nb: "Våren har vært fin." } }, { version: 1 });
    expect(await write(scene, scene.introduction, bokmal)).toMatchObject({ ok: true, version: 2 });
    expect((await item(scene, scene.introduction))?.body).toEqual({
      nn: "Våren har vore fin.",
      nb: "Våren har vært fin.",
    });
  });

  it("are not written over where another has changed them, who is named, with what stands there", async () => {
    const scene = await composed();
    const theirs = formOf({ heading: { nn: "Deira" } }, { writer: "other" });
    await withRegion(as(scene, scene.second), (db) =>
      editItem(db, { issueId: scene.issueId, itemId: scene.text, form: theirs }),
    );
    const mine = formOf({ heading: { nn: "Min" } }, { writer: "mine" });
    expect(await write(scene, scene.text, mine)).toMatchObject({
      ...{ ok: false, reason: "changed", version: 1, by: "Koordinator-To" },
      theirs: { heading: { nn: "Deira" } },
    });
    expect((await item(scene, scene.text))?.heading).toEqual({ nn: "Deira" });
    // What is the same is no change, whatever it was made from.
    expect(await write(scene, scene.text, theirs)).toMatchObject({ ok: true, version: 1 });
    expect(await write(scene, scene.text, { ...mine, version: 1 })).toMatchObject({ ok: true, version: 2 });
  });

  it("go on from what the same window has written when the answer to that was lost", async () => {
    const scene = await composed();
    const typed = (text: string) => formOf({ body: { nn: text } }, { writer: "window-1" });
    expect(await write(scene, scene.text, typed("Ei"))).toMatchObject({ ok: true, version: 1 });
    expect(await write(scene, scene.text, typed("Ei setning"))).toMatchObject({ ok: true, version: 2 });
    const otherWindow = { ...typed("Noko anna"), writer: "window-2" };
    expect(await write(scene, scene.text, otherWindow)).toMatchObject({ ok: false, reason: "changed" });
  });

  it("are in the log by their parts, never as they are written", async () => {
    const scene = await composed();
    await write(scene, scene.text, formOf({ body: { nn: "Noko om nokon" } }));
    const rows = await scene.inside((db) =>
      db.auditEvent.findMany({ where: { subjectKind: "newsletter-issue", subjectId: scene.issueId } }),
    );
    expect(rows.at(-1)?.after).toEqual({ item: scene.text, words: ["body.nn"] });
    expect(JSON.stringify(rows)).not.toContain("nokon");
  });
});

describe("the image of a piece", () => {
  it("is told by its bytes, says what it shows, and is shown to those who write the issue alone", async () => {
    const scene = await composed();
    const access = as(scene, scene.first);
    const of = { issueId: scene.issueId, itemId: scene.text };
    const put = (bytes: Uint8Array<ArrayBuffer>, alt: Record<string, string>) =>
      putImage(access, { ...of, bytes, alt });
    expect(await put(png, { nn: " " })).toEqual({ ok: false, reason: "alt-missing" });
    expect(await put(new TextEncoder().encode("<svg/>"), { nn: "x" })).toEqual({ ok: false, reason: "other" });
    expect(await put(new Uint8Array(10 * 1024 * 1024 + 1), { nn: "x" })).toEqual({ ok: false, reason: "too-large" });
    expect(await put(png, { nn: "Eit punkt" })).toEqual({ ok: true });
    const stored = await item(scene, scene.text);
    expect(stored).toMatchObject({ image: { name: "1x1", type: "image/png" }, imageAlt: { nn: "Eit punkt" } });
    const imageId = stored?.image?.id ?? "";
    const shown = await sendIssueImage(access, { issueId: scene.issueId, imageId });
    expect(shown?.headers.get("content-type")).toBe("image/png");
    expect(await sendIssueImage(access, { issueId: scene.introduction, imageId })).toBeNull();
    const bare = formOf({ imageAlt: { nn: "" } });
    expect(await write(scene, scene.text, bare)).toEqual({ ok: false, reason: "alt-missing" });
  });

  it("goes from the store when another takes its place, or it is taken away", async () => {
    const scene = await composed();
    const access = as(scene, scene.first);
    const of = { issueId: scene.issueId, itemId: scene.text };
    const files = () => scene.inside((db) => db.storedFile.count());
    await putImage(access, { ...of, bytes: png, alt: { nn: "Eit punkt" } });
    await putImage(access, { ...of, bytes: png, alt: { nn: "Eit anna" } });
    expect(await files()).toBe(1);
    expect(await removeImage(access, of)).toEqual({ ok: true });
    expect(await files()).toBe(0);
    expect((await item(scene, scene.text))?.imageAlt).toEqual({});
  });
});

describe("a test of an issue", () => {
  it("goes to her who asks for it, says that it is one, and counts as no sending of the issue", async () => {
    const scene = await composed();
    const { issueId } = scene;
    const sent = await scene.inside((db) => sendTest(db, { issueId, personId: scene.first, language: "nn", now }));
    expect(sent).toMatchObject({ ok: true });
    const [mail, ...more] = await scene.inside((db) =>
      db.delivery.findMany({ where: { kind: "newsletter" }, include: { template: true } }),
    );
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ personId: scene.first, issueId: null, locale: "nn" });
    expect(mail?.template?.subject).toMatch(/^Prøve: /);
    expect((await scene.issue(issueId)).state).toBe("draft");
  });

  it("shows its images to whoever has the mail, for a week, and a draft's to nobody else", async () => {
    const scene = await composed();
    const { issueId } = scene;
    const access = as(scene, scene.first);
    await putImage(access, { issueId, itemId: scene.text, bytes: png, alt: { nn: "Eit punkt" } });
    const sent = await scene.inside((db) =>
      sendTest(db, { issueId, personId: scene.first, language: "nn", now: new Date() }),
    );
    expect(sent).toMatchObject({ ok: true });
    const mail = await scene.inside((db) => db.deliveryTemplate.findFirstOrThrow());
    const address = new URL(/<img[^>]+src="([^"]+)"/.exec(mail.html)?.[1] ?? "");
    const imageId = address.pathname.split("/").at(-1) ?? "";
    const anybody: Access = { regionId: scene.id, personId: null, via: "link" };
    const look = (pass: string | null, id = imageId, issue = issueId) => {
      const asked = new URL(address.pathname, address.origin);
      if (pass !== null) asked.searchParams.set("pass", pass);
      return sendPublicImage(new Request(asked), anybody, { issueId: issue, imageId: id });
    };
    const pass = address.searchParams.get("pass") ?? "";
    expect((await look(pass))?.headers.get("content-type")).toBe("image/png");
    const gone = passFor(imageId, new Date(Date.now() - 1_000));
    const longer = pass.replace(/^[^.]+/, (time) => (Number.parseInt(time, 36) + 60).toString(36));
    for (const other of [null, "", "x.y", `${pass}x`, gone, longer, passFor(issueId, new Date(Date.now() + 60_000))])
      expect(await look(other)).toBeNull();
    expect(await look(pass, scene.text)).toBeNull();
    expect(await look(pass, imageId, scene.text)).toBeNull();
  });
});
