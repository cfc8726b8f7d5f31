import { Form, Link } from "@remix-run/react";
import type { RuleKind, Trust } from "~/domain/automation/rules";
import { plannedKindWords, trustWords } from "~/features/automation/planned-words";
import { RuleStepList } from "~/features/automation/rule-steps";
import { ruleGroupWords } from "~/features/automation/rule-words";
import type { RuleLine } from "~/features/automation/rules.view.server";
import { hasTrust } from "~/features/automation/step-words";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { StateWords } from "~/ui/state";

type Group = { kind: RuleKind; rules: RuleLine[] };
type Props = { trust: Trust; slug: string; mayEdit: boolean };

/** So many rules of a kind stand open; more are folded away. */
const shownAtMost = 8;

/** The rules of a region by what they are of: what those of a kind do, said once, and then each of them. */
export function RuleGroups({ groups, ...props }: Props & { groups: Group[] }) {
  return groups.map((group) => <RuleGroup key={group.kind} group={group} {...props} />);
}

function RuleGroup({ group: { kind, rules }, ...props }: Props & { group: Group }) {
  const [first, more] = [rules.slice(0, shownAtMost), rules.slice(shownAtMost)];
  return (
    <Panel title={ruleGroupWords(kind)} id={kind} count={rules.length > 1 ? rules.length : undefined}>
      <div className="sv-rules__does">
        <RuleStepList rule={{ kind, trust: props.trust, steps: {} }} />
      </div>
      <RuleList rules={first} {...props} />
      {more.length > 0 && (
        <details className="sv-rules__more">
          <summary>{m.automation_more_rules({ n: more.length })}</summary>
          <RuleList rules={more} {...props} />
        </details>
      )}
    </Panel>
  );
}

function RuleList({ rules, slug, mayEdit, trust }: Props & { rules: RuleLine[] }) {
  return (
    <ul className="sv-list sv-rules">
      {rules.map((rule) => (
        <li key={rule.key} data-off={rule.off || undefined}>
          <div className="sv-rules__name">
            <Link to={paths.automationRule(slug, rule.key)}>{rule.name}</Link>
            {rule.words && <p>«{rule.words}»</p>}
            <Next rule={rule} />
          </div>
          <Standing rule={rule} slug={slug} trust={trust} />
          {mayEdit && <Switch rule={rule} />}
        </li>
      ))}
    </ul>
  );
}

function Next({ rule: { next } }: { rule: RuleLine }) {
  if (!next) return null;
  return (
    <p>
      {m.automation_next_line({
        day: formatDate(next.day, getLocale(), "short"),
        what: plannedKindWords(next.kind).toLowerCase(),
      })}
      , {m.automation_recipients({ n: next.recipients })}
    </p>
  );
}

function Standing({ rule, slug, trust }: { rule: RuleLine; slug: string; trust: Trust }) {
  return (
    <div className="sv-rules__state">
      {rule.off ? (
        <StateWords state="not-started">{m.automation_off()}</StateWords>
      ) : (
        <StateWords state="done">
          {hasTrust(rule.kind) && rule.trust !== trust ? trustWords(rule.trust) : m.automation_on()}
        </StateWords>
      )}
      {rule.changed && !rule.off && <p>{m.automation_changed()}</p>}
      {rule.asks !== null && (
        <p>
          <Link className="sv-ahead__clash" to={paths.automationRule(slug, rule.key)}>
            {m.automation_asks_first()}
          </Link>
        </p>
      )}
    </div>
  );
}

function Switch({ rule }: { rule: RuleLine }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="switch" />
      <input type="hidden" name="rule" value={rule.key} />
      <input type="hidden" name="version" value={rule.version} />
      <Button variant="tertiary" small name="off" value={String(!rule.off)}>
        {rule.off ? m.automation_turn_on() : m.automation_turn_off()}
        <span className="ds-sr-only"> {rule.name}</span>
      </Button>
    </Form>
  );
}
