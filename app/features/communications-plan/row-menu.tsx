import { Link } from "@remix-run/react";
import type { DrawnRow } from "~/features/communications-plan/plan-columns";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { Menu, MenuButton, MenuLink, MenuRule } from "~/ui/menu";

/** The form that carries a row up or down without script: it stands once on the page. */
export const orderForm = "plan-order";

/** What can be done with a row: edit it, and the rest in a menu. The table's own script takes the first three over. */
export function RowMenu({ row, slug, period }: { row: DrawnRow; slug: string; period: string }) {
  const { id, channel, above, below } = row;
  const at = { form: orderForm, formAction: paths.movePlanRow(slug, period, id), name: "place" };
  return (
    <div className="sv-rowmenu">
      <Link to={paths.editPlanRow(slug, period, id)} className="sv-iconlink" title={m.common_edit()}>
        <Icon name="pencil" size={18} />
        <span className="ds-sr-only">{m.plan_edit_named({ row: channel })}</span>
      </Link>
      <Menu
        className="sv-iconlink"
        align="end"
        label={
          <>
            <Icon name="more" size={18} />
            <span className="ds-sr-only">{m.plan_row_menu({ row: channel })}</span>
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
        <Rest {...{ id, slug, period }} />
      </Menu>
    </div>
  );
}

/** The same on the row's own page, where it has no neighbours to be put beside. */
export function RowPageMenu({
  row,
  slug,
}: {
  row: { id: string; key: string; cells: { channel: string } };
  slug: string;
}) {
  return (
    <Menu
      className="sv-iconlink"
      align="end"
      label={
        <>
          <Icon name="more" size={20} />
          <span className="ds-sr-only">{m.plan_row_menu({ row: row.cells.channel })}</span>
        </>
      }
    >
      <Rest id={row.id} slug={slug} period={row.key} />
    </Menu>
  );
}

function Rest({ id, slug, period }: { id: string; slug: string; period: string }) {
  return (
    <>
      <MenuLink to={paths.movePlanRow(slug, period, id)} icon="swap">
        {m.plan_move_other()}
      </MenuLink>
      <MenuRule />
      <MenuLink to={paths.removePlanRow(slug, period, id)} icon="trash">
        {m.plan_remove()}
      </MenuLink>
    </>
  );
}
