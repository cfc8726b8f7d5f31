import { Form, Link } from "@remix-run/react";
import type { RuleKind } from "~/domain/automation/rules";
import { plannedKindWords, trustWords } from "~/features/automation/planned-words";
import { ruleKindIcon, ruleKindWords } from "~/features/automation/rule-words";
import type { RuleLine } from "~/features/automation/rules.view.server";
import { hasTrust, stepsInWords } from "~/features/automation/step-words";
import { asSentence, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { StateWords } from "~/ui/state";
import { type Column, DataTable, Empty } from "~/ui/table";

type Props = { groups: { kind: RuleKind; rules: RuleLine[] }[]; slug: string; mayEdit: boolean };

/** The rules of a region in plain words, by what they are of. */
export function RuleTable({ groups, slug, mayEdit }: Props) {
  return (
    <div className="sv-panel sv-rules">
      <DataTable
        caption={m.automation_title()}
        rowKey={(rule: RuleLine) => rule.key}
        columns={columnsOf(slug, mayEdit)}
        groups={groups.map(({ kind, rules }) => ({
          id: kind,
          title: ruleKindWords(kind),
          icon: ruleKindIcon(kind),
          count: rules.length,
          rows: rules,
        }))}
      />
    </div>
  );
}

function columnsOf(slug: string, mayEdit: boolean): Column<RuleLine>[] {
  return [
    {
      id: "rule",
      head: m.automation_rule(),
      rowHeader: true,
      onSmall: "full",
      cell: (rule) => (
        <>
          <Link to={paths.automationRule(slug, rule.key)}>{rule.name}</Link>
          {rule.words && <div className="sv-quiet sv-small">«{rule.words}»</div>}
        </>
      ),
    },
    {
      id: "steps",
      head: m.automation_does(),
      onSmall: "full",
      cell: (rule) => (rule.off ? <span className="sv-quiet">{m.automation_off_note()}</span> : <Steps rule={rule} />),
    },
    { id: "next", head: m.automation_next(), onSmall: "full", cell: (rule) => <Next rule={rule} /> },
    { id: "state", head: m.automation_state(), cell: (rule) => <State rule={rule} slug={slug} /> },
    ...(mayEdit
      ? [
          {
            id: "switch",
            head: m.automation_switch(),
            headSpoken: true as const,
            align: "right" as const,
            cell: (rule: RuleLine) => <Switch rule={rule} />,
          },
        ]
      : []),
  ];
}

/** What a rule does, a line for each step: when, and then what. */
function Steps({ rule }: { rule: RuleLine }) {
  return (
    <ol className="sv-plain sv-rules__steps">
      {stepsInWords(rule).map(({ name, what, when }) => (
        <li key={name ?? what}>
          {what}
          <small className="sv-quiet"> {when}</small>
        </li>
      ))}
    </ol>
  );
}

function Next({ rule: { next } }: { rule: RuleLine }) {
  if (!next) return <Empty label={m.automation_next_none()} />;
  return (
    <>
      <span className="sv-nowrap">{asSentence(formatDate(next.day, getLocale(), "short"))}</span>
      <div className="sv-quiet sv-small">
        {[plannedKindWords(next.kind), m.automation_recipients({ n: next.recipients })].join(", ")}
      </div>
    </>
  );
}

function State({ rule, slug }: { rule: RuleLine; slug: string }) {
  if (rule.off) return <StateWords state="not-started">{m.automation_off()}</StateWords>;
  return (
    <>
      <StateWords state="done">{hasTrust(rule.kind) ? trustWords(rule.trust) : m.automation_on()}</StateWords>
      {rule.changed && <div className="sv-quiet sv-small">{m.automation_changed()}</div>}
      {rule.asks && (
        <Link className="sv-small sv-ahead__clash" to={paths.automationRule(slug, rule.key)}>
          {m.automation_asks_first()}
        </Link>
      )}
    </>
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
