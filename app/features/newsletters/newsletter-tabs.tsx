import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Tabs } from "~/ui/tabs";

/** The issues of all newsletters, and what the actors want said in them. */
export function NewsletterTabs({ slug, current, notes }: { slug: string; current: "issues" | "notes"; notes: number }) {
  return (
    <Tabs
      label={m.newsletters_title()}
      tabs={[
        {
          to: paths.newsletters(slug),
          label: m.newsletters_issues(),
          icon: "newsletter",
          current: current === "issues",
        },
        {
          to: paths.newsletterNotes(slug),
          label: m.newsletters_notes(),
          icon: "chat",
          current: current === "notes",
          ...(notes > 0 && { count: notes }),
        },
      ]}
    />
  );
}
