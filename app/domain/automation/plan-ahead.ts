import { addDays } from "../shared/days";
import type { Facts, RowFacts, Time } from "./facts";
import { issueSteps, scheduledStep } from "./issues";
import { type Meeting, meetingSteps } from "./meetings";
import type { PlannedStep } from "./planned";
import { daysOf, ruleOf } from "./rules";
import { endOf, timeOf } from "./steps";

type Period = { from: string; to: string };

/**
 * Everything the region's rules do in a period (ISO days, both inclusive), sorted by time and then by key. It depends
 * on nothing but its arguments, so what is shown of the year ahead is what will be done.
 */
export function plannedIn(facts: Facts, period: Period): PlannedStep[] {
  const begins = Date.parse(facts.calendar.instant(period.from, "00:00"));
  const ends = Date.parse(facts.calendar.instant(addDays(period.to, 1), "00:00"));
  const isIn = ({ at }: PlannedStep) => Date.parse(at) >= begins && Date.parse(at) < ends;
  return [
    ...rowSteps(facts),
    ...mailSteps(facts),
    ...facts.issues.map((issue) => scheduledStep(issue, facts)),
    ...dueLists(facts, period),
    ...activityNudges(facts, period),
    ...reportReminders(facts),
  ]
    .filter(isIn)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.key < b.key ? -1 : 1));
}

/** What rows and networks do. Days that are taken go first, so that no two things are proposed on one. */
function rowSteps(facts: Facts): PlannedStep[] {
  const { rows, networks, calendar } = facts;
  const all = [...rows, ...networks].flatMap(({ times }) => times);
  const taken = new Set(
    all.flatMap(({ event, from, to }) => (event ? calendar.dayOf(event.startsAt) : from === to ? from : [])),
  );
  const meetings = [
    ...rows.flatMap(ofRow),
    ...networks.flatMap(({ id, times, ...one }) =>
      times.map(
        (time): Meeting => ({
          ...one,
          rule: `gathering:${id}`,
          about: { networkId: id },
          eventKind: "network_gathering",
          time,
        }),
      ),
    ),
  ];
  return [
    ...rows.flatMap((row) =>
      row.becomes === "issue" ? row.times.flatMap((time) => issueSteps(row, time, facts)) : [],
    ),
    ...meetings.flatMap((meeting) => meetingSteps(meeting, facts, taken)),
    ...rows.flatMap((row) =>
      row.becomes === "publication" ? row.times.flatMap((time) => publicationSteps(row, time, facts)) : [],
    ),
  ];
}

function ofRow({ id, times, becomes, ...row }: RowFacts): Meeting[] {
  if (becomes !== "event") return [];
  return times.map((time) => ({ ...row, rule: `event:${id}`, about: { planRowId: id }, time }));
}

/** Says that the time of something to be said elsewhere has come, and that it is soon over, as long as nothing is said. */
function publicationSteps(row: RowFacts, time: Time, facts: Facts): PlannedStep[] {
  const { calendar } = facts;
  const rule = ruleOf(`publication:${row.id}`, facts.rules, facts.trust);
  if (rule.off || time.settled || time.published) return [];
  const begins = calendar.onOrAfter(addDays(time.from, daysOf(rule, "begin")));
  const ends = calendar.onOrBefore(addDays(time.to, -daysOf(rule, "remind")));
  const closes = endOf(time.to, calendar);
  const two = ends > begins;
  const line = { kind: "publication-reminder", rule: rule.key, subject: row.name, audience: row.told.words } as const;
  const rest = {
    ...{ recipients: row.told.people, waitsFor: null },
    about: { planRowId: row.id, from: time.from, to: time.to },
  };
  const step = (name: string, at: string, until: string) => {
    const one = { key: `${rule.key}|${time.from}..${time.to}|${name}`, at, until };
    return { ...one, at: timeOf(one, facts), ...line, ...rest };
  };
  return [step("begin", begins, two ? ends : closes), ...(two ? [step("remind", ends, closes)] : [])];
}

