import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { HistoryPanel } from "~/features/audit/history-panel";
import { AddMemberPanel, memberKinds } from "~/features/groups/add-member-panel";
import { answerGroupForm } from "~/features/groups/answer-group-form.server";
import { AboutGroup, GroupActions, GroupUses, PastMembers, RemoveGroup } from "~/features/groups/group-page";
import { openStanding } from "~/features/groups/group-span";
import { groupView, memberChoices } from "~/features/groups/groups.view.server";
import { MemberTable } from "~/features/groups/member-table";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel } from "~/ui/panel";
import { Tag } from "~/ui/tag";

/** One group. `add` (what kind), `q`, `member` (to change) and `remove` in the address open what they name. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "groups.see");
  const groupId = isUuid(params.group) ? params.group : notFound();
  const today = todayIn(region.zone, systemClock());
  const mayEdit = can(roles, "groups.edit");
  const asked = new URL(request.url).searchParams;
  const adding = mayEdit ? (memberKinds.find((kind) => kind === asked.get("add")) ?? null) : null;
  const editing = mayEdit ? asked.get("member") : null;
  const search = (asked.get("q") ?? "").trim().slice(0, 100);
  const { view, choices } = await withRegion(access, async (db) => ({
    view: await groupView(db, { id: groupId, today, addresses: mayEdit }),
    choices: adding || editing ? await memberChoices(db, { groupId, today, search }) : null,
  }));
  const { slug, name, zone } = region;
  const removing = mayEdit && asked.has("remove");
  return {
    ...(view ?? notFound()),
    choices,
    adding,
    editing,
    search,
    removing,
    mayEdit,
    today,
    slug,
    zone,
    region: name,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "groups.edit");
  const groupId = isUuid(params.group) ? params.group : notFound();
  const form = await readForm(request);
  const today = todayIn(region.zone, systemClock());
  const answer = await withRegion(access, (db) => answerGroupForm(db, { form, groupId, today }));
  if (answer === null) return notFound();
  if (!answer.ok) return data(answer, { status: 400 });
  return redirectWithToast(answer.gone ? paths.groups(region.slug) : paths.group(region.slug, groupId), answer.done);
}

/** Also after a refusal, which may be because of what others have changed. */
export const shouldRevalidate = () => true;

export const handle: Handle<{ group: { name: string } }> = {
  crumb: ({ group }, slug) => [
    { label: m.actors_title(), to: paths.actors(slug) },
    { label: m.groups_title(), to: paths.groups(slug) },
    { label: group.name },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: [view?.group.name, view?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function GroupPage() {
  const view = useLoaderData<typeof loader>();
  const { group, members, past, uses, history, choices, adding, editing, search, slug, mayEdit } = view;
  const refusal = useActionData<typeof action>() ?? null;
  const about = (form: "add" | "member" | "group") => (refusal?.about === form ? refusal : null);
  const state = openStanding(group.span, view.today);
  const unused = members.length === 0 && past.length === 0;
  return (
    <>
      <PageHead
        title={group.name}
        tag={state !== "standing" && <Tag>{state === "ended" ? m.groups_is_ended() : m.groups_is_coming()}</Tag>}
        actions={
          mayEdit && (
            <GroupActions slug={slug} id={group.id} adding={adding !== null} removable={unused && !view.removing} />
          )
        }
      />
      {refusal?.about === "group" && <FormProblems errors={refusal.errors} />}
      {view.removing && <RemoveGroup group={group} slug={slug} />}
      <Columns
        main={
          <>
            {adding && choices && (
              <AddMemberPanel {...{ slug, groupId: group.id, kind: adding, search, choices, refusal: about("add") }} />
            )}
            <Panel title={m.groups_members()} count={members.length || undefined}>
              {members.length === 0 ? (
                <EmptyState
                  icon="person-group"
                  title={m.groups_no_members()}
                  why={mayEdit && m.groups_no_members_why()}
                />
              ) : (
                <MemberTable
                  caption={m.groups_members()}
                  {...{ slug, groupId: group.id, members, mayEdit, editing, choices, refusal: about("member") }}
                />
              )}
            </Panel>
            <PastMembers past={past} />
          </>
        }
        side={
          <>
            <AboutGroup group={group} slug={slug} />
            <GroupUses uses={uses} slug={slug} />
            <HistoryPanel lines={history} />
          </>
        }
      />
    </>
  );
}
