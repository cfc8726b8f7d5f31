import { Link } from "@remix-run/react";
import { lazy, Suspense } from "react";
import type { MemberErrors } from "~/features/networks/member-forms";
import type { MemberChoices, NetworkMember, NetworkView } from "~/features/networks/network.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { type Column, DataTable, Empty } from "~/ui/table";

/** Written into the page by the server; the browser loads it for those who may use it, and when it has the rest. */
const MemberForms = import.meta.env.SSR
  ? (await import("~/features/networks/member-forms")).default
  : lazy(() => import("~/features/networks/member-forms"));

const kindNames = {
  municipality: () => m.networks_kind_municipality(),
  group: () => m.networks_kind_group(),
  person: () => m.networks_kind_person(),
};

/** Who is in a network; with `choices` also what lets them in and out. */
export function MembersPanel({
  members: { present, past },
  slug,
  today,
  choices,
  refused,
}: {
  members: NetworkView["members"];
  slug: string;
  today: string;
  choices: MemberChoices | null;
  refused: MemberErrors | undefined;
}) {
  return (
    <Panel title={m.networks_members()} id="members" count={present.length || undefined}>
      {present.length === 0 ? (
        <EmptyState
          icon="person-group"
          title={m.networks_members_none()}
          why={choices ? m.networks_members_none_why() : undefined}
        />
      ) : (
        <DataTable
          caption={m.networks_members()}
          rows={present}
          rowKey={({ id }) => id}
          columns={memberColumns(slug, false)}
          {...(choices && {
            select: {
              name: "members[]",
              form: "end-members",
              value: ({ id }: NetworkMember) => id,
              label: ({ name }: NetworkMember) => m.networks_choose_member({ name }),
              checked: ({ id }: NetworkMember) => refused?.members?.includes(id) ?? false,
              allLabel: m.networks_choose_all(),
            },
          })}
        />
      )}
      {choices && (
        <Suspense>
          <MemberForms choices={choices} today={today} refused={refused} present={present} />
        </Suspense>
      )}
      {past.length > 0 && (
        <div className="sv-folds">
          <details className="sv-sub">
            <summary>
              {m.networks_members_past()} <span className="sv-quiet">{past.length}</span>
            </summary>
            <DataTable
              caption={m.networks_members_past()}
              rows={past}
              rowKey={({ id }) => id}
              columns={memberColumns(slug, true)}
            />
          </details>
        </div>
      )}
    </Panel>
  );
}

function memberColumns(slug: string, past: boolean): Column<NetworkMember>[] {
  return [
    {
      id: "name",
      head: m.networks_member(),
      rowHeader: true,
      onSmall: "full",
      cell: (row) => <Name row={row} slug={slug} />,
    },
    { id: "kind", head: m.networks_member_kind(), width: 110, quiet: true, cell: ({ kind }) => kindNames[kind]() },
    {
      id: "from",
      head: m.networks_joined(),
      width: 160,
      cell: ({ joined, standing }) => (
        <>
          {joined}
          {standing === "coming" && <small>{m.networks_coming_in()}</small>}
        </>
      ),
    },
    {
      id: "last",
      head: m.networks_left(),
      width: 160,
      onSmall: past ? "label" : "hide",
      cell: ({ left }) => left ?? <Empty label={m.common_empty_cell()} />,
    },
  ];
}

function Name({ row: { name, number, groupId, email }, slug }: { row: NetworkMember; slug: string }) {
  if (number) return <Link to={paths.municipality(slug, number)}>{name}</Link>;
  if (groupId) return <Link to={paths.group(slug, groupId)}>{name}</Link>;
  return (
    <>
      {name}
      {email && <small>{email}</small>}
    </>
  );
}
