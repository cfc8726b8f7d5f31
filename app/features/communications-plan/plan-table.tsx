import { useSearchParams } from "@remix-run/react";
import { type Ref, useImperativeHandle, useMemo, useRef } from "react";
import { groupings } from "~/domain/communications-plan/rows";
import { periodTitle } from "~/features/communications-plan/period-title";
import { type DrawnRow, planColumns } from "~/features/communications-plan/plan-columns";
import { NoRows, PlanFilters } from "~/features/communications-plan/plan-frame";
import type { PlanTableView, TableOrder } from "~/features/communications-plan/plan-table.view.server";
import { orderForm } from "~/features/communications-plan/row-menu";
import { describeMonth } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { ShowMore } from "~/ui/pagination";
import { useRowDesk } from "~/ui/row-desk";
import { RowKeyList } from "~/ui/row-key-list";
import { DataTable } from "~/ui/table";
import { Segments } from "~/ui/tabs";
import { Toast } from "~/ui/toast";

/** Opens a new row over the table; false where the table is not there to do so. */
export type AddRow = () => boolean;

/** The table of a plan: filters, and rows in groups, which who may edit changes in their places. */
export function PlanTable({
  view,
  slug,
  mayEdit,
  addRow,
}: {
  view: PlanTableView;
  slug: string;
  mayEdit: boolean;
  addRow?: Ref<AddRow>;
}) {
  const [params] = useSearchParams();
  const here = paths.plan(slug, view.plan.key);
  const drawn = useDrawnRows(view);
  const { plan, today, channels, by } = useKept({
    ...{ plan: view.plan, today: view.today, channels: view.channels, by: view.by },
  });
  const columns = useMemo(
    () => planColumns({ view: { plan, today, channels, by }, slug, mayEdit }),
    [plan, today, channels, by, slug, mayEdit],
  );
  const place = { slug, key: view.plan.key };
  const names = columns.map(({ id }) => id);
  const { box, leave, open, opening, said, failed, edit, close, finish } = useRowDesk(
    {
      load: async (id) => (await import("./row-send")).loadRow(place, id),
      place: async (id, to) => (await import("./row-send")).placeRow(place, id, to),
      editor: () => import("./row-editor"),
      words: { openFailed: m.plan_open_failed, moved: m.plan_moved, moveFailed: m.plan_move_failed },
    },
    ...([view, names, mayEdit] as const),
  );
  useImperativeHandle(
    addRow,
    (): AddRow => () => {
      if (view.shown === 0) return false;
      edit(null);
      return true;
    },
  );
  const editor = open && (
    <open.Editor
      key={open.id ?? "new"}
      {...{ row: open.row, place, focus: open.focus, leave }}
      onSaved={(id) =>
        open.id === null ? finish(id, m.plan_row_added(), m.plan_row_added_outside()) : finish(id, m.plan_row_saved())
      }
      onClose={close}
    />
  );
  const query = (change: Record<string, string>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change)) next.set(name, value);
    return next.size > 0 ? `${here}?${next}` : here;
  };
  return (
    <>
      {view.total > 1 && (
        <PlanFilters
          selection={view}
          here={here}
          hidden={{ ...(by !== "channel" && { group: by }), ...(view.onlyClashes && { clashes: "only" }) }}
        >
          <GroupBy by={by} to={(group) => query({ group })} />
        </PlanFilters>
      )}
      {view.onlyClashes && (
        <Note action={{ label: m.plan_show_all(), to: here }}>{m.plan_clashes_shown({ n: view.shown })}</Note>
      )}
      {said && <Toast key={said.at} message={said.words} />}
      {failed && (
        <Note
          tone="danger"
          title={failed.title}
          live
          {...(failed.row && {
            action: { label: m.plan_edit_row(), to: paths.editPlanRow(slug, view.plan.key, failed.row) },
          })}
        >
          {m.plan_open_failed_why()}
        </Note>
      )}
      {view.shown === 0 ? (
        <NoRows
          total={view.total}
          here={here}
          action={
            mayEdit && (
              <LinkButton to={paths.newPlanRow(slug, view.plan.key)} icon="plus">
                {m.plan_row_new()}
              </LinkButton>
            )
          }
        />
      ) : (
        <div className="sv-panel sv-planbox" ref={box}>
          <DataTable
            caption={m.plan_table_caption({ period: periodTitle(view.plan) })}
            className="sv-plan"
            layout="fixed"
            columns={columns}
            rowKey={rowKey}
            keyed
            role={mayEdit ? "grid" : undefined}
            lead={open?.id === null && editor}
            editing={(row) => (open?.id === row.id ? editor : undefined)}
            mark={(row) => (opening === row.id ? "selected" : undefined)}
            {...(by === "number"
              ? { rows: drawn[0] ?? [] }
              : {
                  groups: view.groups.map((group, at) => ({
                    ...{ id: group.id, ...groupHead(view, group), rows: drawn[at] ?? [] },
                  })),
                })}
          />
        </div>
      )}
      {mayEdit && (
        <form id={orderForm} method="post" hidden>
          <input type="hidden" name="returnTo" value={query({})} />
        </form>
      )}
      {view.drawn < view.shown && (
        <div className="sv-row">
          <ShowMore
            to={query({ show: String(view.drawn + 50) })}
            label={m.common_next_50()}
            preventScrollReset
            shown={m.plan_shown({ shown: view.drawn, n: view.shown })}
          />
          <LinkButton to={query({ show: "all" })} variant="tertiary" small preventScrollReset>
            {m.plan_show_every({ n: view.shown })}
          </LinkButton>
        </div>
      )}
      {mayEdit && view.shown > 0 && <RowKeyList move={m.plan_keys_move()} add={m.plan_keys_new()} />}
    </>
  );
}

