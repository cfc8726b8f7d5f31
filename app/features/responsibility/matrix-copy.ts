import { partCodes } from "~/domain/responsibility/parts";
import { m } from "~/i18n/messages/messages";
import type { MatrixView } from "./matrix.view.server";
import { countIn, partIn } from "./matrix-cells";
import { groupsOf } from "./matrix-groups";
import { escapeHtml } from "./matrix-html";
import { partLetter, partWord } from "./matrix-words";

type Copy = { html: string; text: string };

const letterOf = (code: string) => {
  const part = partIn(code);
  return part ? partLetter(part) : "";
};

/** The matrix as a table for Word, and as lines with tabs for what takes no tables. `cells` gives a row as it stands. */
export function copyOf(view: MatrixView, cells: (row: string) => string): Copy {
  const heads = [m.responsibility_col_row(), ...view.actors.map(({ short }) => short), m.responsibility_col_with()];
  const lines = groupsOf(view).map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => {
      const now = cells(row.id) || row.cells;
      const name = row.detail ? `${row.name}: ${row.detail}` : row.name;
      return [name, ...[...now].map(letterOf), String(countIn(now))];
    }),
  }));
  const legend = partCodes.map((part) => `${partLetter(part)} ${partWord(part)}`).join(", ");
  const border = 'style="border:1px solid #999;padding:2pt 4pt"';
  const cell = (tag: "td" | "th", text: string) => `<${tag} ${border}>${escapeHtml(text)}</${tag}>`;
  const html = [
    '<table style="border-collapse:collapse;font:9pt sans-serif"><thead><tr>',
    ...heads.map((head) => cell("th", head)),
    "</tr></thead><tbody>",
    ...lines.flatMap(({ title, rows }) => [
      `<tr><th ${border} colspan="${heads.length}" align="left">${escapeHtml(title)}</th></tr>`,
      ...rows.map((row) => `<tr>${row.map((text) => cell("td", text)).join("")}</tr>`),
    ]),
    `</tbody></table><p>${escapeHtml(legend)}</p>`,
  ].join("");
  const oneLine = (text: string) => text.replace(/\s+/g, " ");
  const text = [heads, ...lines.flatMap(({ title, rows }) => [[title], ...rows])]
    .map((line) => line.map(oneLine).join("\t"))
    .join("\n");
  return { html, text: `${text}\n${legend}\n` };
}

/** Puts the table on the clipboard. Throws when the browser does not allow it. */
export async function copyMatrix(view: MatrixView, cells: (row: string) => string): Promise<void> {
  const { html, text } = copyOf(view, cells);
  const item = new ClipboardItem({
    "text/html": new Blob([html], { type: "text/html" }),
    "text/plain": new Blob([text], { type: "text/plain" }),
  });
  await navigator.clipboard.write([item]);
}
