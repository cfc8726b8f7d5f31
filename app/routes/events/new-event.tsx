import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { makeEvent } from "~/features/events/create-event.server";
import { EventFields } from "~/features/events/event-fields";
import { eventFormSchema } from "~/features/events/event-form.schema";
import { newEventView } from "~/features/events/event-form.view.server";
import { timesRefusal } from "~/features/events/event-words";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Panel, PanelBody } from "~/ui/panel";

export const handle: Handle = {
  crumb: (_loaded, slug) => [{ label: m.events_title(), to: paths.events(slug) }, { label: m.events_new() }],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_new()} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "events.edit");
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const row = new URL(request.url).searchParams.get("row");
  const view = await withRegion(access, (db) => newEventView(db, row, today));
  return { ...view, region: { slug: region.slug, name: region.name } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, personId } = await requireRegion(request, params.region, "events.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, eventFormSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const row = form.get("row");
  const planRowId = typeof row === "string" && row !== "" ? row : null;
  const input = { form: parsed.value, planRowId, responsibleId: personId, zone: region.zone, now: new Date() };
  const made = await withRegion(access, (db) => makeEvent(db, input));
  if (!made.ok) return data(refuse(form, { [made.field]: timesRefusal(made.reason) }), { status: 400 });
  throw redirectWithToast(paths.event(region.slug, made.id), m.events_made());
}

export default function NewEvent() {
  const { row, values, region } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = Object.entries(refused?.errors ?? {}).map(([field, message]) => ({ field, message }));
  return (
    <>
      <PageHead title={m.events_new()} sub={m.events_new_lead()} />
      {row && <Note>{m.events_from_row({ row: row.channel, timing: row.timing })}</Note>}
      <ErrorSummary title={m.common_errors_title({ n: errors.length })} errors={errors} />
      <Panel title={m.events_about()}>
        <PanelBody>
          <Form method="post" className="sv-form" noValidate>
            {row && <input type="hidden" name="row" value={row.id} />}
            <EventFields values={refused?.values ?? values} errors={refused?.errors ?? {}} />
            <div className="sv-row">
              <Button>{m.events_make()}</Button>
              <LinkButton variant="tertiary" to={paths.events(region.slug)}>
                {m.common_cancel()}
              </LinkButton>
            </div>
          </Form>
        </PanelBody>
      </Panel>
    </>
  );
}
