import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { seatName } from "~/domain/bodies/seats";
import { isUuid } from "~/domain/shared/ids";
import { answerMemberForm } from "~/features/bodies/answer-member-form.server";
import { memberToEdit } from "~/features/bodies/bodies.view.server";
import { PersonSearch, SeatForm } from "~/features/bodies/seat-form";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Panel, PanelBody } from "~/ui/panel";

/** Changes, ends or removes a member of a body; `q` in the address looks for a person. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "bodies.edit");
  const today = todayIn(region.zone, systemClock());
  const [bodyId, id] = [params.body ?? "", params.member ?? ""];
  const search = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  const view = await withRegion(access, (db) => memberToEdit(db, { bodyId, id, today, search }));
  return { ...(view ?? notFound()), search, slug: region.slug, region: region.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "bodies.edit");
  const bodyId = isUuid(params.body) ? params.body : notFound();
  const id = isUuid(params.member) ? params.member : notFound();
  const form = await readForm(request);
  const today = todayIn(region.zone, systemClock());
  const answer = await withRegion(access, (db) => answerMemberForm(db, { form, bodyId, id, today }));
  if (answer === null) return notFound();
  if (answer.ok) return redirectWithToast(paths.body(region.slug, bodyId), answer.done);
  return data(answer, { status: answer.status ?? 400 });
}

/** Also after a refusal, which may be because of what others have changed. */
export const shouldRevalidate = () => true;

type Loaded = { body: { id: string; name: string }; seat: { name: string; represents: string } };

export const handle: Handle<Loaded> = {
  crumb: ({ body, seat }, slug) => [
    { label: m.bodies_title(), to: paths.bodies(slug) },
    { label: body.name, to: paths.body(slug, body.id) },
    { label: seatName(seat.name, seat.represents) },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: [m.bodies_change_member(), view?.body.name, view?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function BodyMember() {
  const { body, seat, choices, search, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const page = paths.bodyMember(slug, body.id, seat.id);
  return (
    <>
      <PageHead title={seatName(seat.name, seat.represents)} sub={body.name} />
      <Panel title={m.bodies_change_member()}>
        <PanelBody>
          <PersonSearch action={page} search={search} found={choices.found} />
          <SeatForm kind="person" {...{ seat, choices, search, refused }}>
            <div className="sv-row">
              <Button name="intent" value="change">
                {m.bodies_save()}
              </Button>
              <Button name="intent" value="end-now" variant="secondary">
                {m.bodies_end_now()}
              </Button>
              <Button name="intent" value="remove" variant="tertiary" icon="trash">
                {m.bodies_remove_slip()}
              </Button>
              <LinkButton to={paths.body(slug, body.id)} variant="tertiary">
                {m.common_cancel()}
              </LinkButton>
            </div>
            <p className="sv-quiet sv-small">{m.bodies_end_hint()}</p>
          </SeatForm>
        </PanelBody>
      </Panel>
    </>
  );
}