/** What events that people are invited to send by themselves; those of a row or a network among them. */
function mailSteps(facts: Facts): PlannedStep[] {
  return facts.mails.flatMap(({ key, kind, at, eventId, eventKind, title, whom }) => {
    if (whom.people === 0) return [];
    const rule = kind === "invitation" ? "" : `${kind === "feedback-request" ? "feedback" : "reminder"}:${eventKind}`;
    const line = { subject: title, audience: whom.words, recipients: whom.people, waitsFor: null };
    return [{ key, at, until: at, kind, rule, ...line, about: { eventId } }];
  });
}

/** The list of what is due, every Monday. */
function dueLists(facts: Facts, period: Period): PlannedStep[] {
  return mondays(facts, period, "due-list", ({ key, at, until, monday }) => {
    const { words, people } = facts.coordinators;
    const line = { kind: "due-list", rule: "due-list", subject: "", audience: words, recipients: people } as const;
    return { key, at, until, ...line, waitsFor: null, about: { from: monday, to: addDays(monday, 6) } };
  });
}

/** Who owns activities of the year's action plan is asked every Monday about those that nobody has spoken of. */
function activityNudges(facts: Facts, period: Period): PlannedStep[] {
  if (facts.owners.size === 0) return [];
  return mondays(facts, period, "activities", ({ key, at, until, monday }) => {
    const owners = facts.owners.get(facts.calendar.dayOf(at).slice(0, 4));
    if (!owners) return null;
    const { words, people } = owners;
    const line = {
      kind: "stale-activities",
      rule: "activities",
      subject: "",
      audience: words,
      recipients: people,
    } as const;
    return { key, at, until, ...line, waitsFor: null, about: { from: monday, to: addDays(monday, 6) } };
  });
}

/** Who has not filled in her rows of a report is reminded some days before they are due, and on the day. */
function reportReminders(facts: Facts): PlannedStep[] {
  const { calendar } = facts;
  const rule = ruleOf("reports", facts.rules, facts.trust);
  if (rule.off) return [];
  return facts.rounds.flatMap(({ id, name, rowsBy, whom }) => {
    if (whom.people === 0) return [];
    const before = calendar.onOrBefore(addDays(rowsBy, -daysOf(rule, "remind")));
    const onDay = calendar.onOrBefore(rowsBy);
    const line = { kind: "report-reminder", rule: rule.key, subject: name, audience: whom.words } as const;
    const rest = { recipients: whom.people, waitsFor: null, about: { roundId: id, day: rowsBy } };
    const step = (key: string, at: string, until: string) => {
      const one = { key: `${rule.key}:${id}|${rowsBy}|${key}`, at, until };
      return { ...one, at: timeOf(one, facts), ...line, ...rest };
    };
    const last = step("on-day", onDay, endOf(rowsBy, calendar));
    return before < onDay ? [step("before", before, onDay), last] : [last];
  });
}

type Monday = { key: string; at: string; until: string; monday: string };

/** What a rule of the region does every Monday; the next working day when that is closed. */
function mondays(
  facts: Facts,
  { from, to }: Period,
  name: string,
  stepOf: (of: Monday) => PlannedStep | null,
): PlannedStep[] {
  const { calendar } = facts;
  if (ruleOf(name, facts.rules, facts.trust).off) return [];
  const steps: PlannedStep[] = [];
  for (let monday = mondayOf(addDays(from, -14)); monday <= to; monday = addDays(monday, 7)) {
    const key = `${name}|${monday}`;
    const one = { key, at: calendar.onOrAfter(monday), until: calendar.onOrAfter(addDays(monday, 7)) };
    // A week that is closed altogether has none of its own.
    if (one.at >= one.until) continue;
    const step = stepOf({ ...one, at: timeOf(one, facts), monday });
    if (step) steps.push(step);
  }
  return steps;
}

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}
