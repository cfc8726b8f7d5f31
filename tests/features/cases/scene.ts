import { networkRegion } from "#tests/features/networks/scene";
import { agendaOf } from "~/features/cases/agenda.view.server";
import { makeMinutes } from "~/features/cases/make-minutes.server";
import { type NewCaseInput, queueCase } from "~/features/cases/queue-case.server";
import { takeUpCases } from "~/features/cases/take-up-cases.server";

/** A region with a council, the board its recommendations go on to, and what meetings of them need. */
export async function casesRegion(adminUrl: string) {
  const region = await networkRegion(adminUrl);
  const { inside } = region;
  const body = (name: string, position: number, data: object = {}) =>
    inside(async (db) => (await db.governingBody.create({ data: { name, position, ...data } })).id);
  const assembly = await body("Generalforsamlingen", 3, { kind: "assembly", opening: false });
  const board = await body("Styringsgruppen", 2, { kind: "board", nextId: assembly, opening: false });
  const council = await body("Rådmannsgruppen", 1, { nextId: board, opening: false });
  const meeting = (bodyId: string, day: string, more: { from?: number | null; to?: number | null } = {}) =>
    inside(async (db) => {
      const made = await makeMinutes(db, { bodyId, day, from: 540, to: 690, place: "Drammen rådhus", ...more });
      if (!made.ok) throw new Error(made.reason);
      return made.id;
    });
  const queue = (bodyId: string, title: string, more: Partial<NewCaseInput> = {}) =>
    inside(async (db) => {
      const made = await queueCase(db, { bodyId, title, ...more });
      if (!made.ok) throw new Error(made.reason);
      return made.id;
    });
  const takeUp = (minutesId: string, ...caseIds: string[]) => inside((db) => takeUpCases(db, { minutesId, caseIds }));
  const agenda = (minutesId: string, closed = true) =>
    inside(async (db) => {
      const view = await agendaOf(db, minutesId, { closed });
      if (!view) throw new Error("no agenda");
      return view;
    });
  /** The agenda as its numbers and titles, with "?" for a number that is not given. */
  const listed = async (minutesId: string) =>
    (await agenda(minutesId)).items.map(({ written, title }) => `${written || "?"} ${title}`);
  return { ...region, council, board, assembly, meeting, queue, takeUp, agenda, listed };
}

export type CasesRegion = Awaited<ReturnType<typeof casesRegion>>;
