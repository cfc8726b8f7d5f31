import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cancelRest, restOf } from "~/features/events/cancel-series.server";
import { seriesSchema } from "~/features/events/event-dates.schema";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { timesRefusal } from "~/features/events/event-words";
import { type MakeSeriesResult, makeSeries } from "~/features/events/make-series.server";
import { requireEvent } from "~/features/events/require-event.server";
import { gatheringsView, restView, seriesDaysView, seriesOf } from "~/features/events/series.view.server";
import { SeriesList } from "~/features/events/series-list";
import { CancelRest, SeriesDays, SeriesRuleForm } from "~/features/events/series-page";
import { formatDate, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, valuesOf } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel, PanelBody } from "~/ui/panel";

export const handle: Handle<{ event: { id: string; title: string } }> = {
  crumb: ({ event }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: event.title, to: paths.event(slug, event.id) },
    { label: m.events_series() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_series()}: ${data?.event.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const now = new Date();
  const query = new URL(request.url).searchParams;
  const asked = new FormData();
  for (const [name, value] of query) asked.append(name, value);
  const parsed = query.has("way") ? parseForm(asked, seriesSchema()) : null;
  const view = await withRegion(access, async (db) => {
    const event = await eventFrame(db, eventId, now);
    const series = await seriesOf(db, eventId);
    const gatherings = series ? await gatheringsView(db, series.id) : [];
    const instants = gatherings.map((one) => ({
      ...one,
      startsAt: new Date(one.startsAt),
      endsAt: new Date(one.endsAt),
    }));
    const rest = restOf(instants, eventId, now);
    return {
      event,
      gatherings,
      rest: rest.length > 1 ? await restView(db, rest) : null,
      days: parsed?.ok ? await seriesDaysView(db, eventId, parsed.value, now) : null,
    };
  });
  const { event } = view;
  if (!event) notFound();
  const rule = { values: valuesOf(asked), errors: parsed && !parsed.ok ? parsed.errors : {} };
  return { ...view, event, rule, cancelling: query.has("cancel"), region: { slug: region.slug } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, personId, eventId } = await requireEvent(request, params, "events.edit");
  const form = await readForm(request);
  const now = new Date();
  const intent = form.get("intent");
  const here = paths.series(region.slug, eventId);
  if (intent === "cancel-rest") {
    const result = await withRegion(access, (db) => cancelRest(db, { eventId, now }));
    if (!result.ok) return data({ error: null }, { status: 409 });
    throw redirectWithToast(here, m.events_series_cancelled({ n: result.cancelled }));
  }
  if (intent !== "make") notFound();
  const dates = form.getAll("dates[]").map(String);
  const made = await withRegion(access, (db) => makeSeries(db, { eventId, dates, responsibleId: personId, now }));
  if (!made.ok) return data({ error: refusalWords(made) }, { status: 400 });
  throw redirectWithToast(here, m.events_series_made({ n: made.made }));
}

function refusalWords(refused: Extract<MakeSeriesResult, { ok: false }>): string {
  if ("date" in refused) return `${formatDate(refused.date, getLocale(), "short")}: ${timesRefusal(refused.reason)}`;
  return {
    cancelled: () => m.events_cannot_change_cancelled(),
    nothing: () => m.events_series_none_picked(),
    "too-many": () => m.events_series_number({ max: 52 }),
  }[refused.reason]();
}

export default function SeriesRoute() {
  const { event, gatherings, rest, days, rule, cancelling, region } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error ?? null;
  const here = paths.series(region.slug, event.id);
  const when = formatDateTimeRange(event.startsAt, event.endsAt, event.zone, getLocale());
  const back = (
    <LinkButton variant="tertiary" to={paths.event(region.slug, event.id)}>
      {m.common_back()}
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title={m.events_series_title({ title: event.title })}
        sub={m.events_series_lead({ when })}
        actions={back}
      />
      {cancelling && rest && <CancelRest rest={rest} back={here} />}
      <Columns
        main={
          event.state === "cancelled" ? (
            <Panel title={m.events_series_when()}>
              <PanelBody>
                <p>{m.events_cannot_change_cancelled()}</p>
              </PanelBody>
            </Panel>
          ) : (
            <>
              <SeriesRuleForm values={rule.values} errors={rule.errors} />
              {days && <SeriesDays {...days} error={error} />}
            </>
          )
        }
        side={
          <Panel
            title={m.events_series()}
            count={gatherings.length || undefined}
            link={rest && !cancelling ? { label: m.events_series_cancel(), to: `${here}?cancel=rest` } : undefined}
          >
            {gatherings.length === 0 ? (
              <PanelBody>
                <p className="sv-quiet">{m.events_series_alone()}</p>
              </PanelBody>
            ) : (
              <SeriesList gatherings={gatherings} slug={region.slug} eventId={event.id} />
            )}
          </Panel>
        }
      />
    </>
  );
}
