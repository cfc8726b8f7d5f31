import { Link } from "@remix-run/react";
import type { AreasView } from "~/features/municipalities/areas.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { type Column, DataTable, Empty } from "~/ui/table";

type Area = AreasView[number];

/** The areas, then the circles: how many municipalities, which are guests, and what overlaps. */
export function AreaTable({ areas, slug }: { areas: AreasView; slug: string }) {
  const groups = (["area", "circle"] as const)
    .map((kind) => ({ id: kind, title: titles[kind](), rows: areas.filter((area) => area.kind === kind) }))
    .filter(({ rows }) => rows.length > 0)
    .map((group) => ({ ...group, count: group.rows.length }));
  return (
    <div className="sv-panel">
      <DataTable caption={m.areas_title()} columns={columns(slug)} groups={groups} rowKey={({ id }) => id} />
    </div>
  );
}

const titles = { area: () => m.areas_areas(), circle: () => m.areas_circles() };

const columns = (slug: string): Column<Area>[] => [
  {
    id: "name",
    head: m.areas_name(),
    rowHeader: true,
    onSmall: "full",
    cell: ({ id, name, description }) => (
      <>
        <Link to={paths.area(slug, id)}>{name}</Link>
        <small className="sv-quiet">{firstLine(description)}</small>
      </>
    ),
  },
  {
    id: "count",
    head: m.areas_municipalities(),
    onSmall: "full",
    cell: ({ count, guests, ended }) => (
      <>
        {m.areas_count({ n: count })}
        {guests > 0 && <small>{m.areas_guests({ n: guests })}</small>}
        {ended > 0 && <small>{m.areas_ended({ n: ended })}</small>}
      </>
    ),
  },
  {
    id: "counties",
    head: m.areas_counties(),
    onSmall: "label",
    cell: ({ counties }) => (counties.length === 0 ? <Empty label={m.areas_no_counties()} /> : counties.join(", ")),
  },
  {
    id: "overlaps",
    head: m.areas_overlaps(),
    quiet: true,
    onSmall: "label",
    cell: ({ overlaps }) =>
      overlaps.length === 0 ? (
        <Empty label={m.areas_no_overlaps()} />
      ) : (
        overlaps.map(({ id, name, shared }, at) => (
          <span key={id}>
            {at > 0 && ", "}
            {m.areas_overlap({ name, n: shared })}
          </span>
        ))
      ),
  },
];

const firstLine = (text: string) => text.split("\n")[0] ?? "";
