import { addDays, daysBetween } from "../shared/days";
import { spread } from "../timing";
import type { Calendar, Facts, MadeEvent, Time, Whom } from "./facts";
import type { PlannedStep } from "./planned";
import { daysOf, ruleOf } from "./rules";
import { asksFirst, later, timeOf, waitsAt } from "./steps";

/** A row or a network with one of its times, as something is held of it. */
export type Meeting = {
  rule: string;
  about: { planRowId: string } | { networkId: string };
  name: string;
  eventKind: string;
  whom: Whom;
  told: Whom;
  time: Time;
};

/** How long before a day something can be made of it, and invited to, at the latest. Days. */
const [soonest, shortest] = [35, 14];
/** How many days after its draft an invitation leaves at the earliest. */
const toLook = 2;
const start = "09:00";
const hours = 2;
/** How many days before an event those who are invited are to have answered. */
const answerBefore = 7;

/**
 * The day something is to be held on: the one its words name; else the day nearest the middle of its time that may be
 * proposed and is not taken (timing.md, `spread`). Where too little of its time is left for that, a later one; null
 * when none is.
 */
export function dayOf(
  { from, to }: Time,
  { calendar, now }: Pick<Facts, "calendar" | "now">,
  taken: ReadonlySet<string>,
): string | null {
  if (from === to) return from;
  // It is made when the region opens next.
  const today = calendar.dayOf(calendar.open(now));
  const closed = (day: string) => taken.has(day) || !calendar.mayHold(day);
  const within = (first: string) => {
    const begins = first > from ? first : from;
    return begins > to
      ? null
      : (spread({ min: 1, max: 1, per: "period" }, { from: begins, to }, { closed })[0] ?? null);
  };
  const found = within(from);
  if (to < today || (found && daysBetween(today, found) >= soonest)) return found;
  return within(addDays(today, soonest)) ?? within(addDays(today, shortest));
}

/**
 * What something that is held does by itself at one of its times: a draft of an event some weeks before its day, the
 * invitation when somebody has said yes, reminders and questions afterwards. What a person made is hers to invite to,
 * and an event that has invitations remembers its own reminders. `taken` are the days others have; the day is added.
 */
export function meetingSteps(meeting: Meeting, facts: Facts, taken: Set<string>): PlannedStep[] {
  const { time, about, whom, told } = meeting;
  const { calendar } = facts;
  const rule = ruleOf(meeting.rule, facts.rules, facts.trust);
  if (rule.off || time.settled) return [];
  const { event } = time;
  if (event && (event.madeOn === null || event.state !== "draft")) return [];
  const day = event ? calendar.dayOf(event.startsAt) : dayOf(time, facts, taken);
  if (day === null) return [];
  taken.add(day);
  const planned = event ?? plannedEvent(meeting, day, calendar);
  const key = (step: string) => `${rule.key}|${time.from}..${time.to}|${step}`;
  const span = { from: time.from, to: time.to };
  const until = calendar.instant(addDays(day, -2), "23:59");
  const draft = { key: key("draft"), at: calendar.onOrAfter(addDays(day, -daysOf(rule, "draft"))), until };
  const made = timeOf(draft, facts);
  const steps: PlannedStep[] = [];
  const subject = planned.title;
  if (!event)
    steps.push({
      ...{
        ...draft,
        at: made,
        kind: "event-draft",
        rule: rule.key,
        subject,
        audience: told.words,
        recipients: told.people,
      },
      waitsFor: rule.trust === "suggest" ? "person" : null,
      about: { ...about, ...span, day, time: time.time ?? start, eventKind: meeting.eventKind },
    });
  const goes = calendar.onOrAfter(addDays(day, -daysOf(rule, "invite")));
  const madeOn = event?.madeOn ?? calendar.dayOf(made);
  // What is made late leaves somebody some days to look at it.
  const late = madeOn > calendar.dayOf(draft.at);
  const looked = late ? later(goes, calendar.onOrAfter(addDays(madeOn, toLook))) : goes;
  const invite = { key: key("invite"), at: looked, until };
  // Somebody has said no, or its time has passed.
  if (invite.at >= until || facts.done.has(invite.key)) return steps;
  const waits = asksFirst(rule, whom.people, facts) ? ("approval" as const) : waitsAt(rule);
  const invited = timeOf(invite, facts);
  steps.push({
    ...{ ...invite, at: invited, kind: "invitation", rule: rule.key, subject },
    ...{ audience: whom.words, recipients: whom.people },
    waitsFor: whom.people === 0 ? "person" : waits === null && !whom.sure ? "approval" : waits,
    about: { ...about, ...span, day, ...(event && { eventId: event.id }), eventKind: meeting.eventKind },
  });
  return whom.people === 0 ? steps : [...steps, ...eventSteps({ ...meeting, planned, invited, key }, facts)];
}

/** The event a rule will make: from nine to eleven, where its words say no time, with a week to answer by. */
export function plannedEvent(
  { name, time }: Pick<Meeting, "name" | "time">,
  day: string,
  calendar: Calendar,
): MadeEvent {
  const startsAt = calendar.instant(day, time.time ?? start);
  const endsAt = new Date(Date.parse(startsAt) + hours * 3_600_000).toISOString();
  const replyBy = addDays(day, -answerBefore);
  return { id: "", title: name, startsAt, endsAt, replyBy, state: "draft", madeOn: null };
}

/** How far apart a reminder and the invitation before it are, at the least. Milliseconds. */
const apart = 24 * 3_600_000;

/** What an event that is not out yet will send by itself: as many as are invited, at the most. */
function eventSteps(
  {
    eventKind,
    planned,
    invited,
    key,
    whom,
    about,
  }: Meeting & { planned: MadeEvent; invited: string; key(step: string): string },
  facts: Facts,
): PlannedStep[] {
  const { calendar } = facts;
  const line = { subject: planned.title, audience: whom.words, recipients: whom.people, waitsFor: null };
  const until = planned.startsAt;
  const reminders = ruleOf(`reminder:${eventKind}`, facts.rules, facts.trust);
  const steps: PlannedStep[] = [];
  for (const kind of reminders.off ? [] : (["unanswered", "coming"] as const)) {
    const days = daysOf(reminders, kind);
    const at = days > 0 ? calendar.reminder(kind, days, planned) : null;
    if (at === null || Date.parse(at) - Date.parse(invited) < apart) continue;
    const of = { key: key(`remind-${kind}`), rule: reminders.key, kind: `reminder-${kind}` as const };
    steps.push({ ...of, at, until, ...line, about });
  }
  const feedback = ruleOf(`feedback:${eventKind}`, facts.rules, facts.trust);
  if (!feedback.off) {
    const at = calendar.onOrAfter(addDays(calendar.dayOf(planned.endsAt), 1));
    const of = { key: key("feedback"), rule: feedback.key, kind: "feedback-request" as const };
    steps.push({ ...of, at, until: calendar.instant(addDays(calendar.dayOf(at), 30), "23:59"), ...line, about });
  }
  return steps;
}
