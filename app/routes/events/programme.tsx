import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerProgrammeForm } from "~/features/events/answer-programme-form.server";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { programmeOf } from "~/features/events/programme.view.server";
import { Programme } from "~/features/events/programme-list";
import { ItemForm, PasteProgramme, ProgrammeItems, TellProgramme } from "~/features/events/programme-page";
import { requireEvent } from "~/features/events/require-event.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { Columns, Panel, PanelBody } from "~/ui/panel";

export const handle: Handle<{ frame: { id: string; title: string } }> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.events_tab_programme() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_tab_programme()}: ${data?.frame.title ?? ""} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, eventId, actorIds } = await requireEvent(request, params, "events.see");
  const now = new Date();
  const { frame, programme } = await withRegion(access, async (db) => ({
    frame: await eventFrame(db, eventId, now),
    programme: await programmeOf(db, eventId),
  }));
  if (!frame || !programme) notFound();
  const mayEdit = can(roles, "events.edit", { actorIds }) && frame.state !== "cancelled";
  const mayTell = mayEdit && frame.state === "published" && !frame.begun && frame.invited > 0;
  const editing = new URL(request.url).searchParams.get("item");
  return { frame, programme, mayEdit, mayTell, editing, region: { slug: region.slug, name: region.name } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerProgrammeForm(db, { eventId, form, now: new Date() }));
  if (answer === null) notFound();
  if ("done" in answer) throw redirectWithToast(paths.programme(region.slug, eventId), answer.done);
  return data(answer, { status: answer.status });
}

export default function ProgrammeRoute() {
  const { frame, programme, mayEdit, mayTell, editing, region } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const base = paths.programme(region.slug, frame.id);
  const { items } = programme;
  const refused = answer?.refused ?? null;
  return (
    <>
      <EventHead event={frame} slug={region.slug} part="programme" />
      {answer?.problem && (
        <Note tone="danger" live>
          {answer.problem}
        </Note>
      )}
      {mayTell && items.length > 0 && <TellProgramme invited={frame.invited} />}
      {!mayEdit ? (
        items.length === 0 ? (
          <EmptyState icon="clock" title={m.events_programme_none()} />
        ) : (
          <Panel title={m.events_tab_programme()}>
            <Programme programme={programme} />
          </Panel>
        )
      ) : (
        <Columns
          main={
            <>
              <Panel title={m.events_tab_programme()} count={items.length || undefined}>
                {items.length === 0 ? (
                  <PanelBody>
                    <p className="sv-quiet">{m.events_programme_none_why()}</p>
                  </PanelBody>
                ) : (
                  <ProgrammeItems
                    programme={programme}
                    base={base}
                    editing={refused?.itemId ?? editing}
                    refused={refused}
                  />
                )}
              </Panel>
              <Panel title={m.events_item_new()} id="new">
                <PanelBody>
                  <ItemForm programme={programme} item={null} refused={refused?.itemId === null ? refused : null} />
                </PanelBody>
              </Panel>
            </>
          }
          side={<PasteProgramme pasted={answer?.pasted ?? null} programme={programme} />}
        />
      )}
    </>
  );
}
