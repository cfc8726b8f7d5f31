import { Link } from "@remix-run/react";
import type { PlanActor } from "~/features/actors/actors.view.server";
import type { DocumentRow } from "~/features/actors/plan-document";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { type Column, DataTable, Empty } from "~/ui/table";

/** The heads of the table as the plan document has them. */
export const planHeads = () => [m.actors_plan_who(), m.actors_role(), m.actors_responsibility(), m.actors_plan_tasks()];

export const documentRow = ({ name, units, role, responsibility, tasks }: PlanActor): DocumentRow => ({
  name,
  units: units.map((unit) => unit.name),
  role,
  responsibility,
  tasks: tasks.map((task) => task.name),
});

const text = (words: string) =>
  words === "" ? <Empty label={m.common_empty_cell()} /> : <span className="sv-lines">{words}</span>;

/** The actors as a plan document lists them: one row each with its units, and every task. */
export function ActorsInPlan({ actors, slug }: { actors: PlanActor[]; slug: string }) {
  const [who = "", role = "", responsibility = "", tasks = ""] = planHeads();
  const columns: Column<PlanActor>[] = [
    {
      id: "name",
      head: who,
      rowHeader: true,
      width: 200,
      onSmall: "full",
      cell: ({ id, name, units }) => (
        <>
          <Link to={paths.actor(slug, id)}>{name}</Link>
          {units.map((unit) => (
            <small key={unit.id} className="sv-quiet">
              {unit.name}
            </small>
          ))}
        </>
      ),
    },
    { id: "role", head: role, width: 220, onSmall: "label", cell: (actor) => text(actor.role) },
    {
      id: "responsibility",
      head: responsibility,
      width: 180,
      onSmall: "label",
      cell: (actor) => text(actor.responsibility),
    },
    {
      id: "tasks",
      head: tasks,
      onSmall: "label",
      cell: (actor) =>
        actor.tasks.length === 0 ? (
          <Empty label={m.common_empty_cell()} />
        ) : (
          <ul className="sv-points">
            {actor.tasks.map((task) => (
              <li key={task.id}>{task.name}</li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.actors_in_plan_title()}
        layout="fixed"
        columns={columns}
        rows={actors}
        rowKey={({ id }) => id}
      />
    </div>
  );
}
