import { Form } from "@remix-run/react";
import type { AttendanceView } from "~/features/attendance/attendance.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Panel, Row, Rows } from "~/ui/panel";

/** What follows an event: certificates, what those who came thought of it, the recording. */
export function AfterPanel({ view, slug }: { view: AttendanceView; slug: string }) {
  const { id, givesCertificate, asksFeedback, recorded, count } = view;
  return (
    <Panel title={m.attendance_after()}>
      <Rows>
        <Row
          icon="file"
          title={m.attendance_certificate()}
          {...(givesCertificate && count.came > 0 && { to: paths.certificates(slug, id) })}
          note={givesCertificate ? m.attendance_certificate_on() : m.attendance_certificate_off()}
          end={
            <Form method="post" preventScrollReset>
              <input type="hidden" name="gives" value={String(!givesCertificate)} />
              <Button variant="secondary" small name="intent" value="certificates">
                {givesCertificate ? m.attendance_certificate_stop() : m.attendance_certificate_give()}
              </Button>
            </Form>
          }
        />
        <Row
          icon="chat"
          title={m.feedback_title()}
          to={paths.eventFeedback(slug, id)}
          note={asksFeedback ? m.attendance_feedback_on() : m.attendance_feedback_off()}
        />
        <Row
          icon="video"
          title={m.events_recording_title()}
          to={paths.recording(slug, id)}
          note={recorded ? m.events_recording_is_published() : m.events_recording_not_published()}
        />
      </Rows>
    </Panel>
  );
}
