import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { can } from "~/domain/auth/permissions";
import { allMembersView } from "~/features/bodies/bodies.view.server";
import { BodiesTabs } from "~/features/bodies/bodies-page";
import { CommonDeputies } from "~/features/bodies/body-page";
import { MemberTable } from "~/features/bodies/member-table";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Panel } from "~/ui/panel";

/** Who sits in each governing body today. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "bodies.see");
  const today = todayIn(region.zone, systemClock());
  const mayEdit = can(roles, "bodies.edit");
  const bodies = await withRegion(access, (db) => allMembersView(db, { today, addresses: mayEdit }));
  return { bodies, mayEdit, slug: region.slug, region: region.name, year: Number(today.slice(0, 4)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.bodies_members(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.bodies_title(), to: paths.bodies(slug) }, { label: m.bodies_members() }],
};

export default function AllMembers() {
  const { bodies, mayEdit, slug, year } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.bodies_members()} sub={m.bodies_members_sub()} />
      {bodies.length > 0 ? (
        <BodiesTabs slug={slug} current="members" year={year} />
      ) : (
        <EmptyState
          icon="gavel"
          title={m.bodies_none()}
          why={mayEdit ? m.bodies_none_why() : m.bodies_none_wait()}
          action={mayEdit && <LinkButton to={paths.newBody(slug)}>{m.bodies_new()}</LinkButton>}
        />
      )}
      <div className="sv-stack">
        {bodies.map(({ id: bodyId, name, members, deputies }) => (
          <Fragment key={bodyId}>
            <Panel
              title={name}
              count={members.length || undefined}
              link={{ label: m.bodies_about(), to: paths.body(slug, bodyId) }}
            >
              {members.length === 0 ? (
                <EmptyState
                  icon="person-group"
                  title={m.bodies_no_members()}
                  why={mayEdit && m.bodies_no_members_why()}
                  action={mayEdit && <LinkButton to={paths.bodyMembers(slug, bodyId)}>{m.bodies_add()}</LinkButton>}
                />
              ) : (
                <MemberTable caption={name} {...{ slug, bodyId, members, deputies, mayEdit }} />
              )}
            </Panel>
            <CommonDeputies deputies={deputies[""] ?? []} {...{ slug, bodyId, mayEdit: false }} />
          </Fragment>
        ))}
      </div>
    </>
  );
}
