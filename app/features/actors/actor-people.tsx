import { Form, Link } from "@remix-run/react";
import { lastDayOf } from "~/domain/actors/period";
import type { ActorView } from "~/features/actors/actor.view.server";
import { spanWords } from "~/features/actors/actor-words";
import type { ActorFormRefusal } from "~/features/actors/answer-actor-form.server";
import { NewPersonForm } from "~/features/actors/new-person-form";
import type { ActorPerson } from "~/features/actors/people.db.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { DateInput, FieldRow, TextInput } from "~/ui/fields";
import { ShowMore } from "~/ui/pagination";
import { Panel, PanelBody } from "~/ui/panel";

export type PeopleProps = {
  slug: string;
  today: string;
  view: ActorView;
  mayEdit: boolean;
  maySeeMembers: boolean;
  /** Whether somebody is being added, and the words she is looked up by. */
  adding: boolean;
  search: string;
  refusal: ActorFormRefusal | null;
};

/** Those who work for an actor, each with her form, those who have, and the way to add somebody. */
export function ActorPeople(props: PeopleProps) {
  const { slug, view, mayEdit, refusal } = props;
  const { people, peopleTotal, peopleNext, formerPeople, actor } = view;
  const page = paths.actor(slug, actor.id);
  const adding = mayEdit && (props.adding || view.found !== null || refusal?.about === "new-person");
  return (
    <Panel title={m.actors_people()} count={peopleTotal || undefined} id="people">
      {people.length === 0 && !adding && (
        <EmptyState icon="person-group" title={m.actors_no_people()} why={m.actors_no_people_why()} />
      )}
      {people.length > 0 && (
        <ul className="sv-list">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} {...props} />
          ))}
        </ul>
      )}
      {peopleNext && <ShowMore to={`${page}?people=${peopleNext}#people`} label={m.common_next_50()} />}
      {adding && (
        <PanelBody>
          <NewPersonForm {...props} />
        </PanelBody>
      )}
      {mayEdit && !adding && (
        <PanelBody>
          <div className="sv-row">
            <LinkButton to={`${page}?add=person#people`} variant="secondary" icon="person-plus">
              {m.actors_add_person()}
            </LinkButton>
          </div>
        </PanelBody>
      )}
      {formerPeople.length > 0 && (
        <PanelBody>
          <details>
            <summary>{m.actors_former_people({ n: formerPeople.length })}</summary>
            <ul className="sv-list">
              {formerPeople.map((person) => (
                <PersonRow key={person.id} person={person} {...props} />
              ))}
            </ul>
          </details>
        </PanelBody>
      )}
    </Panel>
  );
}

function PersonRow({ person, slug, today, mayEdit, maySeeMembers, refusal }: PeopleProps & { person: ActorPerson }) {
  const own = refusal?.about === "person" && refusal.values.id === person.id ? refusal : null;
  const note = [person.title, mayEdit ? person.person.email : "", spanWords(person.span, today)].filter(Boolean);
  return (
    <li>
      <div>
        {maySeeMembers ? (
          <Link to={paths.member(slug, person.person.id)}>{person.person.name}</Link>
        ) : (
          <b>{person.person.name}</b>
        )}
        {note.length > 0 && <p>{note.join(" · ")}</p>}
        {mayEdit && (
          <details open={own !== null}>
            <summary>
              {m.common_change()}
              <span className="ds-sr-only"> {person.person.name}</span>
            </summary>
            <PersonForm key={`${person.title}${person.span.from}${person.span.to}`} person={person} refusal={own} />
          </details>
        )}
      </div>
    </li>
  );
}

function PersonForm({ person, refusal }: { person: ActorPerson; refusal: ActorFormRefusal | null }) {
  const id = (name: string) => `${name}-${person.id}`;
  const field = (name: string, stands: string) => ({
    name,
    id: id(name),
    defaultValue: refusal?.values[name] ?? stands,
    error: refusal?.errors[name] ?? null,
  });
  return (
    <Form method="post" className="sv-form" noValidate preventScrollReset>
      <FormProblems errors={refusal?.errors ?? {}} ids={{ title: id("title"), first: id("first"), last: id("last") }} />
      <input type="hidden" name="id" value={person.id} />
      <TextInput {...field("title", person.title)} label={m.actors_person_title()} optional />
      <FieldRow>
        <DateInput {...field("first", person.span.from ?? "")} label={m.actors_first_day()} optional />
        <DateInput {...field("last", lastDayOf(person.span) ?? "")} label={m.actors_last_day()} optional />
      </FieldRow>
      <div className="sv-row">
        <Button name="intent" value="change-person" variant="secondary">
          {m.actors_save_person()}
        </Button>
        <Button name="intent" value="remove-person" variant="danger" icon="trash">
          {m.actors_remove_person()}
        </Button>
      </div>
    </Form>
  );
}
