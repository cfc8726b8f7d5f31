import type { ActorsView } from "~/features/actors/actors.view.server";
import { m } from "~/i18n/messages/messages";
import { type Column, DataTable, Empty } from "~/ui/table";

type Actor = ActorsView["actors"][number];

const columns = (): Column<Actor>[] => [
  { id: "name", head: m.actors_name(), rowHeader: true, width: 240, onSmall: "full", cell: ({ name }) => name },
  { id: "role", head: m.actors_role(), width: 260, onSmall: "label", cell: ({ role }) => text(role) },
  {
    id: "responsibility",
    head: m.actors_responsibility(),
    width: 220,
    onSmall: "label",
    cell: ({ responsibility }) => text(responsibility),
  },
  { id: "tasks", head: m.actors_tasks(), onSmall: "full", cell: (actor) => <Tasks actor={actor} /> },
];

const text = (words: string) => (words === "" ? <Empty label={m.common_empty_cell()} /> : words);

/** How many tasks, and the tasks themselves when they are asked for. */
function Tasks({ actor: { name, tasks } }: { actor: Actor }) {
  if (tasks.length === 0) return <Empty label={m.common_empty_cell()} />;
  return (
    <details>
      <summary aria-label={`${name}: ${m.actors_task_count({ n: tasks.length })}`}>
        {m.actors_task_count({ n: tasks.length })}
      </summary>
      <ul className="sv-stack">
        {tasks.map((task, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tasks may be alike and are not reordered.
          <li key={at}>{task}</li>
        ))}
      </ul>
    </details>
  );
}

export function ActorTable({ actors }: { actors: Actor[] }) {
  return (
    <div className="sv-panel">
      <DataTable caption={m.actors_title()} layout="fixed" columns={columns()} rows={actors} rowKey={({ id }) => id} />
    </div>
  );
}
