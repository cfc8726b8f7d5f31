import { Link } from "@remix-run/react";
import { kindTitles, memberName, openSpanWords } from "~/features/groups/group-words";
import type { GroupsView } from "~/features/groups/groups.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { DataTable, Empty } from "~/ui/table";

type Listed = GroupsView["kinds"][number]["groups"][number];

/** Groups by what they are for. */
export function GroupTable({ kinds, slug }: { kinds: GroupsView["kinds"]; slug: string }) {
  const empty = <Empty label={m.common_empty_cell()} />;
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.groups_title()}
        layout="fixed"
        groups={kinds.map(({ kind, groups }) => ({
          id: kind,
          title: kindTitles[kind](),
          count: groups.length,
          rows: groups,
        }))}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "name",
            head: m.groups_group(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ id, name, span }) => (
              <>
                <Link to={paths.group(slug, id)}>{name}</Link>
                {openSpanWords(span) && <div className="sv-quiet sv-small">{openSpanWords(span)}</div>}
              </>
            ),
          },
          {
            id: "actor",
            head: m.groups_whose(),
            onSmall: "label",
            cell: ({ actor }) => (actor ? <Link to={paths.actor(slug, actor.id)}>{actor.name}</Link> : empty),
          },
          { id: "leader", head: m.groups_part_leader(), onSmall: "label", cell: (group) => leaders(group) || empty },
          {
            id: "members",
            head: m.groups_members(),
            align: "right",
            width: 110,
            onSmall: "label",
            cell: ({ members }) => members,
          },
        ]}
      />
    </div>
  );
}

const leaders = (group: Listed) => group.leaders.map(memberName).join(", ");
