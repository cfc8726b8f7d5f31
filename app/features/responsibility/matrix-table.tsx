import { memo, type RefObject } from "react";
import { m } from "~/i18n/messages/messages";
import type { MatrixView } from "./matrix.view.server";
import { sumsOf, total } from "./matrix-cells";
import { breakable, groupsOf, type RowGroup, splitsOf, tiersOf } from "./matrix-groups";
import { rowsHtml } from "./matrix-html";

/** Spelled out, because a layout of one's own takes the roles of a table's elements away. */
const roles = {
  grid: { role: "grid" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  rowheader: { role: "rowheader" },
  columnheader: { role: "columnheader" },
  gridcell: { role: "gridcell" },
} as const;

/**
 * The matrix as a real table. It is drawn once for a view and then changed in place (matrix-sheet.ts), so that nothing
 * else on the page draws it again. Its rows are laid out one by one (matrix.css).
 */
export const MatrixTable = memo(function MatrixTable({
  view,
  slug,
  mayEdit,
  table,
}: {
  view: MatrixView;
  slug: string;
  mayEdit: boolean;
  table: RefObject<HTMLTableElement>;
}) {
  const { actors } = view;
  const splits = splitsOf(actors);
  const rows = [...view.tasks, ...view.planRows];
  return (
    <table
      ref={table}
      className="sv-mx"
      {...{ ...roles.grid, "aria-readonly": !mayEdit || undefined }}
      aria-label={m.responsibility_grid()}
      data-many={actors.length > 16 || undefined}
      data-large={actors.length * rows.length > 2000 || undefined}
    >
      <colgroup>
        <col className="sv-mx__c0" />
        <col span={actors.length} />
        <col />
      </colgroup>
      <Head actors={actors} splits={splits} />
      {groupsOf(view).map((group) => (
        <Group key={group.id} group={group} slug={slug} splits={splits} columns={actors.length} />
      ))}
      <Foot rows={rows} columns={actors.length} splits={splits} />
    </table>
  );
});

function Head({ actors, splits }: { actors: MatrixView["actors"]; splits: ReadonlySet<number> }) {
  return (
    <thead {...roles.rowgroup}>
      <tr {...roles.row} className="sv-mx__g">
        <td {...roles.gridcell} />
        {tiersOf(actors).map(({ title, start, count }) => (
          <th
            key={start}
            {...roles.columnheader}
            scope="colgroup"
            colSpan={count}
            className={start > 0 ? "is-split" : undefined}
          >
            <span>{title}</span>
          </th>
        ))}
        <td {...roles.gridcell} />
      </tr>
      <tr {...roles.row}>
        <th {...roles.columnheader} scope="col">
          {m.responsibility_col_row()}
        </th>
        {actors.map(({ id, name, short }, column) => (
          <th
            key={id}
            {...roles.columnheader}
            scope="col"
            className={splits.has(column) ? "is-split" : undefined}
            title={name}
          >
            {short === name ? (
              <span>{breakable(name)}</span>
            ) : (
              <>
                <span aria-hidden="true">{breakable(short)}</span>
                <span className="ds-sr-only">{name}</span>
              </>
            )}
          </th>
        ))}
        <th {...roles.columnheader} scope="col" className="sv-mx__n" title={m.responsibility_col_with_full()}>
          {m.responsibility_col_with()}
        </th>
      </tr>
    </thead>
  );
}

function Group({
  group,
  slug,
  splits,
  columns,
}: {
  group: RowGroup;
  slug: string;
  splits: ReadonlySet<number>;
  columns: number;
}) {
  return (
    <>
      <tbody {...roles.rowgroup} className="sv-mx__group">
        <tr {...roles.row}>
          <th {...roles.rowheader} scope="rowgroup" colSpan={columns + 2}>
            <span>
              {group.title} <small>{group.count}</small>
            </span>
          </th>
        </tr>
      </tbody>
      <tbody
        {...roles.rowgroup}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: 24,000 cells as elements cost React some twenty times the text on the server, and a fibre each in the browser; matrix-html.ts escapes every word.
        dangerouslySetInnerHTML={{ __html: rowsHtml(group.rows, { slug, splits }) }}
      />
    </>
  );
}

function Foot({ rows, columns, splits }: { rows: MatrixView["tasks"]; columns: number; splits: ReadonlySet<number> }) {
  const sums = sumsOf(rows, columns);
  const lines = [
    { id: "a", title: m.responsibility_sum_a(), numbers: sums.a },
    { id: "pc", title: m.responsibility_sum_pc(), numbers: sums.pc },
    { id: "all", title: m.responsibility_sum_all(), numbers: sums.all },
  ];
  return (
    <tfoot {...roles.rowgroup}>
      {lines.map(({ id, title, numbers }) => (
        <tr key={id} {...roles.row} className={id === "all" ? "is-total" : undefined}>
          <th {...roles.rowheader} scope="row">
            {title}
          </th>
          {numbers.map((number, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            <td key={column} {...roles.gridcell} className={splits.has(column) ? "is-split" : undefined}>
              {number}
            </td>
          ))}
          <td {...roles.gridcell} className="sv-mx__n">
            {total(numbers)}
          </td>
        </tr>
      ))}
    </tfoot>
  );
}
