import { isWebAddress } from "~/domain/networks/web-address";
import { Icon } from "~/ui/icon";

/** Links out of the product; words that are no web address are shown as they are. */
export function OutwardLinks({ links }: { links: string[] }) {
  return (
    <ul className="sv-plain">
      {links.map((link) => (
        <li key={link}>
          {isWebAddress(link) ? (
            <a href={link} rel="noreferrer" className="sv-link">
              {shortened(link)} <Icon name="external" size={14} />
            </a>
          ) : (
            <span>{link}</span>
          )}
        </li>
      ))}
    </ul>
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
