import { Link, useSearchParams } from "@remix-run/react";
import { type Ref, useImperativeHandle, useMemo } from "react";
import { yearPeriod } from "~/domain/action-plan/activity";
import type { ActionPlanView, ActivityRow } from "~/features/action-plan/action-plan.view.server";
import { planTitle } from "~/features/action-plan/plan-frame";
import { ActivityStateWords } from "~/features/action-plan/plan-words";
import { stripLabels } from "~/features/timing/day-words";
import { TimingCell } from "~/features/timing/timing-cell";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { MenuButton, MenuRule, PlainMenu } from "~/ui/menu";
import { MonthInitials } from "~/ui/month-strip";
import { Note } from "~/ui/note";
import { ShowMore } from "~/ui/pagination";
import { useRowDesk } from "~/ui/row-desk";
import { RowKeyList } from "~/ui/row-key-list";
import { type Column, DataTable, Empty } from "~/ui/table";
import { Toast } from "~/ui/toast";

const pageOfRows = 50;

type Row = ActivityRow & {
  measure: { name: string; strategy: string; first: boolean };
  /** Its neighbours in the measure that are shown. */
  above: string | null;
  below: string | null;
};

/** Opens a new activity over the table; false where the table is not there to do so. */
export type AddRow = () => boolean;

/** The form that carries an activity up or down without script: it stands once on the page. */
const orderForm = "activity-order";

/**
 * The activities of a plan under their focus areas, each with its measure, its time over the year, owner and state. Who
 * may edit changes them in their places.
 */
export function PlanTable({
  view,
  slug,
  mayEdit,
  addRow,
}: {
  view: ActionPlanView;
  slug: string;
  mayEdit: boolean;
  addRow?: Ref<AddRow>;
}) {
  const [params] = useSearchParams();
  const { year } = view.plan;
  const shown = params.get("show") === "all" ? view.shown : Math.max(Number(params.get("show")) || 0, pageOfRows);
  const groups = useMemo(() => groupsOf(view, shown), [view, shown]);
  const columns = useMemo(() => columnsOf({ view, slug, mayEdit }), [view, slug, mayEdit]);
  const place = { slug, year };
  const names = columns.map(({ id }) => id);
  const { box, leave, open, opening, said, failed, edit, close, finish } = useRowDesk(
    {
      load: async (id) => (await import("./activity-send")).loadActivity(place, id),
      place: async (id, to) => (await import("./activity-send")).placeActivity(place, id, to),
      editor: () => import("./activity-row-editor"),
      words: {
        openFailed: m.action_plan_open_failed,
        moved: m.action_plan_activity_moved,
        moveFailed: m.action_plan_move_failed,
      },
    },
    ...([view, names, mayEdit] as const),
  );
  useImperativeHandle(
    addRow,
    (): AddRow => () => {
      edit(null);
      return true;
    },
  );
  const editor = open && (
    <open.Editor
      key={open.id ?? "new"}
      {...{ row: open.row, place, focus: open.focus, leave }}
      onSaved={(id) =>
        open.id === null
          ? finish(id, m.action_plan_activity_added(), m.action_plan_added_outside())
          : finish(id, m.action_plan_activity_saved())
      }
      onClose={close}
    />
  );
  const here = (more: URLSearchParams) => paths.actionPlan(slug, year) + (more.size > 0 ? `?${more}` : "");
  const more = new URLSearchParams(params);
  more.set("show", String(shown + pageOfRows));
  return (
    <>
      {said && <Toast key={said.at} message={said.words} />}
      {failed && (
        <Note
          tone="danger"
          title={failed.title}
          live
          {...(failed.row && {
            action: { label: m.action_plan_edit_activity(), to: paths.editActivity(slug, year, failed.row) },
          })}
        >
          {m.plan_open_failed_why()}
        </Note>
      )}
      <div className="sv-panel sv-planbox" ref={box}>
        <DataTable<Row>
          caption={planTitle(year)}
          className="sv-plan sv-aplan"
          layout="fixed"
          columns={columns}
          rowKey={({ id }) => id}
          keyed
          role={mayEdit ? "grid" : undefined}
          groups={groups}
          lead={open?.id === null && editor}
          editing={(row) => (open?.id === row.id ? editor : undefined)}
          mark={({ id, stale }) => (opening === id ? "selected" : stale?.kind === "overdue" ? "warning" : undefined)}
        />
      </div>
      {mayEdit && (
        <form id={orderForm} method="post" hidden>
          <input type="hidden" name="returnTo" value={here(params)} />
        </form>
      )}
      {shown < view.shown && (
        <ShowMore
          to={here(more)}
          label={m.common_next_50()}
          preventScrollReset
          shown={m.action_plan_shown({ shown, n: view.shown })}
        />
      )}
      {mayEdit && <RowKeyList move={m.action_plan_keys_move()} add={m.action_plan_keys_new()} />}
    </>
  );
}

