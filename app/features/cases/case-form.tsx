import { Form } from "@remix-run/react";
import type { RefusedCase } from "~/features/cases/answer-case-form.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choices";
import { DateInput, Select, TextArea, TextInput } from "~/ui/fields";

type Props = {
  values: Record<string, string>;
  version: number;
  /** The bodies to choose among; null for a part, and where it is on an agenda. */
  bodies: { value: string; label: string }[] | null;
  part: boolean;
  refused: RefusedCase | undefined;
  submit: string;
  cancelTo: string;
};

/** A case, or a part of one: what it is about, what is proposed, who brought it, and whether it is closed. */
export function CaseForm({ values: standing, version, bodies, part, refused, submit, cancelTo }: Props) {
  const values = refused?.values ?? standing;
  const errors = refused?.errors ?? {};
  const now = refused?.version ?? version;
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  return (
    <Form method="post" className="sv-form" noValidate key={now}>
      <FormProblems errors={errors} />
      <input type="hidden" name="version" value={now} />
      {!part &&
        (bodies ? (
          <Select
            {...field("bodyId")}
            label={m.cases_body()}
            placeholder={m.cases_body_choose()}
            options={bodies}
            required
          />
        ) : (
          <input type="hidden" name="bodyId" value={values.bodyId} />
        ))}
      <TextInput {...field("title")} label={m.cases_title()} maxLength={300} required />
      {!part &&
        (values.kind === "opening" || values.kind === "minutes" ? (
          <input type="hidden" name="kind" value={values.kind} />
        ) : (
          <RadioGroup
            {...field("kind")}
            defaultValue={values.kind || "decision"}
            legend={m.cases_kind()}
            options={[
              { value: "decision", label: m.cases_kind_decision(), hint: m.cases_kind_decision_hint() },
              { value: "information", label: m.cases_kind_information(), hint: m.cases_kind_information_hint() },
              { value: "other", label: m.cases_kind_other(), hint: m.cases_kind_other_hint() },
            ]}
          />
        ))}
      <TextArea
        {...field("presentation")}
        label={m.cases_presentation()}
        hint={m.cases_presentation_hint()}
        rows={10}
        optional
      />
      <TextArea {...field("proposal")} label={m.cases_proposal()} hint={m.cases_proposal_hint()} rows={5} optional />
      {!part && (
        <>
          <TextInput {...field("proposer")} label={m.cases_proposer()} hint={m.cases_proposer_hint()} optional />
          <DateInput
            {...field("wantedBy")}
            label={m.cases_wanted()}
            hint={m.cases_wanted_hint()}
            width="short"
            optional
          />
          <Checkbox
            name="closed"
            value="on"
            label={m.cases_closed_field()}
            hint={m.cases_closed_hint()}
            defaultChecked={values.closed === "on"}
          />
          <TextInput
            {...field("legalBasis")}
            label={m.cases_basis()}
            hint={m.cases_basis_hint()}
            width="medium"
            optional
          />
        </>
      )}
      <div className="sv-row">
        <Button name="intent" value="save">
          {submit}
        </Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}
