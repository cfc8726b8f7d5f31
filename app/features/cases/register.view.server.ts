import { readNumber, writtenNumber } from "~/domain/cases/numbers";
import { isDay, isoDay } from "~/domain/shared/days";
import { isUuid } from "~/domain/shared/ids";
import { agendaOf } from "~/features/cases/agenda.view.server";
import { all, readItems } from "~/features/cases/meeting.view.server";
import { caseReader } from "~/features/cases/references.view.server";
import { findRegistered, type RegisterAsked, registerChoices, registered } from "~/features/cases/register.db.server";
import { storyOf } from "~/features/cases/story.view.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What the address asks of the register: words or a number, a body, a year, and from where on. */
export function readRegisterAsked(query: URLSearchParams): RegisterAsked & { search: string } {
  const search = (query.get("q") ?? "").trim().slice(0, 200).replaceAll("\0", "");
  const number = readNumber(search);
  const body = query.get("body");
  const year = /^\d{4}$/.test(query.get("year") ?? "") ? Number(query.get("year")) : null;
  const after = /^(\d{4}-\d\d-\d\d)\.(\d{1,5})\.([0-9a-f-]{36})$/.exec(query.get("after") ?? "");
  const [, day = "", at = "", id = ""] = after ?? [];
  return {
    search,
    words: number ? [] : search.split(/\s+/).filter(Boolean).slice(0, 6),
    number,
    bodyId: isUuid(body) ? body : null,
    year,
    after: isDay(day) && isUuid(id) ? { day, number: Number(at), id } : null,
  };
}

/** The public register of cases and decisions: open cases of open bodies whose notice has gone out. */
export async function registerView(db: RegionDb, asked: ReturnType<typeof readRegisterAsked>) {
  const found = await registered(db, asked);
  const shown = found.slice(0, 50);
  const last = shown.at(-1);
  const { bodies, years } = await registerChoices(db);
  return {
    cases: shown.map(rowOf),
    next: found.length > 50 && last ? `${isoDay(last.minutes.day)}.${last.number}.${last.id}` : null,
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
    years: years.map((year) => ({ value: String(year), label: String(year) })),
    asked: { search: asked.search, bodyId: asked.bodyId, year: asked.year },
  };
}

export type RegisterView = Awaited<ReturnType<typeof registerView>>;

type Registered = Awaited<ReturnType<typeof registered>>[number];

const isTold = (one: Pick<Registered, "minutes">) => ["remarks", "approved"].includes(one.minutes.state);

function rowOf(one: Registered) {
  return {
    id: one.id,
    number: writtenNumber({ number: one.number ?? 0, year: one.year ?? 0 }),
    title: one.case.title,
    body: one.body.name,
    day: isoDay(one.minutes.day),
    outcome: isTold(one) ? one.outcome : null,
  };
}

/** The newest of the register, for the region's public page. */
export async function newestRegistered(db: RegionDb, most: number) {
  const found = await registered(db, { words: [], number: null, bodyId: null, year: null, after: null });
  return found.slice(0, most).map(rowOf);
}

/** A case of the register with its parts, its decision once that has been told, and its story through open bodies. */
export async function publicCaseView(db: RegionDb, { id, slug }: { id: string; slug: string }) {
  const found = await findRegistered(db, id);
  const agenda = found && (await agendaOf(db, found.minutesId, { closed: false }));
  const item = agenda?.items.find((one) => one.id === id);
  if (!found || !item || item.hidden) return null;
  const told = isTold(found);
  const story = await storyOf(db, found.caseId, { closed: false });
  const texts = [...all([item]).flatMap(({ presentation, proposal, decision }) => [presentation, proposal, decision])];
  const hrefOf = (target: { itemId: string }, letter: string) =>
    paths.publicCase(slug, target.itemId) + (letter && `#${letter.toLowerCase()}`);
  const read = await caseReader(db, { texts, bodyId: found.bodyId, maySee: () => false, hrefOf, openOnly: true });
  const untold = (one: typeof item): typeof item => ({
    ...one,
    ...(!told && { outcome: null, decision: "", passOnTo: null }),
    parts: one.parts.map(untold),
  });
  const [read1] = readItems([untold(item)], read);
  return {
    item: read1,
    body: found.body.name,
    day: isoDay(found.minutes.day),
    place: agenda?.minutes.place ?? "",
    electronic: found.minutes.electronic,
    told,
    approved: found.minutes.state === "approved",
    story: story.flatMap((step) => {
      const treatments = step.treatments
        .filter(({ told: out, state }) => out || !["planned", "agenda"].includes(state))
        .map(({ decision: _decision, outcome, passedOnTo: _to, ...one }) => ({
          ...one,
          outcome: ["remarks", "approved"].includes(one.state) ? outcome : null,
          decision: [],
          passedOnTo: null,
        }));
      return step.hidden || !step.body.open || treatments.length === 0 ? [] : [{ ...step, treatments }];
    }),
  };
}

export type PublicCaseView = NonNullable<Awaited<ReturnType<typeof publicCaseView>>>;
