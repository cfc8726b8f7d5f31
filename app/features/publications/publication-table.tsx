import { Link } from "@remix-run/react";
import { isPlanned } from "~/domain/publications/kinds";
import { kindIcons, kindNames } from "~/features/publications/publication-words";
import type { ListedPublication } from "~/features/publications/publications.view.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { type Column, DataTable, Empty } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Props = { publications: ListedPublication[]; slug: string; today: string };

const columns = (slug: string, today: string): Column<ListedPublication>[] => [
  {
    id: "title",
    head: m.publications_field_title(),
    rowHeader: true,
    onSmall: "full",
    cell: (one) => (
      <>
        <Link to={paths.publication(slug, one.id)}>{one.title}</Link>{" "}
        {isPlanned(one, today) && <Tag>{m.publications_planned()}</Tag>}{" "}
        {one.open && <Tag icon="globe">{m.publications_is_open()}</Tag>}
        {one.author && <small>{one.author}</small>}
      </>
    ),
  },
  {
    id: "kind",
    head: m.publications_kind(),
    width: 136,
    cell: ({ kind }) => (
      <span className="sv-row">
        <Icon name={kindIcons[kind]} size={16} />
        {kindNames[kind]()}
      </span>
    ),
  },
  {
    id: "day",
    head: m.publications_day(),
    width: 144,
    cell: ({ day }) => <time dateTime={day}>{describeDay(day)}</time>,
  },
  {
    id: "place",
    head: m.publications_place(),
    width: 180,
    onSmall: "full",
    cell: ({ place }) => place || <Empty label={m.common_empty_cell()} />,
  },
  {
    id: "actor",
    head: m.publications_actor(),
    width: 180,
    onSmall: "full",
    cell: ({ actor }) =>
      actor ? <Link to={paths.actor(slug, actor.id)}>{actor.name}</Link> : <Empty label={m.common_empty_cell()} />,
  },
];

/** What has been said elsewhere, the newest first. */
export function PublicationTable({ publications, slug, today }: Props) {
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.publications_title()}
        layout="fixed"
        columns={columns(slug, today)}
        rows={publications}
        rowKey={({ id }) => id}
      />
    </div>
  );
}
