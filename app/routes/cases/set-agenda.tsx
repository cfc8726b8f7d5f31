import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { AgendaEditor } from "~/features/cases/agenda-editor";
import { answerAgendaForm } from "~/features/cases/answer-agenda-form.server";
import { agendaEditor } from "~/features/cases/meeting.view.server";
import { MeetingHead, meetingTitle } from "~/features/cases/meeting-head";
import { requireMeeting } from "~/features/cases/require-meeting.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button } from "~/ui/button";
import { Note } from "~/ui/note";

/** The agenda of a meeting while it is made. `number` in the address opens the number of an item to be corrected. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, bodyId, minutesId, seen } = await requireMeeting(request, params, "cases.edit");
  const view = await withRegion(access, async (db) => agendaEditor(db, { bodyId, minutesId, maySee: await seen(db) }));
  if (!view) notFound();
  const numbering = new URL(request.url).searchParams.get("number");
  const title = meetingTitle(view.frame);
  return { view, title, numbering, zone: region.zone, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, bodyId, minutesId } = await requireMeeting(request, params, "cases.edit");
  const form = await readForm(request);
  const answered = await withRegion(access, (db) => answerAgendaForm(db, form, { bodyId, minutesId }));
  const to = form.get("intent") === "set" ? paths.agenda : paths.setAgenda;
  if (answered.ok) return redirectWithToast(to(region.slug, bodyId, minutesId), answered.said);
  if (answered.status === 404) notFound();
  const { said, item, typed } = answered;
  return data({ said, ...(item && { item }), ...(typed !== undefined && { typed }) }, { status: answered.status });
}

export const handle: Handle<{ title: string; view: { frame: { id: string; body: { id: string; name: string } } } }> = {
  crumb: ({ title, view: { frame } }, slug) => [
    { label: frame.body.name, to: paths.body(slug, frame.body.id) },
    { label: title, to: paths.agenda(slug, frame.body.id, frame.id) },
    { label: m.cases_agenda_edit() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.cases_agenda_edit(), loaded?.title, loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function SetAgenda() {
  const { view, numbering, zone, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { frame, items } = view;
  const open = frame.state === "planned" || frame.state === "agenda";
  const set = frame.state === "planned" && items.some(({ kind }) => kind !== "opening") && (
    <Form method="post">
      <Button icon="numbers" name="intent" value="set">
        {m.cases_agenda_set()}
      </Button>
    </Form>
  );
  return (
    <>
      <MeetingHead frame={frame} slug={slug} zone={zone} part="set" mayEdit actions={set} />
      {open ? (
        <AgendaEditor view={view} slug={slug} numbering={numbering} refused={refused} />
      ) : (
        <Note>{m.cases_agenda_closed()}</Note>
      )}
    </>
  );
}
