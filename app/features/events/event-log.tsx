import { kindWords } from "~/features/delivery/delivery-words";
import type { EventView } from "~/features/events/event.view.server";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { PanelBody } from "~/ui/panel";
import { Timeline } from "~/ui/timeline";

/** What has been sent about an event, and what is to go. */
export function EventLog({ event }: { event: EventView }) {
  const locale = getLocale();
  if (event.log.length === 0)
    return (
      <PanelBody>
        <p className="sv-quiet">{m.events_log_none()}</p>
      </PanelBody>
    );
  const entries = (rows: typeof event.log, kind: "planned" | "sent") =>
    rows.map((row) => ({
      kind: row.state === "failed" ? ("failed" as const) : kind,
      title: m.events_log_to({ kind: kindWords(row.kind), n: row.count }),
      note: asSentence(formatInstant(row.at, event.zone, locale)),
    }));
  const planned = event.log.filter((row) => row.state === "queued" || row.state === "sending");
  const sent = event.log.filter((row) => row.state === "sent" || row.state === "failed");
  const groups = [
    { title: m.events_log_planned(), entries: entries(planned, "planned") },
    { title: m.events_log_sent(), entries: entries(sent, "sent") },
  ];
  return <Timeline groups={groups.filter((group) => group.entries.length > 0)} />;
}
