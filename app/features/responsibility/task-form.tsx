import { Form, useNavigation } from "@remix-run/react";
import type { TaskView } from "~/features/responsibility/task.view.server";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choices";
import { Confirm } from "~/ui/confirm";
import { ErrorSummary } from "~/ui/error-summary";
import { DateInput, FieldRow, Select, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";

/** What a refused save gives back: one sentence per field, what was typed, and why it was not carried out. */
export type TaskRefusal = {
  errors: Record<string, string>;
  values: Record<string, string>;
  areas: string[];
  /** Somebody else was first: the form now saves over what stands. */
  meanwhile?: boolean;
  /** Whether the task shall be removed. */
  asks?: boolean;
  /** How many parts are said of the task that was to be removed. */
  hasParts?: number;
};

/** The form of a task, new or not. */
export function TaskForm({
  view,
  refusal,
  cancelTo,
}: {
  view: TaskView;
  refusal: TaskRefusal | undefined;
  cancelTo: string;
}) {
  const busy = useNavigation().state === "submitting";
  const { task, actors, areas } = view;
  const errors = Object.entries(refusal?.errors ?? {});
  const typed = (name: string, stands: string) => refusal?.values[name] ?? stands;
  if (refusal?.asks) return <Sure name={task.name} cancelTo={cancelTo} />;
  const error = (name: string) => refusal?.errors[name] ?? null;
  return (
    <div className="sv-stack">
      <Form method="post" className="sv-form" key={task.version}>
        <ErrorSummary
          title={m.common_errors_title({ n: errors.length })}
          errors={errors.map(([field, message]) => ({ field: field === "areas" ? "areas[]" : field, message }))}
        />
        {refusal?.meanwhile && <Stands view={view} />}
        <input type="hidden" name="version" value={task.version} />
        <TextInput
          name="name"
          label={m.responsibility_task_name()}
          defaultValue={typed("name", task.name)}
          error={error("name")}
          autoComplete="off"
          required
        />
        <Select
          name="actor"
          label={m.responsibility_task_actor()}
          hint={m.responsibility_task_actor_hint()}
          placeholder={m.responsibility_task_choose_actor()}
          options={actors.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typed("actor", task.actorId)}
          error={error("actor")}
          required
        />
        {areas.length > 0 && (
          <CheckboxGroup
            name="areas[]"
            legend={m.responsibility_task_areas()}
            hint={m.responsibility_task_areas_hint()}
            options={areas.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
            defaultValues={refusal && !("intent" in refusal.values) ? refusal.areas : task.areas}
            error={error("areas")}
            optional
          />
        )}
        <FieldRow>
          <DateInput
            name="first"
            label={m.responsibility_task_first()}
            defaultValue={typed("first", task.first)}
            error={error("first")}
            optional
          />
          <DateInput
            name="last"
            label={m.responsibility_task_last()}
            defaultValue={typed("last", task.last)}
            error={error("last")}
            optional
          />
        </FieldRow>
        <div className="sv-row">
          <Button busy={busy}>{task.id === null ? m.responsibility_task_add() : m.responsibility_task_save()}</Button>
          <LinkButton to={cancelTo} variant="tertiary">
            {m.common_cancel()}
          </LinkButton>
        </div>
      </Form>
      {task.id !== null && (
        <Form method="post" className="sv-stack">
          {refusal?.hasParts !== undefined && (
            <Note tone="warning" title={m.responsibility_task_has_parts()} live>
              {m.responsibility_task_has_parts_why()}
            </Note>
          )}
          <div>
            <Button name="intent" value="remove" variant="tertiary" icon="trash" small>
              {m.responsibility_task_remove()}
            </Button>
          </div>
        </Form>
      )}
    </div>
  );
}

function Sure({ name, cancelTo }: { name: string; cancelTo: string }) {
  return (
    <Confirm
      title={m.responsibility_task_remove_sure()}
      tone="danger"
      action={
        <Form method="post">
          <input type="hidden" name="sure" value="yes" />
          <Button name="intent" value="remove" variant="danger">
            {m.responsibility_task_remove()}
          </Button>
        </Form>
      }
      cancel={{ label: m.common_cancel(), to: cancelTo }}
    >
      <p>«{name}»</p>
    </Confirm>
  );
}

/** What stands now, for one whose change came second. */
function Stands({ view: { task, actors, areas } }: { view: TaskView }) {
  const chosen = areas.filter(({ id }) => task.areas.some((area) => area === id)).map(({ name }) => name);
  const facts = [
    [m.responsibility_task_name(), task.name],
    [m.responsibility_task_actor(), actors.find(({ id }) => id === task.actorId)?.name ?? ""],
    [m.responsibility_task_areas(), chosen.join(", ")],
    [m.responsibility_task_first(), task.first],
    [m.responsibility_task_last(), task.last],
  ];
  return (
    <Note tone="warning" title={m.common_changed_meanwhile()} live>
      <dl>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt className="sv-small">{term}</dt>
            <dd>{text || m.common_empty_cell()}</dd>
          </div>
        ))}
      </dl>
    </Note>
  );
}
