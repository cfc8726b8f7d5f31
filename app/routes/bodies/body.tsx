import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { HistoryPanel } from "~/features/audit/history-panel";
import { answerBodyForm } from "~/features/bodies/answer-body-form.server";
import { bodyView } from "~/features/bodies/bodies.view.server";
import { Chains } from "~/features/bodies/bodies-page";
import {
  AboutBody,
  BodyActions,
  CommonDeputies,
  NumbersPanel,
  OtherMembers,
  RemoveBody,
  RulesPanel,
} from "~/features/bodies/body-page";
import { standing } from "~/features/bodies/body-span";
import { MeetingRows } from "~/features/bodies/meeting-rows";
import { MemberTable } from "~/features/bodies/member-table";
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
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel } from "~/ui/panel";
import { Tag } from "~/ui/tag";

/** One governing body; `remove` in the address asks before it is removed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "bodies.see");
  const id = isUuid(params.body) ? params.body : notFound();
  const today = todayIn(region.zone, systemClock());
  const mayEdit = can(roles, "bodies.edit");
  const view = await withRegion(access, (db) => bodyView(db, { id, today, addresses: mayEdit }));
  const removing = mayEdit && new URL(request.url).searchParams.has("remove");
  const { slug, name, zone } = region;
  return { ...(view ?? notFound()), removing, mayEdit, today, slug, zone, region: name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "bodies.edit");
  const bodyId = isUuid(params.body) ? params.body : notFound();
  const form = await readForm(request);
  const today = todayIn(region.zone, systemClock());
  const answer = await withRegion(access, (db) => answerBodyForm(db, { form, bodyId, today }));
  if (answer === null) return notFound();
  if (!answer.ok) return data(answer, { status: 400 });
  return redirectWithToast(answer.gone ? paths.bodies(region.slug) : paths.body(region.slug, bodyId), answer.done);
}

/** Also after a refusal, which may be because of what others have changed. */
export const shouldRevalidate = () => true;

export const handle: Handle<{ body: { name: string } }> = {
  crumb: ({ body }, slug) => [{ label: m.bodies_title(), to: paths.bodies(slug) }, { label: body.name }],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: [view?.body.name, view?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function BodyPage() {
  const view = useLoaderData<typeof loader>();
  const { body, members, deputies, coming, past, unnamed, meetings, held, chain, slug, zone, mayEdit } = view;
  const refusal = useActionData<typeof action>() ?? null;
  const state = standing(body.span, view.today);
  const unused = [members, coming, past, meetings, held].every((all) => all.length === 0);
  const bodyId = body.id;
  return (
    <>
      <PageHead
        title={body.name}
        tag={state !== "standing" && <Tag>{state === "ended" ? m.bodies_is_ended() : m.bodies_is_coming()}</Tag>}
        actions={
          mayEdit && (
            <BodyActions slug={slug} id={bodyId} removable={unused && !view.removing}>
              {state !== "ended" && members.length > 0 && (
                <LinkButton to={paths.newMinutes(slug, bodyId)} icon="plus">
                  {m.bodies_new_meeting()}
                </LinkButton>
              )}
            </BodyActions>
          )
        }
      />
      {refusal?.about === "body" && <FormProblems errors={refusal.errors} />}
      {view.removing && <RemoveBody body={body} slug={slug} />}
      {mayEdit && unnamed > 0 && (
        <Note tone="warning" title={m.bodies_unnamed({ n: unnamed, all: members.length })}>
          {m.bodies_unnamed_why()}
        </Note>
      )}
      <Columns
        main={
          <>
            <Panel title={m.bodies_coming()} count={meetings.length || undefined}>
              {meetings.length === 0 ? (
                <EmptyState icon="calendar" title={m.bodies_coming_none()} why={m.bodies_coming_none_why()} />
              ) : (
                <MeetingRows meetings={meetings} slug={slug} zone={zone} />
              )}
            </Panel>
            <Panel title={m.bodies_members()} count={members.length || undefined}>
              {members.length === 0 ? (
                <EmptyState
                  icon="person-group"
                  title={m.bodies_no_members()}
                  why={mayEdit && m.bodies_no_members_why()}
                />
              ) : (
                <MemberTable caption={m.bodies_members()} {...{ slug, bodyId, members, deputies, mayEdit }} />
              )}
            </Panel>
            <CommonDeputies deputies={deputies[""] ?? []} {...{ slug, bodyId, mayEdit }} />
            <OtherMembers title={m.bodies_coming_members()} members={coming} {...{ slug, bodyId, mayEdit }} />
            {held.length > 0 && (
              <Panel title={m.bodies_past()} aside={held.length >= 10 && m.bodies_all_past({ n: held.length })}>
                <MeetingRows meetings={held} slug={slug} zone={zone} />
              </Panel>
            )}
            <OtherMembers title={m.bodies_past_members()} members={past} {...{ slug, bodyId, mayEdit }} />
          </>
        }
        side={
          <>
            <NumbersPanel
              numbers={view.numbers}
              mayEdit={mayEdit}
              refused={refusal?.about === "number" ? refusal : null}
            />
            <Chains chains={chain.length > 1 ? [chain] : []} slug={slug} here={bodyId} />
            <AboutBody body={body} slug={slug} />
            <RulesPanel body={body} />
            <HistoryPanel lines={view.history} />
          </>
        }
      />
    </>
  );
}
