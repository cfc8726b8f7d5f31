import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { languageOf } from "~/domain/regions/written-standard";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { requireEvent } from "~/features/events/require-event.server";
import { resultsView } from "~/features/feedback/results.view.server";
import { ResultPanel } from "~/features/feedback/results-panel";
import { turnFeedback } from "~/features/feedback/turn-feedback.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { PrintButton } from "~/ui/print-button";

export const handle: Handle<{ frame: { id: string; title: string } }> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.feedback_title() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.feedback_title()}: ${data?.frame.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const now = systemClock();
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await resultsView(db, eventId, now),
    frame: await eventFrame(db, eventId, now),
  }));
  if (!view || !frame) notFound();
  return { view, frame, slug: region.slug };
}

/** Has those who come asked, or not. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const asks = (await readForm(request)).get("asks") === "true";
  const locale = languageOf[region.defaultStandard];
  if (!(await withRegion(access, (db) => turnFeedback(db, { eventId, asks, locale })))) notFound();
  return redirectWithToast(
    paths.eventFeedback(region.slug, eventId),
    asks ? m.feedback_turned_on() : m.feedback_turned_off(),
  );
}

export default function Results() {
  const { view, frame, slug } = useLoaderData<typeof loader>();
  const toggle = (
    <Form method="post">
      <Button variant={view.asks ? "secondary" : "primary"} name="asks" value={String(!view.asks)}>
        {view.asks ? m.feedback_turn_off() : m.feedback_turn_on()}
      </Button>
    </Form>
  );
  return (
    <>
      <EventHead
        event={frame}
        slug={slug}
        part="feedback"
        actions={
          <>
            {view.enough && <PrintButton />}
            {view.enough && (
              <LinkButton variant="secondary" icon="download" to={paths.feedbackFile(slug, frame.id)} reloadDocument>
                {m.feedback_file()}
              </LinkButton>
            )}
            {view.asks && toggle}
          </>
        }
      />
      {!view.asks && view.given === 0 ? (
        <EmptyState icon="chat" title={m.feedback_off()} why={m.feedback_off_why()} action={toggle} />
      ) : (
        <div className="sv-stack sv-feedback">
          <p className="sv-feedback__count">
            <b>{view.given}</b> {m.feedback_given_of({ n: view.asked })}
          </p>
          {!view.asks && <Note action={undefined}>{m.feedback_stopped()}</Note>}
          {!view.over && <Note>{m.feedback_asked_when()}</Note>}
          {view.over && !view.enough && <Note>{m.feedback_too_few({ fewest: view.fewest })}</Note>}
          {view.results.map((result) => (
            <ResultPanel key={result.id} result={result} />
          ))}
          {view.given === 0 && (
            <Panel
              title={m.feedback_questions()}
              link={{ label: m.feedback_questions_change(), to: paths.feedbackQuestions(slug, frame.id) }}
            >
              <PanelBody>
                <ol className="sv-points">
                  {view.questions.map(({ id, label }) => (
                    <li key={id}>{label}</li>
                  ))}
                </ol>
              </PanelBody>
            </Panel>
          )}
        </div>
      )}
    </>
  );
}
