import { Link } from "@remix-run/react";
import type { RoleFacts } from "~/features/people/people.db.server";
import { roleWords, spanWords } from "~/features/people/role-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { DataTable } from "~/ui/table";

type Member = { id: string; name: string; email: string; roles: RoleFacts[] };

/** People and the roles they hold or will hold. */
export function MemberTable({ slug, members, today }: { slug: string; members: Member[]; today: string }) {
  return (
    <DataTable
      caption={m.people_members()}
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "name",
          head: m.people_name(),
          rowHeader: true,
          onSmall: "full",
          cell: ({ id, name }) => <Link to={paths.member(slug, id)}>{name}</Link>,
        },
        { id: "email", head: m.people_email(), onSmall: "full", quiet: true, cell: ({ email }) => email },
        {
          id: "roles",
          head: m.people_roles(),
          onSmall: "full",
          cell: ({ roles }) => (
            <ul>
              {roles.map((role) => (
                <li key={role.id}>
                  {roleWords(role)}
                  <div className="sv-quiet sv-small">{spanWords(role.span, today)}</div>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
