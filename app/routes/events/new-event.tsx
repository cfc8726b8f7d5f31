import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { instantToLocal } from "~/domain/shared/local-time";
import { chooseOrganiser, organiserOptions } from "~/features/events/choose-organiser.server";
import { makeEvent } from "~/features/events/create-event.server";
import {
  detailChoices,
  detailRefusal,
  isDetail,
  judgeDetails,
  typedLists,
} from "~/features/events/event-details.server";
import { EventFields, listIds, noLists } from "~/features/events/event-fields";
import { eventFormSchema } from "~/features/events/event-form.schema";
import { newEventView, newGatheringView } from "~/features/events/event-form.view.server";
import { localDay } from "~/features/events/event-times.server";
import { fieldRefusal } from "~/features/events/event-words";
import { requireEventMaker } from "~/features/events/require-event.server";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { forbidden, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
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
  const { access, region, roles } = await requireEventMaker(request, params.region);
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const query = new URL(request.url).searchParams;
  const view = await withRegion(access, async (db) => {
    const gathering = await newGatheringView(db, query.get("network"));
    if (gathering && !can(roles, "events.edit", gathering.network)) forbidden();
    const { row, values } = await newEventView(db, query.get("row"), today);
    const options = await organiserOptions(db, roles);
    const choices = await detailChoices(db, {
      today: new Date(today),
      mayAudiences: can(roles, "audiences.see"),
      eventId: null,
      rowId: row?.id ?? null,
    });
    const only = options.limited && options.actors.length === 1 ? options.actors[0] : undefined;
    const running = options.actors.find(({ value }) => gathering?.network.runBy.includes(value));
    const own = { actorId: (running ?? only)?.value, ...(row && { row: row.id }) };
    const start: Partial<Record<string, string>> = gathering ? { ...own, ...gathering.values } : { ...own, ...values };
    return { row, network: gathering?.network.name ?? null, options, choices, values: start };
  });
  return { ...view, region: { slug: region.slug, name: region.name } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, personId, roles } = await requireEventMaker(request, params.region);
  const form = await readForm(request);
  const parsed = parseForm(form, eventFormSchema());
  const lists = typedLists(form);
  if (!parsed.ok) return data({ ...parsed, lists }, { status: 400 });
  const { actorId, networkId, row } = parsed.value;
  const now = new Date();
  const input = { form: parsed.value, planRowId: row ?? null, responsibleId: personId, zone: region.zone, now };
  const made = await withRegion(access, async (db) => {
    const chosen = await chooseOrganiser(db, { roles, actorId, networkId });
    if (!chosen.ok) return chosen;
    const holder = chosen.organiser;
    const today = localDay(now, region.zone);
    const judged = await judgeDetails(db, { form: parsed.value, holder, today, eventId: null });
    return judged.ok ? makeEvent(db, { ...input, organiser: holder, details: judged.details }) : judged;
  });
  if (!made.ok) {
    const words = isDetail(made) ? detailRefusal(made) : fieldRefusal(made);
    return data({ ...refuse(form, { [made.field]: words }), lists }, { status: 400 });
  }
  throw redirectWithToast(paths.event(region.slug, made.id), m.events_made());
}

export default function NewEvent() {
  const { row, network, values, options, choices, region } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.events_new()} sub={m.events_new_lead()} />
      {row && <Note>{m.events_from_row({ row: row.channel, timing: row.timing })}</Note>}
      {network && <Note>{m.events_from_network({ network })}</Note>}
      <FormProblems errors={refused?.errors ?? {}} ids={listIds} />
      <Panel title={m.events_about()}>
        <PanelBody>
          <Form method="post" className="sv-form" noValidate>
            <EventFields
              values={refused?.values ?? values}
              lists={refused?.lists ?? noLists}
              errors={refused?.errors ?? {}}
              options={options}
              choices={choices}
            />
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
