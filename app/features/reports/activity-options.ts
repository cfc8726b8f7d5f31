import type { Option } from "~/ui/fields";

type Activity = { activityId: string; activity: string; measure: string; focusArea: string };

const optionOf = ({ activityId, activity, measure }: Activity): Option => ({
  value: activityId,
  label: [measure, activity].filter(Boolean).join(": ").slice(0, 160),
});

/** The activities of a plan as somebody chooses among them, under their focus areas. */
export const activityGroups = (activities: readonly Activity[]): { group: string; options: Option[] }[] =>
  [...Map.groupBy(activities, ({ focusArea }) => focusArea)].map(([group, all]) => ({
    ...{ group, options: all.map(optionOf) },
  }));

/** Some of them as a plain list. */
export const activityOptions = (activities: readonly Activity[]): Option[] => activities.map(optionOf);
