import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { HoldNote } from "~/features/delivery/hold-note";
import { roundAhead } from "~/features/minutes/remarks.view.server";
import { requireMinutes } from "~/features/minutes/require-minutes.server";
import { type SentRound, sendForRemarks } from "~/features/minutes/send-for-remarks.server";
import { settleRemark } from "~/features/minutes/settle-remark.server";
import { todayIn } from "~/features/regions/today";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { ErrorSummary } from "~/ui/error-summary";
import { DateInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** Sends minutes to the members for their remarks; says to how many, and by when. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, minutesId, minutes } = await requireMinutes(request, params, "minutes.write");
  const today = todayIn(region.zone, systemClock());
  const ahead = await withRegion(access, (db) => roundAhead(db, minutesId, today));
  if (!ahead) notFound();
  const own = { slug: region.slug, name: region.name };
  const { state } = minutes;
  return { region: own, body: minutes.body, minutesId, day: minutes.day.toISOString().slice(0, 10), state, ahead };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, minutesId, minutes } = await requireMinutes(request, params, "minutes.write");
  const form = await readForm(request);
  const page = paths.minutes(region.slug, minutes.bodyId, minutesId);
  const intent = String(form.get("intent") ?? "");
  if (intent === "taken" || intent === "left_out") {
    const id = String(form.get("remark") ?? "");
    if (!isUuid(id)) notFound();
    const answer = String(form.get("answer") ?? "");
    const settled = await withRegion(access, (db) =>
      settleRemark(db, { minutesId, id, taken: intent === "taken", answer }),
    );
    if (!settled.ok && settled.reason === "not-found") notFound();
    return redirectWithToast(page, settled.ok ? m.minutes_remark_settled() : m.minutes_frozen());
  }
  const now = systemClock();
  const by = String(form.get("by") ?? "");
  const sent = await withRegion(access, (db) =>
    sendForRemarks(db, { minutesId, by, today: todayIn(region.zone, now), now }),
  );
  if (sent.ok) return redirectWithToast(page, m.minutes_sent_for_remarks({ n: sent.readers }));
  if (sent.reason === "not-found") notFound();
  return data({ message: refusals[sent.reason](), by }, { status: sent.reason === "not-ended" ? 409 : 400 });
}

const refusals: Record<Exclude<Extract<SentRound, { ok: false }>["reason"], "not-found">, () => string> = {
  "not-ended": () => m.minutes_remarks_not_ended(),
  "no-readers": () => m.minutes_remarks_no_readers(),
  "bad-day": () => m.minutes_remarks_bad_day(),
  past: () => m.minutes_remarks_past(),
};

export const handle: Handle<Loaded> = {
  crumb: ({ body, day, minutesId }, slug) => [
    { label: m.bodies_title(), to: paths.bodies(slug) },
    { label: body.name, to: paths.body(slug, body.id) },
    { label: m.minutes_minutes_of({ day: formatDate(day, getLocale()) }), to: paths.minutes(slug, body.id, minutesId) },
    { label: m.minutes_send_for_remarks() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.minutes_send_for_remarks(), data?.body.name, data?.region.name, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function RemarksRoute() {
  const { region, body, minutesId, day, state, ahead } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = paths.minutes(region.slug, body.id, minutesId);
  const may = (state === "ended" || state === "remarks") && ahead.readers > 0;
  return (
    <>
      <PageHead eyebrow={body.name} title={m.minutes_send_for_remarks()} sub={formatDate(day, getLocale())} />
      <ErrorSummary title={m.minutes_not_sent()} errors={refused ? [{ field: "by", message: refused.message }] : []} />
      {may && ahead.onHold && <HoldNote slug={region.slug} />}
      {may ? (
        <Form method="post">
          <Confirm
            title={m.minutes_remarks_to({ n: ahead.readers })}
            tone="accent"
            action={<Button icon="send">{m.minutes_remarks_send_to({ n: ahead.readers })}</Button>}
            cancel={{ label: m.common_cancel(), to: back }}
          >
            <p>{m.minutes_remarks_what()}</p>
            <DateInput
              name="by"
              label={m.minutes_remarks_by()}
              width="short"
              defaultValue={refused?.by ?? ahead.by}
              error={refused?.message ?? null}
            />
          </Confirm>
        </Form>
      ) : (
        <Note tone="warning" action={{ label: m.minutes_back_to_minutes(), to: back }}>
          {ahead.readers === 0 ? m.minutes_remarks_no_readers() : m.minutes_remarks_not_ended()}
        </Note>
      )}
    </>
  );
}
