import { addWalkIn } from "~/features/attendance/add-walk-in.server";
import { refusalWords } from "~/features/attendance/attendance-words";
import { changeCertificates } from "~/features/attendance/change-certificates.server";
import { walkInSchema } from "~/features/attendance/walk-in-form.schema";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { parseForm, refuse } from "~/platform/http/forms.server";

/** Does what a form of the attendance page asks for, and says what was done or what is wrong with it. */
export async function answerAttendanceForm(
  form: FormData,
  input: { access: Access; eventId: string; zone: string; locale: string; now: Date },
) {
  const { access, eventId, zone, locale, now } = input;
  if (form.get("intent") === "certificates") {
    const gives = form.get("gives") === "true";
    await withRegion(access, (db) => changeCertificates(db, { eventId, gives }));
    return { ok: true as const, done: gives ? m.attendance_certificate_given() : m.attendance_certificate_stopped() };
  }
  const parsed = parseForm(form, walkInSchema());
  if (!parsed.ok) return parsed;
  const day = new Date(todayIn(zone, now));
  const result = await withRegion(access, (db) => addWalkIn(db, { eventId, walkIn: parsed.value, locale, day, now }));
  if (!result.ok) {
    const field = result.reason === "no-municipality" ? "municipality" : "form";
    return refuse(form, { [field]: refusalWords(result.reason) });
  }
  const { name } = parsed.value;
  return {
    ok: true as const,
    done: result.known ? m.attendance_added_known() : m.attendance_added({ name }),
    ticket: result.ticket,
  };
}
