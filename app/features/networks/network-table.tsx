import { Link } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { dayWithYear } from "~/features/networks/network-days";
import { stageNames, stageTones } from "~/features/networks/network-words";
import type { NetworkRow, NetworksView } from "~/features/networks/networks.view.server";
import { OperatorList } from "~/features/networks/operator-list";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { type Column, DataTable, Empty } from "~/ui/table";
import { Tag } from "~/ui/tag";

type Row = NetworkRow;

const text = (words: string) => (words === "" ? <Empty label={m.common_empty_cell()} /> : words);

const columns = (slug: string): Column<Row>[] => [
  {
    id: "name",
    head: m.networks_name(),
    rowHeader: true,
    width: 250,
    onSmall: "full",
    cell: ({ id, name, open }) => (
      <>
        <Link to={paths.network(slug, id)}>{name}</Link> {open && <Tag icon="globe">{m.networks_is_open()}</Tag>}
      </>
    ),
  },
  {
    id: "operators",
    head: m.networks_operators(),
    width: 190,
    onSmall: "full",
    cell: ({ operators }) => <OperatorList operators={operators} />,
  },
  {
    id: "stage",
    head: m.networks_stage(),
    width: 124,
    cell: ({ stage }) =>
      stage ? <Tag tone={stageTones[stage]}>{stageNames[stage]()}</Tag> : <Empty label={m.networks_stage_unknown()} />,
  },
  {
    id: "areas",
    head: m.networks_areas(),
    width: 112,
    cell: ({ areas, theme }) =>
      areas.length === 0 ? (
        text(theme)
      ) : (
        <span title={areas.map(({ number, name }) => `${number} ${name}`).join("\n")}>
          {areas.map(({ number }) => number).join(", ")}
        </span>
      ),
  },
  {
    id: "frequency",
    head: m.networks_form(),
    onSmall: "full",
    cell: ({ form, frequency }) => (
      <>
        {text(form)}
        {frequency && <small>{frequency}</small>}
      </>
    ),
  },
  {
    id: "next",
    head: m.networks_next(),
    width: 132,
    onSmall: "label",
    cell: ({ next }) =>
      next ? (
        <Link to={paths.event(slug, next.id)}>{dayWithYear(instantToLocal(next.startsAt, next.zone).date)}</Link>
      ) : (
        <Empty label={m.networks_no_next()} />
      ),
  },
];

/** The register of networks; one's own come first, in a group of their own. */
export function NetworkTable({ view, slug }: { view: Pick<NetworksView, "mine" | "networks">; slug: string }) {
  const { mine, networks } = view;
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.networks_title()}
        layout="fixed"
        columns={columns(slug)}
        rowKey={({ id }) => id}
        {...(mine.length > 0
          ? {
              groups: [
                { id: "mine", title: m.networks_mine(), count: mine.length, rows: mine },
                ...(networks.length > 0
                  ? [{ id: "others", title: m.networks_others(), count: networks.length, rows: networks }]
                  : []),
              ],
            }
          : { rows: networks })}
      />
    </div>
  );
}
