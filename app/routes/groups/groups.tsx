import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { ActorTabs } from "~/features/actors/actor-tabs";
import { GroupTable } from "~/features/groups/group-table";
import { groupsView } from "~/features/groups/groups.view.server";
import { countUnknownNames } from "~/features/groups/names.view.server";
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
import { ShowMore } from "~/ui/pagination";
import { Segments } from "~/ui/tabs";

/** The groups of the region; with `ended` in the address those that have ended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "groups.see");
  const asked = new URL(request.url).searchParams;
  const [ended, today] = [asked.has("ended"), todayIn(region.zone, systemClock())];
  const view = await withRegion(access, async (db) => ({
    ...(await groupsView(db, { today, ended, after: asked.get("after") })),
    unknown: await countUnknownNames(db),
  }));
  return { ...view, ended, region: region.name, slug: region.slug, mayEdit: can(roles, "groups.edit") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.groups_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.actors_title(), to: paths.actors(slug) }, { label: m.groups_title() }],
};

export default function Groups() {
  const { kinds, unknown, shown, counts, next, ended, slug, mayEdit } = useLoaderData<typeof loader>();
  const page = paths.groups(slug);
  const total = ended ? counts.ended : counts.standing;
  const add = mayEdit && (
    <LinkButton to={paths.newGroup(slug)} icon="plus">
      {m.groups_new()}
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title={m.groups_title()}
        sub={m.groups_sub()}
        actions={(counts.standing > 0 || counts.ended > 0) && add}
      />
      <ActorTabs slug={slug} current="groups" unknown={unknown} />
      {counts.ended > 0 && (
        <Segments
          label={m.groups_show()}
          items={[
            { to: page, label: `${m.groups_standing()} (${counts.standing})`, current: !ended },
            { to: `${page}?ended`, label: `${m.groups_ended()} (${counts.ended})`, current: ended },
          ]}
        />
      )}
      {shown > 0 ? (
        <GroupTable kinds={kinds} slug={slug} />
      ) : ended ? (
        <EmptyState icon="person-group" title={m.groups_none_ended()} />
      ) : (
        <EmptyState
          icon="person-group"
          title={m.groups_none()}
          why={mayEdit ? m.groups_none_why() : m.groups_none_wait()}
          action={counts.ended === 0 && add}
        />
      )}
      {next && (
        <ShowMore
          to={`${page}?${ended ? "ended&" : ""}after=${next}`}
          label={m.common_next_50()}
          shown={m.groups_shown({ shown, n: total })}
        />
      )}
    </>
  );
}
