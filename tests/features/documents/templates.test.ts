import { beforeAll, describe, expect, it } from "vitest";
import "~/i18n/locale.server";
import { makeRegion } from "#tests/features/regions/make-region";
import { useDatabase } from "#tests/support/database";
import { agendaDocument } from "~/features/documents/agenda-document.view.server";
import { answerTemplateForm } from "~/features/documents/answer-template-form.server";
import { writeDefaultTemplate } from "~/features/documents/default-template.server";
import { removeTemplate } from "~/features/documents/keep-template.server";
import { writeLinesDocx } from "~/features/documents/minutes-docx.server";
import { openTemplate } from "~/features/documents/open-template.server";
import { readDocx } from "~/features/documents/read-docx.server";
import { templatesView, templateView } from "~/features/documents/templates.view.server";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { inRequest } from "~/platform/request-context.server";

const database = useDatabase();
const look = { name: "Vestregionen", accent: "skifer" };

async function setUp() {
  const region = await makeRegion(database.url().adminUrl);
  const access = { regionId: region.id, personId: null, via: "session" as const };
  const inside = <T>(work: (db: RegionDb) => Promise<T>) => withRegion(access, work);
  const bodyId = await inside(
    async (db) => (await db.governingBody.create({ data: { position: 1, name: "Styringsgruppen" } })).id,
  );
  const upload = (form: { kind: string; body?: string; file?: Uint8Array; name?: string }) => {
    const sent = new FormData();
    sent.set("kind", form.kind);
    sent.set("body", form.body ?? "");
    if (form.file) sent.set("file", new File([new Uint8Array(form.file)], form.name ?? "Mal vest.docx"));
    return inRequest("nb", () => answerTemplateForm(access, sent));
  };
  return { access, inside, bodyId, upload };
}

describe("the templates of a region", () => {
  let start: Uint8Array;
  beforeAll(async () => {
    start = await writeDefaultTemplate("minutes", { language: "nb", region: look });
  });

  it("are one for each document and body; that of a body goes before that for all", async () => {
    const { access, inside, bodyId, upload } = await setUp();
    expect(await openTemplate(access, "minutes", bodyId)).toBeNull();
    const all = await upload({ kind: "minutes", file: start });
    const own = await upload({ kind: "minutes", body: bodyId, file: start, name: "Egen.docx" });
    const again = await upload({ kind: "minutes", body: bodyId, file: start, name: "Ny.docx" });
    if (!all.ok || !own.ok || !again.ok) throw new Error("refused");
    expect(again).toMatchObject({ id: own.id, said: "Ny er nå malen for referat" });
    const { templates } = await inRequest("nb", () => inside(templatesView));
    expect(templates.map(({ name, body }) => [name, body])).toEqual([
      ["Mal vest", "Alle organ"],
      ["Ny", "Styringsgruppen"],
    ]);
    expect((await openTemplate(access, "minutes", bodyId))?.fields).toContain("present");
    expect(await inside((db) => db.storedFile.count())).toBe(2);
    expect(await removeTemplate(access, own.id)).toEqual({ ok: true, name: "Ny" });
    expect(await removeTemplate(access, own.id)).toMatchObject({ ok: false });
    expect(await openTemplate(access, "minutes", bodyId)).not.toBeNull();
    const trail = await inside((db) => db.auditEvent.findMany({ orderBy: { id: "asc" } }));
    expect(trail.map(({ action, subjectKind }) => `${action} ${subjectKind}`)).toEqual([
      ...["created document-template", "created document-template"],
      ...["updated document-template", "removed document-template"],
    ]);
    const other = await setUp();
    expect(await templateView(other.access, all.id)).toBeNull();
    expect(await removeTemplate(other.access, all.id)).toMatchObject({ ok: false });
  });

  it("that are refused say why in words, and change nothing", async () => {
    const { inside, upload } = await setUp();
    const wrong = [
      { form: { kind: "letter", file: start }, field: "kind", says: "Velg hva malen er for" },
      { form: { kind: "minutes" }, field: "file", says: "Velg en Word-fil" },
      { form: { kind: "minutes", file: new Uint8Array([1, 2]) }, field: "file", says: "ikke et Word-dokument" },
      { form: { kind: "status_report", file: start }, field: "file", says: "{{organ}} i bunnteksten hører til andre" },
      {
        form: { kind: "minutes", body: "00000000-0000-7000-8000-000000000000", file: start },
        field: "body",
        says: "finnes ikke lenger",
      },
    ];
    for (const { form, field, says } of wrong) {
      const answer = await upload(form);
      const problems = answer.ok ? [] : answer.refusal.problems;
      expect(problems.find((problem) => problem.message.includes(says))?.field, says).toBe(field);
    }
    expect(await inside((db) => db.storedFile.count())).toBe(0);
  });
});

describe("the agenda as a Word file", () => {
  it("holds every case with its texts and papers, and of a closed one the number and the law for those outside", async () => {
    const { inside, bodyId } = await setUp();
    const minutesId = await inside(async (db) => {
      const meeting = await db.minutes.create({
        data: { bodyId, day: new Date("2017-06-01"), place: "Sandvika", state: "agenda" },
      });
      const add = async (position: number, data: { title: string; closed?: boolean; legalBasis?: string }) => {
        const made = await db.case.create({
          data: {
            ...{ bodyId, position, state: "on_agenda", presentation: `Om ${data.title}`, proposer: "Rådmannen" },
            ...{
              proposal: `Vedta ${data.title}`,
              papers: { create: [{ position: 1, name: `Notat_1 ${data.title}`, link: "https://notat.example/" }] },
            },
            ...data,
          },
        });
        await db.agendaItem.create({
          data: { minutesId: meeting.id, caseId: made.id, bodyId, position, number: 13 + position, year: 2017 },
        });
      };
      await add(1, { title: "Studietur" });
      await add(2, { title: "Ansettelse", closed: true, legalBasis: "§ 13" });
      return meeting.id;
    });
    const template = await writeDefaultTemplate("agenda", { language: "nb", region: look });
    const fields = ["content", "title", "time", "place"] as const;
    const text = async (closed: boolean, own: boolean) => {
      const agenda = await inside((db) =>
        agendaDocument(db, minutesId, { closed, language: "nb", zone: "Europe/Oslo" }),
      );
      if (!agenda) throw new Error("no agenda");
      const { lines, terms, body, written } = agenda;
      const bytes = await writeLinesDocx(lines, {
        ...{ language: "nb", region: look, terms, fields: { body, day: written } },
        template: own ? { bytes: template, fields } : null,
      });
      const read = await readDocx(bytes);
      return read.ok ? read.text : "";
    };
    for (const own of [true, false]) {
      const whole = await text(true, own);
      for (const words of [
        "Sted: Sandvika",
        "Sak 14/2017 Studietur",
        "Om Studietur",
        "Vedta Studietur",
        "Notat_1 Studietur",
      ])
        expect(whole).toContain(words);
      expect(whole).toContain("Sak 15/2017 Ansettelse");
      expect(whole).toContain("Innkalling til møte i Styringsgruppen 1. juni 2017");
      const open = await text(false, own);
      expect(open).toContain("Sak 15/2017 Unntatt offentlighet, § 13");
      expect(open).not.toContain("Ansettelse");
    }
  });
});
