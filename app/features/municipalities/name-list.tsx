import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";

type Named = { number: string; name: string; inRegion?: boolean };

/** "Lindås, Meland og Radøy": each with its page where the region has one; no slug, no links. */
export function NameList({ slug, names }: { slug: string | null; names: readonly Named[] }) {
  return names.map(({ number, name, inRegion }, at) => (
    <Fragment key={number}>
      {at > 0 && (at === names.length - 1 ? ` ${m.municipalities_and()} ` : ", ")}
      {inRegion && slug ? <Link to={paths.municipality(slug, number)}>{name}</Link> : name}
    </Fragment>
  ));
}
