import { plannedKindWords, waitsLook } from "~/features/automation/planned-words";
import type { RuleView } from "~/features/automation/rule.view.server";
import { RuleStepList } from "~/features/automation/rule-steps";
import { asSentence, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Panel, PanelBody } from "~/ui/panel";

/** What the rules do with a row of the plan: the steps of its rule, and when they come next. */
export function RowRule({ rule, slug }: { rule: RuleView; slug: string }) {
  const { off, coming, asks } = rule;
  return (
    <Panel
      title={m.automation_of_row()}
      id="rule"
      link={{ label: m.automation_see_rule(), to: paths.automationRule(slug, rule.key) }}
    >
      <PanelBody>
        {off ? <p className="sv-quiet">{m.automation_off_note()}</p> : <RuleStepList rule={rule} />}
        {asks !== null && <p className="sv-rules__warn">{m.automation_asks_why({ n: asks })}</p>}
        {!off && coming.length > 0 && (
          <ul className="sv-plain sv-rules__coming">
            {coming.slice(0, 4).map((step) => (
              <li key={step.key}>
                <b>{asSentence(formatDate(step.day, getLocale()))}</b>
                <span className="sv-quiet">
                  {" "}
                  {[
                    plannedKindWords(step.kind),
                    m.automation_recipients({ n: step.recipients }),
                    ...(step.waitsFor ? [waitsLook(step.waitsFor).words] : []),
                  ].join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        )}
      </PanelBody>
    </Panel>
  );
}
