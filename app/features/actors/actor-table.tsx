import { Link } from "@remix-run/react";
import { tellingShortName } from "~/domain/actors/short-name";
import { kindNames, spanWords, tierNames } from "~/features/actors/actor-words";
import type { ActorsView } from "~/features/actors/actors.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { type Column, DataTable, Empty } from "~/ui/table";

type Actor = ActorsView["tiers"][number]["actors"][number];
type Ended = ActorsView["ended"][number];
type Row = Omit<Actor, "units"> & { unitOf: string | null };

type Props = { slug: string; today: string };

/** The actors by tier, each unit under the actor it is a unit of. */
export function ActorTable({ tiers, slug, today }: Props & { tiers: ActorsView["tiers"] }) {
  const groups = tiers.map(({ tier, actors }) => ({
    id: tier,
    title: tierNames[tier](),
    count: actors.length,
    rows: actors.flatMap(({ units, ...actor }): Row[] => [
      { ...actor, unitOf: null },
      ...units.map((unit) => ({ ...unit, unitOf: actor.name })),
    ]),
  }));
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.actors_title()}
        layout="fixed"
        columns={columns({ slug, today })}
        groups={groups}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

/** The actors and units that have ended, with when. */
export function EndedActors({ actors, slug, today }: Props & { actors: Ended[] }) {
  const rows = actors.map(({ parent, ...actor }): Row => ({ ...actor, unitOf: parent?.name ?? null }));
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.actors_ended()}
        captionShown
        layout="fixed"
        columns={columns({ slug, today })}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

const text = (words: string) =>
  words === "" ? <Empty label={m.common_empty_cell()} /> : <span className="sv-lines">{words}</span>;

const columns = ({ slug, today }: Props): Column<Row>[] => [
  {
    id: "name",
    head: m.actors_name(),
    rowHeader: true,
    width: 340,
    onSmall: "full",
    cell: ({ id, name, shortName, unitOf, span }) => (
      <>
        <Link to={paths.actor(slug, id)}>{name}</Link>
        <span className="sv-quiet"> {tellingShortName({ name, shortName })}</span>
        {unitOf !== null && <small className="sv-quiet">{m.actors_unit_of({ name: unitOf })}</small>}
        {spanWords(span, today) && <small className="sv-quiet">{spanWords(span, today)}</small>}
      </>
    ),
  },
  { id: "kind", head: m.actors_kind(), width: 190, onSmall: "label", cell: ({ kind }) => kindNames[kind]() },
  { id: "role", head: m.actors_role(), onSmall: "label", cell: ({ role }) => text(role) },
  {
    id: "tasks",
    head: m.actors_tasks(),
    width: 90,
    align: "right",
    onSmall: "label",
    cell: ({ tasks }) => (tasks === 0 ? <Empty label={m.actors_task_count({ n: 0 })} /> : tasks),
  },
];
