import { type ReactNode, useId, useState } from "react";
import { Icon, type IconName } from "./icon";

/** A group of a table: a head that folds its rows. Without script all groups are open. */
export function GroupRows({
  title,
  icon,
  count,
  open = true,
  span,
  children,
}: {
  title: ReactNode;
  icon?: IconName;
  count?: ReactNode;
  open?: boolean;
  /** How many columns the head spans. */
  span: number;
  children: ReactNode;
}) {
  const [shown, setShown] = useState(open);
  const rows = useId();
  return (
    <>
      <tbody className="sv-group">
        <tr>
          <th scope="rowgroup" colSpan={span}>
            <button type="button" aria-expanded={shown} aria-controls={rows} onClick={() => setShown(!shown)}>
              <Icon name="chevron-down" size={16} />
              {icon && <Icon name={icon} size={18} />}
              <span>
                {title} {count !== undefined && <small>{count}</small>}
              </span>
            </button>
          </th>
        </tr>
      </tbody>
      <tbody id={rows} hidden={!shown}>
        {children}
      </tbody>
    </>
  );
}
