import type { ActivityFormView } from "~/features/action-plan/activity.view.server";
import type { RefusedForm } from "~/features/action-plan/activity-form";
import { paths } from "~/paths";
import { askRow, sendRow } from "~/ui/row-form";

/** Which plan of which region. */
export type PlanPlace = { slug: string; year: number };

const formOf = ({ slug, year }: PlanPlace, id: string | null) => paths.activityForm(slug, year, id ?? "new");

/** An activity as its form needs it, or a new one. Throws without an answer. */
export async function loadActivity(place: PlanPlace, id: string | null): Promise<ActivityFormView> {
  const answer = await askRow(formOf(place, id));
  if (!answer.ok) throw new Error(`no activity: ${answer.status}`);
  return (await answer.json()) as ActivityFormView;
}

/** Saves an activity, or adds it. */
export function saveActivity(place: PlanPlace, id: string | null, form: FormData) {
  return sendRow<RefusedForm>(formOf(place, id), form);
}

/** Puts an activity beside another of its measure. `to` is "<id> before" or "<id> after". Throws when it was not. */
export async function placeActivity(place: PlanPlace, id: string, to: string): Promise<void> {
  const answer = await askRow(formOf(place, id), new URLSearchParams({ place: to }));
  if (!answer.ok) throw new Error(`not moved: ${answer.status}`);
}
