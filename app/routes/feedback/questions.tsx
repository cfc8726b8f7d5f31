import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { requireEvent } from "~/features/events/require-event.server";
import { QuestionRows } from "~/features/feedback/question-rows";
import {
  changeQuestions,
  mostQuestions,
  questionsView,
  readQuestions,
} from "~/features/feedback/questions-form.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";

export const handle: Handle<{ frame: { id: string; title: string } }> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.feedback_title(), to: paths.eventFeedback(slug, frame.id) },
    { label: m.feedback_questions() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.feedback_questions()}: ${data?.frame.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await questionsView(db, eventId),
    frame: await eventFrame(db, eventId, systemClock()),
  }));
  if (!view || !frame) notFound();
  return { view, most: mostQuestions, frame, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const form = await readForm(request);
  const read = readQuestions(form);
  if (!read.ok) return data({ errors: read.errors, rows: read.rows }, { status: 400 });
  const seen = String(form.get("seen") ?? "");
  const result = await withRegion(access, (db) => changeQuestions(db, { eventId, questions: read.questions, seen }));
  if (result.ok) throw redirectWithToast(paths.eventFeedback(region.slug, eventId), m.feedback_questions_saved());
  if (result.reason === "gone") notFound();
  const form409 = result.reason === "answered" ? m.feedback_questions_answered() : m.common_changed_meanwhile();
  const rows = read.questions.map(({ options, ...row }) => ({
    ...row,
    kind: row.kind as string,
    options: options.join("\n"),
  }));
  return data({ errors: { form: form409 } as Record<string, string>, rows }, { status: 409 });
}

export default function FeedbackQuestions() {
  const { view, most, frame, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const rows = refused?.rows ?? view.rows;
  return (
    <>
      <EventHead event={frame} slug={slug} part="feedback" />
      <FormProblems errors={refused?.errors ?? {}} />
      {view.answered ? (
        <Note>{m.feedback_questions_answered()}</Note>
      ) : (
        <Panel title={m.feedback_questions()}>
          <PanelBody>
            <QuestionRows
              rows={rows}
              most={most}
              errors={refused?.errors ?? {}}
              seen={view.seen}
              back={paths.eventFeedback(slug, frame.id)}
            />
          </PanelBody>
        </Panel>
      )}
    </>
  );
}
