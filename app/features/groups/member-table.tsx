import { Form, Link } from "@remix-run/react";
import { lastDayOf, memberName, openSpanWords, partNames, representsName } from "~/features/groups/group-words";
import type { MemberFacts } from "~/features/groups/groups.db.server";
import type { MemberChoices } from "~/features/groups/groups.view.server";
import { PartFields, RepresentsField } from "~/features/groups/member-fields";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { type Column, DataTable, Empty } from "~/ui/table";

type Props = {
  slug: string;
  groupId: string;
  caption: string;
  members: MemberFacts[];
  mayEdit: boolean;
  /** The member that is being changed, by id, and what it can be changed to. */
  editing: string | null;
  choices: Pick<MemberChoices, "actors" | "municipalities"> | null;
  refusal: { errors: FormErrors; values: FormValues } | null;
};

/** The members of a group: who, as what, for whom, since when. */
export function MemberTable({ slug, groupId, caption, members, mayEdit, editing, choices, refusal }: Props) {
  const page = paths.group(slug, groupId);
  const columns: Column<MemberFacts>[] = [
    {
      id: "name",
      head: m.groups_member(),
      rowHeader: true,
      onSmall: "full",
      cell: (member) => <MemberName slug={slug} member={member} />,
    },
    { id: "part", head: m.groups_part(), onSmall: "label", cell: ({ part }) => partNames[part]() },
    {
      id: "represents",
      head: m.groups_represents(),
      onSmall: "label",
      cell: (member) => representsName(member) || <Empty label={m.common_empty_cell()} />,
    },
    {
      id: "span",
      head: m.groups_period(),
      onSmall: "label",
      quiet: true,
      cell: ({ span }) => openSpanWords(span) || <Empty label={m.common_empty_cell()} />,
    },
  ];
  if (mayEdit)
    columns.push({
      id: "action",
      head: m.common_change(),
      headSpoken: true,
      align: "right",
      onSmall: "full",
      cell: (member) => (
        <LinkButton to={`${page}?member=${member.id}#edit-member`} variant="tertiary" small>
          {m.common_change()}
          <span className="ds-sr-only"> {memberName(member)}</span>
        </LinkButton>
      ),
    });
  return (
    <DataTable
      caption={caption}
      rows={members}
      rowKey={({ id }) => id}
      columns={columns}
      editing={(member) =>
        choices &&
        member.id === editing && <MemberForm page={page} member={member} choices={choices} refusal={refusal} />
      }
    />
  );
}

function MemberName({ slug, member }: { slug: string; member: MemberFacts }) {
  const { person, group, actor, municipality } = member;
  if (person)
    return (
      <>
        {person.name}
        {person.email && <div className="sv-quiet sv-small">{person.email}</div>}
      </>
    );
  const [icon, to] = group
    ? (["person-group", paths.group(slug, group.id)] as const)
    : actor
      ? (["buildings", paths.actor(slug, actor.id)] as const)
      : (["pin", paths.municipality(slug, municipality?.number ?? "")] as const);
  return (
    <span className="sv-row">
      <Icon name={icon} size={16} />
      <Link to={to}>{memberName(member)}</Link>
    </span>
  );
}

function MemberForm({
  page,
  member,
  choices,
  refusal,
}: {
  page: string;
  member: MemberFacts;
  choices: Pick<MemberChoices, "actors" | "municipalities">;
  refusal: Props["refusal"];
}) {
  const errors = refusal?.errors ?? {};
  const { actorId, municipalityId } = member;
  const values: FormValues = refusal?.values ?? {
    part: member.part,
    represents: actorId ? `actor:${actorId}` : municipalityId ? `municipality:${municipalityId}` : "",
    first: member.span.from ?? "",
    last: lastDayOf(member.span),
  };
  return (
    <Form method="post" className="sv-form" id="edit-member" noValidate>
      <b>{memberName(member)}</b>
      <FormProblems errors={errors} />
      <input type="hidden" name="member" value={member.id} />
      {member.person && <RepresentsField {...choices} values={values} errors={errors} />}
      <PartFields values={values} errors={errors} />
      <div className="sv-row">
        <Button name="intent" value="change">
          {m.groups_save_member()}
        </Button>
        <Button name="intent" value="end-now" variant="secondary">
          {m.groups_end_now()}
        </Button>
        <Button name="intent" value="remove" variant="tertiary" icon="trash">
          {m.groups_remove_slip()}
        </Button>
        <LinkButton to={page} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
      <p className="sv-quiet sv-small">{m.groups_remove_slip_hint()}</p>
    </Form>
  );
}
