import type { ReactNode } from "react";
import { lastDayOf } from "~/domain/actors/period";
import { ActorPeople, type PeopleProps } from "~/features/actors/actor-people";
import { ActorRemoval, StaysOpen } from "~/features/actors/actor-removal";
import { ActorTasks } from "~/features/actors/actor-tasks";
import { spanWords } from "~/features/actors/actor-words";
import { HistoryPanel } from "~/features/audit/history-panel";
import { m } from "~/i18n/messages/messages";
import { roleNames } from "~/i18n/role-names";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";

/** An actor: its facts, units, tasks and people; networks, groups, editors and history beside. */
export function ActorPage(props: PeopleProps) {
  const { view, slug, today, mayEdit, maySeeMembers, refusal } = props;
  const { actor, open } = view;
  const last = lastDayOf(actor.span);
  if (mayEdit && view.removal) return <ActorRemoval {...{ slug, today, view, maySeeMembers, refusal }} />;
  return (
    <div className="sv-stack">
      {open && last && <StaysOpen open={open} last={last} slug={slug} />}
      <Columns
        main={
          <>
            <Facts {...props} />
            {(view.units.length > 0 || (mayEdit && actor.parentId === null)) && <Units {...props} />}
            <ActorTasks
              slug={slug}
              today={today}
              tasks={view.tasks}
              past={view.pastTasks}
              mayEdit={mayEdit}
              refusal={refusal}
            />
            <ActorPeople {...props} />
          </>
        }
        side={
          <>
            <Side {...props} />
            <HistoryPanel lines={view.history} />
          </>
        }
      />
    </div>
  );
}

function Facts({ view: { actor } }: PeopleProps) {
  const aliases = actor.names.map(({ shown }) => shown).join("\n");
  const facts: [string, string, ReactNode][] = [
    [m.actors_role(), actor.role, actor.role],
    [m.actors_responsibility(), actor.responsibility, actor.responsibility],
    [
      m.actors_web(),
      actor.web,
      <a key="web" className="sv-link" href={actor.web} rel="noreferrer">
        {actor.web.replace(/^https?:\/\//, "")}
      </a>,
    ],
    [m.actors_aliases(), aliases, aliases],
  ];
  const told = facts.filter(([, words]) => words !== "");
  if (told.length === 0) return null;
  return (
    <Panel title={m.actors_about()}>
      <dl className="sv-panel__body sv-stack">
        {told.map(([term, , what]) => (
          <div key={term}>
            <dt className="sv-small sv-quiet">{term}</dt>
            <dd className="sv-prose sv-lines">{what}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Units({ view: { units, actor }, slug, today, mayEdit }: PeopleProps) {
  return (
    <Panel title={m.actors_units()} count={units.length || undefined}>
      <Rows>
        {units.map(({ id, name, span }) => (
          <Row key={id} icon="buildings" title={name} to={paths.actor(slug, id)} note={spanWords(span, today)} />
        ))}
      </Rows>
      {mayEdit && (
        <PanelBody>
          <div className="sv-row">
            <LinkButton to={paths.newActor(slug, actor.id)} variant="secondary" icon="plus">
              {m.actors_add_unit()}
            </LinkButton>
          </div>
        </PanelBody>
      )}
    </Panel>
  );
}

/** What an actor is part of; a list with nothing in it is not there. */
function Side({ view, slug, maySeeMembers }: PeopleProps) {
  const { networks, groups, editors, actor } = view;
  return (
    <>
      {networks.length > 0 && (
        <Panel title={m.actors_networks()} count={networks.length}>
          <Rows>
            {networks.map(({ id, name }) => (
              <Row key={id} icon="network" title={name} to={paths.network(slug, id)} />
            ))}
          </Rows>
        </Panel>
      )}
      {groups.length > 0 && (
        <Panel title={m.actors_groups()} count={groups.length}>
          <Rows>
            {groups.map(({ id, name, actorId }) => (
              <Row
                key={id}
                icon="person-group"
                title={name}
                to={paths.group(slug, id)}
                note={actorId === actor.id ? m.actors_group_own() : m.actors_group_represented()}
              />
            ))}
          </Rows>
        </Panel>
      )}
      {editors.length > 0 && (
        <Panel title={m.actors_editors()} count={editors.length}>
          <Rows>
            {editors.map(({ id, kind, person }) => (
              <Row
                key={id}
                icon="person"
                title={person.name}
                {...(maySeeMembers && { to: paths.member(slug, person.id) })}
                note={roleNames[kind]()}
              />
            ))}
          </Rows>
        </Panel>
      )}
    </>
  );
}
