import { Link } from "@remix-run/react";
import type { Why } from "~/features/delivery/deliveries.view.server";
import { whyWords } from "~/features/delivery/why-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";

/** Why a message was sent, and the rule that sent it, where a rule did. */
export function WhySent({ why, slug }: { why: Why; slug: string }) {
  return (
    <>
      {whyWords(why)}
      {why.rule && (
        <div className="sv-small">
          <Link to={paths.automationRule(slug, why.rule)}>{m.delivery_why_rule()}</Link>
        </div>
      )}
    </>
  );
}
