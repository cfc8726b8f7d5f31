import { Link } from "@remix-run/react";
import { RowClashes } from "~/features/communications-plan/row-clashes";
import type { ShownClashes } from "~/features/responsibility/clashes.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Panel, PanelBody } from "~/ui/panel";

/** How many rows stand in the panel; the rest are in the plan's table. */
const shownRows = 6;

/** What clashes or is missing in a plan, each row with what there is; nothing when all is well. */
export function ClashPanel({ found, slug }: { found: ShownClashes | null; slug: string }) {
  if (!found || (found.rows.length === 0 && !found.heavy)) return null;
  const { key, rows, heavy } = found;
  const more = rows.length - shownRows;
  return (
    <Panel
      title={m.plan_clashes()}
      count={rows.length || undefined}
      {...(rows.length > 0 && { link: { label: m.plan_clashes_only(), to: paths.planClashes(slug, key) } })}
    >
      <PanelBody>
        <ul className="sv-clashlist">
          {heavy && (
            <li>
              <Link to={paths.responsibilityOf(slug, key)}>
                {m.plan_clash_heavy({ actor: heavy.name, n: heavy.rows, total: heavy.total })}
              </Link>
            </li>
          )}
          {rows.slice(0, shownRows).map(({ id, name, clashes }) => (
            <li key={id}>
              <Link to={paths.planRow(slug, key, id)} dir="auto">
                {name}
              </Link>
              <RowClashes clashes={clashes} />
            </li>
          ))}
        </ul>
        {more > 0 && <p className="sv-quiet sv-small">{m.plan_clashes_more({ n: more })}</p>}
      </PanelBody>
    </Panel>
  );
}
