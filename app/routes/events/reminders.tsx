import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { addReminder, dropReminder, type ReminderResult } from "~/features/events/change-reminders.server";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { reminderChoices } from "~/features/events/reminder-times";
import { remindersView } from "~/features/events/reminders.view.server";
import { AddReminder, ReminderList, ReminderPreview } from "~/features/events/reminders-page";
import { requireEvent } from "~/features/events/require-event.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { Columns } from "~/ui/panel";

export const handle: Handle<{ view: { id: string; title: string } }> = {
  crumb: ({ view }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: view.title, to: paths.event(slug, view.id) },
    { label: m.events_reminders() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_reminders()}: ${data?.view.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.invite");
  const kind = new URL(request.url).searchParams.get("mail") === "coming" ? "coming" : "unanswered";
  const now = systemClock();
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await remindersView(db, eventId, now, kind),
    frame: await eventFrame(db, eventId, now),
  }));
  if (!view || !frame) notFound();
  const preview = view.preview && { ...view.preview, html: "" };
  return { view: { ...view, preview }, frame, choices: reminderChoices, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.invite");
  const form = await readForm(request);
  const now = systemClock();
  const [kind, minutes] = String(form.get("choice") ?? "").split(" ");
  const reminderId = String(form.get("reminder") ?? "");
  const adds = form.get("intent") === "add";
  const result: ReminderResult = await withRegion(access, (db) =>
    adds
      ? addReminder(db, {
          eventId,
          reminder: { kind: kind === "coming" ? "coming" : "unanswered", minutes: Number(minutes) },
          now,
        })
      : isUuid(reminderId)
        ? dropReminder(db, { eventId, reminderId, now })
        : Promise.resolve({ ok: false, reason: "gone" } as const),
  );
  if (!result.ok) return data({ reason: result.reason }, { status: 409 });
  throw redirectWithToast(
    paths.reminders(region.slug, eventId),
    adds ? m.events_reminder_added() : m.events_reminder_removed(),
  );
}

type Refusal = Extract<ReminderResult, { ok: false }>["reason"];

const refusals: Record<Refusal, () => string> = {
  unknown: () => m.events_reminder_unknown(),
  already: () => m.events_reminder_already(),
  gone: () => m.events_reminder_gone(),
  cancelled: () => m.events_cannot_change_cancelled(),
  over: () => m.events_cannot_change_over(),
};

export default function Reminders() {
  const { view, frame, choices, slug } = useLoaderData<typeof loader>();
  const reason: Refusal | undefined = useActionData<typeof action>()?.reason;
  return (
    <>
      <EventHead event={frame} slug={slug} part="answers" />
      {reason && (
        <Note tone="danger" live>
          {refusals[reason]()}
        </Note>
      )}
      {view.onHold && <Note tone="warning">{m.events_reminders_on_hold()}</Note>}
      {view.closed && (
        <Note>{view.closed === "cancelled" ? m.events_reminders_cancelled() : m.events_reminders_over()}</Note>
      )}
      <Columns
        main={
          <div className="sv-stack sv-stack--panels">
            <ReminderList view={view} mayChange={view.closed === null} />
            <ReminderPreview view={view} slug={slug} />
          </div>
        }
        side={view.closed === null && <AddReminder view={view} choices={choices} />}
      />
    </>
  );
}
