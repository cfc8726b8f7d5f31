import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { addFollowUp } from "~/features/cases/add-follow-up.server";
import { addPart } from "~/features/cases/add-part.server";
import { announceDecision } from "~/features/cases/announce-decision.server";
import { announcedDecisions } from "~/features/cases/announced.view.server";
import { caseView } from "~/features/cases/case.view.server";
import { addCasePapers, removeCasePaper, sendCasePaper } from "~/features/cases/case-papers.server";
import { changeFollowUp, markFollowUp } from "~/features/cases/change-follow-up.server";
import { editCase, moveInQueue, movePart, removePart, withdrawCase } from "~/features/cases/edit-case.server";
import { followUpsView } from "~/features/cases/follow-ups.view.server";
import { passOn } from "~/features/cases/pass-on.server";
import { setAgenda } from "~/features/cases/set-agenda.server";
import { takenView } from "~/features/cases/taken.view.server";
import { receivePapers } from "~/features/papers/receive-papers.server";
import type { Access } from "~/platform/db/region-db.server";
import { type CasesRegion, casesRegion } from "./scene";

const database = useDatabase();
let region: CasesRegion;
let access: Access;
beforeAll(async () => {
  region = await casesRegion(database.url().adminUrl);
  access = { regionId: region.id, personId: null, via: "session" };
});

const words = { title: "Sak", presentation: "", proposal: "" };
const add = (caseId: string, title: string, lettered = true) =>
  region.inside(async (db) => {
    const made = await addPart(db, { caseId, lettered, title });
    if (!made.ok) throw new Error(made.reason);
    return made.id;
  });
const partsOf = (caseId: string) =>
  region.inside(async (db) => {
    const parts = await db.case.findMany({ where: { parentId: caseId }, orderBy: { position: "asc" } });
    return parts.map(({ letter, title }) => `${letter} ${title}`.trim());
  });

describe("editing a case", () => {
  it("refuses who opened an earlier version, and a closed case without its law", async () => {
    const id = await region.queue(region.council, "Sak");
    const edit = (more: object, version: number) =>
      region.inside((db) => editCase(db, id, { ...words, ...more, version }));
    expect(await edit({ title: "Ny tittel" }, 0)).toMatchObject({ ok: true });
    expect(await edit({ title: "For sein" }, 0)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await edit({ closed: true }, 1)).toEqual({ ok: false, reason: "no-basis" });
    const part = await add(id, "Del");
    expect(await edit({ closed: true, legalBasis: "offl. § 13" }, 1)).toMatchObject({ ok: true });
    expect(await region.inside((db) => db.case.findFirst({ where: { id: part } }))).toMatchObject({ closed: true });
  });

  it("keeps the letters of its parts in their order, and each on the agenda it stands on", async () => {
    const id = await region.queue(region.council, "Samlesak", { kind: "information" });
    const [a, b] = [await add(id, "Helse"), await add(id, "Kultur")];
    const meeting = await region.meeting(region.council, "2031-02-03");
    await region.takeUp(meeting, id);
    await region.inside((db) => movePart(db, { caseId: id, partId: b, by: -1 }));
    await add(id, "Idrett");
    await add(id, "Uten bokstav", false);
    expect(await partsOf(id)).toEqual(["A Kultur", "B Helse", "C Idrett", "Uten bokstav"]);
    expect(await region.inside((db) => removePart(db, { caseId: id, partId: a }))).toMatchObject({ ok: true });
    expect(await partsOf(id)).toEqual(["A Kultur", "B Idrett", "Uten bokstav"]);
    const { items } = await region.agenda(meeting);
    expect(items[0]?.parts.map(({ letter, title }) => `${letter} ${title}`.trim())).toEqual(await partsOf(id));
    const bullet = items[0]?.parts[2]?.caseId ?? "";
    expect(await region.inside((db) => addPart(db, { caseId: bullet, lettered: true, title: "For djupt" }))).toEqual({
      ok: false,
      reason: "too-deep",
    });
  });

  it("orders the queue, takes a case out of it and puts it back last", async () => {
    const [one, two] = [await region.queue(region.board, "En"), await region.queue(region.board, "To")];
    expect(await region.inside((db) => moveInQueue(db, { caseId: two, by: -1 }))).toMatchObject({ place: 1 });
    expect(await region.inside((db) => withdrawCase(db, { caseId: two }))).toEqual({ ok: true });
    expect(await region.inside((db) => withdrawCase(db, { caseId: two }))).toEqual({ ok: false, reason: "state" });
    await region.inside((db) => withdrawCase(db, { caseId: two, back: true }));
    expect(await region.inside((db) => moveInQueue(db, { caseId: one, by: 1 }))).toMatchObject({ place: 2 });
  });

  it("links the cases its text names, each to the body that is named", async () => {
    const meeting = await region.meeting(region.assembly, "2031-05-05");
    const old = await region.queue(region.assembly, "Vedtekter");
    await region.takeUp(meeting, old);
    await region.inside((db) => setAgenda(db, { minutesId: meeting }));
    const id = await region.queue(region.council, "Ny", { presentation: "Jf. Generalforsamlingens sak 01b/2031." });
    const asked = { id, maySee: () => true, slug: "vestland", today: "2031-01-01" };
    expect(JSON.stringify(await region.inside((db) => caseView(db, asked)))).toContain(
      `"href":"/r/vestland/cases/${old}#b"`,
    );
  });
});

