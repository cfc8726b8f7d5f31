import { writtenNumber } from "~/domain/cases/numbers";
import { isUuid } from "~/domain/shared/ids";
import { findMinutes } from "~/features/cases/agenda.db.server";
import { caseTitles } from "~/features/cases/case-titles.server";
import { queueCase } from "~/features/cases/queue-case.server";
import { correctItemNumber, reopenAgenda, setAgenda } from "~/features/cases/set-agenda.server";
import { addStandingItems, layMinutes } from "~/features/cases/standing-items.server";
import { moveItem, takeOff } from "~/features/cases/take-off.server";
import { takeUpCases } from "~/features/cases/take-up-cases.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

type Answered =
  | { ok: true; said: string }
  | { ok: false; status: 400 | 404 | 409; said: string; item?: string; typed?: string };

const gone: Answered = { ok: false, status: 404, said: "" };
const no = (said: string, status: 400 | 409 = 409): Answered => ({ ok: false, status, said });

/** Does what a form about the agenda of a meeting asks, and says what became of the numbers. */
export async function answerAgendaForm(
  db: RegionDb,
  form: FormData,
  { bodyId, minutesId }: { bodyId: string; minutesId: string },
): Promise<Answered> {
  const minutes = await findMinutes(db, minutesId);
  if (!minutes || minutes.bodyId !== bodyId) return gone;
  const item = form.get("item");
  const itemId = isUuid(item) ? item : "";
  switch (form.get("intent")) {
    case "set":
      return answerSet(db, minutesId);
    case "reopen":
      return answerReopen(db, minutesId);
    case "take-up": {
      const caseIds = form.getAll("case").filter(isUuid);
      if (caseIds.length === 0) return no(m.cases_choose_one(), 400);
      const taken = await takeUpCases(db, { minutesId, caseIds });
      if (!taken.ok) return taken.reason === "gone" ? gone : no(m.cases_agenda_closed());
      return taken.taken === 0 ? no(m.cases_not_in_queue()) : { ok: true, said: m.cases_taken_up({ n: taken.taken }) };
    }
    case "standing": {
      const n = await addStandingItems(db, minutesId);
      return n === 0 ? no(m.cases_standing_there()) : { ok: true, said: m.cases_taken_up({ n }) };
    }
    case "minutes": {
      const aboutId = form.get("about");
      const laid = isUuid(aboutId) && (await layMinutes(db, { minutesId, aboutId }));
      return laid ? { ok: true, said: m.cases_taken_up({ n: 1 }) } : no(m.cases_agenda_closed());
    }
    case "other": {
      const titles = await caseTitles(db);
      const made = await queueCase(db, { bodyId, kind: "other", title: titles.other });
      if (!made.ok) return gone;
      const taken = await takeUpCases(db, { minutesId, caseIds: [made.id], at: 10_000 });
      return taken.ok ? { ok: true, said: m.cases_taken_up({ n: taken.taken }) } : no(m.cases_agenda_closed());
    }
    case "up":
    case "down": {
      const moved = itemId
        ? await moveItem(db, { minutesId, itemId, by: form.get("intent") === "up" ? -1 : 1 })
        : ({ ok: false, reason: "gone" } as const);
      if (!moved.ok) return moved.reason === "gone" ? gone : no(m.cases_agenda_closed());
      return { ok: true, said: m.cases_item_moved({ place: moved.place }) };
    }
    case "off":
    case "withdraw": {
      const to = form.get("intent") === "off" ? "queue" : "withdrawn";
      const taken = itemId ? await takeOff(db, { minutesId, itemId, to }) : ({ ok: false, reason: "gone" } as const);
      if (!taken.ok) return taken.reason === "gone" ? gone : no(m.cases_agenda_closed());
      const number = { none: m.cases_off_done, freed: m.cases_off_freed, kept: m.cases_off_kept }[taken.number]();
      return { ok: true, said: number };
    }
    case "number":
      return answerNumber(db, { minutesId, itemId, typed: String(form.get("number") ?? "") });
    default:
      return { ok: false, status: 400, said: "" };
  }
}

async function answerSet(db: RegionDb, minutesId: string): Promise<Answered> {
  const set = await setAgenda(db, { minutesId });
  if (!set.ok) {
    if (set.reason === "gone") return gone;
    return no(set.reason === "empty" ? m.cases_set_empty() : m.common_changed_meanwhile());
  }
  const [first, last] = [set.numbers[0], set.numbers.at(-1)];
  if (!first || !last) return no(m.cases_set_empty());
  if (first === last) return { ok: true, said: m.cases_set_one({ number: writtenNumber(first) }) };
  return { ok: true, said: m.cases_set_many({ from: writtenNumber(first), to: writtenNumber(last) }) };
}

async function answerReopen(db: RegionDb, minutesId: string): Promise<Answered> {
  const reopened = await reopenAgenda(db, { minutesId });
  if (reopened.ok) return { ok: true, said: m.cases_reopened() };
  if (reopened.reason === "gone") return gone;
  return no(
    {
      state: m.common_changed_meanwhile,
      told: m.cases_reopen_told,
      followed: m.cases_reopen_followed,
    }[reopened.reason](),
  );
}

async function answerNumber(
  db: RegionDb,
  { minutesId, itemId, typed }: { minutesId: string; itemId: string; typed: string },
): Promise<Answered> {
  const corrected = itemId
    ? await correctItemNumber(db, { minutesId, itemId, typed })
    : ({ ok: false, reason: "gone" } as const);
  if (corrected.ok) {
    const number = writtenNumber(corrected);
    return {
      ok: true,
      said: corrected.typed
        ? m.cases_number_corrected({ number, typed: corrected.typed })
        : m.cases_number_given({ number }),
    };
  }
  if (corrected.reason === "gone") return gone;
  const said = {
    unreadable: m.cases_number_unreadable,
    taken: m.cases_number_taken,
    state: m.cases_agenda_closed,
  }[corrected.reason]();
  return { ok: false, status: corrected.reason === "unreadable" ? 400 : 409, said, item: itemId, typed };
}
