import type { ReactNode } from "react";
import { isWebAddress } from "~/domain/shared/web-address";
import { Icon } from "./icon";

/** Links out of the product; words that are no web address are shown as they are. */
export function OutwardLinks({ links }: { links: string[] }) {
  return (
    <ul className="sv-plain">
      {links.map((link) => (
        <li key={link}>
          <OutwardLink to={link} />
        </li>
      ))}
    </ul>
  );
}

/** One of them, told by its address or by other words. */
export function OutwardLink({ to, children }: { to: string; children?: ReactNode }) {
  if (!isWebAddress(to)) return <span>{children ?? to}</span>;
  return (
    <a href={to} rel="noreferrer" className="sv-link sv-out">
      {children ?? shortened(to)}
      {"\u2060"}
      <Icon name="external" size={14} />
    </a>
  );
}

/** An address without what everybody knows of it. */
function shortened(address: string): string {
  const { host, pathname } = new URL(address);
  const path = pathname === "/" ? "" : pathname;
  return host.replace(/^www\./, "") + decoded(path);
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