describe("the papers of a case", () => {
  it("go with it to the next body, and a shared file is kept until the last case lets it go", async () => {
    const id = await region.queue(region.council, "Med vedlegg");
    const form = new FormData();
    form.append("files", new File(["%PDF-1.7 notat"], "Notat.pdf"));
    const received = await receivePapers(form);
    if (!received.ok) throw new Error("refused");
    expect(await addCasePapers(access, { caseId: id, files: received.files, link: null })).toEqual({
      ok: true,
      count: 1,
    });
    const meeting = await region.meeting(region.council, "2031-06-03");
    await region.takeUp(meeting, id);
    const itemId = (await region.agenda(meeting)).items[0]?.id ?? "";
    await region.inside((db) => db.agendaItem.updateMany({ where: { id: itemId }, data: { outcome: "as_proposed" } }));
    const passed = await region.inside((db) => passOn(db, { itemId, bodyId: region.board }));
    const became = passed.ok ? passed.caseId : "";
    const papers = await region.inside((db) => db.casePaper.findMany({ orderBy: { id: "asc" } }));
    const of = (caseId: string) => papers.find((paper) => paper.caseId === caseId)?.id ?? "";
    await removeCasePaper(access, { caseId: id, paperId: of(id) });
    const send = (caseId: string, may: boolean) =>
      sendCasePaper(new Request("http://x"), access, { caseId, paperId: of(caseId) }, async () => may);
    expect(await (await send(became, true))?.text()).toBe("%PDF-1.7 notat");
    expect(await send(became, false)).toBeNull();
    await removeCasePaper(access, { caseId: became, paperId: of(became) });
    expect(await region.inside((db) => db.storedFile.count())).toBe(0);
  });
});

describe("what is to be done after a decision", () => {
  it("stands late first, is done with a note, and can be undone", async () => {
    const meeting = await region.meeting(region.council, "2031-09-03");
    await region.takeUp(meeting, await region.queue(region.council, "Oppfølging"));
    const itemId = (await region.agenda(meeting)).items[0]?.id ?? "";
    const make = (text: string, dueOn: string | null) =>
      region.inside(async (db) => {
        const data = { itemId, position: 1, words: text, dueOn: dueOn ? new Date(dueOn) : null };
        return (await db.followUp.create({ data })).id;
      });
    await make("Uten frist", null);
    await make("Kommer", "2031-10-01");
    const id = await make("Sein", "2031-09-10");
    const view = (done: boolean) =>
      region.inside((db) =>
        followUpsView(db, {
          asked: { done, taken: false, bodyId: null, after: null },
          today: "2031-09-20",
          maySee: () => true,
        }),
      );
    const before = await view(false);
    expect(before.late.map((one) => one.words)).toEqual(["Sein"]);
    expect(before.rest.map((one) => one.words)).toEqual(["Kommer", "Uten frist"]);
    const mark = (done: boolean, version: number) =>
      region.inside((db) => markFollowUp(db, { id, done, note: "Sendt", version, now: new Date() }));
    expect(await mark(true, 0)).toEqual({ ok: true });
    expect(await mark(true, 0)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect((await view(true)).rest.map((one) => one.doneNote)).toEqual(["Sendt"]);
    expect(await mark(false, 1)).toEqual({ ok: true });
    const edit = { id, words: "Sein", responsible: "Sekretariatet", dueOn: "2031-12-01", version: 2 };
    expect(await region.inside((db) => changeFollowUp(db, edit))).toEqual({ ok: true });
    expect((await view(false)).counts).toEqual({ open: 3, late: 0, done: 0 });
  });

  it("is added when the meeting is over too, by those who may see the case, and newsletters get what is marked", async () => {
    const meeting = await region.meeting(region.council, "2031-11-03");
    const closedCase = { closed: true, legalBasis: "offl. § 13" };
    await region.takeUp(meeting, await region.queue(region.council, "Åpen sak"));
    await region.takeUp(meeting, await region.queue(region.council, "Lukket sak", closedCase));
    await region.inside((db) => setAgenda(db, { minutesId: meeting }));
    const [open = "", closed = ""] = (await region.agenda(meeting)).items.map(({ id }) => id);
    const add = (itemId: string, sees = true) =>
      region.inside((db) =>
        addFollowUp(db, { itemId, words: "Ring", responsible: "KS", dueOn: null, maySee: () => sees }),
      );
    expect(await add(open)).toEqual({ ok: false, reason: "no-decision" });
    await region.inside((db) =>
      db.agendaItem.updateMany({ where: { minutesId: meeting }, data: { outcome: "changed", decision: "Gjør det." } }),
    );
    const state = (now: "ended" | "remarks") =>
      region.inside((db) => db.minutes.updateMany({ where: { id: meeting }, data: { state: now } }));
    await state("ended");
    expect(await add(closed, false)).toEqual({ ok: false, reason: "no-decision" });
    const added = await add(open);
    const kept = await region.inside((db) => db.followUp.findFirst({ where: { id: added.ok ? added.id : "" } }));
    expect(kept).toMatchObject({ words: "Ring", actorId: region.ks, itemId: open });

    const announce = (itemId: string, announced = true) =>
      region.inside((db) => announceDecision(db, { itemId, announced }));
    expect(await announce(closed)).toEqual({ ok: false, reason: "closed" });
    expect(await announce(open)).toEqual({ ok: true });
    const told = () => region.inside((db) => announcedDecisions(db, { from: new Date("2031-01-01") }));
    expect(await told()).toEqual([]);
    await state("remarks");
    expect(await told()).toEqual([{ id: open, title: "Åpen sak", decision: "Gjør det." }]);
    await region.inside((db) => db.agendaItem.updateMany({ where: { id: closed }, data: { announced: true } }));
    expect(await told()).toHaveLength(1);
    const seen = await region.inside((db) => takenView(db, { bodyId: null, after: null, maySee: () => false }));
    expect(seen.rows.map(({ title, decision }) => [title, decision])).toEqual([
      ["Åpen sak", "Gjør det."],
      ["", ""],
    ]);
    await announce(open, false);
    expect(await told()).toEqual([]);
  });
});
