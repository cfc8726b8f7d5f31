import { isAddress } from "./sheet-cells";
import type { SheetRow } from "./sheet-columns";

/** What a row's municipality turned out to be. `asked` is what the row calls it. */
export type SheetMunicipality =
  /** `member`: in the region today. `became`: what stands in its place when it is no more. */
  | { ok: true; id: string; name: string; member: boolean; became: string[] }
  | { ok: false; reason: "missing" | "unknown" }
  | { ok: false; reason: "ambiguous"; names: string[] };

export type ContactNow = { personId: string; name: string; email: string };

export type ContactProblem =
  | "municipality-missing"
  | "municipality-unknown"
  | "municipality-outside"
  | "municipality-ambiguous"
  | "municipality-doubled"
  | "name-missing"
  | "name-long"
  | "name-differs"
  | "email-missing"
  | "email-invalid";

export type ContactVerdict =
  | { kind: "new" }
  | { kind: "same" }
  | { kind: "takes-over"; from: ContactNow }
  | { kind: "renamed"; from: ContactNow }
  /** The row names nobody. The one who is contact person stays. */
  | { kind: "vacant"; now: ContactNow | null }
  | { kind: "problem"; problem: ContactProblem; names: string[]; lines: number[] };

export type JudgedContact = {
  line: number;
  /** The municipality as the row has it. */
  asked: string;
  municipality: { id: string; name: string } | null;
  name: string;
  email: string;
  verdict: ContactVerdict;
  /** Other municipalities in the file that the same person is for. */
  alsoFor: string[];
  /** The name the region has for this address already, when it is another; that name stays. */
  knownAs: string | null;
  /** Changes when the verdict does: what a person has seen and said yes to. */
  seen: string;
};

export type ContactState = {
  /** Who is contact person now, by municipality. */
  now: ReadonlyMap<string, ContactNow>;
  /** Everybody in the region, by address. */
  people: ReadonlyMap<string, { personId: string; name: string }>;
};

const longestName = 200;

/** One verdict per row of a sheet of contact persons, against who is contact person now. */
export function judgeContacts(
  rows: readonly { row: SheetRow; municipality: SheetMunicipality }[],
  { now, people }: ContactState,
): JudgedContact[] {
  const lines = new Map<string, number[]>();
  const namesOf = new Map<string, { line: number; name: string; municipality: string }[]>();
  for (const { row, municipality } of rows) {
    if (!municipality.ok) continue;
    lines.set(municipality.id, [...(lines.get(municipality.id) ?? []), row.line]);
    const email = emailOf(row);
    const entry = { line: row.line, name: row.cells.name ?? "", municipality: municipality.name };
    if (email) namesOf.set(email, [...(namesOf.get(email) ?? []), entry]);
  }

  return rows.map(({ row, municipality }) => {
    const name = row.cells.name ?? "";
    const email = emailOf(row);
    const same = namesOf.get(email) ?? [];
    const known = people.get(email) ?? null;
    const verdict = judge();
    return {
      line: row.line,
      asked: [row.cells.number, row.cells.municipality].filter(Boolean).join(" "),
      municipality: municipality.ok ? { id: municipality.id, name: municipality.name } : null,
      name,
      email,
      verdict,
      alsoFor: municipality.ok ? same.filter(({ line }) => line !== row.line).map((one) => one.municipality) : [],
      knownAs:
        (verdict.kind === "new" || verdict.kind === "takes-over") && known && known.name !== name ? known.name : null,
      seen: seenOf(verdict),
    };

    function judge(): ContactVerdict {
      const problem = (what: ContactProblem, names: string[] = [], at: number[] = []): ContactVerdict => ({
        kind: "problem",
        problem: what,
        names,
        lines: at,
      });
      if (!municipality.ok) {
        if (municipality.reason === "ambiguous") return problem("municipality-ambiguous", municipality.names);
        return problem(`municipality-${municipality.reason}`);
      }
      if (!municipality.member) return problem("municipality-outside", municipality.became);
      const others = (lines.get(municipality.id) ?? []).filter((line) => line !== row.line);
      if (others.length > 0) return problem("municipality-doubled", [municipality.name], others);
      const current = now.get(municipality.id) ?? null;
      if (name === "" && email === "") return { kind: "vacant", now: current };
      if (email === "") return problem("email-missing");
      if (!isAddress(email)) return problem("email-invalid", [row.cells.email ?? ""]);
      if (name === "") return problem("name-missing");
      if (name.length > longestName) return problem("name-long");
      const [first] = same;
      if (first && first.line !== row.line && first.name !== name)
        return problem("name-differs", [first.name], [first.line]);
      if (!current) return { kind: "new" };
      if (current.email !== email) return { kind: "takes-over", from: current };
      return current.name === name ? { kind: "same" } : { kind: "renamed", from: current };
    }
  });
}

const emailOf = ({ cells }: SheetRow) => (cells.email ?? "").replace(/^mailto:/i, "").toLowerCase();

function seenOf(verdict: ContactVerdict): string {
  if (verdict.kind === "takes-over") return `takes-over ${verdict.from.personId}`;
  return verdict.kind === "renamed" ? `renamed ${verdict.from.personId} ${verdict.from.name}` : verdict.kind;
}

/** Whether a row can be saved, and whether that is settled or asked about. */
export function deedOf({ kind }: ContactVerdict): "save" | "ask" | "nothing" {
  if (kind === "new" || kind === "renamed") return "save";
  return kind === "takes-over" ? "ask" : "nothing";
}
