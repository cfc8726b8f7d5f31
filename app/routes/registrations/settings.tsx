import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { requireEvent } from "~/features/events/require-event.server";
import {
  addQuestion,
  editQuestion,
  questionSchema,
  raiseQuestion,
  removeQuestion,
} from "~/features/registrations/change-questions.server";
import { changeSettings } from "~/features/registrations/change-settings.server";
import { settingsView } from "~/features/registrations/settings.view.server";
import { settingsSchema } from "~/features/registrations/settings-form.server";
import { QuestionsPanel, type Refused, SettingsPanel, settingsRefusal } from "~/features/registrations/settings-page";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";

export const handle: Handle<{ frame: { id: string; title: string } }> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.registrations_title(), to: paths.registrations(slug, frame.id) },
    { label: m.registrations_settings() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.registrations_settings()}: ${data?.frame.title ?? ""} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const now = new Date();
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await settingsView(db, eventId, now),
    frame: await eventFrame(db, eventId, now),
  }));
  if (!view || !frame) notFound();
  return { view, frame, region: { slug: region.slug, name: region.name } };
}

type Told = { settings: Refused; question: (Exclude<Refused, null> & { id: string }) | null; problem: string | null };
const told = (what: Partial<Told>, status: number) =>
  data<Told>({ settings: null, question: null, problem: null, ...what }, { status });

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const now = new Date();
  const form = await readForm(request);
  const inside = <T,>(work: (db: RegionDb) => Promise<T>) => withRegion(access, work);
  const settings = paths.registrationSettings(region.slug, eventId);
  const intent = form.get("intent");
  if (intent === "settings") {
    const view = await inside((db) => settingsView(db, eventId, now));
    if (!view) notFound();
    const parsed = parseForm(form, settingsSchema(view.zone));
    if (!parsed.ok) return told({ settings: parsed }, 400);
    const result = await inside((db) => changeSettings(db, { eventId, form: parsed.value, now }));
    if (result.ok)
      return redirectWithToast(
        paths.registrations(region.slug, eventId),
        parsed.value.registration === "none" && result.registered > 0
          ? m.registrations_turned_off({ n: result.registered })
          : m.registrations_settings_saved(),
      );
    if (result.reason === "too-few" || result.reason === "way-taken")
      return told({ settings: refuse(form, settingsRefusal(result)) }, 409);
    const problem = result.reason === "over" ? m.registrations_closed_over() : m.common_changed_meanwhile();
    return told({ settings: refuse(form, {}), problem }, 409);
  }
  const id = form.get("id");
  if (intent === "add-question" || intent === "save-question") {
    const parsed = parseForm(form, questionSchema());
    const own = typeof id === "string" ? id : "";
    if (!parsed.ok) return told({ question: { ...parsed, id: own } }, 400);
    const question = parsed.value;
    const saved = await inside((db) =>
      own === ""
        ? addQuestion(db, { eventId, question })
        : isUuid(own)
          ? editQuestion(db, { eventId, id: own, question })
          : Promise.resolve(false),
    );
    if (saved) return redirectWithToast(settings, m.registrations_question_saved());
    return told({ question: { ...refuse(form, {}), id: own }, problem: m.registrations_question_failed() }, 409);
  }
  if (!isUuid(id)) return told({ problem: m.registrations_question_failed() }, 400);
  const change = intent === "raise" ? raiseQuestion : intent === "remove" ? removeQuestion : null;
  const changed = change && (await inside((db) => change(db, { eventId, id })));
  if (!changed) return told({ problem: m.registrations_question_failed() }, 409);
  return redirectWithToast(settings, m.registrations_question_saved());
}

export default function RegistrationSettings() {
  const { view, frame, region } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  return (
    <>
      <EventHead event={frame} slug={region.slug} part="registrations" />
      {said?.problem && (
        <Note tone="danger" live>
          {said.problem}
        </Note>
      )}
      {view.closed ? (
        <Note>{m.registrations_closed_over()}</Note>
      ) : (
        <>
          <SettingsPanel view={view} slug={region.slug} eventId={frame.id} refused={said?.settings ?? null} />
          <QuestionsPanel view={view} refused={said?.question ?? null} />
        </>
      )}
    </>
  );
}
