import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ActivityState } from "~/domain/action-plan/activity";
import { addDays } from "~/domain/shared/days";
import { type ActivityRow, actionPlanView } from "~/features/action-plan/action-plan.view.server";
import { activitiesOf } from "~/features/action-plan/activities-of";
import { carryOver } from "~/features/action-plan/carry-over.server";
import { changeActivity } from "~/features/action-plan/keep-activity.server";
import { adoptPlan, setClosed } from "~/features/action-plan/keep-plan.server";
import { setActivityStatus } from "~/features/action-plan/set-activity-status.server";
import { importActionPlan } from "~/features/documents/action-plan-import.server";
import type { RegionDb } from "~/platform/db/region-db.server";
import { projectFolder } from "~/platform/env.server";

type Days = { today: Date; now: Date };
type Said = { state: ActivityState; reason: string; evidence?: string };

const fileName = "vestregionen-action-plan-2017.txt";
const firstYear = 2017;

/**
 * The action plan of 2017, taken in as a secretary would, with how it ended, and closed; and that of this year, with what
 * was carried over from it, owners, and how it goes so far.
 */
export async function seedActionPlan(db: RegionDb, { today, now }: Days): Promise<void> {
  const text = readFileSync(join(projectFolder(), "prisma/seed", fileName), "utf8");
  const imported = await importActionPlan(db, { fileName, text, now });
  if (!imported.ok) throw new Error(`${fileName} was not saved: ${imported.problems.join(" ")}`);
  const day = today.toISOString().slice(0, 10);
  const owners = await db.person.findMany({
    where: { email: { in: ["koordinator@vestregionen.example", "fagradet@vestregionen.example"] } },
    orderBy: { email: "desc" },
    select: { id: true },
  });
  // Who answered for it, where somebody does still: the report of 2017 asks them.
  const old = await rowsOf(db, firstYear, day);
  for (const part of [0, 1]) {
    const ids = old.flatMap(({ id }, at) => (at % 4 === part ? [id] : []));
    await db.activity.updateMany({ where: { id: { in: ids } }, data: { ownerId: owners[part]?.id ?? null } });
  }
  for (const [at, row] of old.entries()) {
    const said = endOf2017(at);
    await say(db, row, said, new Date(`${firstYear}-12-${String(4 + (at % 15)).padStart(2, "0")}T09:00:00Z`));
  }
  await close(db, firstYear, day);

  const year = Number(day.slice(0, 4));
  const kept = old.filter((_, at) => at % 3 !== 2);
  const carried = await carryOver(db, {
    from: firstYear,
    to: year,
    ids: new Set(kept.map(({ id }) => id)),
    texts: true,
  });
  if (!carried.ok) throw new Error(`The plan of ${year} was not made: ${carried.reason}`);
  await adopt(db, year, { day, adoptedOn: `${year - 1}-12-04` });
  for (const [at, row] of (await rowsOf(db, year, day)).entries()) {
    const owner = at % 4 === 3 ? null : (owners[at % 5 === 4 ? 1 : 0]?.id ?? null);
    await own(db, row, owner, day);
    const said = soFar(at, row, day);
    if (said) await say(db, { ...row, version: row.version + 1 }, said, daysAgo(now, 20 + ((at * 13) % 70)));
  }
}

async function rowsOf(db: RegionDb, year: number, today: string): Promise<ActivityRow[]> {
  const view = await actionPlanView(db, year, { today });
  if (!view) throw new Error(`There is no plan for ${year}`);
  return view.areas.flatMap(activitiesOf);
}

async function say(db: RegionDb, { id, version }: ActivityRow, said: Said, at: Date): Promise<void> {
  const { state, reason, evidence = "" } = said;
  const done = await setActivityStatus(db, { id, version, state, reason, evidence, eventId: null, itemId: null }, at);
  if (!done.ok) throw new Error(`A status was refused: ${done.reason}`);
}

async function own(db: RegionDb, row: ActivityRow, ownerId: string | null, today: string): Promise<void> {
  const { id, version, name, timing } = row;
  const measureId = (await db.activity.findFirstOrThrow({ where: { id }, select: { measureId: true } })).measureId;
  const owner = ownerId === null ? "Prosjektgruppen" : "";
  const words = { name: name || "Se tiltaket", timing: timing.words, ownerId, owner };
  const kept = await changeActivity(
    db,
    { id, version },
    { ...words, measureId, newMeasure: "", focusAreaId: null },
    today,
  );
  // A person without a role in the region cannot own one.
  if (!kept.ok && kept.reason === "owner-gone")
    await changeActivity(
      db,
      { id, version },
      { ...words, ownerId: null, owner: "Fagrådet", measureId, newMeasure: "", focusAreaId: null },
      today,
    );
}

async function adopt(
  db: RegionDb,
  year: number,
  { day, adoptedOn }: { day: string; adoptedOn: string },
): Promise<void> {
  const view = await actionPlanView(db, year, { today: day });
  const version = view?.plan.version ?? -1;
  const adopted = await adoptPlan(db, year, { version, adoptedOn, adoptedBy: "Styringsgruppen", itemId: null });
  if (!adopted.ok) throw new Error(`The plan of ${year} was not adopted: ${adopted.reason}`);
}

async function close(db: RegionDb, year: number, today: string): Promise<void> {
  const view = await actionPlanView(db, year, { today });
  const closed = await setClosed(db, year, { version: view?.plan.version ?? -1, closed: true });
  if (!closed.ok) throw new Error(`The plan of ${year} was not closed: ${closed.reason}`);
}

const daysAgo = (now: Date, days: number) => new Date(`${addDays(now.toISOString().slice(0, 10), -days)}T09:00:00Z`);

/** How the plan of 2017 ended, told as a report would. */
function endOf2017(at: number): Said {
  if (at % 11 === 6) return { state: "dropped", reason: "Styringsgruppen valgte å bruke tiden på andre tiltak." };
  if (at % 7 === 5) return { state: "delayed", reason: "Partneren ble ikke klar. Tas opp igjen året etter." };
  if (at % 9 === 8) return { state: "in_progress", reason: "Fortsetter som del av den faste driften." };
  return { state: "done", reason: "", ...(at % 5 === 0 && { evidence: "Årsrapporten for 2017" }) };
}

/** How this year's plan goes: what is over is done or late, the rest has begun or not been spoken of. */
function soFar(at: number, { timing }: ActivityRow, today: string): Said | null {
  const over = timing.windows.length > 0 && timing.windows.every(({ to }) => to < today);
  if (at % 6 === 5) return null;
  if (over && at % 4 !== 1) return { state: "done", reason: "", evidence: at % 3 === 0 ? "Referat i saksarkivet" : "" };
  if (over) return { state: "delayed", reason: "Venter på svar fra to kommuner. Nytt møte er avtalt." };
  if (timing.windows.some(({ from }) => from > today)) return null;
  if (at % 13 === 7) return { state: "dropped", reason: "Slått sammen med nettverket i fylket." };
  return { state: "in_progress", reason: at % 2 === 0 ? "" : "To møter holdt, ett gjenstår før jul." };
}
