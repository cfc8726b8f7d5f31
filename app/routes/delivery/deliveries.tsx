import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { deliveriesView } from "~/features/delivery/deliveries.view.server";
import { DeliveriesTable } from "~/features/delivery/deliveries-table";
import { kindWords, stateWords } from "~/features/delivery/delivery-words";
import { AskFirst, ParkedBatches, SendingNotes, StopButton } from "~/features/delivery/sending-notes";
import { SendingTabs } from "~/features/delivery/sending-tabs";
import { decideBatch, startSending, stopSending } from "~/features/delivery/stop-sending.server";
import { requireRegion } from "~/features/regions/membership.server";
import { describeMonth } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";
import { Tabs } from "~/ui/tabs";

export const handle: Handle = { crumb: () => [{ label: m.delivery_deliveries() }] };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.delivery_deliveries()} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles } = await requireRegion(request, params.region, "deliveries.see");
  const query = new URL(request.url).searchParams;
  const ask = (name: string) => query.get(name);
  const view = await withRegion(access, (db) =>
    deliveriesView(db, {
      ...{ before: ask("before"), state: ask("state"), municipality: ask("municipality") },
      ...{ month: ask("month"), kind: ask("kind"), q: ask("q") },
    }),
  );
  const mayStop = can(roles, "region.edit");
  const first = { stop: ask("ask") === "stop", again: ask("again") };
  return {
    view,
    mayStop,
    first,
    state: ask("state"),
    region: { slug: region.slug, name: region.name, zone: region.zone },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "region.edit");
  const form = await readForm(request);
  const [intent, batch, now] = [form.get("intent"), String(form.get("batch") ?? ""), new Date()];
  const back = (words: string) => redirectWithToast(paths.deliveries(region.slug), words);
  if (intent === "stop") {
    await withRegion(access, (db) => stopSending(db, now));
    return back(m.delivery_stopped());
  }
  if (intent === "start") {
    await withRegion(access, startSending);
    return back(m.delivery_started());
  }
  if ((intent !== "again" && intent !== "leave") || !isUuid(batch)) notFound();
  await withRegion(access, (db) => decideBatch(db, { id: batch, again: intent === "again", now }));
  return back(m.delivery_parked_decided());
}

export default function Deliveries() {
  const { view, mayStop, first, state, region } = useLoaderData<typeof loader>();
  const { rows, counts, next, onHold, filter, choices } = view;
  const base = paths.deliveries(region.slug);
  const set = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const to = (more: Record<string, string>) => {
    const query = new URLSearchParams([...set, ...Object.entries(more)]).toString();
    return query ? `${base}?${query}` : base;
  };
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHead
        title={m.delivery_deliveries()}
        sub={m.delivery_deliveries_lead()}
        actions={<StopButton view={view} region={region} mayStop={mayStop} />}
      />
      <SendingTabs slug={region.slug} current="log" />
      <AskFirst view={view} region={region} mayStop={mayStop} ask={first} />
      <SendingNotes view={view} region={region} mayStop={mayStop} />
      <ParkedBatches view={view} region={region} mayStop={mayStop} />
      {total === 0 && set.length === 0 ? (
        <EmptyState icon="send" title={m.delivery_none()} why={m.delivery_none_why()} />
      ) : (
        <>
          <FilterBar
            label={m.delivery_narrow()}
            submitLabel={m.common_show()}
            search={{ name: "q", label: m.delivery_find(), defaultValue: filter.q }}
            hidden={state ? { state } : {}}
            {...(set.length > 0 && { resetTo: base })}
            filters={[
              {
                ...{ name: "municipality", label: m.delivery_municipality(), one: true },
                selected: filter.municipality ? [filter.municipality] : [],
                options: choices.municipalities.map(({ id, name }) => ({ value: id, label: name })),
              },
              {
                ...{ name: "month", label: m.delivery_month(), one: true },
                selected: filter.month ? [filter.month] : [],
                options: choices.months.map((month) => ({ value: month, label: describeMonth(month) })),
              },
              {
                ...{ name: "kind", label: m.delivery_kind(), one: true },
                selected: filter.kind ? [filter.kind] : [],
                options: choices.kinds.map((kind) => ({ value: kind, label: kindWords(kind) })),
              },
            ]}
          />
          <Tabs
            label={m.delivery_filter_label()}
            tabs={[
              { to: to({}), label: m.delivery_all(), count: total, current: !state },
              ...(["queued", "sent", "failed"] as const).map((one) => ({
                to: to({ state: one }),
                label: stateWords(one),
                count: counts[one] ?? 0,
                current: state === one,
              })),
            ]}
          />
          {rows.length === 0 && (
            <EmptyState icon="send" title={m.delivery_nothing_found()} why={m.delivery_nothing_found_why()} />
          )}
          {rows.length > 0 && <DeliveriesTable rows={rows} onHold={onHold} region={region} />}
          {next && <ShowMore to={to({ ...(state && { state }), before: next })} label={m.common_next_50()} />}
        </>
      )}
    </>
  );
}
