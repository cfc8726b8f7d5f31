import { Form, useNavigation } from "@remix-run/react";
import type { Block } from "~/domain/shared/markdown";
import { MarkdownField } from "~/features/communications-plan/markdown-field";
import type { PlanFields } from "~/features/communications-plan/plan-fields";
import { SectionsFields } from "~/features/communications-plan/section-fields";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { DateInput, FieldRow, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";

/** The form as it comes back: refused, rearranged, or with a preview. */
export type RefusedPlan = {
  values: PlanFields;
  errors: Record<string, string>;
  preview?: { introduction: Block[]; sections: Block[][] };
  /** What stands now, when somebody else was first. */
  now?: { version: number; differs: { what: string; words: string }[] };
};

/** The period and the preparer of a plan. */
export function PlanFactFields({
  values,
  errors,
}: {
  values: Pick<PlanFields, "from" | "to" | "preparedBy">;
  errors: Record<string, string>;
}) {
  const field = (name: keyof typeof values) => ({ name, defaultValue: values[name], error: errors[name] ?? null });
  return (
    <>
      <FieldRow>
        <DateInput {...field("from")} label={m.plan_about_from()} required />
        <DateInput {...field("to")} label={m.plan_about_to()} required />
      </FieldRow>
      <TextInput
        {...field("preparedBy")}
        label={m.plan_about_prepared_by()}
        hint={m.plan_about_prepared_hint()}
        maxLength={500}
        optional
      />
    </>
  );
}

/** The form of a plan itself: its period, who prepared it, and its text. */
export function PlanForm({
  fields,
  refused,
  cancelTo,
}: {
  fields: PlanFields;
  refused: RefusedPlan | undefined;
  cancelTo: string;
}) {
  const busy = useNavigation().state === "submitting";
  const values = refused?.values ?? fields;
  const errors = refused?.errors ?? {};
  const preview = refused?.preview;
  return (
    <Form method="post" className="sv-form sv-form--text" noValidate preventScrollReset>
      {/* What Enter in a field presses. */}
      <button type="submit" name="intent" value="save" className="ds-sr-only" tabIndex={-1} aria-hidden>
        {m.plan_about_save()}
      </button>
      <FormProblems errors={errors} />
      {refused?.now && <StandsNow differs={refused.now.differs} />}
      <input type="hidden" name="version" value={refused?.now?.version ?? values.version} />
      <PlanFactFields values={values} errors={errors} />
      <MarkdownField
        name="introduction"
        label={m.plan_about_introduction()}
        hint={m.plan_about_markdown_hint()}
        error={errors.introduction ?? null}
        defaultValue={values.introduction}
        rows={8}
        preview={preview?.introduction}
      />
      <h2>{m.plan_about_sections()}</h2>
      <SectionsFields initial={values.sections} errors={errors} previews={preview?.sections} />
      <div className="sv-row">
        <Button name="intent" value="save" busy={busy}>
          {m.plan_about_save()}
        </Button>
        <Button name="intent" value="preview" variant="secondary">
          {m.plan_about_preview()}
        </Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}

/** What somebody else has saved meanwhile, where it is not what was typed here. */
function StandsNow({ differs }: { differs: NonNullable<RefusedPlan["now"]>["differs"] }) {
  return (
    <Note tone="warning" title={m.common_changed_meanwhile()} live>
      <dl className="sv-stack">
        {differs.map(({ what, words }) => (
          <div key={what}>
            <dt className="sv-small">{m.plan_about_stands_now({ what })}</dt>
            <dd className="sv-lines">{words || m.common_empty_cell()}</dd>
          </div>
        ))}
      </dl>
    </Note>
  );
}
