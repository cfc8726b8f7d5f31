import { Form, Link } from "@remix-run/react";
import { lastDayOf } from "~/domain/actors/period";
import { spanWords } from "~/features/actors/actor-words";
import type { ActorFormRefusal } from "~/features/actors/answer-actor-form.server";
import type { ActorTask } from "~/features/actors/tasks.db.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { DateInput, TextArea, TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";

type Props = {
  slug: string;
  today: string;
  tasks: ActorTask[];
  past: ActorTask[];
  mayEdit: boolean;
  refusal: ActorFormRefusal | null;
};

/** The tasks of an actor in their own order, each with its forms, and a new one under them. */
export function ActorTasks({ slug, today, tasks, past, mayEdit, refusal }: Props) {
  const row = { slug, today, mayEdit, refusal };
  const adding = refusal?.about === "new-task" ? refusal : null;
  return (
    <Panel title={m.actors_tasks()} count={tasks.length || undefined} id="tasks">
      {tasks.length === 0 && <EmptyState icon="tasklist" title={m.actors_no_tasks()} />}
      {tasks.length > 0 && (
        <ul className="sv-list">
          {tasks.map((task, at) => (
            <TaskRow key={task.id} task={task} first={at === 0} last={at === tasks.length - 1} {...row} />
          ))}
        </ul>
      )}
      {mayEdit && (
        <PanelBody>
          <Form method="post" className="sv-form" noValidate key={tasks.length + past.length} preventScrollReset>
            <FormProblems errors={adding?.errors ?? {}} />
            <TextInput
              name="task"
              id="new-task"
              label={m.actors_new_task()}
              defaultValue={adding?.values.task}
              error={adding?.errors.task}
            />
            <div className="sv-row">
              <Button name="intent" value="add-task" variant="secondary" icon="plus">
                {m.actors_add_task()}
              </Button>
            </div>
          </Form>
        </PanelBody>
      )}
      {past.length > 0 && (
        <PanelBody>
          <details>
            <summary>{m.actors_past_tasks({ n: past.length })}</summary>
            <ul className="sv-list">
              {past.map((task) => (
                <TaskRow key={task.id} task={task} first last {...row} />
              ))}
            </ul>
          </details>
        </PanelBody>
      )}
    </Panel>
  );
}

type RowProps = Omit<Props, "tasks" | "past"> & { task: ActorTask; first: boolean; last: boolean };

function TaskRow({ task, first, last, slug, today, mayEdit, refusal }: RowProps) {
  const own = refusal?.about === "task" && refusal.values.id === task.id ? refusal : null;
  return (
    <li>
      <div>
        <Link to={paths.task(slug, task.id)}>{task.name}</Link>
        {spanWords(task.span, today) && <p>{spanWords(task.span, today)}</p>}
        {mayEdit && (
          <details open={own !== null}>
            <summary>
              {m.common_change()}
              <span className="ds-sr-only"> {task.name}</span>
            </summary>
            <TaskForm key={`${task.name}${task.span.to}`} task={task} refusal={own} />
          </details>
        )}
      </div>
      {mayEdit && !(first && last) && (
        <Form method="post" className="sv-list__end sv-row" preventScrollReset>
          <input type="hidden" name="id" value={task.id} />
          {!first && (
            <Button name="intent" value="task-up" variant="tertiary" small icon="chevron-up" iconOnly>
              {m.actors_task_up({ task: task.name })}
            </Button>
          )}
          {!last && (
            <Button name="intent" value="task-down" variant="tertiary" small icon="chevron-down" iconOnly>
              {m.actors_task_down({ task: task.name })}
            </Button>
          )}
        </Form>
      )}
    </li>
  );
}

function TaskForm({ task, refusal }: { task: ActorTask; refusal: ActorFormRefusal | null }) {
  const field = (name: string) => ({ id: `${name}-${task.id}`, error: refusal?.errors[name] ?? null });
  const ids = { task: `task-${task.id}`, last: `last-${task.id}` };
  return (
    <Form method="post" className="sv-form" noValidate preventScrollReset>
      <FormProblems errors={refusal?.errors ?? {}} ids={ids} />
      <input type="hidden" name="id" value={task.id} />
      <TextArea
        {...field("task")}
        name="task"
        rows={2}
        label={m.actors_task()}
        defaultValue={refusal?.values.task ?? task.name}
      />
      <DateInput
        {...field("last")}
        name="last"
        label={m.actors_last_day()}
        hint={m.actors_task_last_hint()}
        defaultValue={refusal?.values.last ?? lastDayOf(task.span) ?? ""}
        optional
      />
      <div className="sv-row">
        <Button name="intent" value="change-task" variant="secondary">
          {m.actors_save_task()}
        </Button>
        {task.parts === 0 && (
          <Button name="intent" value="remove-task" variant="danger" icon="trash">
            {m.actors_remove_task()}
          </Button>
        )}
      </div>
      {task.parts > 0 && <p className="sv-quiet sv-small">{m.actors_task_has_parts({ n: task.parts })}</p>}
    </Form>
  );
}
