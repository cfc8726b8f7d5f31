import type { ContactVerdict, JudgedContact } from "~/domain/documents/contact-sheet";
import type { FactVerdict } from "~/domain/documents/municipality-sheet";
import type { SheetColumn, SheetResult } from "~/domain/documents/sheet-columns";
import { m } from "~/i18n/messages/messages";

const columns: Record<SheetColumn, () => string> = {
  number: () => m.documents_sheet_column_number(),
  municipality: () => m.documents_sheet_column_municipality(),
  name: () => m.documents_sheet_column_name(),
  email: () => m.documents_sheet_column_email(),
  population: () => m.documents_sheet_column_population(),
  year: () => m.documents_sheet_column_year(),
  standard: () => m.documents_sheet_column_standard(),
  areas: () => m.documents_sheet_column_areas(),
  circles: () => m.documents_sheet_column_circles(),
};

/** A column's head in the reader's language; it is read again under it. */
export const sheetColumnWords = (column: SheetColumn) => columns[column]();

const standards = {
  bokmal: () => m.documents_sheet_standard_bokmal(),
  nynorsk: () => m.documents_sheet_standard_nynorsk(),
  neutral: () => m.documents_sheet_standard_neutral(),
};

/** A written standard as a cell has it. */
export const standardCell = (standard: keyof typeof standards) => standards[standard]();

export type Refusal = {
  reason: "too-large" | "too-many-rows" | "empty" | "old-excel" | "not-sheet" | "not-xlsx" | "open-quote" | "unpacked";
  line?: number;
  most?: number;
};

/** Why a file could not be read, and what to do. */
export function sheetRefusalWords({ reason, line = 0, most = 5000 }: Refusal): string {
  return {
    "too-large": () => m.documents_sheet_too_large(),
    unpacked: () => m.documents_sheet_unpacked(),
    "too-many-rows": () => m.documents_sheet_too_many_rows({ most }),
    empty: () => m.documents_sheet_empty(),
    "old-excel": () => m.documents_sheet_old_excel(),
    "not-sheet": () => m.documents_sheet_not_sheet(),
    "not-xlsx": () => m.documents_sheet_not_sheet(),
    "open-quote": () => m.documents_sheet_open_quote({ line }),
  }[reason]();
}

/** Why the columns could not be read: what was found, and what to write. */
export function unreadableWords(read: Exclude<SheetResult, { ok: true }>): string {
  if (read.reason === "empty") return m.documents_sheet_empty();
  const found = read.found
    .slice(0, 12)
    .map((head) => `«${head.slice(0, 60)}»`)
    .join(", ");
  if (read.reason === "no-heads") return m.documents_sheet_no_heads({ found });
  if (read.reason === "doubled") return m.documents_sheet_doubled({ column: sheetColumnWords(read.column), found });
  const missing = read.missing.map((column) => `«${sheetColumnWords(column)}»`).join(", ");
  return read.missing.length === 1
    ? m.documents_sheet_missing({ missing, found })
    : m.documents_sheet_missing_many({ missing, found });
}

/** A row's verdict in words. */
export function contactVerdictWords(verdict: ContactVerdict): string {
  switch (verdict.kind) {
    case "new":
      return m.documents_sheet_v_new();
    case "same":
      return m.documents_sheet_v_same();
    case "takes-over":
      return m.documents_sheet_v_takes_over({ name: verdict.from.name });
    case "renamed":
      return m.documents_sheet_v_renamed();
    case "vacant":
      return verdict.now ? m.documents_sheet_v_vacant_left({ name: verdict.now.name }) : m.documents_sheet_v_vacant();
    case "problem":
      return contactProblemWords(verdict);
  }
}

type Place = { problem: string; names: string[]; lines: number[] };

/** The problems both kinds of sheet have with a municipality; null for any other. */
function municipalityWords({ problem, names, lines }: Place): string | null {
  switch (problem) {
    case "municipality-missing":
      return m.documents_sheet_p_municipality_missing();
    case "municipality-unknown":
      return m.documents_sheet_p_municipality_unknown();
    case "municipality-outside":
      return names.length > 0
        ? m.documents_sheet_p_municipality_became({ names: names.join(", ") })
        : m.documents_sheet_p_municipality_outside();
    case "municipality-ambiguous":
      return m.documents_sheet_p_municipality_ambiguous({ names: names.join(", ") });
    case "municipality-doubled":
      return m.documents_sheet_p_municipality_doubled({ lines: lines.join(", ") });
    default:
      return null;
  }
}

function contactProblemWords(verdict: Extract<ContactVerdict, { kind: "problem" }>): string {
  const [name = ""] = verdict.names;
  switch (verdict.problem) {
    case "name-missing":
      return m.documents_sheet_p_name_missing();
    case "name-long":
      return m.documents_sheet_p_name_long();
    case "name-differs":
      return m.documents_sheet_p_name_differs({ name, lines: verdict.lines.join(", ") });
    case "email-missing":
      return m.documents_sheet_p_email_missing();
    case "email-invalid":
      return m.documents_sheet_p_email_invalid({ email: name });
    default:
      return municipalityWords(verdict) ?? "";
  }
}

/** What else there is to say about a row of a contact person. */
export function contactNotes({ alsoFor, knownAs }: Pick<JudgedContact, "alsoFor" | "knownAs">): string[] {
  return [
    ...(alsoFor.length > 0 ? [m.documents_sheet_v_also({ names: alsoFor.join(", ") })] : []),
    ...(knownAs ? [m.documents_sheet_v_known({ name: knownAs })] : []),
  ];
}

/** What is wrong with a row of facts. */
export function factProblemWords(verdict: Extract<FactVerdict, { kind: "problem" }>): string {
  const { text } = verdict;
  switch (verdict.problem) {
    case "population":
      return m.documents_sheet_f_p_population({ text });
    case "year":
      return m.documents_sheet_f_p_year();
    case "standard":
      return m.documents_sheet_f_p_standard({ text });
    case "area-long":
      return m.documents_sheet_f_p_area_long();
    case "guest-facts":
      return m.documents_sheet_f_p_guest_facts();
    default:
      return municipalityWords(verdict) ?? "";
  }
}
