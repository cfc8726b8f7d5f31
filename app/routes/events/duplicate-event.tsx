import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { duplicateEvent } from "~/features/events/duplicate-event.server";
import { duplicateSchema } from "~/features/events/event-dates.schema";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { timesRefusal } from "~/features/events/event-words";
import { requireEvent } from "~/features/events/require-event.server";
import { FormProblems } from "~/features/regions/form-problems";
import { asSentence, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { DateInput, TextInput } from "~/ui/fields";
import { PageHead } from "~/ui/page-head";
import { Panel, PanelBody } from "~/ui/panel";

export const handle: Handle<{ event: { id: string; title: string } }> = {
  crumb: ({ event }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: event.title, to: paths.event(slug, event.id) },
    { label: m.events_duplicate() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_duplicate()}: ${data?.event.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const event = await withRegion(access, (db) => eventFrame(db, eventId, new Date()));
  if (!event) notFound();
  return { event, region: { slug: region.slug } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, personId, eventId } = await requireEvent(request, params, "events.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, duplicateSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const { title, date } = parsed.value;
  const now = new Date();
  const made = await withRegion(access, (db) =>
    duplicateEvent(db, { eventId, title, date, responsibleId: personId, now }),
  );
  if (!made.ok) return data(refuse(form, { date: timesRefusal(made.reason) }), { status: 400 });
  throw redirectWithToast(paths.event(region.slug, made.id), m.events_duplicated());
}

export default function DuplicateEvent() {
  const { event, region } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values: Partial<FormValues> = refused?.values ?? { title: event.title };
  const errors: FormErrors = refused?.errors ?? {};
  const when = asSentence(formatDateTimeRange(event.startsAt, event.endsAt, event.zone, getLocale()));
  return (
    <>
      <PageHead title={m.events_duplicate()} sub={m.events_duplicate_lead()} />
      <FormProblems errors={errors} />
      <Panel title={event.title} aside={when}>
        <PanelBody>
          <Form method="post" className="sv-form" noValidate>
            <TextInput
              name="title"
              label={m.events_field_title()}
              defaultValue={values.title}
              error={errors.title}
              required
            />
            <DateInput
              name="date"
              label={m.events_duplicate_date()}
              hint={m.events_duplicate_date_hint()}
              defaultValue={values.date}
              error={errors.date}
              required
            />
            <div className="sv-row">
              <Button>{m.events_duplicate_make()}</Button>
              <LinkButton variant="tertiary" to={paths.event(region.slug, event.id)}>
                {m.common_cancel()}
              </LinkButton>
            </div>
          </Form>
        </PanelBody>
      </Panel>
    </>
  );
}
