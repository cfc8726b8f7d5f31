import { isUuid } from "~/domain/shared/ids";
import {
  addMeeting,
  changeMeeting,
  type MeetingRefusal,
  removeMeeting,
} from "~/features/meeting-plan/change-plan.server";
import { type DecideRefusal, decidePlan, queuePlan } from "~/features/meeting-plan/decide-plan.server";
import { meetingSchema } from "~/features/meeting-plan/meeting-form.schema";
import { dayWords } from "~/features/meeting-plan/plan-words";
import { proposePlan } from "~/features/meeting-plan/propose-plan.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

export type PlanRefusal = { about: "meeting" | "plan"; errors: FormErrors; values: FormValues; version?: number };
type Answer = { ok: true; done: string } | ({ ok: false } & PlanRefusal) | null;

type With = { form: FormData; year: number; today: string; responsibleId: string; zone: string; now: Date };

/** Does what one of the forms on the page of a year's meeting plan asks, by its button; null when it asks for nothing. */
export async function answerPlanForm(db: RegionDb, asked: With): Promise<Answer> {
  const { form, year, today } = asked;
  const intent = form.get("intent");
  const plainly = (words: string): Answer => ({ about: "plan", ...refuse(form, { form: words }) });
  if (intent === "propose") {
    const proposed = await proposePlan(db, { year, today });
    return proposed.ok
      ? { ok: true, done: m.bodies_plan_proposed({ n: proposed.meetings }) }
      : plainly(m.bodies_plan_exists());
  }
  if (intent === "queue") {
    const bodyId = form.get("bodyId");
    if (!isUuid(bodyId)) return { about: "plan", ...refuse(form, { queueBody: m.bodies_plan_body_choose() }) };
    const queued = await queuePlan(db, { year, bodyId });
    return queued.ok ? { ok: true, done: m.bodies_plan_queued() } : notDone(queued, plainly);
  }
  if (intent === "decide") {
    const decided = await decidePlan(db, asked);
    return decided.ok ? { ok: true, done: m.bodies_plan_decided({ n: decided.meetings }) } : notDone(decided, plainly);
  }
  return answerMeeting(db, asked, intent);
}

function notDone(refused: DecideRefusal | { reason: "no-body" }, plainly: (words: string) => Answer): Answer {
  if (refused.reason === "not-found" || refused.reason === "no-body") return null;
  if (refused.reason === "body-meets")
    return plainly(m.bodies_plan_meets_on({ body: refused.meeting.body, day: dayWords(refused.meeting.day) }));
  const words = {
    empty: () => m.bodies_plan_empty(),
    decided: () => m.bodies_plan_is_decided(),
    "case-open": () => m.bodies_plan_case_open(),
  };
  return plainly(words[refused.reason]());
}

async function answerMeeting(db: RegionDb, { form, year }: With, intent: FormDataEntryValue | null): Promise<Answer> {
  const about = "meeting" as const;
  const id = form.get("meeting");
  if (intent === "remove") {
    if (!isUuid(id)) return null;
    const removed = await removeMeeting(db, { year, id });
    if (removed.ok) return { ok: true, done: m.bodies_plan_removed() };
    return removed.reason === "decided"
      ? { about: "plan", ...refuse(form, { form: m.bodies_plan_is_decided() }) }
      : null;
  }
  if (intent !== "add" && intent !== "change") return null;
  const parsed = parseForm(form, meetingSchema());
  if (!parsed.ok) return { about, ...parsed };
  const { version, ...meeting } = parsed.value;
  if (intent === "change" && !isUuid(id)) return null;
  const kept =
    intent === "add"
      ? await addMeeting(db, { year, ...meeting })
      : await changeMeeting(db, { year, id: String(id), version, ...meeting });
  if (kept.ok) return { ok: true, done: intent === "add" ? m.bodies_plan_added() : m.bodies_plan_changed() };
  if (kept.reason === "not-found") return null;
  const refused = refuse(form, meetingErrors(kept.reason, year));
  return { about, ...refused, ...(kept.version !== undefined && { version: kept.version }) };
}

function meetingErrors(reason: Exclude<MeetingRefusal, "not-found">, year: number): FormErrors {
  const errors: Record<typeof reason, () => FormErrors> = {
    "no-body": () => ({ bodyId: m.bodies_plan_body_choose() }),
    "other-year": () => ({ day: m.bodies_plan_other_year({ year }) }),
    "ends-before-start": () => ({ to: m.bodies_time_order() }),
    "no-such-time": () => ({ from: m.bodies_plan_no_such_time() }),
    "body-meets": () => ({ day: m.bodies_meets_already() }),
    decided: () => ({ form: m.bodies_plan_is_decided() }),
    "changed-meanwhile": () => ({ form: m.common_changed_meanwhile() }),
  };
  return errors[reason]();
}
