import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { audienceView } from "~/features/audiences/audience.view.server";
import { ruleWords } from "~/features/audiences/audience-names";
import { AudienceUses, inUseWords, RemoveAudience } from "~/features/audiences/audience-page";
import { AudiencePeople, NotReached } from "~/features/audiences/audience-people";
import { removeAudience } from "~/features/audiences/keep-audience.server";
import { HistoryPanel } from "~/features/groups/history-panel";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";
import { Columns, Panel } from "~/ui/panel";

/** One audience: whom it reaches today, whom it does not and why. `remove` in the address asks before it is removed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "audiences.see");
  const id = isUuid(params.audience) ? params.audience : notFound();
  const asked = new URL(request.url).searchParams;
  const today = todayIn(region.zone, systemClock());
  const view = await withRegion(access, (db) => audienceView(db, { id, today, after: asked.get("after") }));
  const mayEdit = can(roles, "audiences.edit");
  const { slug, name, zone } = region;
  return { ...(view ?? notFound()), mayEdit, removing: mayEdit && asked.has("remove"), slug, zone, region: name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "audiences.edit");
  const id = isUuid(params.audience) ? params.audience : notFound();
  const removed = await withRegion(access, (db) => removeAudience(db, id));
  if (removed.ok) return redirectWithToast(paths.audiences(region.slug), m.audiences_removed());
  if (removed.reason === "not-found") return notFound();
  return data({ refused: inUseWords(removed) }, { status: 409 });
}

export const handle: Handle<{ audience: { name: string } }> = {
  crumb: ({ audience }, slug) => [{ label: m.audiences_title(), to: paths.audiences(slug) }, { label: audience.name }],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: [view?.audience.name, view?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function Audience() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { audience, parts, people, counts, start, next, slug, mayEdit, removing } = view;
  const page = paths.audience(slug, audience.id);
  return (
    <>
      <PageHead
        title={audience.name}
        sub={ruleWords(parts) !== audience.name && ruleWords(parts)}
        actions={
          mayEdit && (
            <>
              {!removing && (
                <LinkButton to={`${page}?remove`} variant="tertiary" icon="trash">
                  {m.audiences_remove()}
                </LinkButton>
              )}
              <LinkButton to={paths.editAudience(slug, audience.id)} icon="pencil">
                {m.common_edit()}
              </LinkButton>
            </>
          )
        }
      />
      {refused && (
        <Note tone="danger" live>
          {refused}
        </Note>
      )}
      {removing && !refused && <RemoveAudience audience={audience} slug={slug} />}
      {audience.description && <p className="sv-prose sv-lines">{audience.description}</p>}
      <Columns
        main={
          <Panel
            title={m.audiences_reached()}
            count={counts.people}
            aside={counts.people > 0 && m.audiences_languages(counts)}
          >
            {people.length === 0 ? (
              <EmptyState icon="person-group" title={m.audiences_nobody()} why={mayEdit && m.audiences_nobody_why()} />
            ) : (
              <AudiencePeople people={people} parts={parts} />
            )}
            {next && (
              <ShowMore
                to={`${page}?after=${next}`}
                label={m.common_next_50()}
                shown={m.audiences_reached_shown({ from: start + 1, to: start + people.length, n: counts.people })}
              />
            )}
          </Panel>
        }
        side={
          <>
            <NotReached view={view} slug={slug} />
            <AudienceUses audience={audience} slug={slug} />
            <HistoryPanel lines={view.history} zone={view.zone} />
          </>
        }
      />
    </>
  );
}
