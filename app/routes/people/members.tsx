import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type RoleKind, roleKinds } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { addMember } from "~/features/people/add-member.server";
import { EndedRoles } from "~/features/people/ended-roles";
import { newMemberSchema } from "~/features/people/member-form.schema";
import { MemberTable } from "~/features/people/member-table";
import { membersView } from "~/features/people/members.view.server";
import { NewMemberForm } from "~/features/people/new-member-form";
import { roleErrors } from "~/features/people/role-errors";
import { requireRegion } from "~/features/regions/membership.server";
import { SettingsHead } from "~/features/regions/settings-tabs";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { roleNames } from "~/i18n/role-names";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { ShowMore } from "~/ui/pagination";
import { Panel } from "~/ui/panel";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "members.edit");
  const asked = new URL(request.url).searchParams;
  const after = asked.get("after");
  const today = todayIn(region.zone, systemClock());
  const search = (asked.get("q") ?? "").trim().slice(0, 100);
  const kind: RoleKind | null = roleKinds.find((each) => each === asked.get("kind")) ?? null;
  const view = await withRegion(access, (db) =>
    membersView(db, { today, after: isUuid(after) ? after : null, search, kind }),
  );
  const { slug, name } = region;
  return { ...view, today, search, kind, slug, region: name, later: after !== null, adding: asked.has("add") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "members.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, newMemberSchema());
  if (!parsed.ok) return data({ ...parsed, known: null }, { status: 400 });
  const added = await withRegion(access, (db) => addMember(db, { ...parsed.value, now: systemClock() }));
  if (added.ok) return redirectWithToast(paths.members(region.slug), m.people_added({ name: parsed.value.name }));
  const known = added.reason === "known-address" ? added.personId : null;
  const errors = added.reason === "known-address" ? { email: m.people_address_taken() } : roleErrors(added.reason);
  return data({ ...refuse(form, errors), known }, { status: 400 });
}

export const handle: Handle = {
  crumb: (_, slug) => [
    { label: m.regions_settings_title(), to: paths.settings(slug) },
    { label: m.regions_tab_members() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${m.regions_tab_members()} – ${m.regions_settings_title()} – ${view?.region ?? ""} – Samvirk` },
];

export default function MembersPage() {
  const view = useLoaderData<typeof loader>();
  const { members, ended, next, actors, today, search, kind, slug, later, adding } = view;
  const refusal = useActionData<typeof action>() ?? null;
  const page = paths.members(slug);
  const filtered = search !== "" || kind !== null;
  const state = new URLSearchParams({ ...(search && { q: search }), ...(kind && { kind }) });
  const more = new URLSearchParams([...state, ["after", next ?? ""]]);
  return (
    <>
      <SettingsHead slug={slug} current="members" />
      {(filtered || later || members.length > 1) && (
        <FilterBar
          label={m.people_filter()}
          search={{ name: "q", label: m.people_search(), defaultValue: search }}
          filters={[
            {
              name: "kind",
              label: m.people_kind(),
              options: roleKinds.map((each) => ({ value: each, label: roleNames[each]() })),
              selected: kind ? [kind] : [],
              one: true,
            },
          ]}
          submitLabel={m.common_show()}
          {...(filtered && { resetTo: page })}
        >
          {!adding && !refusal && <AddLink page={page} />}
        </FilterBar>
      )}
      {(adding || refusal) && <NewMemberForm slug={slug} actors={actors} today={today} refusal={refusal} />}
      {members.length === 0 ? (
        <EmptyState icon="person-group" title={m.people_none()} why={m.people_none_why()} />
      ) : (
        <Panel title={m.people_members()}>
          <MemberTable slug={slug} members={members} today={today} />
        </Panel>
      )}
      {next && <ShowMore to={`${page}?${more}`} label={m.common_next_50()} />}
      {members.length < 2 && !filtered && !later && !adding && !refusal && <AddLink page={page} />}
      {ended.length > 0 && !filtered && <EndedRoles slug={slug} roles={ended} today={today} />}
    </>
  );
}

function AddLink({ page }: { page: string }) {
  return (
    <LinkButton to={`${page}?add=1`} icon="person-plus">
      {m.people_add()}
    </LinkButton>
  );
}
