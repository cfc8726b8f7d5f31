import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Tabs } from "~/ui/tabs";

type Tab = "actors" | "in-plan" | "groups" | "names";

/** The pages about who is in the apparatus. `unknown`: how many names nobody has said the meaning of. */
export function ActorTabs({ slug, current, unknown }: { slug: string; current: Tab; unknown?: number }) {
  const tab = (key: Tab, to: string, label: string) => ({ to, label, current: key === current });
  return (
    <Tabs
      label={m.actors_title()}
      tabs={[
        tab("actors", paths.actors(slug), m.actors_title()),
        tab("in-plan", paths.actorsInPlan(slug), m.actors_tab_in_plan()),
        tab("groups", paths.groups(slug), m.actors_tab_groups()),
        { ...tab("names", paths.actorNames(slug), m.actors_tab_names()), ...(unknown ? { count: unknown } : {}) },
      ]}
    />
  );
}
