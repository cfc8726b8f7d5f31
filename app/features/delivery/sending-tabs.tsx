import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Tabs } from "~/ui/tabs";

/** What has been sent, the rules that send, and what they will send: three pages beside each other. */
export function SendingTabs({ slug, current }: { slug: string; current: "log" | "rules" | "year" }) {
  return (
    <Tabs
      label={m.delivery_sending_tabs()}
      tabs={[
        { to: paths.deliveries(slug), label: m.delivery_deliveries(), icon: "send", current: current === "log" },
        { to: paths.automation(slug), label: m.delivery_tab_rules(), icon: "cog", current: current === "rules" },
        {
          to: paths.automationYear(slug),
          label: m.delivery_tab_year(),
          icon: "timeline",
          current: current === "year",
        },
      ]}
    />
  );
}
