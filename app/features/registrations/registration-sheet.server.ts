import { storedAnswers } from "~/domain/registrations/questions";
import { instantToLocal } from "~/domain/shared/local-time";
import { answerInWords } from "~/features/registrations/question-fields";
import { stateNames, wayNames } from "~/features/registrations/registration-words";
import { allRegistrations, findEventOf, questionsOf } from "~/features/registrations/registrations.db.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Everybody who has signed up as a sheet: heads, and a row for each. */
export async function registrationSheet(db: RegionDb, eventId: string) {
  const event = await findEventOf(db, eventId);
  if (!event) return null;
  const questions = await questionsOf(db, eventId);
  const rows = (await allRegistrations(db, eventId)).map((row) => {
    const answers = storedAnswers(row.answers);
    const { date, time } = instantToLocal(row.createdAt.toISOString(), event.zone);
    return [
      row.name,
      row.person.email,
      row.organisation,
      row.municipality?.municipality.name ?? "",
      wayNames[row.way === "online" ? "online" : "room"](),
      stateNames[row.state](),
      `${date} ${time}`,
      ...(event.asksNeeds ? [row.needs] : []),
      ...questions.map(({ id }) => answerInWords(answers[id])),
    ];
  });
  const heads = [
    m.registrations_name(),
    m.registrations_email(),
    m.registrations_organisation(),
    m.registrations_municipality(),
    m.registrations_way_column(),
    m.registrations_state(),
    m.registrations_signed_up_at(),
    ...(event.asksNeeds ? [m.registrations_needs()] : []),
    ...questions.map(({ label }) => label),
  ];
  return { name: m.registrations_title(), heads, widths: heads.map(() => 24), rows };
}
