import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { deliveryView } from "~/features/delivery/deliveries.view.server";
import { kindWords, reasonWords, shownState, stateGlyphs, stateWords } from "~/features/delivery/delivery-words";
import { retryDelivery } from "~/features/delivery/retry-delivery.server";
import { whyWords } from "~/features/delivery/why-words";
import { requireRegion } from "~/features/regions/membership.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Panel, PanelBody } from "~/ui/panel";
import { StateWords } from "~/ui/state";

type Loaded = { delivery: { kind: string; name: string } };

export const handle: Handle<Loaded> = {
  crumb: ({ delivery }, slug) => [
    { label: m.delivery_deliveries(), to: paths.deliveries(slug) },
    { label: `${kindWords(delivery.kind)}, ${delivery.name}` },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.delivery.subject ?? m.delivery_message()} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "deliveries.see");
  const delivery = await withRegion(access, (db) => deliveryView(db, params.delivery ?? ""));
  if (!delivery) notFound();
  return { delivery, region: { slug: region.slug, name: region.name, zone: region.zone } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "events.invite");
  const id = params.delivery ?? "";
  if (!isUuid(id)) notFound();
  const queued = await withRegion(access, async (db) => {
    if (!(await deliveryView(db, id))) notFound();
    return retryDelivery(db, { id, now: new Date() });
  });
  if (!queued) return data(null, { status: 409 });
  return redirectWithToast(paths.delivery(region.slug, id), m.delivery_retried());
}

export default function Delivery() {
  const { delivery, region } = useLoaderData<typeof loader>();
  const locale = getLocale();
  const shown = shownState(delivery, delivery.onHold);
  const when = formatInstant(delivery.sentAt ?? delivery.dueAt, region.zone, locale);
  const facts: [string, string][] = [
    [m.delivery_recipient(), `${delivery.name}, ${delivery.address}`],
    [m.delivery_language(), { nb: "Bokmål", nn: "Nynorsk", en: "English" }[delivery.locale] ?? delivery.locale],
    [m.delivery_when(), delivery.sentAt ? when : m.delivery_due({ when })],
    [m.delivery_attempts(), String(delivery.attempts)],
  ];
  const why = whyWords(delivery.why);
  if (why) facts.push([m.delivery_why(), why]);
  if (delivery.messageId) facts.push([m.delivery_message_id(), delivery.messageId]);
  if (delivery.lastError) facts.push([m.delivery_reason(), reasonWords(delivery.lastError)]);
  return (
    <>
      <PageHead
        title={delivery.subject ?? kindWords(delivery.kind)}
        sub={kindWords(delivery.kind)}
        actions={
          delivery.state === "failed" && (
            <Form method="post">
              <Button>{m.delivery_retry()}</Button>
            </Form>
          )
        }
      />
      <Panel title={m.delivery_facts()}>
        <PanelBody>
          <StateWords state={stateGlyphs[shown]}>{stateWords(shown)}</StateWords>
          <dl className="sv-terms">
            {facts.map(([term, words]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          {delivery.event && <Link to={paths.event(region.slug, delivery.event.id)}>{delivery.event.title}</Link>}
          {delivery.issue && <Link to={paths.issue(region.slug, delivery.issue.id)}>{delivery.issue.title}</Link>}
        </PanelBody>
      </Panel>
    </>
  );
}
