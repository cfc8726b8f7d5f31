import type { ComponentProps, ReactNode } from "react";
import { m } from "~/i18n/messages/messages";
import { StateGlyph } from "./state";

export type Option = { value: string; label: string; disabled?: boolean };

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What to write, as one sentence; the input is marked invalid while it is there. */
  error?: string | null;
  /** Marks the field "(optional)"; fields without the mark must be filled. */
  optional?: boolean;
  /** Defaults to the name; the error summary links to it. */
  id?: string;
  width?: "short" | "medium" | "full";
  /** The label is for screen readers only. */
  labelHidden?: boolean;
};

/** What ties a control to its label, hint and error. */
export type ControlProps = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export const hintId = (id: string) => `${id}-hint`;
export const errorId = (id: string) => `${id}-error`;

/** Ids of the hint and the error that are shown, for `aria-describedby`. */
export function describedBy(id: string, hint: ReactNode, error: string | null | undefined): string | undefined {
  return [hint ? hintId(id) : "", error ? errorId(id) : ""].filter(Boolean).join(" ") || undefined;
}

export function OptionalMark() {
  return <small className="sv-quiet"> ({m.ui_optional()})</small>;
}

/** An error under its field: triangle and words. */
export function FieldError({ id, children }: { id: string; children: string | null | undefined }) {
  return children ? (
    <p className="sv-err" id={errorId(id)}>
      <StateGlyph state="failed" />
      {children}
    </p>
  ) : null;
}

/** Label over the control, hint under the label, error under the control. */
export function Field({
  name,
  label,
  hint,
  error,
  optional,
  id = name,
  width = "full",
  labelHidden,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  return (
    <div className="ds-field sv-field" data-width={width}>
      <label className={labelHidden ? "ds-sr-only" : "ds-label"} htmlFor={id}>
        {label}
        {optional && <OptionalMark />}
      </label>
      {hint && (
        <p className="sv-hinttext" id={hintId(id)}>
          {hint}
        </p>
      )}
      {children({
        id,
        name,
        "aria-describedby": describedBy(id, hint, error),
        "aria-invalid": error ? true : undefined,
      })}
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

type Own = FieldProps & { className?: never; style?: never };

/** Splits what the field needs from what the native control takes. */
function split<Props extends FieldProps>(props: Props) {
  const { name, label, hint, error, optional, id, width, labelHidden, ...native } = props;
  return { field: { name, label, hint, error, optional, id, width, labelHidden }, native };
}

type InputType = "text" | "email" | "tel" | "url" | "number" | "search" | "password";

export function TextInput({
  type = "text",
  ...props
}: Own & { type?: InputType } & Omit<ComponentProps<"input">, keyof Own | "type">) {
  const { field, native } = split(props);
  return <Field {...field}>{(control) => <input {...native} {...control} type={type} className="ds-input" />}</Field>;
}

/** Native date input, value "YYYY-MM-DD". */
export function DateInput(props: Own & Omit<ComponentProps<"input">, keyof Own | "type">) {
  const { field, native } = split({ width: "short" as const, ...props });
  return <Field {...field}>{(control) => <input {...native} {...control} type="date" className="ds-input" />}</Field>;
}

/** Native time input, value "HH:MM". */
export function TimeInput(props: Own & Omit<ComponentProps<"input">, keyof Own | "type">) {
  const { field, native } = split({ width: "short" as const, ...props });
  return <Field {...field}>{(control) => <input {...native} {...control} type="time" className="ds-input" />}</Field>;
}

export function FileInput(props: Own & Omit<ComponentProps<"input">, keyof Own | "type">) {
  const { field, native } = split(props);
  return <Field {...field}>{(control) => <input {...native} {...control} type="file" className="sv-file" />}</Field>;
}

/** `bar`: the tools of the field, between its label and it. */
export function TextArea({
  rows = 4,
  bar,
  ...props
}: Own & { bar?: ReactNode } & Omit<ComponentProps<"textarea">, keyof Own>) {
  const { field, native } = split(props);
  return (
    <Field {...field}>
      {(control) => (
        <>
          {bar}
          <textarea {...native} {...control} rows={rows} className="ds-input" />
        </>
      )}
    </Field>
  );
}

type OptionGroup = { group: string; options: Option[] };

function Options({ options }: { options: (Option | OptionGroup)[] }) {
  return options.map((option) =>
    "group" in option ? (
      <optgroup key={option.group} label={option.group}>
        <Options options={option.options} />
      </optgroup>
    ) : (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ),
  );
}

/** Native select; `placeholder` is an empty first choice. */
export function Select({
  options,
  placeholder,
  ...props
}: Own & { options: (Option | OptionGroup)[]; placeholder?: string } & Omit<ComponentProps<"select">, keyof Own>) {
  const { field, native } = split(props);
  return (
    <Field {...field}>
      {(control) => (
        <select {...native} {...control} className="ds-input">
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          <Options options={options} />
        </select>
      )}
    </Field>
  );
}

/** Fields side by side; one column on small screens. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="sv-two">{children}</div>;
}
