import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isWebAddress } from "~/domain/shared/web-address";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { keepRecording } from "~/features/events/keep-recording.server";
import { recordingForm } from "~/features/events/recording-form.view.server";
import { requireEvent } from "~/features/events/require-event.server";
import { FormProblems } from "~/features/regions/form-problems";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { versionField } from "~/platform/http/form-fields";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button } from "~/ui/button";
import { TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { StateWords } from "~/ui/state";

export const handle: Handle<{ frame: { id: string; title: string } }> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.events_recording_title() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_recording_title()}: ${data?.frame.title ?? ""} – Samvirk` },
];

const schema = () =>
  z.object({
    link: z
      .string()
      .trim()
      .max(2000, m.common_too_long({ max: 2000 }))
      .refine(
        (link) => link === "" || (isWebAddress(link) && /^https:/i.test(link)),
        m.events_recording_link_invalid(),
      ),
    intent: z.enum(["save", "publish", "unpublish"]).catch("save"),
    version: versionField(),
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await recordingForm(db, eventId),
    frame: await eventFrame(db, eventId, systemClock()),
  }));
  if (!view || !frame) notFound();
  return { view, frame, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, schema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const { link, intent, version } = parsed.value;
  const now = systemClock();
  const result = await withRegion(access, async (db) => {
    const before = await recordingForm(db, eventId);
    const publish = intent === "publish" || (intent === "save" && before?.publishedAt !== null && link !== "");
    return keepRecording(db, { eventId, link, publish, version, now });
  });
  if (result.ok) {
    const done = { publish: m.events_recording_published, unpublish: m.events_recording_unpublished };
    const words = intent === "save" ? m.events_recording_saved() : done[intent]();
    throw redirectWithToast(paths.recording(region.slug, eventId), words);
  }
  const errors: Record<typeof result.reason, Record<string, string>> = {
    gone: { form: m.common_not_found() },
    "changed-meanwhile": { form: m.common_changed_meanwhile() },
    "not-begun": { form: m.events_recording_not_begun() },
    cancelled: { form: m.events_recording_cancelled() },
    "no-link": { link: m.events_recording_link_missing() },
  };
  return data(refuse(form, errors[result.reason]), { status: result.reason === "changed-meanwhile" ? 409 : 400 });
}

export default function RecordingRoute() {
  const { view, frame, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { publishedAt } = view;
  return (
    <>
      <EventHead event={frame} slug={slug} part="attendance" />
      <FormProblems errors={refused?.errors ?? {}} />
      <Panel title={m.events_recording_title()}>
        <PanelBody>
          {publishedAt ? (
            <p>
              <StateWords state="done">
                {m.events_recording_published_at({ at: formatInstant(publishedAt, view.zone, getLocale()) })}
              </StateWords>
            </p>
          ) : (
            <p className="sv-quiet">{m.events_recording_lead()}</p>
          )}
          {!view.open && <Note>{m.events_recording_not_open()}</Note>}
          <Form method="post" className="sv-form" noValidate>
            <input type="hidden" name="version" value={view.version} />
            <TextInput
              type="url"
              name="link"
              label={m.events_recording_link()}
              hint={m.events_recording_link_hint()}
              defaultValue={refused?.values.link ?? view.link}
              error={refused?.errors.link}
            />
            <div className="sv-row">
              <Button name="intent" value={publishedAt ? "save" : "publish"}>
                {publishedAt ? m.events_recording_save() : m.events_recording_publish()}
              </Button>
              <Button variant="secondary" name="intent" value={publishedAt ? "unpublish" : "save"}>
                {publishedAt ? m.events_recording_unpublish() : m.events_recording_save()}
              </Button>
            </div>
          </Form>
          <p className="sv-small sv-quiet">{m.events_recording_slides()}</p>
        </PanelBody>
      </Panel>
    </>
  );
}
