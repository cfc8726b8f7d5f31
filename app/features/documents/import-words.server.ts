import { readActionPlan } from "~/domain/documents/action-plan-document";
import type { Cut } from "~/domain/documents/plan-blocks";
import { readDocument } from "~/domain/documents/read-document";
import { isStatusReport, readStatusReport } from "~/domain/documents/status-report-document";
import { readMinutes } from "~/domain/minutes/read-minutes";
import { importActionPlan } from "~/features/documents/action-plan-import.server";
import { answerMinutesImport, type MinutesAnswer } from "~/features/documents/answer-minutes-import.server";
import { doubtWords } from "~/features/documents/minutes-doubt-words";
import { newBodyChoice } from "~/features/documents/minutes-fields";
import { readStaged } from "~/features/documents/minutes-import.view.server";
import { stageMinutes } from "~/features/documents/minutes-imports.db.server";
import { importStatusReport } from "~/features/documents/status-report-import.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What a text may hold: a plan with its actors and networks, an action plan, a report on one, or minutes. */
export type TextKind = "document" | "action_plan" | "status_report" | "minutes";

/** What a text holds; one that holds nothing known counts as a document, which then says what it lacks. */
export function kindOfText(text: string): TextKind {
  if (!readDocument(text).problems.some(({ code }) => code === "no_known_table")) return "document";
  if (isStatusReport(readStatusReport(text))) return "status_report";
  if (readActionPlan(text).tables > 0) return "action_plan";
  const { content } = readMinutes(text, { places: [], bodies: [] });
  return content.items.length > 0 ? "minutes" : "document";
}

/** `lines` say what was done; `asks` what a person must still look at. */
export type WordsReport = {
  kind: Exclude<TextKind, "document">;
  saved: boolean;
  counts: Record<string, number | string>;
  lines: string[];
  problems: string[];
  asks: string[];
};

type Input = {
  kind: Exclude<TextKind, "document">;
  fileName: string;
  text: string;
  year: number | null;
  /** Whether the body minutes are of is made where the region has none of that name. */
  newBody?: boolean;
  now: Date;
};

/** Imports an action plan, a status report or minutes at once, without a preview, with all doubts as they were read. */
export async function importWords(db: RegionDb, input: Input): Promise<WordsReport> {
  if (input.kind === "minutes") return minutes(db, input);
  const { kind, fileName, text, year, now } = input;
  const refused = (problems: string[]): WordsReport => ({
    ...{ kind, saved: false, counts: {}, lines: [], problems, asks: [] },
  });
  if (kind === "action_plan") {
    const done = await importActionPlan(db, { fileName, text, now, year });
    if (!done.ok) return refused(done.problems);
    const { result } = done;
    const line = m.documents_ap_saved({ n: result.created + result.updated, year: String(result.year) });
    const counts = m.documents_sr_saved_rows(result);
    return {
      kind,
      saved: true,
      counts: result,
      lines: [line, counts],
      problems: [],
      asks: cutsOf(readActionPlan(text).cuts),
    };
  }
  const done = await importStatusReport(db, { fileName, text, now });
  if (!done.ok) return refused(done.problems);
  const { name, asks, created, updated, unchanged, kept } = done.result;
  const cuts = cutsOf(readStatusReport(text).cuts);
  return {
    ...{ kind, saved: true, counts: { name, created, updated, unchanged, kept, asks } },
    lines: [m.documents_sr_saved({ name }), m.documents_sr_saved_rows(done.result)],
    problems: [],
    asks: [...cuts, ...(asks > 0 ? [m.documents_sr_saved_asks({ n: asks })] : [])],
  };
}

function cutsOf(cuts: readonly Cut[]): string[] {
  return cuts.map(({ line, left, right }) =>
    m.documents_problem({
      where: m.documents_place_line({ line }),
      what: m.documents_doubt_sides({ left: left.slice(-60), right: right.slice(0, 60) }),
    }),
  );
}

async function minutes(db: RegionDb, { fileName, text, newBody = false, now }: Input): Promise<WordsReport> {
  const { read, bodyId } = await readStaged(db, text);
  const asks = read.doubts.map(({ line, code, item, words }) =>
    line === 0
      ? doubtWords[code](words)
      : m.documents_problem({
          where: [m.documents_place_line({ line }), item].filter(Boolean).join(", "),
          what: doubtWords[code](words),
        }),
  );
  const id = await stageMinutes(db, { fileName, text });
  const form = new FormData();
  form.set("intent", "save");
  if (newBody && bodyId === null) form.set("body", newBodyChoice);
  const answer = await answerMinutesImport(db, id, form, now);
  if (answer.ok && answer.done === "saved") {
    const { cases, approved } = answer.result;
    const { body, day } = read.content;
    const lines = [`${body}, ${day}: ${m.documents_minutes_saved({ n: cases })}`];
    return { kind: "minutes", saved: true, counts: { cases, approved }, lines, problems: [], asks };
  }
  form.set("intent", "discard");
  await answerMinutesImport(db, id, form, now);
  return {
    kind: "minutes",
    saved: false,
    counts: {},
    lines: [],
    problems: [minutesRefusal(answer, read.content.body)],
    asks,
  };
}

/** Why minutes were not saved, as a sentence. */
function minutesRefusal(answer: MinutesAnswer, body: string): string {
  if (answer.ok) return "";
  switch (answer.reason) {
    case "number-used":
      return m.documents_minutes_number_used({ number: answer.number });
    case "no-body":
      return body === "" ? m.documents_minutes_body_missing() : m.documents_minutes_body_unknown({ name: body });
    case "no-day":
      return m.documents_minutes_day_missing();
    case "exists":
      return m.documents_minutes_exists();
    default:
      return m.documents_minutes_closed();
  }
}
