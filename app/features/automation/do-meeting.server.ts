import { daysOf, ruleOf } from "~/domain/automation/rules";
import { asksFirst } from "~/domain/automation/steps";
import { addDays } from "~/domain/shared/days";
import type { Doing, Outcome } from "~/features/automation/do-due.server";
import { findEventState, giveReminders, markRule, setUpEvent, wordsOfRow } from "~/features/automation/due.db.server";
import type { LoadedFacts } from "~/features/automation/facts.server";
import { pathOfRow } from "~/features/automation/row-path.server";
import { tell } from "~/features/automation/tell.server";
import { countOne } from "~/features/automation/whom.server";
import { makeEvent } from "~/features/events/create-event.server";
import { eventFormSchema } from "~/features/events/event-form.schema";
import { inviteAudience } from "~/features/events/invite.server";
import { rememberedAudience } from "~/features/events/invite-whom";
import { dayMinutes } from "~/features/events/reminder-times";
import { operatorIds } from "~/features/networks/network-actors.view.server";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

const minutes = 120;
const answerBefore = 7;

/** The end of what begins at a time of day (HH:MM), the same day. */
function endOf(start: string): string {
  const [hour = 0, minute = 0] = start.split(":").map(Number);
  const end = Math.min(hour * 60 + minute + minutes, 23 * 60 + 59);
  return `${String(Math.floor(end / 60)).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}`;
}

/** Makes the draft of an event, and tells who is responsible; where the region wants to make it itself, tells them alone. */
export async function draftEvent(db: RegionDb, doing: Doing): Promise<Outcome> {
  const { row, facts, now, slug, regionName, isStill } = doing;
  const { planRowId, networkId, day, time = "09:00", eventKind = "meeting", subject } = row.about;
  const people = facts.toldOf.get(row.rule) ?? [];
  const responsibleId = people[0]?.personId;
  if (!day || !responsibleId) return { state: "left_out", reason: "nobody-to-tell" };
  const rule = ruleOf(row.rule, facts.rules, facts.trust);
  const meant = facts.meant.get(row.rule);
  const by = { rule: row.rule, key: row.key, people: isStill ? [] : people, now };
  const notice = {
    ...{ kind: "event-draft" as const, regionName, title: subject, day },
    audience: meant && meant.audiences.length > 0 ? meant.words : null,
  };
  if (rule.trust === "suggest") {
    const path = planRowId ? await pathOfRow(db, slug, planRowId) : paths.network(slug, networkId ?? "");
    await tell(db, by, { ...notice, path, made: false, inviteOn: null });
    return { state: "done", reason: "suggested" };
  }
  const today = facts.calendar.dayOf(now.toISOString());
  const replyBy = addDays(day, -answerBefore);
  const said = planRowId ? await wordsOfRow(db, planRowId) : null;
  const form = eventFormSchema().parse({
    ...{ title: subject, kind: eventKind, date: day, start: time, end: endOf(time) },
    ...{ replyBy: replyBy > today ? replyBy : "", description: said?.goal ?? "" },
  });
  const organiser = { networkId: networkId ?? null, actorId: networkId ? runBy(facts, networkId) : null };
  const { zone } = facts.calendar;
  const made = await makeEvent(db, { form, planRowId: planRowId ?? null, organiser, responsibleId, zone, now });
  if (!made.ok) return { state: "left_out", reason: made.reason };
  await setUp(db, made.id, { eventKind, facts, rule: row.rule });
  const invites = addDays(day, -daysOf(rule, "invite"));
  const inviteOn = facts.calendar.dayOf(facts.calendar.onOrAfter([invites, today].sort().at(-1) ?? today));
  const goes = rule.trust !== "draft" && notice.audience !== null ? inviteOn : null;
  await tell(db, by, { ...notice, path: paths.event(slug, made.id), made: true, inviteOn: goes });
  return { state: "done", about: { eventId: made.id } };
}

function runBy({ standing }: LoadedFacts, networkId: string): string | null {
  const network = standing.networks.find(({ id }) => id === networkId);
  return (network && operatorIds(network, standing.actors)[0]) ?? null;
}

/** What the rules of its kind give an event: its reminders, the question afterwards, and whom it is for. */
async function setUp(
  db: RegionDb,
  eventId: string,
  { eventKind, facts, rule }: { eventKind: string; facts: LoadedFacts; rule: string },
): Promise<void> {
  const reminders = ruleOf(`reminder:${eventKind}`, facts.rules, facts.trust);
  const feedback = ruleOf(`feedback:${eventKind}`, facts.rules, facts.trust);
  const audiences = facts.meant.get(rule)?.audiences ?? [];
  const [first] = audiences;
  const whom = audiences.length === 1 && first !== undefined ? rememberedAudience(first) : {};
  await setUpEvent(db, eventId, { asksFeedback: !feedback.off, ...whom });
  if (reminders.off) return;
  const kinds = ["unanswered", "coming"] as const;
  const given = kinds.map((kind) => ({ kind, minutes: daysOf(reminders, kind) * dayMinutes }));
  await giveReminders(
    db,
    eventId,
    given.filter((one) => one.minutes > 0),
  );
}

/** Invites to an event that the rule made, now that somebody has said yes, or the region lets it do so by itself. */
export async function inviteToEvent(db: RegionDb, { row, facts, now }: Doing): Promise<Outcome> {
  const { eventId, networkId } = row.about;
  const event = eventId ? await findEventState(db, eventId) : null;
  if (!eventId || !event) return { state: "left_out", reason: "event-gone" };
  if (event.state !== "draft") return { state: "left_out", reason: "by-hand" };
  const meant = facts.meant.get(row.rule);
  if (!meant || meant.audiences.length === 0) return { state: "waiting", reason: "nobody" };
  const rule = ruleOf(row.rule, facts.rules, facts.trust);
  const day = new Date(facts.calendar.dayOf(now.toISOString()));
  const whom = await countOne(db, day, { meant, networkId: networkId ?? null });
  if (asksFirst(rule, whom.people, facts)) return { state: "waiting", reason: "many" };
  let invited = 0;
  for (const audienceId of meant.audiences) {
    const sent = await inviteAudience(db, { eventId, audienceId, now });
    if (sent.ok) invited += sent.invited;
    else if (sent.reason !== "nobody") return { state: "left_out", reason: sent.reason };
  }
  if (invited === 0) return { state: "waiting", reason: "nobody" };
  await markRule(db, { eventId, kind: "event-invitation", rule: row.rule });
  return { state: "done" };
}
