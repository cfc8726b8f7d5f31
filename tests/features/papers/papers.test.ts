import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { startStore } from "#tests/support/s3";
import { makeLinks } from "~/features/auth/links.server";
import { addPapers } from "~/features/papers/add-papers.server";
import { changePaper } from "~/features/papers/change-paper.server";
import { movePaper } from "~/features/papers/move-paper.server";
import { papersByInvitation, papersOf } from "~/features/papers/papers.view.server";
import { receivePapers } from "~/features/papers/receive-papers.server";
import { removePaper } from "~/features/papers/remove-paper.server";
import { type PaperDoor, sendPaper } from "~/features/papers/send-paper.server";
import type { Access } from "~/platform/db/region-db.server";
import { type NetworkRegion, networkRegion } from "../networks/scene";

const database = useDatabase();
const now = new Date("2027-04-01T08:00:00Z");
const reader = [{ kind: "reader" as const, actorId: null, municipalityId: null }];
const contact = [{ kind: "contact_person" as const, actorId: null, municipalityId: null }];

let region: NetworkRegion;
let other: NetworkRegion;
let access: Access;

beforeAll(async () => {
  region = await networkRegion(database.url().adminUrl);
  other = await networkRegion(database.url().adminUrl);
  access = { regionId: region.id, personId: null, via: "session" };
});

const newEvent = (data: { state?: "draft" | "published" | "held" | "cancelled"; open?: boolean } = {}) =>
  region.inside(async (db) => {
    const times = { startsAt: new Date("2027-05-26T07:00:00Z"), endsAt: new Date("2027-05-26T09:00:00Z") };
    const facts = { title: "Fagdag", zone: "Europe/Oslo", state: "published" as const };
    return (await db.event.create({ data: { ...facts, ...times, ...data } })).id;
  });

const formOf = (files: [string, string][], more: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, text] of files) form.append("files", new File([text], name));
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  return form;
};

const pdf = "%PDF-1.7 sakliste";

async function add(eventId: string, files: [string, string][], { open = false, link = "" } = {}) {
  const received = await receivePapers(formOf(files, { link }));
  if (!received.ok) throw new Error(JSON.stringify(received.problems));
  return addPapers(access, { ...received, eventId, itemId: null, open });
}

const listed = (eventId: string) => region.inside((db) => papersOf(db, eventId));
const firstOf = async (eventId: string) => (await listed(eventId))[0]?.id ?? "";

/** What a request through this door is answered: its status, 404 for none. */
async function through(door: PaperDoor, paper: string, { method = "GET", headers = {}, from = access } = {}) {
  const answer = await sendPaper(new Request("http://localhost/x", { method, headers }), from, paper, door);
  return answer ?? new Response(null, { status: 404 });
}

async function linkTo(purpose: "answer" | "registration", personId: string, subjectId: string) {
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date("2027-12-31");
  await region.inside((db) => makeLinks(db, [{ token, purpose, personId, subjectId, expiresAt }]));
  return token;
}

async function invited(eventId: string) {
  const person = await region.addPerson("Kontaktperson", `${randomUUID()}@voss.example`);
  const invitation = await region.inside((db) =>
    db.invitation.create({ data: { eventId, personId: person, locale: "nn" } }),
  );
  return { person, invitation: invitation.id, token: await linkTo("answer", person, invitation.id) };
}

describe("adding papers", () => {
  it("keeps files and a link in their order, after those that are there", async () => {
    const event = await newEvent();
    expect(await add(event, [["Sakliste.pdf", pdf]])).toEqual({ ok: true, count: 1 });
    await add(event, [["Notat.txt", "Hei"]], { link: "https://www.example.no/rad", open: true });
    expect(await listed(event)).toMatchObject([
      { name: "Sakliste", open: false, file: { kind: "pdf", size: pdf.length } },
      { name: "Notat", open: true, file: { kind: "text" } },
      { name: "www.example.no", open: true, file: null, link: "https://www.example.no/rad" },
    ]);
    expect(await region.inside((db) => papersOf(db, event, { openOnly: true }))).toHaveLength(2);
    expect(await region.inside((db) => db.auditEvent.count({ where: { subjectKind: "paper" } }))).toBeGreaterThan(2);
  });

  it("takes all or none, and tells what is wrong with each", async () => {
    const form = formOf(
      [
        ["a.pdf", pdf],
        ["b.exe", "MZ\u0090"],
        ["c.html", "<html>"],
      ],
      { link: "javascript:alert(1)" },
    );
    const received = await receivePapers(form);
    expect(received).toMatchObject({ ok: false, problems: [{ field: "link" }] });
    form.set("link", "");
    const files = await receivePapers(form);
    expect(files.ok ? [] : files.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("b.exe"),
      expect.stringContaining("c.html"),
    ]);
  });

  it("keeps nothing for an event that is not there", async () => {
    const before = await region.inside((db) => db.storedFile.count());
    expect(await add(randomUUID(), [["a.pdf", pdf]])).toEqual({ ok: false, reason: "gone" });
    expect(await region.inside((db) => db.storedFile.count())).toBe(before);
  });
});

