import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

/** Nothing yet: what is missing, why or when it comes by itself, and one thing to do. */
export function EmptyState({
  icon,
  title,
  why,
  action,
}: {
  icon: IconName;
  title: ReactNode;
  why?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="sv-empty">
      <Icon name={icon} size={28} />
      <b>{title}</b>
      {why && <p>{why}</p>}
      {action}
    </div>
  );
}
