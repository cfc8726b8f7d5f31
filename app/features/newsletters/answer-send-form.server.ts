import { data } from "@remix-run/node";
import { z } from "zod";
import { isOpen, nextOpening } from "~/domain/regions/office-hours";
import { localToInstant } from "~/domain/shared/local-time";
import { type Scheduled, scheduleIssue } from "~/features/newsletters/schedule-issue.server";
import { type SentIssue, sendIssue } from "~/features/newsletters/send-issue.server";
import type { RefusedSend } from "~/features/newsletters/send-page";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { dayField, readVersion, versionField } from "~/platform/http/form-fields";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

type Input = { access: Access; issueId: string; zone: string; now: Date };

const planSchema = () =>
  z.object({
    version: versionField(),
    day: dayField(m.newsletters_sending_day_missing(), "2000-01-01"),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, m.newsletters_sending_time_missing()),
  });

/**
 * Sends an issue now, sets when it goes, or takes that away; a refusal comes back in words, with what was typed. What is
 * to leave by itself leaves in office hours (M8): another time is refused with the first one after it that can be.
 */
export async function answerSendForm(form: FormData, { access, issueId, zone, now }: Input) {
  const refuse = (errors: Record<string, string>, status: number) =>
    ({ ok: false, refusal: data<RefusedSend>({ errors, values: valuesOf(form) }, { status }) }) as const;
  const intent = form.get("intent");
  if (intent === "send") {
    const version = readVersion(form.get("version"));
    const sent = await withRegion(access, (db) => sendIssue(db, { issueId, version, now }));
    if (sent.ok) return { ok: true, done: m.newsletters_sent_done({ n: sent.recipients }) } as const;
    if (sent.reason === "not-found") notFound();
    return refuse({ form: sendWords(sent) }, 409);
  }
  if (intent !== "plan" && intent !== "unplan") return refuse({ form: m.newsletters_refused_state() }, 400);
  const plan = intent === "plan" ? parseForm(form, planSchema()) : null;
  if (plan && !plan.ok) return refuse(plan.errors, 400);
  const at = plan && localToInstant(plan.value.day, plan.value.time, zone);
  if (at && !at.ok) return refuse({ time: m.newsletters_sending_no_such_time() }, 400);
  const sendAt = at ? new Date(at.instant) : null;
  const version = plan ? plan.value.version : readVersion(form.get("version"));
  if (sendAt && sendAt > now) {
    const hours = await withRegion(access, (db) => officeHoursOf(db, [sendAt]));
    if (!isOpen(sendAt.toISOString(), hours)) {
      const nearest = nextOpening(sendAt.toISOString(), hours);
      const when = nearest ? formatInstant(nearest, zone, getLocale()) : "–";
      return refuse({ time: m.newsletters_sending_closed({ when }) }, 400);
    }
  }
  const result = await withRegion(access, (db) => scheduleIssue(db, { issueId, version, sendAt, now }));
  if (!result.ok) {
    if (result.reason === "not-found") notFound();
    if (result.reason === "past") return refuse({ day: m.newsletters_sending_past() }, 400);
    return refuse({ form: stepWords(result.reason) }, 409);
  }
  const when = sendAt && formatInstant(sendAt.toISOString(), zone, getLocale());
  return { ok: true, done: when ? m.newsletters_planned_done({ when }) : m.newsletters_unplanned_done() } as const;
}

/** Why an issue is not sent, in words. */
export function sendWords(refused: Exclude<SentIssue, { ok: true }>): string {
  switch (refused.reason) {
    case "nobody":
      return m.newsletters_refused_nobody();
    case "unfilled":
      return m.newsletters_refused_unfilled({ recipient: refused.recipient, token: refused.token });
    case "too-large":
      return m.newsletters_refused_too_large({ kb: Math.ceil(refused.bytes / 1000) });
    case "not-found":
      return m.newsletters_refused_state();
    default:
      return stepWords(refused.reason);
  }
}

type StepReason = Exclude<Extract<Scheduled, { ok: false }>["reason"], "not-found" | "past">;

function stepWords(reason: StepReason): string {
  if (reason === "ended") return m.newsletters_refused_ended();
  if (reason === "needs-another") return m.newsletters_refused_another();
  return reason === "changed" ? m.newsletters_refused_changed() : m.newsletters_refused_state();
}