describe("a paper that is there", () => {
  it("is renamed and opened, unless another was first", async () => {
    const event = await newEvent();
    await add(event, [["Sakliste.pdf", pdf]]);
    const [paper] = await listed(event);
    const form = { stamp: paper?.stamp ?? "", name: "Saksliste", link: "", itemId: null, open: true };
    const change = () => region.inside((db) => changePaper(db, { eventId: event, paperId: paper?.id ?? "", form }));
    expect(await change()).toEqual({ ok: true });
    expect(await listed(event)).toMatchObject([{ name: "Saksliste", open: true }]);
    expect(await change()).toEqual({ ok: false, reason: "changed" });
  });

  it("moves up and down, and no further than the end", async () => {
    const event = await newEvent();
    await add(event, [
      ["a.txt", "a"],
      ["b.txt", "b"],
      ["c.txt", "c"],
    ]);
    const names = async () => (await listed(event)).map(({ name }) => name).join("");
    const c = (await listed(event))[2]?.id ?? "";
    const move = (by: -1 | 1) => region.inside((db) => movePaper(db, { eventId: event, paperId: c, by }));
    await move(-1);
    expect(await names()).toBe("acb");
    await move(-1);
    await move(-1);
    expect(await names()).toBe("cab");
    await move(1);
    expect(await names()).toBe("acb");
  });

  it("is removed with its file, but not with one that another paper is too", async () => {
    const event = await newEvent();
    await add(event, [["a.pdf", pdf]]);
    const paper = await region.inside((db) => db.paper.findFirstOrThrow({ where: { eventId: event } }));
    const copy = await newEvent();
    await region.inside((db) =>
      db.paper.create({ data: { eventId: copy, position: 1, name: "a", fileId: paper.fileId } as never }),
    );
    const files = () => region.inside((db) => db.storedFile.count({ where: { id: paper.fileId ?? "" } }));
    expect(await removePaper(access, { eventId: event, paperId: paper.id })).toMatchObject({ ok: true });
    expect(await files()).toBe(1);
    expect(await removePaper(access, { eventId: copy, paperId: await firstOf(copy) })).toMatchObject({ ok: true });
    expect(await files()).toBe(0);
    expect(await removePaper(access, { eventId: event, paperId: paper.id })).toEqual({ ok: false, reason: "gone" });
  });
});

describe("fetching a paper", () => {
  it("gives its bytes under its name, kept by that browser alone", async () => {
    const event = await newEvent();
    await add(event, [["Møte.pdf", pdf]]);
    const paper = await firstOf(event);
    const door = { by: "role" as const, personId: randomUUID(), roles: reader, eventId: event };
    const answer = await through(door, paper);
    expect(await answer.text()).toBe(pdf);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(pdf.length),
      "cache-control": "private, no-cache",
      "content-disposition": "attachment; filename=\"Mte.pdf\"; filename*=UTF-8''M%C3%B8te.pdf",
    });
    const head = await through(door, paper, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, `${pdf.length}`, ""]);
    const headers = { "If-None-Match": answer.headers.get("etag") ?? "" };
    expect((await through(door, paper, { headers })).status).toBe(304);
  });

  it("takes a role that sees events, or an invitation that stands", async () => {
    const event = await newEvent();
    await add(event, [["a.pdf", pdf]]);
    const paper = await firstOf(event);
    const { person, invitation, token } = await invited(event);
    const own = { by: "role" as const, personId: person, roles: contact, eventId: event };
    const byLink = { by: "answer" as const, token, now };
    expect((await through(own, paper)).status).toBe(200);
    expect((await through({ ...own, personId: randomUUID() }, paper)).status).toBe(404);
    expect((await through(byLink, paper)).status).toBe(200);
    expect(await papersByInvitation(region.id, token, now)).toHaveLength(1);
    expect((await through({ ...byLink, by: "registration" }, paper)).status).toBe(404);
    expect((await through({ ...byLink, token: "wrong" }, paper)).status).toBe(404);
    await region.inside((db) => db.invitation.updateMany({ where: { id: invitation }, data: { withdrawnAt: now } }));
    expect((await through(own, paper)).status).toBe(404);
    expect((await through(byLink, paper)).status).toBe(404);
    expect(await papersByInvitation(region.id, token, now)).toEqual([]);
  });

  it.each([
    ["registered", 200],
    ["cancelled", 404],
    ["waiting", 404],
    ["pending", 404],
    ["refused", 404],
  ] as const)("takes a registration that is %s: %i", async (state, status) => {
    const event = await newEvent();
    await add(event, [["a.pdf", pdf]]);
    const personId = await region.addPerson("Deltakar", `${randomUUID()}@voss.example`);
    const facts = { name: "Deltakar", way: "room" as const, number: 1, locale: "nn" };
    const { id } = await region.inside((db) =>
      db.registration.create({ data: { eventId: event, personId, state, ...facts } }),
    );
    const token = await linkTo("registration", personId, id);
    expect((await through({ by: "registration", token, now }, await firstOf(event))).status).toBe(status);
  });

  it.each([
    [{ open: true, state: "published" }, true, 200],
    [{ open: true, state: "held" }, true, 200],
    [{ open: true, state: "published" }, false, 404],
    [{ open: false, state: "published" }, true, 404],
    [{ open: true, state: "draft" }, true, 404],
    [{ open: true, state: "cancelled" }, true, 404],
  ] as const)("is for everybody where event and paper are open: %o, paper %s: %i", async (of, open, status) => {
    const event = await newEvent(of);
    await add(event, [["a.pdf", pdf]], { open });
    expect((await through({ by: "public", eventId: event }, await firstOf(event))).status).toBe(status);
  });

  it("finds nothing of another event or another region", async () => {
    const event = await newEvent({ open: true });
    await add(event, [["a.pdf", pdf]], { open: true });
    const paper = await firstOf(event);
    const elsewhere = await newEvent({ open: true });
    const { token } = await invited(elsewhere);
    expect((await through({ by: "public", eventId: elsewhere }, paper)).status).toBe(404);
    expect((await through({ by: "answer", token, now }, paper)).status).toBe(404);
    const role = { by: "role" as const, personId: randomUUID(), roles: reader };
    expect((await through({ ...role, eventId: elsewhere }, paper)).status).toBe(404);
    const from = { ...access, regionId: other.id };
    expect((await through({ ...role, eventId: event }, paper, { from })).status).toBe(404);
    expect((await through({ by: "public", eventId: event }, paper, { from })).status).toBe(404);
    expect((await through({ by: "public", eventId: event }, "no-uuid")).status).toBe(404);
  });
});

