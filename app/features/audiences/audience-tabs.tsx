import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Tabs } from "~/ui/tabs";

/** The audiences, and what the words of plans and networks mean. */
export function AudienceTabs({ slug, current }: { slug: string; current: "audiences" | "words" }) {
  return (
    <Tabs
      label={m.audiences_tabs()}
      tabs={[
        { to: paths.audiences(slug), label: m.audiences_title(), current: current === "audiences" },
        { to: paths.audienceWords(slug), label: m.audiences_tab_words(), current: current === "words" },
      ]}
    />
  );
}