function groupsOf(view: ActionPlanView, shown: number) {
  let left = shown;
  return view.areas.flatMap((area) =>
    area.focusAreas.flatMap((focus) => {
      const all = focus.measures.flatMap(({ name, strategy, activities }) =>
        activities.map((row, at): Row => {
          const [above, below] = [activities[at - 1]?.id ?? null, activities[at + 1]?.id ?? null];
          return { ...row, measure: { name, strategy, first: at === 0 }, above, below };
        }),
      );
      const rows = all.slice(0, Math.max(left, 0));
      left -= all.length;
      if (rows.length === 0) return [];
      const title = `${area.name} · ${focus.name}`;
      return [{ id: focus.id, title, count: m.action_plan_count({ n: all.length }), rows }];
    }),
  );
}

function columnsOf({ view, slug, mayEdit }: { view: ActionPlanView; slug: string; mayEdit: boolean }): Column<Row>[] {
  const { year } = view.plan;
  const period = yearPeriod(year);
  return [
    {
      ...{ id: "measure", head: m.action_plan_measure(), width: 214, onSmall: "full" },
      cell: ({ measure: { name, strategy, first } }) => (
        <span className={first ? "sv-apmeasure" : "ds-sr-only"} dir="auto">
          {name}
          {strategy && <small>{strategy}</small>}
        </span>
      ),
    },
    {
      ...{ id: "activity", head: m.action_plan_activity(), rowHeader: true, width: 290, onSmall: "full" },
      cell: ({ id, name }) => (
        <span>
          <Link to={paths.activity(slug, year, id)} dir="auto">
            {name || m.action_plan_unnamed()}
          </Link>
        </span>
      ),
    },
    {
      id: "when",
      head: (
        <span className="sv-whenhead">
          {m.action_plan_when()}
          <MonthInitials initials={stripLabels(period, "initials")} period={period} />
        </span>
      ),
      ...{ width: 188, onSmall: "full" },
      cell: ({ timing }) => <TimingCell reading={timing} period={period} today={view.today} />,
    },
    {
      ...{ id: "owner", head: m.action_plan_owner(), width: 136, quiet: true, onSmall: "label" },
      cell: ({ owner }) => owner || <Empty label={m.common_empty_cell()} />,
    },
    {
      ...{ id: "state", head: m.action_plan_state(), width: 196, onSmall: "full" },
      cell: (row) => (
        <>
          <ActivityStateWords row={row} />
          {mayEdit && (
            <small className="sv-noprint">
              <Link className="sv-link" to={`${paths.activity(slug, year, row.id)}#say`}>
                {m.action_plan_say()}
                <span className="ds-sr-only">: {row.name}</span>
              </Link>
            </small>
          )}
        </>
      ),
    },
    ...(mayEdit
      ? [
          {
            ...{ id: "menu", head: m.action_plan_order(), headSpoken: true as const, width: 76 },
            cell: (row: Row) => <RowMenu row={row} slug={slug} year={year} />,
          },
        ]
      : []),
  ];
}

/** What can be done with an activity. Plain links and buttons, which the script of the table takes over. */
function RowMenu({ row, slug, year }: { row: Row; slug: string; year: number }) {
  const { id, above, below } = row;
  const name = row.name || m.action_plan_unnamed();
  const at = { form: orderForm, formAction: paths.activityForm(slug, year, id), name: "place" };
  return (
    <div className="sv-rowmenu">
      <a href={paths.editActivity(slug, year, id)} className="sv-iconlink" title={m.common_edit()}>
        <Icon name="pencil" size={18} />
        <span className="ds-sr-only">{m.plan_edit_named({ row: name })}</span>
      </a>
      <PlainMenu
        className="sv-iconlink"
        align="end"
        label={
          <>
            <Icon name="more" size={18} />
            <span className="ds-sr-only">{m.plan_row_menu({ row: name })}</span>
          </>
        }
      >
        {above && (
          <MenuButton {...at} icon="chevron-up" value={`${above} before`}>
            {m.plan_move_up()}
          </MenuButton>
        )}
        {below && (
          <MenuButton {...at} icon="chevron-down" value={`${below} after`}>
            {m.plan_move_down()}
          </MenuButton>
        )}
        {(above || below) && <MenuRule />}
        <a className="sv-menu__a" href={paths.removeActivity(slug, year, id)}>
          <Icon name="trash" size={18} />
          <span>{m.action_plan_remove()}</span>
        </a>
      </PlainMenu>
    </div>
  );
}
