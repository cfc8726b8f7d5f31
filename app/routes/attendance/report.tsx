import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { languageOf } from "~/domain/regions/written-standard";
import { attendanceView } from "~/features/attendance/attendance.view.server";
import { refusalWords } from "~/features/attendance/attendance-words";
import { reportOf } from "~/features/attendance/read-report.server";
import { reportPreview } from "~/features/attendance/report.view.server";
import { ReportReview } from "~/features/attendance/report-review";
import { saveReport } from "~/features/attendance/save-report.server";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { requireEvent } from "~/features/events/require-event.server";
import { FormProblems } from "~/features/regions/form-problems";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { FileInput, TextArea, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";

export const handle: Handle<{ frame: { id: string; title: string } }> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.attendance_title(), to: paths.attendance(slug, frame.id) },
    { label: m.attendance_report() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.attendance_report()}: ${data?.frame.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const now = systemClock();
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await attendanceView(db, eventId, now),
    frame: await eventFrame(db, eventId, now),
  }));
  if (!view || !frame) notFound();
  return { closed: view.closed, frame, slug: region.slug };
}

/** Reads a report and shows whom it tells of; then writes down who came. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const form = await readForm(request);
  const report = await reportOf(form);
  if (!report.ok) return data({ preview: null, refused: report }, { status: 400 });
  const { rows, least } = report;
  if (form.get("intent") !== "save") {
    const preview = await withRegion(access, (db) => reportPreview(db, { eventId, rows, least }));
    return data({ preview, refused: null });
  }
  const now = systemClock();
  const choice = (at: number) => String(form.get(`choice.${at}`) ?? "");
  const day = new Date(todayIn(region.zone, now));
  const locale = languageOf[region.defaultStandard];
  const saved = await withRegion(access, (db) => saveReport(db, { eventId, rows, least, choice, locale, day, now }));
  if (saved.ok) {
    const done = m.attendance_report_saved({ n: saved.came });
    throw redirectWithToast(paths.attendance(region.slug, eventId), done);
  }
  const preview = await withRegion(access, (db) => reportPreview(db, { eventId, rows, least }));
  return data({ preview, refused: refuse(form, { form: refusalWords(saved.reason) }) }, { status: 409 });
}

export default function Report() {
  const { closed, frame, slug } = useLoaderData<typeof loader>();
  const { preview = null, refused = null } = useActionData<typeof action>() ?? {};
  const back = paths.attendance(slug, frame.id);
  const errors = refused?.errors ?? {};
  return (
    <>
      <EventHead event={frame} slug={slug} part="attendance" />
      <FormProblems errors={errors} />
      {closed ? (
        <Note>{refusalWords(closed)}</Note>
      ) : preview ? (
        <ReportReview preview={preview} back={paths.attendanceReport(slug, frame.id)} error={errors.least} />
      ) : (
        <Panel title={m.attendance_report()}>
          <PanelBody>
            <p className="sv-prose">{m.attendance_report_lead()}</p>
            <Form method="post" encType="multipart/form-data" className="sv-form">
              <FileInput
                name="file"
                label={m.attendance_report_file()}
                accept=".csv,.tsv,.txt,text/csv"
                error={errors.file}
                optional
              />
              <TextArea
                name="text"
                label={m.attendance_report_text()}
                rows={8}
                spellCheck={false}
                defaultValue={refused?.values.text}
                error={errors.text}
                optional
              />
              <TextInput
                type="number"
                name="least"
                min={0}
                width="short"
                label={m.attendance_report_least()}
                hint={m.attendance_report_least_hint()}
                defaultValue={refused?.values.least ?? "0"}
                error={errors.least}
              />
              <div className="sv-row">
                <Button name="intent" value="read" icon="import">
                  {m.attendance_report_show()}
                </Button>
                <LinkButton variant="tertiary" to={back}>
                  {m.common_cancel()}
                </LinkButton>
              </div>
            </Form>
          </PanelBody>
        </Panel>
      )}
    </>
  );
}
