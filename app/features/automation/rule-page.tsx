import { Form, Link } from "@remix-run/react";
import { plannedKindWords, waitsLook } from "~/features/automation/planned-words";
import type { RuleView } from "~/features/automation/rule.view.server";
import { RuleStepList } from "~/features/automation/rule-steps";
import { asSentence, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { StateWords } from "~/ui/state";

type Props = { rule: RuleView; slug: string };

/** What a rule does, step by step, in plain words. */
export function RuleSteps({ rule }: { rule: RuleView }) {
  return (
    <Panel title={m.automation_does()}>
      <PanelBody>
        {rule.off && <Note>{m.automation_off_note()}</Note>}
        <RuleStepList rule={rule} />
        <Whom rule={rule} />
      </PanelBody>
    </Panel>
  );
}

/** Whom it goes to, and who is told. */
function Whom({ rule: { whom, told, newsletter, kind } }: { rule: RuleView }) {
  if (!whom && !told) return null;
  return (
    <dl className="sv-terms">
      {kind === "issue" && (
        <div>
          <dt>{m.automation_newsletter()}</dt>
          <dd>{newsletter ?? <span className="sv-rules__warn">{m.automation_newsletter_none()}</span>}</dd>
        </div>
      )}
      {whom && kind !== "publication" && (
        <div>
          <dt>{m.automation_whom()}</dt>
          <dd>
            {whom.people === 0 ? (
              <span className="sv-rules__warn">{m.automation_whom_nobody({ words: whom.words })}</span>
            ) : (
              `${whom.words}, ${m.automation_recipients({ n: whom.people })}`
            )}
            {whom.people > 0 && !whom.sure && <p className="sv-quiet sv-small">{m.automation_whom_unsure()}</p>}
          </dd>
        </div>
      )}
      {told && (
        <div>
          <dt>{m.automation_told()}</dt>
          <dd>{told.words || m.automation_told_nobody()}</dd>
        </div>
      )}
    </dl>
  );
}

/** The next things it does, each with what it waits for. */
export function RuleComing({ rule, slug }: Props) {
  const { coming, more, passed, period } = rule;
  const query = new URLSearchParams({ from: period.from, to: period.to, rule: rule.key }).toString();
  const year = `${paths.automationYear(slug)}?${query}`;
  return (
    <Panel title={m.automation_next()} link={{ label: m.automation_year(), to: year }}>
      {coming.length === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{passed > 0 ? m.automation_next_passed() : m.automation_next_none()}</p>
        </PanelBody>
      ) : (
        <ul className="sv-list">
          {coming.map((step) => (
            <li key={step.key}>
              <div>
                <b>{asSentence(formatDate(step.day, getLocale()))}</b>
                <p>
                  {[
                    plannedKindWords(step.kind),
                    m.automation_to_whom({ whom: step.audience, n: step.recipients }),
                  ].join(" · ")}
                </p>
                <Waits waitsFor={step.waitsFor} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <div className="sv-panel__foot">
          <Link to={year}>{m.automation_more({ n: more })}</Link>
        </div>
      )}
    </Panel>
  );
}

function Waits({ waitsFor }: { waitsFor: RuleView["coming"][number]["waitsFor"] }) {
  if (waitsFor === null) return null;
  const { state, words } = waitsLook(waitsFor);
  return (
    <span className="sv-small">
      <StateWords state={state}>{words}</StateWords>
    </span>
  );
}

/** The rule would write to many at its first time: somebody must say yes. */
export function RuleConsent({ rule, mayEdit }: { rule: RuleView; mayEdit: boolean }) {
  if (rule.asks === null) return null;
  return (
    <Note tone="warning" title={m.automation_asks_first()}>
      <p>{m.automation_asks_why({ n: rule.asks })}</p>
      {mayEdit && (
        <Form method="post" className="sv-row">
          <input type="hidden" name="version" value={rule.version} />
          <Button name="intent" value="agree">
            {m.automation_agree({ n: rule.asks })}
          </Button>
        </Form>
      )}
    </Note>
  );
}