describe("with a store that speaks S3", () => {
  async function withStore(work: (store: Awaited<ReturnType<typeof startStore>>) => Promise<void>) {
    const store = await startStore();
    const before = Object.fromEntries(Object.keys(store.settings).map((name) => [name, process.env[name] ?? ""]));
    Object.assign(process.env, store.settings);
    try {
      await work(store);
    } finally {
      Object.assign(process.env, before);
      await store.stop();
    }
  }

  it("keeps bytes there alone, reads them back and forgets them with the paper", () =>
    withStore(async (store) => {
      const event = await newEvent();
      await add(event, [["Møte.pdf", pdf]]);
      const [file] = await region.inside((db) =>
        db.storedFile.findMany({ where: { papers: { some: { eventId: event } } } }),
      );
      expect(file?.content).toBeNull();
      expect([...store.files]).toEqual([
        [`/files/${region.id}/${file?.id}`, { type: "application/pdf", bytes: Buffer.from(pdf) }],
      ]);
      const door = { by: "role" as const, personId: randomUUID(), roles: reader, eventId: event };
      expect(await (await through(door, await firstOf(event))).text()).toBe(pdf);
      await removePaper(access, { eventId: event, paperId: await firstOf(event) });
      expect(store.files.size).toBe(0);
      expect(store.refused).toEqual([]);
    }));

  it("still reads what the database has kept before", async () => {
    const event = await newEvent();
    await add(event, [["a.pdf", pdf]]);
    await withStore(async () => {
      const door = { by: "role" as const, personId: randomUUID(), roles: reader, eventId: event };
      expect(await (await through(door, await firstOf(event))).text()).toBe(pdf);
    });
  });

  it("leaves nothing in the store of what does not come to be", () =>
    withStore(async (store) => {
      expect(await add(randomUUID(), [["a.pdf", pdf]])).toEqual({ ok: false, reason: "gone" });
      expect(store.files.size).toBe(0);
    }));

  it("adds nothing when the store refuses, and removes a paper all the same", () =>
    withStore(async (store) => {
      const event = await newEvent();
      await add(event, [["a.pdf", pdf]]);
      store.fail(true);
      await expect(add(event, [["b.pdf", pdf]])).rejects.toThrow("403");
      expect(await listed(event)).toHaveLength(1);
      expect(await removePaper(access, { eventId: event, paperId: await firstOf(event) })).toMatchObject({ ok: true });
    }));

  it("is refused with a wrong key", () =>
    withStore(async (store) => {
      process.env.S3_SECRET = "another secret";
      await expect(add(await newEvent(), [["a.pdf", pdf]])).rejects.toThrow("403");
      expect(store.refused).toHaveLength(1);
    }));
});
