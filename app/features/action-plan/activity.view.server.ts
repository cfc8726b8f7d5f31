import { yearPeriod } from "~/domain/action-plan/activity";
import { can, type HeldRole } from "~/domain/auth/permissions";
import { writtenNumber } from "~/domain/cases/numbers";
import { isoDay } from "~/domain/shared/days";
import { findPlan, listPlaces } from "~/features/action-plan/action-plan.db.server";
import { activityRow } from "~/features/action-plan/action-plan.view.server";
import {
  activityUses,
  findActivity,
  listDecisions,
  listEventsOfYear,
  listOwners,
  listStatuses,
} from "~/features/action-plan/activities.db.server";
import { historyOf } from "~/features/audit/history.view.server";
import { describeDay } from "~/features/timing/day-words";
import { readTiming } from "~/features/timing/describe-timing";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

type Asked = { year: number; id: string; today: string; zone: string; roles: readonly HeldRole[] };

/** One activity: what the plan says, where it stands, all that was said of it and what shows it. Null when there is none. */
export async function activityView(db: RegionDb, { year, id, today, zone, roles }: Asked) {
  const activity = await findActivity(db, id);
  if (!activity) return null;
  const { measure } = activity;
  const { focusArea } = measure;
  const { plan, priorityArea } = focusArea.area;
  if (plan.year !== year) return null;
  const isOwner = activity.ownerId !== null && activity.ownerId === accessFor(db).personId;
  const open = plan.state !== "closed";
  const maySay = open && can(roles, "action-plan.status", { isOwner });
  const statuses = await listStatuses(db, id);
  const uses = await activityUses(db, id);
  const at = (other: { id: string; measure: { focusArea: { area: { plan: { year: number } } } } }) => ({
    id: other.id,
    year: other.measure.focusArea.area.plan.year,
  });
  return {
    row: activityRow(activity, { ...plan, adoptedOn: isoDay(plan.adoptedOn) }, today),
    year,
    planState: plan.state,
    area: priorityArea.name,
    focusArea: { id: focusArea.id, name: focusArea.name, organisation: focusArea.organisation },
    measure: { id: measure.id, name: measure.name, strategy: measure.strategy },
    carriedFrom: activity.carriedFrom && at(activity.carriedFrom),
    carriedTo: activity.carriedTo.map(at),
    statuses: statuses.map((status) => ({
      id: status.id,
      state: status.state,
      reason: status.reason,
      evidence: status.evidence,
      event: status.event,
      item: status.item && {
        ...{ minutesId: status.item.minutes.id, bodyId: status.item.minutes.bodyId },
        number: writtenNumber(status.item),
      },
      who: status.person?.name ?? null,
      when: formatInstant(status.at.toISOString(), zone, getLocale()),
    })),
    history: await historyOf(db, { id, subjects: ["activity"] }),
    options: maySay ? await evidenceOptions(db, year) : null,
    maySay,
    mayEdit: open && can(roles, "action-plan.edit"),
    mayRemove: open && can(roles, "action-plan.edit") && uses.carried + uses.reports + uses.said === 0,
  };
}

export type ActivityView = NonNullable<Awaited<ReturnType<typeof activityView>>>;

async function evidenceOptions(db: RegionDb, year: number) {
  const events = await listEventsOfYear(db, year);
  const items = await listDecisions(db);
  return {
    events: events.map(({ id, title, startsAt }) => ({
      value: id,
      label: `${title} (${describeDay(isoDay(startsAt))})`,
    })),
    items: decisionOptions(items),
  };
}

const decisionOptions = (items: Awaited<ReturnType<typeof listDecisions>>) =>
  items.map(({ id, number, year, case: { title }, minutes }) => ({
    value: id,
    label: m.action_plan_decision({ number: writtenNumber({ number, year }), title, body: minutes.body.name }),
  }));

/** The decisions a plan may have been adopted by. */
export async function adoptOptions(db: RegionDb) {
  return decisionOptions(await listDecisions(db));
}

/** What the form of an activity offers: owners, and the measures of the plan under their focus areas. Null without a plan. */
export async function activityFormView(
  db: RegionDb,
  { year, today, id, timing }: { year: number; today: string; id: string | null; timing?: string },
) {
  const plan = await findPlan(db, year);
  if (!plan || plan.state === "closed") return null;
  const activity = id === null ? null : await findActivity(db, id);
  if (id !== null && activity?.measure.focusArea.area.plan.year !== year) return null;
  const places = await listPlaces(db, plan.id);
  const owners = await listOwners(db, today);
  const own = activity?.ownedBy;
  const words = timing ?? activity?.timing ?? "";
  return {
    year,
    period: yearPeriod(year),
    today,
    reading: readTiming(words, yearPeriod(year)),
    owners: (own && !owners.some((one) => one.id === own.id) ? [own, ...owners] : owners).map((one) => ({
      value: one.id,
      label: one.name,
    })),
    measures: places.flatMap((area) =>
      area.focusAreas.map((focus) => ({
        group: `${area.priorityArea.name} · ${focus.name}`,
        options: [
          ...focus.measures.map((measure) => ({
            value: `measure:${measure.id}`,
            label: measure.strategy ? `${measure.name} – ${measure.strategy}` : measure.name,
          })),
          { value: `focus-area:${focus.id}`, label: m.action_plan_new_measure_under({ name: focus.name }) },
        ],
      })),
    ),
    activity: activity && {
      ...{ id: activity.id, name: activity.name, version: activity.version, timing: activity.timing },
      ...{ ownerId: activity.ownerId ?? "", owner: activity.owner, measure: `measure:${activity.measureId}` },
    },
  };
}

export type ActivityFormView = NonNullable<Awaited<ReturnType<typeof activityFormView>>>;
