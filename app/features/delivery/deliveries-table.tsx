import { Link } from "@remix-run/react";
import type { deliveriesView } from "~/features/delivery/deliveries.view.server";
import { kindWords, reasonWords, shownState, stateGlyphs, stateWords } from "~/features/delivery/delivery-words";
import { WhySent } from "~/features/delivery/why-sent";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Panel } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { DataTable } from "~/ui/table";

type Props = {
  rows: Awaited<ReturnType<typeof deliveriesView>>["rows"];
  onHold: boolean;
  region: { slug: string; zone: string };
};

/** Messages, each with who got it, what it was, why, and how it stands. */
export function DeliveriesTable({ rows, onHold, region }: Props) {
  const locale = getLocale();
  return (
    <Panel title={m.delivery_deliveries()} count={rows.length}>
      <DataTable
        caption={m.delivery_deliveries()}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            id: "recipient",
            head: m.delivery_recipient(),
            rowHeader: true,
            cell: (row) => (
              <>
                <Link to={paths.delivery(region.slug, row.id)}>{row.name}</Link>
                <div className="sv-quiet sv-small">{row.address}</div>
              </>
            ),
          },
          {
            id: "message",
            head: m.delivery_message(),
            onSmall: "full",
            cell: (row) => (
              <>
                {kindWords(row.kind)}
                {row.subject && <div className="sv-quiet sv-small">{row.subject}</div>}
              </>
            ),
          },
          {
            id: "why",
            head: m.delivery_why(),
            quiet: true,
            onSmall: "full",
            cell: ({ why }) => <WhySent why={why} slug={region.slug} />,
          },
          {
            id: "state",
            head: m.delivery_state(),
            onSmall: "full",
            cell: (row) => {
              const shown = shownState(row, onHold);
              return (
                <StateWords state={stateGlyphs[shown]} note={row.lastError ? reasonWords(row.lastError) : undefined}>
                  {stateWords(shown)}
                </StateWords>
              );
            },
          },
          {
            id: "when",
            head: m.delivery_when(),
            quiet: true,
            onSmall: "full",
            cell: (row) =>
              row.state === "queued"
                ? m.delivery_due({ when: formatInstant(row.at, region.zone, locale) })
                : asSentence(formatInstant(row.at, region.zone, locale)),
          },
        ]}
      />
    </Panel>
  );
}
