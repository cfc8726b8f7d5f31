import { Form, Link } from "@remix-run/react";
import { kindNames, memberName, openSpanWords, partNames, representsName } from "~/features/groups/group-words";
import type { GroupView } from "~/features/groups/groups.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Panel, Row, Rows } from "~/ui/panel";

/** What a group is, whose it is, and when it stands. */
export function AboutGroup({ group, slug }: { group: GroupView["group"]; slug: string }) {
  const span = openSpanWords(group.span);
  return (
    <Panel title={m.groups_about()}>
      <dl className="sv-panel__body sv-stack">
        <div>
          <dt className="sv-small sv-quiet">{m.groups_kind()}</dt>
          <dd>{kindNames[group.kind]()}</dd>
        </div>
        {group.actor && (
          <div>
            <dt className="sv-small sv-quiet">{m.groups_whose()}</dt>
            <dd>
              <Link to={paths.actor(slug, group.actor.id)}>{group.actor.name}</Link>
            </dd>
          </div>
        )}
        {span && (
          <div>
            <dt className="sv-small sv-quiet">{m.groups_period()}</dt>
            <dd>{span}</dd>
          </div>
        )}
        {group.purpose && (
          <div>
            <dt className="sv-small sv-quiet">{m.groups_purpose()}</dt>
            <dd className="sv-lines">{group.purpose}</dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}

/** The groups, networks and audiences a group is part of; nothing where there are none. */
export function GroupUses({ uses, slug }: { uses: GroupView["uses"]; slug: string }) {
  const rows = [
    ...uses.groups.map(({ id, name }) => ({ id, name, to: paths.group(slug, id), note: m.groups_use_group() })),
    ...uses.networks.map(({ id, name }) => ({ id, name, to: paths.network(slug, id), note: m.groups_use_network() })),
    ...uses.audiences.map(({ id, name }) => ({
      id,
      name,
      to: paths.audience(slug, id),
      note: m.groups_use_audience(),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <Panel title={m.groups_uses()} count={rows.length}>
      <Rows>
        {rows.map(({ id, name, to, note }) => (
          <Row key={id} title={name} to={to} note={note} />
        ))}
      </Rows>
    </Panel>
  );
}

const pastShown = 50;

/** Those who have been members, the last to leave first. */
export function PastMembers({ past }: { past: GroupView["past"] }) {
  if (past.length === 0) return null;
  return (
    <Panel title={m.groups_past_members()} count={past.length}>
      <Rows>
        {past.slice(0, pastShown).map((member) => (
          <Row
            key={member.id}
            title={memberName(member)}
            note={[partNames[member.part](), representsName(member), openSpanWords(member.span)]
              .filter(Boolean)
              .join(" · ")}
          />
        ))}
      </Rows>
    </Panel>
  );
}

/** Asks before a group is removed. */
export function RemoveGroup({ group, slug }: { group: GroupView["group"]; slug: string }) {
  return (
    <Confirm
      title={m.groups_remove_title({ name: group.name })}
      tone="danger"
      cancel={{ label: m.common_cancel(), to: paths.group(slug, group.id) }}
      action={
        <Form method="post">
          <Button name="intent" value="remove-group" variant="danger">
            {m.groups_remove()}
          </Button>
        </Form>
      }
    >
      <p>{m.groups_remove_why()}</p>
    </Confirm>
  );
}

/** What can be done with a group, the primary last. */
export function GroupActions({
  slug,
  id,
  adding,
  removable,
}: {
  slug: string;
  id: string;
  adding: boolean;
  removable: boolean;
}) {
  const page = paths.group(slug, id);
  return (
    <>
      {removable && (
        <LinkButton to={`${page}?remove`} variant="tertiary" icon="trash">
          {m.groups_remove()}
        </LinkButton>
      )}
      <LinkButton to={paths.editGroup(slug, id)} variant="secondary" icon="pencil">
        {m.common_edit()}
      </LinkButton>
      {!adding && (
        <LinkButton to={`${page}?add=person#add-member`} icon="person-plus">
          {m.groups_add_member()}
        </LinkButton>
      )}
    </>
  );
}
