import type { RegionDb } from "~/platform/db/region-db.server";
import type { QuestionKind } from "../../../prisma/generated/enums";

export type EventQuestionData = {
  id: string;
  kind: QuestionKind;
  label: string;
  hint: string;
  options: string[];
  required: boolean;
};

/** The event, held until the transaction ends. */
export async function holdAsked(db: RegionDb, id: string) {
  await db.$queryRaw`SELECT 1 FROM event WHERE id = ${id}::uuid FOR UPDATE`;
  return db.event.findFirst({ where: { id } });
}

export async function findAsked(db: RegionDb, id: string) {
  return db.event.findFirst({ where: { id }, include: { region: { select: { name: true } } } });
}

/** What is asked after an event, in its order. */
export async function feedbackQuestions(db: RegionDb, eventId: string): Promise<EventQuestionData[]> {
  return db.eventQuestion.findMany({
    where: { eventId, purpose: "feedback" },
    select: { id: true, kind: true, label: true, hint: true, options: true, required: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** Puts these questions in the place of those that were asked after the event. */
export async function replaceFeedbackQuestions(db: RegionDb, eventId: string, questions: EventQuestionData[]) {
  await db.eventQuestion.deleteMany({ where: { eventId, purpose: "feedback" } });
  await db.eventQuestion.createMany({
    data: questions.map((question, position) => ({ ...question, eventId, purpose: "feedback", position })),
  });
}

export async function saveAsksFeedback(db: RegionDb, id: string, asksFeedback: boolean): Promise<void> {
  await db.event.updateMany({ where: { id }, data: { asksFeedback } });
}

export async function countForms(db: RegionDb, eventId: string): Promise<number> {
  return db.feedback.count({ where: { eventId } });
}

/** The forms about an event, at most so many as a page can hold. */
export async function formsOf(db: RegionDb, eventId: string) {
  return db.feedback.findMany({ where: { eventId }, select: { answers: true }, orderBy: { id: "asc" }, take: 2000 });
}

const own = { id: true, eventId: true, personId: true, attendedAt: true, feedbackAt: true, locale: true } as const;
const whom = { select: { name: true, email: true, optedOut: true } } as const;

/** Who can be asked what they thought of an event: those who have said they come, and those who came. */
export async function askable(db: RegionDb, eventId: string) {
  const invitations = await db.invitation.findMany({
    where: { eventId, withdrawnAt: null, OR: [{ answer: "accepted" }, { attendedAt: { not: null } }] },
    select: { ...own, person: whom },
    orderBy: { id: "asc" },
  });
  const registrations = await db.registration.findMany({
    where: { eventId, OR: [{ state: "registered" }, { attendedAt: { not: null } }] },
    select: { ...own, person: whom },
    orderBy: { id: "asc" },
  });
  return [...registrations, ...invitations];
}

/** The invitation or the registration a link is about; null where it is gone. */
export async function findOwn(db: RegionDb, id: string) {
  return (
    (await db.invitation.findFirst({ where: { id }, select: { ...own, person: whom } })) ??
    (await db.registration.findFirst({ where: { id }, select: { ...own, person: whom } }))
  );
}

/** Writes down on whatever somebody holds that she has sent her form: the day, and nothing of what it says. */
export async function saveGiven(
  db: RegionDb,
  { eventId, personId, day }: { eventId: string; personId: string; day: Date },
) {
  await db.invitation.updateMany({ where: { eventId, personId }, data: { feedbackAt: day } });
  await db.registration.updateMany({ where: { eventId, personId }, data: { feedbackAt: day } });
}

export async function createForm(db: RegionDb, eventId: string, answers: object): Promise<void> {
  await db.feedback.create({ data: { eventId, answers } });
}

/** Which of these messages have been queued already. */
export async function queuedKeys(db: RegionDb, keys: string[]): Promise<Set<string>> {
  const found = await db.delivery.findMany({ where: { key: { in: keys } }, select: { key: true } });
  return new Set(found.map(({ key }) => key));
}

/** How many have been asked, by mail. */
export async function countAsked(db: RegionDb, eventId: string): Promise<number> {
  return db.delivery.count({
    where: { eventId, kind: "feedback-request", key: { not: { contains: ":again:" } }, state: { not: "dropped" } },
  });
}
