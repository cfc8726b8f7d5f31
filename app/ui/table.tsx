import { Link } from "@remix-run/react";
import { Fragment, memo, type ReactNode } from "react";
import { GroupRows } from "./group-rows";
import type { IconName } from "./icon";
import { SelectAll, type Selection } from "./selection";

export type Column<R> = {
  id: string;
  head: ReactNode;
  cell: (row: R) => ReactNode;
  /** The cell that names the row. */
  rowHeader?: true;
  align?: "right";
  /** Pixels. */
  width?: number;
  /** Subtle text. */
  quiet?: true;
  /** Where a row becomes a stack: hidden, a line of its own, or with the head's words before it. Else two abreast. */
  onSmall?: "hide" | "full" | "label";
  /** The head is for screen readers only. */
  headSpoken?: true;
  sort?: { to: string; direction?: "ascending" | "descending" };
};

export type Group<R> = {
  id: string;
  title: ReactNode;
  icon?: IconName;
  count?: ReactNode;
  rows: R[];
  /** Open unless `false`. */
  open?: boolean;
};

type Body<R> = {
  columns: Column<R>[];
  rowKey: (row: R) => string;
  /** The content of a row that is being edited; it spans all columns. */
  editing?: (row: R) => ReactNode;
  mark?: (row: R) => Mark;
  select?: Selection<R>;
  /** Each row carries its key as `data-row`. */
  keyed?: boolean;
};

type Mark = "warning" | "danger" | "selected" | undefined;

/**
 * The one table. Rows or groups of rows; a box to tick; one row in edit. At 640 px and below a row is a stack, or the
 * table scrolls in its own box with its first column kept in view (`small="scroll"`).
 */
export function DataTable<R>({
  caption,
  captionShown,
  rows = [],
  groups,
  small = "stack",
  layout = "auto",
  className = "",
  role,
  lead,
  ...body
}: Body<R> & {
  caption: string;
  captionShown?: boolean;
  rows?: R[];
  groups?: Group<R>[];
  small?: "stack" | "scroll";
  layout?: "auto" | "fixed";
  className?: string;
  /** "grid" where the rows are one tab stop. */
  role?: "grid";
  /** A row in edit over all others: one that is new. */
  lead?: ReactNode;
}) {
  const { columns, select } = body;
  const span = columns.length + (select ? 1 : 0);
  return (
    <div className="sv-scroll" {...(small === "scroll" && { role: "group", tabIndex: 0, "aria-label": caption })}>
      <table className={`sv-table ${className}`} role={role} data-small={small} data-layout={layout}>
        <caption className={captionShown ? undefined : "ds-sr-only"}>{caption}</caption>
        <colgroup>
          {select && <col width="40" />}
          {columns.map(({ id, width }) => (
            <col key={id} width={width} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {select && (
              <th scope="col" className="sv-tick">
                <SelectAll label={select.allLabel} />
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        {lead && (
          <tbody>
            <tr className="sv-edit">
              <td colSpan={span}>{lead}</td>
            </tr>
          </tbody>
        )}
        {groups ? (
          groups.map(({ rows: own, ...group }) => (
            <GroupRows key={group.id} {...group} span={span}>
              <TableRows rows={own} {...body} />
            </GroupRows>
          ))
        ) : (
          <tbody>
            <TableRows rows={rows} {...body} />
          </tbody>
        )}
      </table>
    </div>
  );
}

function Head<R>({ column: { head, align, headSpoken, sort } }: { column: Column<R> }) {
  const words = headSpoken ? <span className="ds-sr-only">{head}</span> : head;
  return (
    <th
      scope="col"
      data-right={align === "right" || undefined}
      aria-sort={sort ? (sort.direction ?? "none") : undefined}
    >
      {sort ? (
        <Link className="sv-sort" to={sort.to} preventScrollReset>
          {words}
        </Link>
      ) : (
        words
      )}
    </th>
  );
}

function TableRows<R>({ rows, columns, rowKey, editing, mark, select, keyed }: Body<R> & { rows: R[] }) {
  return rows.map((row) => {
    const key = rowKey(row);
    const form = editing?.(row);
    if (form) {
      return (
        <tr key={key} className="sv-edit">
          <td colSpan={columns.length + (select ? 1 : 0)}>{form}</td>
        </tr>
      );
    }
    return (
      <OneRow key={key} id={keyed ? key : undefined} row={row} columns={columns} mark={mark?.(row)} select={select} />
    );
  });
}

type RowProps<R> = { id?: string; row: R; columns: Column<R>[]; mark: Mark; select?: Selection<R> };

/** Drawn anew only when it is another row, or has other columns: one that is edited leaves the others alone. */
const OneRow = memo(function OneRow<R>({ id, row, columns, mark, select }: RowProps<R>) {
  return (
    <tr data-row={id} data-mark={mark}>
      {select && (
        <td className="sv-tick">
          <input
            type="checkbox"
            name={select.name}
            form={select.form}
            value={select.value(row)}
            aria-label={select.label(row)}
            defaultChecked={select.checked?.(row)}
            disabled={select.disabled?.(row)}
          />
        </td>
      )}
      {columns.map((column) => (
        <Fragment key={column.id}>
          <Cell column={column} row={row} />
        </Fragment>
      ))}
    </tr>
  );
}) as <R>(props: RowProps<R>) => ReactNode;

function Cell<R>({ column, row }: { column: Column<R>; row: R }) {
  const { rowHeader, align, quiet, onSmall, head } = column;
  const marks = { "data-right": align === "right" || undefined, "data-small": onSmall };
  const content = (
    <>
      {onSmall === "label" && (
        <span className="sv-table__label" aria-hidden="true">
          {head}
        </span>
      )}
      {column.cell(row)}
    </>
  );
  return rowHeader ? (
    <th scope="row" {...marks}>
      {content}
    </th>
  ) : (
    <td {...marks} data-quiet={quiet}>
      {content}
    </td>
  );
}

/** A cell with nothing in it: a dash, and a spoken word. */
export function Empty({ label }: { label: string }) {
  return (
    <span className="sv-quiet">
      <span aria-hidden="true">–</span>
      <span className="ds-sr-only">{label}</span>
    </span>
  );
}
