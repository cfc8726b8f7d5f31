import { data } from "@remix-run/node";
import { localToInstant } from "~/domain/shared/local-time";
import { makeMinutes } from "~/features/cases/make-minutes.server";
import { meetingSchema } from "~/features/cases/meeting-form.schema";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

/** Makes a meeting of a body of a submitted form; a refusal comes back with all that was typed. */
export async function answerMeetingForm(
  form: FormData,
  { access, bodyId, zone }: { access: Access; bodyId: string; zone: string },
) {
  const values = valuesOf(form);
  const refuse = (errors: FormErrors, status: number) =>
    ({ ok: false, refusal: data<{ errors: FormErrors; values: FormValues }>({ errors, values }, { status }) }) as const;
  const parsed = parseForm(form, meetingSchema());
  if (!parsed.ok) return refuse(parsed.errors, 400);
  const { answerDay, answerTime, ...meeting } = parsed.value;
  const by = meeting.electronic && answerDay ? localToInstant(answerDay, answerTime ?? "16:00", zone) : null;
  if (by?.ok === false) return refuse({ answerTime: m.events_no_such_time() }, 400);
  if (by && answerDay && answerDay < meeting.day) return refuse({ answerDay: m.cases_answer_by_before() }, 400);
  const made = await withRegion(access, (db) =>
    makeMinutes(db, { ...meeting, bodyId, answerBy: by ? new Date(by.instant) : null }),
  );
  if (made.ok) return made;
  switch (made.reason) {
    case "no-body":
      return notFound();
    case "clash":
      return refuse({ from: m.cases_meets_already() }, 409);
    case "ends-before-start":
      return refuse({ to: m.events_ends_before_start() }, 400);
    default:
      return refuse({ from: m.events_no_such_time() }, 400);
  }
}
