import type { RoleFacts } from "~/features/people/people.db.server";
import { roleWords, spanWords } from "~/features/people/role-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Panel, Row, Rows } from "~/ui/panel";

type Ended = RoleFacts & { person: { id: string; name: string } };

/** The roles that ended last, apart from those that are held. */
export function EndedRoles({ slug, roles, today }: { slug: string; roles: Ended[]; today: string }) {
  return (
    <Panel title={m.people_ended()}>
      <Rows>
        {roles.map((role) => (
          <Row
            key={role.id}
            title={role.person.name}
            to={paths.member(slug, role.person.id)}
            note={`${roleWords(role)} · ${spanWords(role.span, today)}`}
          />
        ))}
      </Rows>
    </Panel>
  );
}
