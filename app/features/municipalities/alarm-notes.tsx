import { alarmWords } from "~/features/municipalities/contact-alarm-words";
import type { ContactAlarm } from "~/features/municipalities/contact-alarms.view.server";
import { paths } from "~/paths";
import { Note } from "~/ui/note";

/** The municipalities that need a person to look, each in words with what there is to do for one who may. */
export function AlarmNotes({ alarms, slug, assign }: { alarms: ContactAlarm[]; slug: string; assign: boolean }) {
  return alarms.map((alarm) => {
    const { title, why, action } = alarmWords(alarm);
    return (
      <Note
        key={alarm.number}
        tone={alarm.reason === "silent" ? "warning" : "danger"}
        title={title}
        {...(assign && { action: { label: action, to: paths.municipality(slug, alarm.number) } })}
      >
        {why}
      </Note>
    );
  });
}
