import type { ReactNode } from "react";
import { describedBy, errorId, FieldError, hintId, type Option, OptionalMark } from "./fields";

type Choice = Option & { hint?: ReactNode };

type GroupProps = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  optional?: boolean;
  options: Choice[];
};

type ToggleProps = {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultChecked: boolean;
  disabled?: boolean;
  describedBy?: string;
  invalid: boolean;
};

function Toggle({ type, id, label, hint, describedBy: outer, invalid, ...native }: ToggleProps) {
  const described = [hint ? hintId(id) : "", outer ?? ""].filter(Boolean).join(" ") || undefined;
  return (
    <div className="ds-field sv-toggle">
      <input
        {...native}
        type={type}
        id={id}
        className="ds-input"
        aria-describedby={described}
        aria-invalid={invalid || undefined}
      />
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="sv-hinttext" id={hintId(id)}>
          {hint}
        </p>
      )}
    </div>
  );
}

function Group({
  type,
  name,
  legend,
  hint,
  error,
  optional,
  options,
  chosen,
}: GroupProps & { type: "radio" | "checkbox"; chosen: string[] }) {
  return (
    <fieldset className="ds-fieldset sv-choices" aria-describedby={describedBy(name, hint, error)}>
      <legend className="ds-label">
        {legend}
        {optional && <OptionalMark />}
      </legend>
      {hint && (
        <p className="sv-hinttext" id={hintId(name)}>
          {hint}
        </p>
      )}
      {options.map(({ value, label, hint: own, disabled }, index) => (
        <Toggle
          key={value}
          type={type}
          // The first choice carries the group's id, so that an error summary leads there.
          id={index === 0 ? name : `${name}-${value}`}
          name={name}
          value={value}
          label={label}
          hint={own}
          disabled={disabled}
          defaultChecked={chosen.includes(value)}
          invalid={Boolean(error)}
        />
      ))}
      <FieldError id={name}>{error}</FieldError>
    </fieldset>
  );
}

export function RadioGroup({ defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  return <Group {...group} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />;
}

/** Boxes of one name; the form sends one value for each that is ticked. */
export function CheckboxGroup({ defaultValues = [], ...group }: GroupProps & { defaultValues?: string[] }) {
  return <Group {...group} type="checkbox" chosen={defaultValues} />;
}

/** One box on its own. Sends `value` ("on" unless given) when ticked. */
export function Checkbox({
  name,
  label,
  hint,
  error,
  id = name,
  value = "on",
  defaultChecked = false,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  id?: string;
  value?: string;
  defaultChecked?: boolean;
}) {
  return (
    <div className="sv-choices">
      <Toggle
        type="checkbox"
        id={id}
        name={name}
        value={value}
        label={label}
        hint={hint}
        defaultChecked={defaultChecked}
        describedBy={error ? errorId(id) : undefined}
        invalid={Boolean(error)}
      />
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}
