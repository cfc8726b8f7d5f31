import type { ContactAlarm } from "~/features/municipalities/contact-alarms.view.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";

/** An alarm as a person would say it, and what there is to do about it. */
export function alarmWords(alarm: ContactAlarm): { title: string; why: string | null; action: string } {
  const { name } = alarm;
  if (alarm.reason === "vacant")
    return {
      title: m.municipalities_alarm_vacant({ name }),
      why: alarm.since && m.municipalities_alarm_vacant_since({ date: describeDay(alarm.since) }),
      action: m.municipalities_alarm_name_one(),
    };
  if (alarm.reason === "held") {
    const words = { date: describeDay(alarm.since), person: alarm.person.name };
    return {
      title: m.municipalities_alarm_held({ name }),
      why:
        alarm.because === "by_hand"
          ? m.municipalities_alarm_held_by_hand(words)
          : alarm.because === "complained"
            ? m.municipalities_alarm_held_complained(words)
            : m.municipalities_alarm_held_bounced(words),
      action: m.municipalities_alarm_mend(),
    };
  }
  return {
    title: m.municipalities_alarm_silent({ name }),
    why: m.municipalities_alarm_silent_why({ person: alarm.person.name }),
    action: m.municipalities_alarm_ask(),
  };
}
