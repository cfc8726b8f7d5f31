import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { requireEvent } from "~/features/events/require-event.server";
import { answerPaperForm } from "~/features/papers/answer-paper-form.server";
import { papersPage } from "~/features/papers/papers.view.server";
import { PapersPage } from "~/features/papers/papers-page";
import { takePapers, tooLarge } from "~/features/papers/take-papers.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";

export const handle: Handle<{ frame: { id: string; title: string } }> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.papers_title() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.papers_title(), data?.frame.title, data?.region.name, "Samvirk"].filter(Boolean).join(" – ") },
];

/** The papers of an event. `paper` in the address opens one to be changed, `remove` asks before one is removed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, eventId, actorIds } = await requireEvent(request, params, "events.see");
  const { frame, page } = await withRegion(access, async (db) => ({
    frame: await eventFrame(db, eventId, new Date()),
    page: await papersPage(db, eventId),
  }));
  if (!frame) notFound();
  const asked = new URL(request.url).searchParams;
  const mayEdit = can(roles, "events.edit", { actorIds });
  return {
    frame,
    page,
    mayEdit,
    editing: mayEdit ? asked.get("paper") : null,
    removing: mayEdit ? (page.papers.find(({ id }) => id === asked.get("remove")) ?? null) : null,
    region: { slug: region.slug, name: region.name },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const oversized = request.headers.has(tooLargeHeader);
  const form = oversized ? new FormData() : await readForm(request);
  const back = paths.papers(region.slug, eventId);
  if (oversized || form.get("intent") === "add") {
    const taken = oversized ? tooLarge() : await takePapers(form, access, eventId);
    if (taken.ok) return redirectWithToast(back, taken.said);
    return data({ add: { problems: taken.problems, values: taken.values }, edit: null }, { status: taken.status });
  }
  const answered = await answerPaperForm(form, access, eventId);
  if (answered.ok) return redirectWithToast(back, answered.said);
  if (answered.status === 404) notFound();
  return data({ add: null, edit: answered.refusal }, { status: answered.status });
}

export default function Papers() {
  const { frame, page, mayEdit, editing, removing, region } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <EventHead event={frame} slug={region.slug} part="papers" />
      <PapersPage
        slug={region.slug}
        event={frame}
        page={page}
        mayEdit={mayEdit}
        editing={editing}
        removing={removing}
        add={answered?.add ?? null}
        edit={answered?.edit ?? null}
      />
    </>
  );
}
