import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { PageHead } from "~/ui/page-head";
import { Tabs } from "~/ui/tabs";

/** The head that the pages of the settings share. */
export function SettingsHead({
  slug,
  current,
}: {
  slug: string;
  current: "region" | "mail" | "channels" | "holidays" | "templates" | "members";
}) {
  return (
    <>
      <PageHead title={m.regions_settings_title()} sub={m.regions_settings_sub()} />
      <Tabs
        label={m.regions_settings_title()}
        tabs={[
          { to: paths.regionSettings(slug), label: m.regions_tab_region(), current: current === "region" },
          { to: paths.mailSettings(slug), label: m.regions_tab_mail(), current: current === "mail" },
          { to: paths.channels(slug), label: m.regions_tab_channels(), current: current === "channels" },
          { to: paths.holidays(slug), label: m.regions_tab_holidays(), current: current === "holidays" },
          { to: paths.documentTemplates(slug), label: m.regions_tab_templates(), current: current === "templates" },
          { to: paths.members(slug), label: m.regions_tab_members(), current: current === "members" },
        ]}
      />
    </>
  );
}
