import type { MetaFunction } from "@remix-run/node";
import { Statement } from "~/features/regions/statement";
import { m } from "~/i18n/messages/messages";

export const meta: MetaFunction = () => [{ title: `${m.public_accessibility_title()} – Samvirk` }];

export default function AccessibilityPage() {
  return (
    <Statement
      title={m.public_accessibility_title()}
      lead={m.public_accessibility_lead()}
      sections={[
        {
          id: "works",
          title: m.public_works_title(),
          points: [m.public_works_keyboard(), m.public_works_script(), m.public_works_small(), m.public_works_colour()],
        },
        { id: "tested", title: m.public_tested_title(), text: [m.public_tested(), m.public_not_tested()] },
        { id: "report", title: m.public_report_title(), text: [m.public_report(), m.public_complain()] },
      ]}
    />
  );
}
