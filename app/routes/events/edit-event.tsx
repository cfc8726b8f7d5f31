import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { changeEvent } from "~/features/events/change-event.server";
import {
  chooseOrganiser,
  organiserOf,
  organiserOptions,
  saveOrganiser,
} from "~/features/events/choose-organiser.server";
import {
  detailChoices,
  detailRefusal,
  detailValues,
  isDetail,
  judgeDetails,
  typedLists,
} from "~/features/events/event-details.server";
import { EventFields, listIds } from "~/features/events/event-fields";
import { eventFormSchema } from "~/features/events/event-form.schema";
import { editEventView } from "~/features/events/event-form.view.server";
import { localDay } from "~/features/events/event-times.server";
import { fieldRefusal } from "~/features/events/event-words";
import { requireEvent } from "~/features/events/require-event.server";
import { FormProblems } from "~/features/regions/form-problems";
import { tellRegisteredThen } from "~/features/registrations/tell-registered.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Panel, PanelBody } from "~/ui/panel";

type Loaded = { event: { id: string; title: string } };

export const handle: Handle<Loaded> = {
  crumb: ({ event }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: event.title, to: paths.event(slug, event.id) },
    { label: m.common_edit() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_edit()}: ${data?.event.title ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, eventId } = await requireEvent(request, params, "events.edit");
  const today = localDay(new Date(), region.zone);
  const view = await withRegion(access, async (db) => ({
    event: await editEventView(db, eventId),
    details: await detailValues(db, eventId),
    options: await organiserOptions(db, roles, await organiserOf(db, eventId)),
    choices: await detailChoices(db, { today, mayAudiences: can(roles, "audiences.see"), eventId }),
  }));
  const { event, details } = view;
  if (!event) notFound();
  return {
    ...view,
    event: { ...event, values: { ...event.values, ...details.values } },
    region: { slug: region.slug },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, roles, eventId } = await requireEvent(request, params, "events.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, eventFormSchema());
  const lists = typedLists(form);
  if (!parsed.ok) return data({ ...parsed, lists, problem: null }, { status: 400 });
  const now = new Date();
  const { actorId, networkId } = parsed.value;
  const result = await withRegion(access, async (db) => {
    const chosen = await chooseOrganiser(db, { roles, actorId, networkId, before: await organiserOf(db, eventId) });
    if (!chosen.ok) return chosen;
    const today = localDay(now, region.zone);
    const judged = await judgeDetails(db, { form: parsed.value, holder: chosen.organiser, today, eventId });
    if (!judged.ok) return judged;
    const changed = await changeEvent(db, { eventId, form: parsed.value, details: judged.details, now });
    if (!changed.ok) return changed;
    await saveOrganiser(db, eventId, chosen.organiser);
    const registered = await tellRegisteredThen(db, { eventId, when: parsed.value.when, now });
    return { ...changed, told: changed.told + registered };
  });
  if (result.ok)
    throw redirectWithToast(
      paths.event(region.slug, eventId),
      result.told > 0 ? m.events_saved_told({ n: result.told }) : m.events_saved(),
    );
  if (result.field === null) return data({ ...refuse(form, {}), lists, problem: result.reason }, { status: 409 });
  const words = isDetail(result) ? detailRefusal(result) : fieldRefusal(result);
  return data({ ...refuse(form, { [result.field]: words }), lists, problem: null }, { status: 400 });
}

const problems = {
  cancelled: () => m.events_cannot_change_cancelled(),
  over: () => m.events_cannot_change_over(),
  "changed-meanwhile": () => m.common_changed_meanwhile(),
};

export default function EditEvent() {
  const { event, details, options, choices, region } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused ? { ...refused.values, version: event.values.version } : event.values;
  const told = event.state === "published";
  return (
    <>
      <PageHead title={m.events_edit()} sub={told ? m.events_edit_lead_told() : m.events_new_lead()} />
      {refused?.problem && (
        <Note tone="danger" live>
          {problems[refused.problem]()}
        </Note>
      )}
      <FormProblems errors={refused?.errors ?? {}} ids={listIds} />
      <Panel title={event.title}>
        <PanelBody>
          <Form method="post" className="sv-form" noValidate>
            <input type="hidden" name="version" value={values.version} />
            <EventFields
              values={values}
              lists={refused?.lists ?? details.lists}
              errors={refused?.errors ?? {}}
              options={options}
              choices={choices}
            />
            <div className="sv-row">
              <Button name="when" value="later">
                {told ? m.events_save_later() : m.events_save()}
              </Button>
              {told && (
                <Button name="when" value="now" variant="secondary">
                  {m.events_save_now()}
                </Button>
              )}
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
