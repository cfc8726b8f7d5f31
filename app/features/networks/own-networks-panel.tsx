import { Link } from "@remix-run/react";
import { stageNames } from "~/features/networks/network-words";
import type { OwnNetworks } from "~/features/networks/own-networks.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { AnswerBar } from "~/ui/answer-bar";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { DataTable } from "~/ui/table";

/** A network leader's networks on her first page: what gathers next, how it is answered, and who has been silent. */
export function OwnNetworksPanel({ own, slug }: { own: OwnNetworks; slug: string }) {
  return (
    <Panel
      title={m.networks_mine()}
      count={own.total || undefined}
      link={{ label: m.networks_all(), to: paths.networks(slug) }}
    >
      {own.networks.length === 0 ? (
        <EmptyState icon="network" title={m.networks_mine_none()} why={m.networks_mine_none_why()} />
      ) : (
        <DataTable
          caption={m.networks_mine()}
          rows={own.networks}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "network",
              head: m.networks_name(),
              rowHeader: true,
              cell: (row) => <Network row={row} slug={slug} />,
            },
            {
              id: "next",
              head: m.networks_next(),
              width: 300,
              onSmall: "full",
              cell: (row) => <Next row={row} slug={slug} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}

type Row = OwnNetworks["networks"][number];

function Network({ row: { id, name, stage, frequency, silentWords }, slug }: { row: Row; slug: string }) {
  return (
    <>
      <Link to={paths.network(slug, id)}>{name}</Link>
      <div className="sv-quiet sv-small">
        {[stage && stageNames[stage](), frequency].filter(Boolean).join(" · ") || m.networks_frequency_unknown()}
      </div>
      {silentWords && <div className="sv-small">{silentWords}</div>}
    </>
  );
}

function Next({ row: { id, next }, slug }: { row: Row; slug: string }) {
  if (!next)
    return (
      <>
        <div className="sv-quiet sv-small">{m.networks_no_next()}</div>
        <Link to={paths.newGathering(slug, id)}>{m.networks_new_gathering()}</Link>
      </>
    );
  return (
    <>
      <Link to={paths.event(slug, next.id)}>{next.title}</Link>
      <div className="sv-quiet sv-small">{next.when}</div>
      {next.invited === 0 ? (
        <div className="sv-quiet sv-small">{m.events_not_invited()}</div>
      ) : (
        <AnswerBar
          counts={next.counts}
          words={m.networks_answered_of({ n: next.invited - next.counts.none, total: next.invited })}
        />
      )}
    </>
  );
}
