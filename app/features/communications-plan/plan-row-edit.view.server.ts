import { channelOf } from "~/domain/communications-plan/channels";
import { periodKey } from "~/domain/communications-plan/period";
import { readPriorityAreas } from "~/domain/regions/priority-areas";
import { shownChannel } from "~/features/communications-plan/channel-words";
import { listChannels } from "~/features/communications-plan/channels.db.server";
import { valuesOf } from "~/features/communications-plan/edit-plan-row.server";
import { listPlans, listPriorityAreas, type RowValues } from "~/features/communications-plan/plan.db.server";
import { planOfKey } from "~/features/communications-plan/plan-of-key.server";
import { rowChoices, rowUses } from "~/features/communications-plan/plan-rows.db.server";
import { becomesOf } from "~/features/communications-plan/row-becomes";
import { rowOfPeriod } from "~/features/communications-plan/row-of-period.server";
import { readTiming } from "~/features/timing/describe-timing";
import type { RegionDb } from "~/platform/db/region-db.server";

const empty: RowValues = {
  ...{ channel: "", goal: "", theme: "", timing: "", responsible: "", audience: "" },
  ...{ channelId: null, audienceId: null, notes: "" },
};

/**
 * A row as its form needs it, or a new one (no id) of the plan of this period: what is written of it, and what there is
 * to choose. Null when there is no such row or plan.
 */
export async function planRowToEdit(
  db: RegionDb,
  { key, id, today }: { key: string; id: string | null; today: string },
) {
  const row = id === null ? null : await rowOfPeriod(db, key, id);
  const plan = row?.plan ?? (id === null ? await planOfKey(db, key) : null);
  if (!plan) return null;
  const [channels, areas] = [await listChannels(db), await listPriorityAreas(db)];
  const { audiences, actors, groups } = await rowChoices(db, new Date(`${today}T00:00:00Z`));
  const cells = row ? valuesOf(row) : empty;
  const chosen = row?.priorityAreas.map(({ priorityAreaId }) => priorityAreaId) ?? [];
  const period = { from: plan.from, to: plan.to };
  const channel = channelOf({ channel: cells.channel, channelId: cells.channelId }, channels);
  return {
    id: row?.id ?? null,
    version: row?.version ?? -1,
    key: periodKey(plan),
    period,
    closed: plan.state === "closed",
    today,
    cells,
    reading: readTiming(cells.timing, period),
    areas,
    chosenAreaIds: chosen,
    readAreaIds: readPriorityAreas([cells.channel, cells.theme, cells.goal].join("\n"), areas),
    /** What the rules make of it. */
    becomes: cells.channel === "" ? null : (becomesOf({ channel: cells.channel, kind: channel.kind })?.is ?? null),
    /** The channels that can be chosen: none as long as the list is the one every region begins with. */
    channels: channels.flatMap((channel) =>
      channel.id === null ? [] : [{ id: channel.id, name: shownChannel(channel).name }],
    ),
    /** The channel its words are read as. */
    readChannel: shownChannel(channelOf({ channel: cells.channel }, channels)).name,
    audiences,
    people: {
      actors: actors.map(({ name, shortName }) => ({ words: shortName || name, name })),
      groups: groups.map(({ name }) => name),
    },
  };
}

/** With what its rule does, in words. */
export type RowToEdit = NonNullable<Awaited<ReturnType<typeof planRowToEdit>>> & { does: string | null };

/** A row before it is removed: what was made from it, and what goes with it. */
export async function planRowToRemove(db: RegionDb, { key, id }: { key: string; id: string }) {
  const row = await rowOfPeriod(db, key, id);
  if (!row) return null;
  const { version, channel, theme, plan } = row;
  return {
    ...{ id, version, channel, theme, key: periodKey(plan), period: { from: plan.from, to: plan.to } },
    closed: plan.state === "closed",
    uses: await rowUses(db, id),
  };
}

export type RowToRemove = NonNullable<Awaited<ReturnType<typeof planRowToRemove>>>;

/** A row before it is moved: the plans there are to move it to. */
export async function planRowToMove(db: RegionDb, { key, id }: { key: string; id: string }) {
  const row = await rowOfPeriod(db, key, id);
  if (!row) return null;
  const { version, channel, theme, timing, plan } = row;
  const plans = (await listPlans(db)).map((own) => ({ ...own, key: periodKey(own) }));
  return {
    ...{ id, version, channel, theme, timing, key: periodKey(plan), period: { from: plan.from, to: plan.to } },
    closed: plan.state === "closed",
    plans: plans.flatMap(({ id: own, key: to, state, from, to: last }) =>
      own === plan.id || state === "closed" ? [] : [{ key: to, from, to: last }],
    ),
  };
}

export type RowToMove = NonNullable<Awaited<ReturnType<typeof planRowToMove>>>;
