import type { DrawnRow } from "~/features/communications-plan/plan-columns";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { Menu, MenuButton, MenuLink, MenuRule, PlainMenu } from "~/ui/menu";

/** The form that carries a row up or down without script: it stands once on the page. */
export const orderForm = "plan-order";

/**
 * What can be done with a row: edit it, and the rest in a menu. Plain links and buttons, which the script of the table
 * takes over: a link of the router in every row would be drawn anew whenever the router does anything.
 */
export function RowMenu({ row, slug, period }: { row: DrawnRow; slug: string; period: string }) {
  const { id, channel, above, below } = row;
  const at = { form: orderForm, formAction: paths.movePlanRow(slug, period, id), name: "place" };
  return (
    <div className="sv-rowmenu">
      <a href={paths.editPlanRow(slug, period, id)} className="sv-iconlink" title={m.common_edit()}>
        <Icon name="pencil" size={18} />
        <span className="ds-sr-only">{m.plan_edit_named({ row: channel })}</span>
      </a>
      <PlainMenu
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
        <a className="sv-menu__a" href={paths.movePlanRow(slug, period, id)}>
          <Icon name="swap" size={18} />
          <span>{m.plan_move_other()}</span>
        </a>
        <MenuRule />
        <a className="sv-menu__a" href={paths.removePlanRow(slug, period, id)}>
          <Icon name="trash" size={18} />
          <span>{m.plan_remove()}</span>
        </a>
      </PlainMenu>
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
      <MenuLink to={paths.movePlanRow(slug, row.key, row.id)} icon="swap">
        {m.plan_move_other()}
      </MenuLink>
      <MenuRule />
      <MenuLink to={paths.removePlanRow(slug, row.key, row.id)} icon="trash">
        {m.plan_remove()}
      </MenuLink>
    </Menu>
  );
}
