import type { MetaFunction } from "@remix-run/node";
import { Statement } from "~/features/regions/statement";
import { m } from "~/i18n/messages/messages";

export const meta: MetaFunction = () => [{ title: `${m.public_privacy_title()} – Samvirk` }];

export default function PrivacyPage() {
  return (
    <Statement
      title={m.public_privacy_title()}
      lead={m.public_privacy_lead()}
      sections={[
        { id: "controller", title: m.public_controller_title(), text: [m.public_controller()] },
        {
          id: "stored",
          title: m.public_stored_title(),
          text: [m.public_stored()],
          points: [
            m.public_stored_person(),
            m.public_stored_role(),
            m.public_stored_answers(),
            m.public_stored_deliveries(),
            m.public_stored_log(),
            m.public_stored_sessions(),
          ],
        },
        {
          id: "newsletters",
          title: m.public_letters_title(),
          text: [m.public_letters()],
          points: [m.public_letters_subscription(), m.public_letters_left(), m.public_letters_hold()],
        },
        { id: "why", title: m.public_why_title(), text: [m.public_why(), m.public_who_sees()] },
        { id: "retention", title: m.public_retention_title(), text: [m.public_retention(), m.public_retention_own()] },
        { id: "tracking", title: m.public_tracking_title(), text: [m.public_tracking(), m.public_cookies()] },
        { id: "rights", title: m.public_rights_title(), text: [m.public_rights()] },
      ]}
    />
  );
}
