import { Link } from "@remix-run/react";
import type { Operator } from "~/features/networks/network-actors.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Empty } from "~/ui/table";

/**
 * Who runs a network, one a line; `slug` makes them links. Words nobody knows as an actor stand as they were written,
 * and lead to where it can be said who they are when `maySay`.
 */
export function OperatorList({ operators, slug, maySay }: { operators: Operator[]; slug?: string; maySay?: boolean }) {
  if (operators.length === 0) return <Empty label={m.common_empty_cell()} />;
  return (
    <ul className="sv-plain">
      {operators.map((one) =>
        one.kind === "words" ? (
          <li key={one.words}>
            «{one.words}»{" "}
            {one.unknown && slug && maySay && <Link to={paths.actorNames(slug)}>{m.networks_unknown_name()}</Link>}
          </li>
        ) : (
          <li key={one.id}>
            {slug ? <Link to={paths.actor(slug, one.id)}>{one.name}</Link> : one.name}
            {one.outside && slug && <span className="sv-quiet sv-small"> {m.networks_outside()}</span>}
          </li>
        ),
      )}
    </ul>
  );
}
