import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { answerNewMember } from "~/features/bodies/answer-member-form.server";
import { memberChoices } from "~/features/bodies/bodies.view.server";
import { bodyOf } from "~/features/bodies/body-members.view.server";
import { OfficesForm } from "~/features/bodies/offices-form";
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
import { Segments } from "~/ui/tabs";

const kinds = ["person", "office", "many"] as const;

/** Takes members into a body: `add` in the address says what kind, `q` looks for a person. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "bodies.edit");
  const today = todayIn(region.zone, systemClock());
  const asked = new URL(request.url).searchParams;
  const adding = kinds.find((kind) => kind === asked.get("add")) ?? "person";
  const search = (asked.get("q") ?? "").trim().slice(0, 100);
  const view = await withRegion(access, async (db) => {
    const body = await bodyOf(db, params.body);
    return body && { body, choices: await memberChoices(db, { bodyId: body.id, today, search }) };
  });
  const { body, choices } = view ?? notFound();
  return { body: { id: body.id, name: body.name }, choices, adding, search, slug: region.slug, region: region.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "bodies.edit");
  const bodyId = isUuid(params.body) ? params.body : notFound();
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerNewMember(db, { form, bodyId }));
  if (answer === null) return notFound();
  if (answer.ok) return redirectWithToast(paths.body(region.slug, bodyId), answer.done);
  return data({ ...answer, chosen: form.getAll("municipalityIds[]").map(String) }, { status: 400 });
}

/** Also after a refusal, which may be because of what others have changed. */
export const shouldRevalidate = () => true;

export const handle: Handle<{ body: { id: string; name: string } }> = {
  crumb: ({ body }, slug) => [
    { label: m.bodies_title(), to: paths.bodies(slug) },
    { label: body.name, to: paths.body(slug, body.id) },
    { label: m.bodies_add() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: [m.bodies_add(), view?.body.name, view?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function BodyMembers() {
  const { body, choices, adding, search, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const page = paths.bodyMembers(slug, body.id);
  const words = { person: m.bodies_add_person(), office: m.bodies_add_office(), many: m.bodies_add_many() };
  const buttons = (
    <div className="sv-row">
      <Button name="intent" value={adding === "many" ? "offices" : "add"}>
        {adding === "many" ? m.bodies_add_offices() : m.bodies_add()}
      </Button>
      <LinkButton to={paths.body(slug, body.id)} variant="tertiary">
        {m.common_cancel()}
      </LinkButton>
    </div>
  );
  return (
    <>
      <PageHead title={m.bodies_add_to({ body: body.name })} />
      <div className="sv-stack">
        <Segments
          label={m.bodies_add_what()}
          items={kinds.map((kind) => ({ to: `${page}?add=${kind}`, label: words[kind], current: kind === adding }))}
        />
        <Panel title={words[adding]}>
          <PanelBody>
            {adding === "person" && <PersonSearch action={page} search={search} found={choices.found} />}
            {adding === "many" ? (
              <OfficesForm choices={choices} chosen={refused?.chosen ?? null} refused={refused}>
                {buttons}
              </OfficesForm>
            ) : (
              <SeatForm seat={null} kind={adding} {...{ choices, search, refused }}>
                {buttons}
              </SeatForm>
            )}
          </PanelBody>
        </Panel>
      </div>
    </>
  );
}
