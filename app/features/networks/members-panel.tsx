import { Form, Link } from "@remix-run/react";
import { type MemberErrors, MemberForms } from "~/features/networks/member-forms";
import type { MemberChoices, NetworkMember, NetworkView } from "~/features/networks/network.view.server";
import { dayWithYear as day } from "~/features/networks/network-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { DateInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";
import { type Column, DataTable, Empty } from "~/ui/table";

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
      {choices && present.length > 0 && <EndForm today={today} refused={refused} />}
      {choices && <MemberForms choices={choices} today={today} refused={refused} present={present} />}
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
      cell: ({ from, standing }) => (
        <>
          {day(from)}
          {standing === "coming" && <small>{m.networks_coming_in()}</small>}
        </>
      ),
    },
    {
      id: "last",
      head: m.networks_left(),
      width: 160,
      onSmall: past ? "label" : "hide",
      cell: ({ last }) => (last ? day(last) : <Empty label={m.common_empty_cell()} />),
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

/** Lets those ticked in the table go after a last day, or takes them away. */
function EndForm({ today, refused }: { today: string; refused: MemberErrors | undefined }) {
  const own = refused && ["end", "remove"].includes(refused.intent) ? refused : undefined;
  return (
    <PanelBody>
      <Form method="post" id="end-members" className="sv-form" preventScrollReset noValidate>
        <DateInput
          name="last"
          id="end-last"
          label={m.networks_left()}
          defaultValue={own?.values.last ?? today}
          error={own?.errors.last ?? own?.errors.members ?? null}
        />
        <div className="sv-row">
          <Button name="intent" value="end" variant="secondary">
            {m.networks_end_members()}
          </Button>
          <Button name="intent" value="remove" variant="tertiary">
            {m.networks_remove_members()}
          </Button>
        </div>
      </Form>
    </PanelBody>
  );
}
