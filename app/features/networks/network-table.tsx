import { Link } from "@remix-run/react";
import type { NetworksView } from "~/features/networks/networks.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { type Column, DataTable, Empty } from "~/ui/table";

type Network = NetworksView["networks"][number];

const text = (words: string) => (words === "" ? <Empty label={m.common_empty_cell()} /> : words);

const columns = (slug: string): Column<Network>[] => [
  {
    id: "name",
    head: m.networks_name(),
    rowHeader: true,
    width: 240,
    onSmall: "full",
    cell: ({ id, name }) => <Link to={paths.network(slug, id)}>{name}</Link>,
  },
  { id: "operators", head: m.networks_operators(), width: 190, onSmall: "full", cell: (row) => text(row.operators) },
  {
    id: "audience",
    head: m.networks_audience(),
    width: 160,
    quiet: true,
    onSmall: "hide",
    cell: (row) => text(row.audience),
  },
  { id: "theme", head: m.networks_theme(), width: 150, quiet: true, onSmall: "hide", cell: (row) => text(row.theme) },
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
];

export function NetworkTable({ networks, slug }: { networks: Network[]; slug: string }) {
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.networks_title()}
        layout="fixed"
        columns={columns(slug)}
        rows={networks}
        rowKey={({ id }) => id}
      />
    </div>
  );
}
