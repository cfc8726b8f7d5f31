/** A row of the table of actors as it goes into a plan document. */
export type DocumentRow = { name: string; units: string[]; role: string; responsibility: string; tasks: string[] };

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
const lines = (text: string) => text.split(/\n+/).filter(Boolean).map(escaped).join("<br>");

/** The table as HTML that a word processor takes as a table: a head row, one row an actor, the tasks as a list. */
export function tableHtml(heads: readonly string[], rows: readonly DocumentRow[]): string {
  const cell = (html: string) => `<td valign="top">${html}</td>`;
  const list = (items: string[]) =>
    items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${lines(item)}</li>`).join("")}</ul>`;
  const body = rows.map(({ name, units, role, responsibility, tasks }) => {
    const who = [`<b>${escaped(name)}</b>`, ...units.map(escaped)].join("<br>");
    return `<tr>${cell(who)}${cell(lines(role))}${cell(lines(responsibility))}${cell(list(tasks))}</tr>`;
  });
  const head = heads.map((words) => `<th align="left">${escaped(words)}</th>`).join("");
  return `<table border="1" cellspacing="0" cellpadding="4"><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

/** The same with a tab between cells and a line for each row, for what takes no table. */
export function tableText(heads: readonly string[], rows: readonly DocumentRow[]): string {
  const flat = (text: string) => text.replace(/\s+/g, " ").trim();
  return [
    heads.join("\t"),
    ...rows.map(({ name, units, role, responsibility, tasks }) =>
      [[name, ...units].join(", "), role, responsibility, tasks.join(". ")].map(flat).join("\t"),
    ),
  ].join("\n");
}
