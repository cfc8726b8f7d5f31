import { type DataTable, headingOf, paragraphOf, type RawPart, rowOf } from "~/domain/documents/plan-document";
import { type PartCode, partCodes } from "~/domain/responsibility/parts";
import { countIn, partIn } from "~/features/responsibility/matrix-cells";
import { partLetter, partWord } from "~/features/responsibility/matrix-words";
import type { PlanMatrix } from "~/features/responsibility/plan-matrix.view.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";

/** More actors than this do not fit as columns on a sheet; then names stand under each part. */
const mostColumns = 12;

type PlanRow = { id: string; channel: string; theme: string };

/**
 * The matrix of the measures in the document, and of the tasks that somebody has said several actors have a part in:
 * what an actor does alone stands with the actor.
 */
export function responsibilityPart(view: PlanMatrix, planRows: readonly PlanRow[]): RawPart {
  const ofId = new Map(planRows.map((row) => [row.id, row]));
  const rows = view.rows.flatMap((row) => {
    const own = ofId.get(row.id);
    return own ? [{ ...row, name: [own.channel, own.theme].map(oneLine).filter(Boolean).join("\n") }] : [];
  });
  const tasks = view.tasks.filter(({ cells }) => countIn(cells) > 1 && /[APCKI]/.test(cells));
  // Who has no part in any of the rows takes no column.
  const actors = view.actors
    .map((actor, at) => ({ ...actor, at }))
    .filter(({ at }) => [...rows, ...tasks].some(({ cells }) => partIn(cells.charAt(at)) !== null));
  const letters = actors.length <= mostColumns;
  const table = letters ? letterTable : nameTable;
  const short = actors.filter(({ name, short }) => name !== short);
  return {
    heading: m.plan_document_matrix(),
    wide: true,
    blocks: [
      paragraphOf(m.plan_document_matrix_lead({ day: describeDay(view.asOf) })),
      ...(letters
        ? [
            {
              type: "terms" as const,
              terms: partCodes.map((part) => ({ term: partLetter(part), words: partWord(part) })),
            },
          ]
        : []),
      ...(letters && short.length > 0
        ? [{ type: "terms" as const, terms: short.map(({ short: term, name: words }) => ({ term, words })) }]
        : []),
      ...(tasks.length > 0 ? [headingOf(m.plan_document_matrix_measures())] : []),
      table(m.plan_document_matrix_caption(), m.plan_document_matrix_row(), rows, actors),
      ...(tasks.length > 0
        ? [
            headingOf(m.plan_document_matrix_tasks()),
            table(m.plan_document_matrix_tasks_caption(), m.plan_document_task(), tasks, actors),
          ]
        : []),
    ],
  };
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, " ");

type MatrixRow = { name: string; cells: string };
type Column = { name: string; short: string; at: number };

function letterTable(caption: string, head: string, rows: MatrixRow[], actors: Column[]): DataTable {
  return {
    type: "data",
    caption,
    columns: [
      { head, share: 38 },
      ...actors.map(({ short }) => ({ head: short, share: Math.max(5, 62 / actors.length), centred: true as const })),
    ],
    rows: rows.map(({ name, cells }) =>
      rowOf([
        name,
        ...actors.map(({ at }) => {
          const part = partIn(cells.charAt(at));
          return part ? partLetter(part) : "";
        }),
      ]),
    ),
  };
}

function nameTable(caption: string, head: string, rows: MatrixRow[], actors: Column[]): DataTable {
  const named = (cells: string, part: PartCode) =>
    actors.filter(({ at }) => partIn(cells.charAt(at)) === part).map(({ short }) => short);
  const used = partCodes.filter((part) => part === "a" || rows.some(({ cells }) => named(cells, part).length > 0));
  return {
    type: "data",
    caption,
    columns: [{ head, share: 34 }, ...used.map((part) => ({ head: partWord(part), share: 66 / used.length }))],
    rows: rows.map(({ name, cells }) => rowOf([name, ...used.map((part) => named(cells, part).join(", "))])),
  };
}
