import { Form, Link } from "@remix-run/react";
import type { Meaning } from "~/domain/actors/names";
import type { NamePlace, NamesView, UnknownName } from "~/features/groups/names.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { type Option, Select } from "~/ui/fields";
import { Panel } from "~/ui/panel";
import { type Column, DataTable } from "~/ui/table";
import { Tag } from "~/ui/tag";

export type NameRefusal = { about: string; message: string };

type Props = { view: NamesView; slug: string; mayEdit: boolean; refusal: NameRefusal | null };

/** The names that are to be asked about, each with its own form, and what has been said of others. */
export function NamesPage(props: Props) {
  const { unknown, total, said } = props.view;
  return (
    <>
      {unknown.length === 0 ? (
        <EmptyState icon="check" title={m.actors_names_all_known()} why={m.actors_names_all_known_why()} />
      ) : (
        <Panel
          title={m.actors_names_unknown()}
          count={total}
          foot={total > unknown.length && m.actors_names_more({ shown: unknown.length, n: total })}
        >
          <DataTable
            caption={m.actors_names_unknown()}
            layout="fixed"
            rows={unknown}
            rowKey={({ shown }) => shown}
            columns={unknownColumns(props)}
          />
        </Panel>
      )}
      {said.length > 0 && (
        <Panel title={m.actors_names_said()} count={said.length}>
          <DataTable
            caption={m.actors_names_said()}
            layout="fixed"
            rows={said}
            rowKey={({ id }) => id}
            columns={saidColumns(props)}
          />
        </Panel>
      )}
    </>
  );
}

function unknownColumns({ view, slug, mayEdit, refusal }: Props): Column<UnknownName>[] {
  const columns: Column<UnknownName>[] = [
    {
      id: "name",
      head: m.actors_names_name(),
      rowHeader: true,
      onSmall: "full",
      cell: (name) => (
        <>
          «{name.shown}»
          <small className="sv-quiet">
            <Places name={name} slug={slug} />
          </small>
        </>
      ),
    },
    {
      id: "means",
      head: m.actors_names_means(),
      width: 440,
      onSmall: "full",
      cell: (name) => <BindForm name={name} view={view} refusal={refusal} />,
    },
  ];
  return columns.slice(0, mayEdit ? 2 : 1);
}

function saidColumns({ view, slug, mayEdit, refusal }: Props): Column<SaidName>[] {
  const columns: Column<SaidName>[] = [
    {
      id: "name",
      head: m.actors_names_name(),
      rowHeader: true,
      onSmall: "full",
      cell: ({ shown }) => `«${shown}»`,
    },
    { id: "means", head: m.actors_names_means(), onSmall: "full", cell: (name) => <Meant name={name} slug={slug} /> },
    {
      id: "change",
      head: m.common_change(),
      headSpoken: true,
      width: 440,
      onSmall: "full",
      cell: (name) => <Change name={name} view={view} refusal={refusal} />,
    },
  ];
  return columns.slice(0, mayEdit ? 3 : 2);
}

function Places({ name: { places, count }, slug }: { name: UnknownName; slug: string }) {
  return (
    <>
      {m.actors_names_places({ n: count })}
      {places.map((place, at) => (
        <span key={place.id}>
          {at === 0 ? ": " : ", "}
          <Link className="sv-link" to={placePath(place, slug)}>
            {place.name || m.common_empty_cell()}
          </Link>
        </span>
      ))}
      {count > places.length && " …"}
    </>
  );
}

function placePath(place: NamePlace, slug: string): string {
  return place.kind === "network" ? paths.network(slug, place.id) : paths.planRow(slug, place.period, place.id);
}

const meantValue = (means: { actorId: string | null; groupId: string | null }) =>
  means.actorId ? `actor:${means.actorId}` : means.groupId ? `group:${means.groupId}` : "nobody";

function meaningValue(means: Meaning | null): string {
  return means?.kind === "actor" || means?.kind === "group" ? `${means.kind}:${means.id}` : "";
}

/** What a name can mean: the likeliest first, then every actor and group, and nobody. */
function meaningOptions({ choices }: NamesView, likely: string) {
  const actors = choices.actors.map(({ id, name }) => ({ value: `actor:${id}`, label: name }));
  const groups = choices.groups.map(({ id, name }) => ({ value: `group:${id}`, label: name }));
  const guess = [...actors, ...groups].find(({ value }) => value === likely);
  const without = (options: Option[]) => options.filter(({ value }) => value !== likely);
  return [
    ...(guess ? [{ group: m.actors_names_likely(), options: [guess] }] : []),
    { group: m.actors_title(), options: without(actors) },
    ...(groups.length > 0 ? [{ group: m.actors_tab_groups(), options: without(groups) }] : []),
    { group: m.actors_names_else(), options: [{ value: "nobody", label: m.actors_names_nobody() }] },
  ];
}

function BindForm({ name, view, refusal }: { name: UnknownName; view: NamesView; refusal: NameRefusal | null }) {
  const likely = meaningValue(name.likely);
  return (
    <Form method="post" className="sv-row" preventScrollReset>
      <input type="hidden" name="shown" value={name.shown} />
      <Select
        name="means"
        id={`means-${name.shown}`}
        width="medium"
        labelHidden
        label={m.actors_names_means_label({ name: name.shown })}
        placeholder={m.actors_names_choose()}
        defaultValue={likely}
        options={meaningOptions(view, likely)}
        error={refusal?.about === name.shown ? refusal.message : null}
      />
      <Button name="intent" value="bind" variant="secondary">
        {m.actors_names_save()}
        <span className="ds-sr-only"> «{name.shown}»</span>
      </Button>
    </Form>
  );
}

type SaidName = NamesView["said"][number];

/** A name that has an answer, with the form that changes it folded away. */
function Change({ name, view, refusal }: { name: SaidName; view: NamesView; refusal: NameRefusal | null }) {
  const wrong = refusal?.about === name.id ? refusal.message : null;
  return (
    <details open={wrong !== null}>
      <summary>
        {m.common_change()}
        <span className="ds-sr-only"> «{name.shown}»</span>
      </summary>
      <Form method="post" className="sv-row" preventScrollReset>
        <input type="hidden" name="id" value={name.id} />
        <Select
          name="means"
          id={`means-${name.id}`}
          width="medium"
          labelHidden
          label={m.actors_names_means_label({ name: name.shown })}
          defaultValue={meantValue(name)}
          options={meaningOptions(view, "")}
          error={wrong}
        />
        <Button name="intent" value="rebind" variant="secondary">
          {m.actors_names_save()}
        </Button>
        <Button name="intent" value="forget" variant="tertiary">
          {m.actors_names_forget()}
        </Button>
      </Form>
    </details>
  );
}

function Meant({ name: { actor, actorId, group, groupId }, slug }: { name: SaidName; slug: string }) {
  if (actor && actorId)
    return (
      <Link className="sv-link" to={paths.actor(slug, actorId)}>
        {actor.name}
      </Link>
    );
  if (group && groupId)
    return (
      <Link className="sv-link" to={paths.group(slug, groupId)}>
        {group.name}
      </Link>
    );
  return <Tag>{m.actors_names_nobody()}</Tag>;
}
