import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Panel, PanelBody } from "~/ui/panel";

/** The way to an event's reminders, from its page. */
export function RemindersLink({ slug, eventId }: { slug: string; eventId: string }) {
  return (
    <Panel title={m.events_reminders()}>
      <PanelBody>
        <p>{m.events_reminders_about()}</p>
        <p>
          <Link to={paths.reminders(slug, eventId)}>{m.events_reminders_see()}</Link>
        </p>
      </PanelBody>
    </Panel>
  );
}
