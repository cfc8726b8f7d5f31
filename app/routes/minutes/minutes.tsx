import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { languageOf } from "~/domain/regions/written-standard";
import { minutesPage } from "~/features/minutes/minutes-page.view.server";
import { MinutesPaper } from "~/features/minutes/minutes-paper";
import { paperLines } from "~/features/minutes/paper-lines.server";
import { remarksOf } from "~/features/minutes/remarks.view.server";
import { RemarksPanel } from "~/features/minutes/remarks-panel";
import { ReopenForm } from "~/features/minutes/reopen-form";
import { reopenMinutes } from "~/features/minutes/reopen-minutes.server";
import { reopenWords } from "~/features/minutes/reopen-words.server";
import { requireMinutes } from "~/features/minutes/require-minutes.server";
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
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { PrintButton } from "~/ui/print-button";
import { Tag } from "~/ui/tag";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The minutes of a meeting: as the record says, and as they were frozen from their approval on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, minutesId, minutes } = await requireMinutes(request, params, "bodies.see");
  const write = can(roles, "minutes.write");
  const today = todayIn(region.zone, systemClock());
  const view = await withRegion(access, async (db) => ({
    page: await minutesPage(db, { minutesId, roles, personId: access.personId, today }),
    remarks: write ? await remarksOf(db, minutesId) : [],
  }));
  if (!view.page) notFound();
  const { content, ...page } = view.page;
  const { remarks } = view;
  const standard = languageOf[region.defaultStandard];
  const lines = paperLines(content, standard);
  const own = { slug: region.slug, name: region.name };
  const asked = new URL(request.url).searchParams.get("ask") === "reopen" && page.reopens;
  return { region: own, body: minutes.body, page, day: content.day, lines, remarks, write, standard, asked };
}

/** Opens the meeting again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, minutesId, minutes } = await requireMinutes(request, params, "minutes.write");
  const form = await readForm(request);
  if (form.get("intent") !== "reopen") notFound();
  const reason = String(form.get("reason") ?? "");
  const opened = await withRegion(access, (db) => reopenMinutes(db, { minutesId, reason }));
  if (opened.ok) return redirectWithToast(paths.live(region.slug, minutes.bodyId, minutesId), m.minutes_reopened());
  if (opened.reason === "not-found") notFound();
  const typed = opened.reason === "no-reason" || opened.reason === "too-long";
  return data({ message: reopenWords(opened), reason, typed }, { status: typed ? 400 : 409 });
}

export const handle: Handle<Loaded> = {
  crumb: ({ body, page, day }, slug) => [
    { label: m.bodies_title(), to: paths.bodies(slug) },
    { label: body.name, to: paths.body(slug, body.id) },
    { label: formatDate(day, getLocale()), to: paths.agenda(slug, body.id, page.id) },
    { label: m.minutes_minutes() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.minutes_minutes(), data?.body.name, data?.region.name, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function MinutesRoute() {
  const { region, body, page, day, lines, remarks, write, standard, asked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const here = paths.minutes(region.slug, body.id, page.id);
  const { state, approvedIn } = page;
  const held = state === "ended" || state === "remarks" || state === "approved";
  return (
    <>
      <PageHead
        eyebrow={body.name}
        title={m.minutes_minutes_of({ day: formatDate(day, getLocale()) })}
        tag={stateTag(state)}
        actions={
          <>
            <PrintButton>{m.minutes_print()}</PrintButton>
            {page.reopens && (
              <LinkButton variant="tertiary" icon="undo" to={`${here}?ask=reopen`}>
                {m.minutes_reopen()}
              </LinkButton>
            )}
            {write && state !== "approved" && held && (
              <LinkButton variant="secondary" icon="pencil" to={paths.editMinutes(region.slug, body.id, page.id)}>
                {m.minutes_edit_minutes()}
              </LinkButton>
            )}
            {!page.withheld && (
              <LinkButton icon="download" reloadDocument to={paths.minutesFile(region.slug, body.id, page.id)}>
                {m.minutes_word_file()}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="sv-stack">
        {refused && !refused.typed && (
          <Note tone="danger" live>
            {refused.message}
          </Note>
        )}
        {asked && <ReopenForm back={here} refused={refused?.typed ? refused : null} />}
        {!held && !page.withheld && <Note>{m.minutes_not_held()}</Note>}
        {state === "approved" && (
          <Note
            tone="success"
            title={m.minutes_frozen()}
            {...(approvedIn && {
              action: {
                label: m.minutes_approved_in({
                  number: approvedIn.number,
                  day: formatDate(approvedIn.day, getLocale()),
                }),
                to: paths.minutes(region.slug, approvedIn.bodyId, approvedIn.minutesId),
              },
            })}
          >
            {approvedIn?.remarks || m.minutes_frozen_why()}
          </Note>
        )}
        {write && held && state !== "approved" && <RemarksPanel slug={region.slug} page={page} remarks={remarks} />}
        {page.withheld ? (
          <Note>{m.minutes_remarks_not_sent()}</Note>
        ) : (
          <MinutesPaper lines={lines} standard={standard} />
        )}
      </div>
    </>
  );
}

function stateTag(state: Loaded["page"]["state"]) {
  if (state === "approved") return <Tag tone="success">{m.minutes_state_approved()}</Tag>;
  if (state === "remarks") return <Tag tone="accent">{m.minutes_state_remarks()}</Tag>;
  return state === "ended" ? <Tag>{m.minutes_state_ended()}</Tag> : undefined;
}