const rowKey = (row: DrawnRow) => row.id;

/** The same value as long as it says the same, so that what is drawn of it is not drawn anew. */
function useKept<T>(value: T): T {
  const kept = useRef<{ text: string; value: T } | null>(null);
  const text = JSON.stringify(value);
  if (kept.current?.text !== text) kept.current = { text, value };
  return kept.current.value;
}

/** The rows with their neighbours; one that is as it was when the rows were last read is the same one. */
function useDrawnRows(view: PlanTableView): DrawnRow[][] {
  const kept = useRef(new Map<string, { text: string; row: DrawnRow }>());
  return useMemo(() => {
    const before = kept.current;
    kept.current = new Map();
    return view.groups.map(({ rows }) =>
      rows.map((own, at): DrawnRow => {
        const row = { ...own, above: rows[at - 1]?.id ?? null, below: rows[at + 1]?.id ?? null } as DrawnRow;
        const text = JSON.stringify(row);
        const was = before.get(row.id);
        const entry = was?.text === text ? was : { text, row };
        kept.current.set(row.id, entry);
        return entry.row;
      }),
    );
  }, [view]);
}

function groupHead(view: PlanTableView, group: PlanTableView["groups"][number]) {
  const count = m.plan_rows({ n: group.count });
  if (group.by === "channel") {
    const channel = view.channels.find(({ key }) => key === group.key);
    return { count, title: channel?.name ?? group.key, ...(channel && { icon: channel.icon }) };
  }
  if (group.by === "month")
    return { count, title: group.month === null ? m.plan_no_month() : capital(describeMonth(group.month)) };
  return { count, title: (group.by === "responsible" && group.name) || m.plan_nobody_responsible() };
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function GroupBy({ by, to }: { by: TableOrder; to: (order: TableOrder) => string }) {
  const names: Record<TableOrder, string> = {
    channel: m.plan_channel(),
    month: m.plan_month(),
    responsible: m.plan_responsible(),
    number: m.plan_row_number(),
  };
  return (
    <>
      <span className="sv-quiet">{m.plan_group_by()}</span>
      <Segments
        label={m.plan_group_by()}
        items={[...groupings, "number" as const].map((order) => ({
          to: to(order),
          label: names[order],
          current: order === by,
        }))}
      />
    </>
  );
}
