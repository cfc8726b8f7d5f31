import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { deliveriesView } from "~/features/delivery/deliveries.view.server";
import { kindWords, reasonWords, shownState, stateGlyphs, stateWords } from "~/features/delivery/delivery-words";
import { SendingTabs } from "~/features/delivery/sending-tabs";
import { requireRegion } from "~/features/regions/membership.server";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";
import { Panel } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { DataTable } from "~/ui/table";
import { Tabs } from "~/ui/tabs";

export const handle: Handle = { crumb: () => [{ label: m.delivery_deliveries() }] };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.delivery_deliveries()} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "deliveries.see");
  const query = new URL(request.url).searchParams;
  const state = query.get("state");
  const view = await withRegion(access, (db) => deliveriesView(db, { before: query.get("before"), state }));
  return { ...view, state, region: { slug: region.slug, name: region.name, zone: region.zone } };
}

export default function Deliveries() {
  const { rows, counts, next, onHold, state, region } = useLoaderData<typeof loader>();
  const locale = getLocale();
  const base = paths.deliveries(region.slug);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHead title={m.delivery_deliveries()} sub={m.delivery_deliveries_lead()} />
      <SendingTabs slug={region.slug} current="log" />
      {onHold && (
        <Note tone="warning" action={{ label: m.delivery_hold_link(), to: paths.mailSettings(region.slug) }}>
          {m.delivery_hold_note()}
        </Note>
      )}
      {total === 0 ? (
        <EmptyState icon="send" title={m.delivery_none()} why={m.delivery_none_why()} />
      ) : (
        <>
          <Tabs
            label={m.delivery_filter_label()}
            tabs={[
              { to: base, label: m.delivery_all(), count: total, current: !state },
              ...(["queued", "sent", "failed"] as const).map((one) => ({
                to: `${base}?state=${one}`,
                label: stateWords(one),
                count: counts[one] ?? 0,
                current: state === one,
              })),
            ]}
          />
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
                  id: "state",
                  head: m.delivery_state(),
                  onSmall: "full",
                  cell: (row) => {
                    const shown = shownState(row, onHold);
                    return (
                      <StateWords
                        state={stateGlyphs[shown]}
                        note={row.lastError ? reasonWords(row.lastError) : undefined}
                      >
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
          {next && (
            <ShowMore to={`${base}?${state ? `state=${state}&` : ""}before=${next}`} label={m.common_next_50()} />
          )}
        </>
      )}
    </>
  );
}
