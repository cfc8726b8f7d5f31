import { Form } from "@remix-run/react";
import type { FormColumn } from "~/domain/reports/round-form";
import type { ChangedAnswer } from "~/domain/reports/row-changes";
import { FormProblems } from "~/features/regions/form-problems";
import { answerField } from "~/features/reports/row-answers";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/fields";

/** What a row asks, each answer beside the one of the round before; `previous` is the name of that round. */
export type AnswersAsked = {
  id: string;
  version: number;
  columns: readonly FormColumn[];
  changes: readonly ChangedAnswer[];
  previous: string | null;
};

type Refused = { errors: Record<string, string>; values: Record<string, string>; version?: number };

/** The form a row is filled in by: kept as a draft, or delivered. `proof` is for those who come by a link. */
export function RowForm({ asked, refused, proof }: { asked: AnswersAsked; refused?: Refused; proof?: string }) {
  const { id, columns, changes, previous } = asked;
  const errors = refused?.errors ?? {};
  const version = refused?.version ?? asked.version;
  const idOf = (key: string) => `${answerField(key)}.${id}`;
  return (
    <Form method="post" className="sv-stack" noValidate key={`${id}-${version}`}>
      <FormProblems
        errors={errors}
        ids={Object.fromEntries(columns.map(({ key }) => [answerField(key), idOf(key)]))}
        labels={Object.fromEntries(columns.map(({ key, label }) => [answerField(key), label]))}
      />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="row" value={id} />
      {proof && <input type="hidden" name="proof" value={proof} />}
      {columns.map(({ key, label, help, required }) => {
        const change = changes.find((one) => one.key === key);
        const name = answerField(key);
        return (
          <div key={key} className={previous ? "sv-rpbeside" : undefined}>
            <TextArea
              name={name}
              id={idOf(key)}
              label={label}
              {...(help && { hint: help })}
              error={errors[name] ?? null}
              defaultValue={refused?.values[name] ?? change?.now ?? ""}
              rows={4}
              maxLength={5000}
              optional={!required}
            />
            {previous && <Before words={change?.before ?? ""} previous={previous} />}
          </div>
        );
      })}
      <div className="sv-row">
        <Button name="intent" value="deliver" icon="check">
          {m.reports_deliver()}
        </Button>
        <Button name="intent" value="save" variant="secondary">
          {m.reports_save_draft()}
        </Button>
      </div>
    </Form>
  );
}

function Before({ words, previous }: { words: string; previous: string }) {
  return (
    <div className="sv-rpbefore">
      <h3>{previous}</h3>
      <p className="sv-lines" dir="auto">
        {words || <span className="sv-quiet">{m.reports_before_nothing()}</span>}
      </p>
    </div>
  );
}

/** The answers of a row that is delivered or frozen, beside those of the round before. */
export function RowAnswers({ asked }: { asked: Pick<AnswersAsked, "changes" | "previous"> }) {
  const { changes, previous } = asked;
  const said = { same: m.reports_change_same, changed: m.reports_change_changed, new: m.reports_change_new };
  return (
    <div className="sv-stack">
      {changes.map(({ key, label, now, before, change }) => (
        <div key={key} className={previous ? "sv-rpbeside" : undefined}>
          <div>
            <h3>
              {label}
              {previous && change !== "none" && change !== "gone" && <small> {said[change]()}</small>}
            </h3>
            <p className="sv-lines" dir="auto">
              {now || <span className="sv-quiet">{m.reports_nothing_said()}</span>}
            </p>
          </div>
          {previous && <Before words={before} previous={previous} />}
        </div>
      ))}
    </div>
  );
}

/** Takes a delivered row back. */
export function TakeBack({ id, version, proof }: { id: string; version: number; proof?: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="row" value={id} />
      {proof && <input type="hidden" name="proof" value={proof} />}
      <Button name="intent" value="take-back" variant="secondary" icon="undo">
        {m.reports_take_back()}
      </Button>
    </Form>
  );
}
