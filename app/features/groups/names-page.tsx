import { Form, Link } from "@remix-run/react";
import type { Meaning } from "~/domain/actors/names";
import type { NamePlace, NamesView, UnknownName } from "~/features/groups/names.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { type Option, Select } from "~/ui/fields";
import { ShowMore } from "~/ui/pagination";
import { Panel } from "~/ui/panel";
import { Tag } from "~/ui/tag";

export type NameRefusal = { about: string; message: string };

type Props = { view: NamesView; slug: string; mayEdit: boolean; refusal: NameRefusal | null };

/** The names that are to be asked about, each with its own form, and what has been said of others. */
export function NamesPage({ view, slug, mayEdit, refusal }: Props) {
  const { unknown, total, said, saidTotal, next } = view;
  return (
    <>
      {total === 0 ? (
        <EmptyState icon="check" title={m.actors_names_all_known()} why={m.actors_names_all_known_why()} />
      ) : (
        unknown.length > 0 && (
          <Panel
            title={m.actors_names_unknown()}
            count={total}
            foot={total > unknown.length && m.actors_names_more({ shown: unknown.length, n: total })}
          >
            <ul className="sv-list">
              {unknown.map((name) => (
                <li key={name.shown}>
                  <div>
                    <b>«{name.shown}»</b>
                    <p>
                      <Places name={name} slug={slug} />
                    </p>
                    {mayEdit && <BindForm name={name} view={view} refusal={refusal} />}
                  </div>
                </li>
              ))}
            </ul>
          </Panel>
        )
      )}
      {said.length > 0 && (
        <Panel title={m.actors_names_said()} count={saidTotal}>
          <ul className="sv-list">
            {said.map((name) => (
              <SaidName key={name.id} name={name} view={view} slug={slug} mayEdit={mayEdit} refusal={refusal} />
            ))}
          </ul>
        </Panel>
      )}
      {next && <ShowMore to={`${paths.actorNames(slug)}?after=${next}`} label={m.common_next_50()} />}
    </>
  );
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

type SaidProps = Omit<Props, "view"> & { view: NamesView; name: NamesView["said"][number] };

function SaidName({ name, view, slug, mayEdit, refusal }: SaidProps) {
  const value = meantValue(name);
  const wrong = refusal?.about === name.id ? refusal.message : null;
  return (
    <li>
      <div>
        <b>«{name.shown}»</b>
        <p>
          <Meant name={name} slug={slug} />
        </p>
        {mayEdit && (
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
                defaultValue={value}
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
        )}
      </div>
    </li>
  );
}

function Meant({ name: { actor, actorId, group, groupId }, slug }: { name: SaidProps["name"]; slug: string }) {
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
