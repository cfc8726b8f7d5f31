import type { ChannelIcon } from "~/domain/communications-plan/channels";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import sprite from "~/ui/icons.svg?url";
import { countIn, hasAccountable, partIn } from "./matrix-cells";
import { codeWords, partLetter } from "./matrix-words";

/*
 * The rows of the matrix are written as text, not as React elements: 60 actors by 400 rows are 24,000 cells, and React
 * would make, and in the browser take over, an element and a fibre for each. Everything that people have written passes
 * `escapeHtml` here, and nothing else in the product writes HTML.
 */

export type HtmlRow = {
  id: string;
  kind: string;
  name: string;
  detail: string;
  icon: ChannelIcon | null;
  unknown: string[];
};

export type Frame = {
  slug: string;
  /** The columns that begin a tier of actors, the first one not. */
  splits: ReadonlySet<number>;
};

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** What a cell shows and says, as one pair per code and language. */
export function cellContent(code: string): { letter: string; label: string } {
  const part = partIn(code);
  if (part) return { letter: partLetter(part), label: codeWords(code) };
  return code === "-" ? { letter: "–", label: codeWords(code) } : { letter: "", label: "" };
}

function cellHtml(code: string, split: boolean): string {
  const start = split ? '<td role="gridcell" class="is-split"' : '<td role="gridcell"';
  const { letter, label } = cellContent(code);
  if (letter === "") return `${start}></td>`;
  return `${start} data-part="${code}" aria-label="${escapeHtml(label)}"><b>${letter}</b></td>`;
}

/** Cells repeat, so each of the few that there are is written once. */
function cellWriter() {
  const written = new Map<string, string>();
  return (code: string, split: boolean) => {
    const key = code + split;
    const known = written.get(key);
    if (known !== undefined) return known;
    const html = cellHtml(code, split);
    written.set(key, html);
    return html;
  };
}

const icon = (name: string, size: number) =>
  `<svg class="sv-i" width="${size}" height="${size}" aria-hidden="true" focusable="false"><use href="${sprite}#${name}"/></svg>`;

/** The line under a row that nobody is accountable for. */
export function warningHtml(row: HtmlRow, { slug }: Frame): string {
  const names = row.unknown.map((name) => `«${name}»`).join(", ");
  const text = row.unknown.length
    ? `<a href="${escapeHtml(paths.actorNames(slug))}">${escapeHtml(m.responsibility_nobody_since({ n: row.unknown.length, names }))}</a>`
    : escapeHtml(m.responsibility_nobody());
  return `<small${row.icon ? ' class="is-in"' : ""}>${icon("warning", 16)}<span>${text}</span></small>`;
}

/** The rows of a group, each a `tr` with its head, a cell per actor and its count. */
export function rowsHtml(rows: readonly (HtmlRow & { cells: string })[], frame: Frame): string {
  const cell = cellWriter();
  return rows
    .map((row) => {
      const open = !hasAccountable(row.cells);
      const name = `<a href="${escapeHtml(paths.responsibilityRow(frame.slug, row.id))}">${escapeHtml(row.name)}</a>`;
      const detail = row.detail ? ` <span>${escapeHtml(row.detail)}</span>` : "";
      const sign = row.icon ? icon(row.icon, 18) : "";
      const cells = [...row.cells].map((code, column) => cell(code, frame.splits.has(column))).join("");
      return `<tr role="row" data-row="${escapeHtml(row.id)}"${open ? ' class="is-open"' : ""}><th role="rowheader" scope="row"><div class="sv-mx__t">${sign}<p>${name}${detail}</p></div>${open ? warningHtml(row, frame) : ""}</th>${cells}<td role="gridcell" class="sv-mx__n">${countIn(row.cells)}</td></tr>`;
    })
    .join("");
}
