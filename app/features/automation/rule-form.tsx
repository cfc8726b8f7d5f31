import { Form } from "@remix-run/react";
import { daysOf, trusts } from "~/domain/automation/rules";
import { trustHint, trustWords } from "~/features/automation/planned-words";
import type { RuleView } from "~/features/automation/rule.view.server";
import { countedWords, hasTrust, stepName, stepNames, stepOf } from "~/features/automation/step-words";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { Select, TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";

export type RefusedRule = { errors: FormErrors; values: FormValues } | null;

/** What can be chosen of a rule: whether it is on, how far it goes, and the days of its steps. */
export function RuleForm({ rule, refused }: { rule: RuleView; refused: RefusedRule }) {
  const errors = refused?.errors ?? {};
  const kept = (name: string, stands: string) => refused?.values[name] ?? stands;
  const names = stepNames(rule.kind);
  return (
    <Panel title={m.automation_change()} id="change">
      <PanelBody>
        <Form method="post" className="sv-form" noValidate key={rule.version}>
          <FormProblems
            errors={errors}
            labels={Object.fromEntries(names.map((name) => [`step-${name}`, stepName(rule.kind, name)]))}
          />
          <input type="hidden" name="version" value={rule.version} />
          <Checkbox
            name="on"
            label={m.automation_on_label()}
            defaultChecked={refused ? refused.values.on === "on" : !rule.off}
          />
          {hasTrust(rule.kind) && (
            <Select
              name="trust"
              label={m.automation_trust()}
              hint={trustHint(rule.trust)}
              options={[
                { value: "", label: m.automation_trust_as_region({ trust: trustWords(rule.regionTrust) }) },
                ...trusts.map((value) => ({ value, label: trustWords(value) })),
              ]}
              defaultValue={kept("trust", rule.ownTrust ?? "")}
            />
          )}
          {rule.newsletters.length > 1 && (
            <Select
              name="newsletter"
              label={m.automation_newsletter()}
              options={rule.newsletters.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={kept("newsletter", rule.newsletterId ?? rule.newsletters[0]?.id ?? "")}
            />
          )}
          {names.map((name) => (
            <TextInput
              key={name}
              name={`step-${name}`}
              type="number"
              width="short"
              min={0}
              max={stepOf(rule.kind, name)?.most}
              label={stepName(rule.kind, name)}
              hint={counted(rule.kind, name)}
              defaultValue={kept(`step-${name}`, String(daysOf(rule, name)))}
              error={errors[`step-${name}`] ?? null}
            />
          ))}
          <div className="sv-row">
            <Button name="intent" value="save">
              {m.automation_save()}
            </Button>
          </div>
        </Form>
        {rule.changed && (
          <Form method="post" className="sv-row">
            <input type="hidden" name="version" value={rule.version} />
            <Button variant="tertiary" icon="undo" name="intent" value="reset">
              {m.automation_reset()}
            </Button>
          </Form>
        )}
      </PanelBody>
    </Panel>
  );
}

function counted(kind: RuleView["kind"], name: string): string {
  const step = stepOf(kind, name);
  if (!step) return "";
  const words = countedWords(step.of);
  return step.of.startsWith("working") ? m.automation_field_zero({ words }) : words;
}
