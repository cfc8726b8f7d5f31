import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ActorView } from "~/features/actors/actor.view.server";
import type { ActorUses, OpenAfter } from "~/features/actors/actor-uses.db.server";
import type { ActorFormRefusal } from "~/features/actors/answer-actor-form.server";
import { FormProblems } from "~/features/regions/form-problems";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { DateInput } from "~/ui/fields";
import { Note } from "~/ui/note";

type Props = { slug: string; today: string; view: ActorView; maySeeMembers: boolean; refusal: ActorFormRefusal | null };

/** Before an actor is removed: what stands on it, and that it can be ended instead; or that nothing does. */
export function ActorRemoval({ slug, today, view, maySeeMembers, refusal }: Props) {
  const { actor, removal } = view;
  const own = refusal?.about === "actor" ? refusal : null;
  const cancel = { label: m.common_cancel(), to: paths.actor(slug, actor.id) };
  if (!removal) return null;
  if (!removal.used)
    return (
      <Form method="post">
        <Confirm
          title={m.actors_remove_title({ name: actor.name })}
          tone="danger"
          cancel={cancel}
          action={
            <Button name="intent" value="remove" variant="danger" icon="trash">
              {m.actors_remove()}
            </Button>
          }
        >
          <FormProblems errors={own?.errors ?? {}} />
          <p>{m.actors_remove_why()}</p>
        </Confirm>
      </Form>
    );
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="version" value={actor.version} />
      <Confirm
        title={m.actors_end_title({ name: actor.name })}
        tone="danger"
        cancel={cancel}
        action={
          <Button name="intent" value="end" variant="danger">
            {m.actors_end()}
          </Button>
        }
      >
        <FormProblems errors={own?.errors ?? {}} />
        <p>{m.actors_end_why()}</p>
        <Uses uses={removal.uses} slug={slug} actorId={actor.id} maySeeMembers={maySeeMembers} />
        <DateInput
          name="endDay"
          label={m.actors_last_day()}
          hint={m.actors_end_hint()}
          defaultValue={own?.values.endDay ?? today}
          error={own?.errors.endDay}
        />
      </Confirm>
    </Form>
  );
}

type Named = { id: string; name: string };

function Links({ of, to }: { of: Named[]; to: (id: string) => string }) {
  return of.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 && ", "}
      <Link className="sv-link" to={to(id)}>
        {name}
      </Link>
    </span>
  ));
}

function Uses({
  uses,
  slug,
  actorId,
  maySeeMembers,
}: {
  uses: ActorUses;
  slug: string;
  actorId: string;
  maySeeMembers: boolean;
}) {
  const parts = uses.responsibilities + uses.tasksWithParts;
  const rows: [boolean, string, ReactNode][] = [
    [uses.units.length > 0, m.actors_units(), <Links key="u" of={uses.units} to={(id) => paths.actor(slug, id)} />],
    [
      parts > 0,
      m.actors_uses_matrix(),
      <Link key="r" className="sv-link" to={paths.responsibility(slug)}>
        {m.actors_uses_parts({ n: parts })}
      </Link>,
    ],
    [
      uses.networks.length > 0,
      m.actors_networks(),
      <Links key="n" of={uses.networks} to={(id) => paths.network(slug, id)} />,
    ],
    [uses.groups.length > 0, m.actors_groups(), <Links key="g" of={uses.groups} to={(id) => paths.group(slug, id)} />],
    [uses.events.length > 0, m.actors_events(), <Links key="e" of={uses.events} to={(id) => paths.event(slug, id)} />],
    [
      uses.publications.length > 0,
      m.actors_publications(),
      <Links key="w" of={uses.publications} to={(id) => paths.publication(slug, id)} />,
    ],
    [
      uses.audiences.length > 0,
      m.actors_audiences(),
      <Links key="a" of={uses.audiences} to={(id) => paths.audience(slug, id)} />,
    ],
    [
      uses.people > 0,
      m.actors_people(),
      <Link key="p" className="sv-link" to={`${paths.actor(slug, actorId)}#people`}>
        {m.actors_people_count({ n: uses.people })}
      </Link>,
    ],
    [
      uses.editors.length > 0,
      m.actors_editors(),
      maySeeMembers ? (
        <Links key="m" of={uses.editors} to={(id) => paths.member(slug, id)} />
      ) : (
        uses.editors.map(({ name }) => name).join(", ")
      ),
    ],
  ];
  return (
    <dl className="sv-terms">
      {rows
        .filter(([there]) => there)
        .map(([, term, what]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{what}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What goes on after an actor's last day, until somebody ends it. */
export function StaysOpen({ open, last, slug }: { open: OpenAfter; last: string; slug: string }) {
  const parts: [string, ReactNode][] = [
    ...(open.units.length > 0
      ? ([[m.actors_units(), <Links key="u" of={open.units} to={(id) => paths.actor(slug, id)} />]] as const)
      : []),
    ...(open.responsibilities > 0
      ? ([
          [
            m.actors_uses_matrix(),
            <Link key="r" className="sv-link" to={paths.responsibility(slug)}>
              {m.actors_uses_parts({ n: open.responsibilities })}
            </Link>,
          ],
        ] as const)
      : []),
    ...(open.networks.length > 0
      ? ([[m.actors_networks(), <Links key="n" of={open.networks} to={(id) => paths.network(slug, id)} />]] as const)
      : []),
    ...(open.editors > 0 ? ([[m.actors_editors(), m.actors_people_count({ n: open.editors })]] as const) : []),
  ].map(([term, what]) => [term, what]);
  if (parts.length === 0) return null;
  return (
    <Note tone="warning" title={m.actors_stays_open({ day: formatDate(last, getLocale()) })}>
      <dl className="sv-terms">
        {parts.map(([term, what]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Note>
  );
}
