import { yearsOf, yearToShow } from "~/domain/communications-plan/wheel-year";
import { planSelection, type SelectionInput } from "~/features/communications-plan/plan-selection.view.server";
import { actorRings } from "~/features/communications-plan/wheel-actors.view.server";
import {
  channelRings,
  compactWheel,
  fullWheel,
  wheelLists,
  wheelOf,
  yearOfRows,
} from "~/features/communications-plan/wheel-year.view.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type WheelBy = "channel" | "actor";

/** `year` as it stands in the address; one that the plan is not of is as none. */
export type WheelInput = SelectionInput & { year: string | null; by: WheelBy };

/** The plan of one period as a year wheel and the lists beside it; null when there is no plan of that period. */
export async function planWheel(db: RegionDb, { year: asked, by, ...input }: WheelInput) {
  const selection = await planSelection(db, input);
  if (!selection) return null;
  const { rows, ...rest } = selection;
  const { plan, today, channels } = rest;
  const years = yearsOf(plan);
  const year = yearToShow(years, asked, today);
  const own = yearOfRows(rows, year, today);
  const rings = by === "actor" ? await actorRings(db, own) : channelRings(own, channels);
  const wheel = wheelOf(own, { plan, today, year, rings });
  const lists = wheelLists(own, year);
  const titles = new Map(
    Object.values(lists)
      .flatMap((list) => (typeof list === "number" ? [] : list))
      .map(({ key, number, title, when }) => [key, `${number}. ${title}: ${when}`]),
  );
  return {
    ...{ ...rest, shown: rows.length, by, year, years, lists },
    ...fullWheel(wheel, titles),
    compact: compactWheel(wheel, titles),
  };
}

export type WheelView = NonNullable<Awaited<ReturnType<typeof planWheel>>>;
