import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FormPart } from "~/domain/reports/edit-form";
import { FormProblems } from "~/features/regions/form-problems";
import type { RefusedRoundForm } from "~/features/reports/answer-form-form.server";
import type { FormView } from "~/features/reports/form.view.server";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { DateInput, Select, TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";

type Props = { view: FormView; refused: RefusedRoundForm | undefined };

/** What the round is called, and its deadlines. */
export function RoundFactsForm({ view: { round }, refused }: Props) {
  const mine = refused?.of === "round" ? refused : undefined;
  const errors = mine?.errors ?? {};
  const kept = { name: round.name, rowsBy: round.rowsBy ?? "", submitBy: round.submitBy ?? "" };
  const values: Record<string, string> = mine?.values ?? kept;
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "", error: errors[name] ?? null });
  return (
    <Panel title={m.reports_about_round()}>
      <PanelBody>
        <Form method="post" className="sv-form" noValidate key={round.version}>
          <FormProblems errors={errors} />
          <input type="hidden" name="version" value={round.version} />
          <TextInput {...field("name")} label={m.reports_round_name()} maxLength={200} required />

          <DateInput {...field("rowsBy")} label={m.reports_rows_by_field()} hint={m.reports_rows_by_hint()} optional />
          <DateInput {...field("submitBy")} label={m.reports_submit_by_field()} optional />

          <div>
            <Button variant="secondary">{m.reports_form_save()}</Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}

/** The columns, texts or figures a round asks for, each a form of its own, and one for a new one. */
export function FormPartPanel({ part, view, refused }: Props & { part: FormPart }) {
  const items: Item[] =
    part === "columns"
      ? view.columns.map(({ key, label, help, required }) => ({ key, words: label, help, required }))
      : part === "texts"
        ? view.texts.map(({ key, heading, help }) => ({ key, words: heading, help }))
        : view.figures.map(({ key, label, definition, name, is }) => ({ key, words: label, definition, name, is }));
  const { title, why, none, add } = wordsOf[part];
  return (
    <Panel title={title()} count={items.length || undefined}>
      <PanelBody>
        <p className="sv-quiet">{why()}</p>
        {items.length === 0 && <p>{none()}</p>}
      </PanelBody>
      <ol className="sv-plain sv-rpitems">
        {items.map((item, at) => (
          <li key={item.key}>
            <ItemForm
              part={part}
              item={item}
              view={view}
              refused={refused}
              first={at === 0}
              last={at === items.length - 1}
            />
          </li>
        ))}
        <li>
          <details open={refused?.of === `${part}.` || undefined}>
            <summary>{add()}</summary>
            <ItemForm part={part} item={null} view={view} refused={refused} />
          </details>
        </li>
      </ol>
    </Panel>
  );
}

type Item = {
  key: string;
  words: string;
  help?: string;
  required?: boolean;
  definition?: string;
  name?: string;
  is?: string;
};

type ItemProps = Props & { part: FormPart; item: Item | null; first?: boolean; last?: boolean };

function ItemForm({ part, item, view, refused, first, last }: ItemProps) {
  const mine = refused?.of === `${part}.${item?.key ?? ""}` ? refused : undefined;
  const errors = mine?.errors ?? {};
  const id = (name: string) => `${name}.${part}.${item?.key ?? ""}`;
  const value = (name: "words" | "help") => mine?.values[name] ?? item?.[name] ?? "";
  const counted = item?.definition !== undefined && item.definition !== "own";
  const { version } = view.round;
  const name = item?.words || item?.name || "";
  return (
    <Form method="post" className="sv-form" noValidate key={`${item?.key}-${version}`}>
      <FormProblems
        errors={errors}
        ids={{ words: id("words"), help: id("help"), definition: id("definition") }}
        labels={{ help: m.reports_form_help() }}
      />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="key" value={item?.key ?? ""} />
      {part === "figures" && item && <input type="hidden" name="definition" value={item.definition ?? ""} />}
      {part === "figures" && !item && (
        <Select
          name="definition"
          id={id("definition")}
          label={m.reports_form_figure()}
          hint={m.reports_form_figure_hint()}
          error={errors.definition ?? null}
          defaultValue={mine?.values.definition ?? "own"}
          options={[{ value: "own", label: m.reports_form_own() }, ...view.offered]}
        />
      )}
      {counted && (
        <p>
          <b>{item?.name}</b>
          <br />
          <span className="sv-quiet">{item?.is}</span>
        </p>
      )}
      <TextInput
        {...{ name: "words", id: id("words"), error: errors.words ?? null, defaultValue: value("words") }}
        label={
          part === "columns"
            ? m.reports_form_label()
            : part === "texts"
              ? m.reports_form_heading()
              : m.reports_form_name()
        }
        {...(part === "figures" && { hint: m.reports_form_name_hint() })}
        maxLength={200}
        optional={counted}
      />
      {part !== "figures" && (
        <TextInput
          {...{ name: "help", id: id("help"), error: errors.help ?? null, defaultValue: value("help") }}
          label={m.reports_form_help()}
          maxLength={1000}
          optional
        />
      )}
      {part === "columns" && (
        <Checkbox
          name="required"
          value="yes"
          id={id("required")}
          label={m.reports_form_required()}
          defaultChecked={mine ? mine.values.required === "yes" : (item?.required ?? false)}
        />
      )}
      <div className="sv-row">
        {item ? (
          <>
            <Do intent="change">{m.reports_form_save()}</Do>
            {!first && (
              <Do intent="up" icon="chevron-up" of={name}>
                {m.reports_form_up()}
              </Do>
            )}
            {!last && (
              <Do intent="down" icon="chevron-down" of={name}>
                {m.reports_form_down()}
              </Do>
            )}
            <Do intent="remove" icon="trash" of={name}>
              {m.reports_form_remove()}
            </Do>
          </>
        ) : (
          <Do intent="add">{m.reports_form_add()}</Do>
        )}
      </div>
    </Form>
  );
}

type DoProps = { intent: string; icon?: "chevron-up" | "chevron-down" | "trash"; of?: string; children: ReactNode };

function Do({ intent, icon, of, children }: DoProps) {
  return (
    <Button
      name="intent"
      value={intent}
      variant={icon ? "tertiary" : "secondary"}
      small={icon !== undefined}
      {...(icon && { icon })}
    >
      {children}
      {of && <span className="ds-sr-only">: {of}</span>}
    </Button>
  );
}

const wordsOf: Record<FormPart, { title: () => string; why: () => string; none: () => string; add: () => string }> = {
  columns: {
    title: () => m.reports_form_columns(),
    why: () => m.reports_form_columns_why(),
    none: () => m.reports_form_columns_none(),
    add: () => m.reports_form_columns_add(),
  },
  texts: {
    title: () => m.reports_form_texts(),
    why: () => m.reports_form_texts_why(),
    none: () => m.reports_form_texts_none(),
    add: () => m.reports_form_texts_add(),
  },
  figures: {
    title: () => m.reports_form_figures(),
    why: () => m.reports_form_figures_why(),
    none: () => m.reports_form_figures_none(),
    add: () => m.reports_form_figures_add(),
  },
};
