import { isUuid } from "~/domain/shared/ids";
import { findMinutes } from "~/features/cases/agenda.db.server";
import { moveInQueue } from "~/features/cases/edit-case.server";
import { takeUpCases } from "~/features/cases/take-up-cases.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { RegionDb } from "~/platform/db/region-db.server";

type Answered = { ok: true; said: string; to?: string } | { ok: false; status: 400 | 404 | 409; said: string };

/** Does what a form of the queue asks: a case up or down, or several onto an agenda. */
export async function answerQueueForm(db: RegionDb, form: FormData, slug: string): Promise<Answered> {
  const chosen = form.getAll("case").filter(isUuid);
  if (form.get("intent") === "move") {
    const [caseId = ""] = chosen;
    const by = form.get("by") === "1" ? 1 : -1;
    const moved = isUuid(caseId) ? await moveInQueue(db, { caseId, by }) : ({ ok: false } as const);
    if (!moved.ok) return { ok: false, status: 404, said: "" };
    return { ok: true, said: m.cases_moved({ title: moved.title, place: moved.place }) };
  }
  const minutesId = form.get("minutes");
  if (chosen.length === 0) return { ok: false, status: 400, said: m.cases_choose_one() };
  const minutes = isUuid(minutesId) ? await findMinutes(db, minutesId) : null;
  if (!minutes) return { ok: false, status: 404, said: "" };
  const taken = await takeUpCases(db, { minutesId: minutes.id, caseIds: chosen });
  if (!taken.ok) return { ok: false, status: 409, said: m.cases_agenda_closed() };
  if (taken.taken === 0) return { ok: false, status: 409, said: m.cases_not_in_queue() };
  return {
    ok: true,
    said: m.cases_taken_up({ n: taken.taken }),
    to: paths.setAgenda(slug, minutes.bodyId, minutes.id),
  };
}
