import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { deputiesView } from "~/features/events/deputies.view.server";
import { DeputiesPanel } from "~/features/events/deputies-editor";
import { answerMemberForm } from "~/features/people/answer-member-form.server";
import { EndedRoles } from "~/features/people/ended-roles";
import { holdView } from "~/features/people/hold.view.server";
import { answerHoldForm } from "~/features/people/hold-form.server";
import { HoldPanel } from "~/features/people/hold-panel";
import { memberView } from "~/features/people/member.view.server";
import { MemberRoles } from "~/features/people/member-roles";
import { PersonForm } from "~/features/people/person-form";
import { RoleFields } from "~/features/people/role-fields";
import { FormProblems } from "~/features/regions/form-problems";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Button } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel, PanelBody } from "~/ui/panel";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, personId } = await requireRegion(request, params.region, "members.edit");
  const id = isUuid(params.person) ? params.person : notFound();
  const today = todayIn(region.zone, systemClock());
  const [view, mail, deputies] = await withRegion(access, async (db) => [
    await memberView(db, id, today),
    await holdView(db, id),
    await deputiesView(db, { personId: id, municipalityId: null }),
  ]);
  const ending = new URL(request.url).searchParams.get("end");
  return {
    ...(view ?? notFound()),
    mail: mail ?? notFound(),
    deputies,
    today,
    ending,
    self: id === personId,
    slug: region.slug,
    region: region.name,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "members.edit");
  const personId = isUuid(params.person) ? params.person : notFound();
  const form = await readForm(request);
  const now = systemClock();
  const today = todayIn(region.zone, now);
  const answer = await withRegion(access, async (db) => {
    return (await answerHoldForm(db, { form, personId, now })) ?? answerMemberForm(db, { form, personId, today, now });
  });
  if (answer === null) return notFound();
  if (answer.ok) return redirectWithToast(paths.member(region.slug, personId), answer.done);
  return data(answer, { status: 400 });
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

type Loaded = { person: { name: string }; region: string };

export const handle: Handle<Loaded> = {
  crumb: ({ person }, slug) => [
    { label: m.regions_settings_title(), to: paths.settings(slug) },
    { label: m.regions_tab_members(), to: paths.members(slug) },
    { label: person.name },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.person.name ?? m.common_not_found()} – ${view?.region ?? ""} – Samvirk` },
];

export default function MemberPage() {
  const { person, mail, deputies, version, roles, ended, actors, today, ending, self, slug } =
    useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>() ?? null;
  const about = (form: "role" | "end" | "person") => (refusal?.about === form ? refusal : null);
  const role = about("role");
  return (
    <>
      <PageHead title={person.name} sub={person.email} />
      <Columns
        main={
          <>
            <MemberRoles
              slug={slug}
              personId={person.id}
              roles={roles}
              today={today}
              ending={about("end")?.values.role ?? ending}
              refusal={about("end")}
            />
            <Panel title={m.people_give_another()}>
              <PanelBody>
                <Form method="post" className="sv-form" noValidate key={roles.length}>
                  <FormProblems errors={role?.errors ?? {}} />
                  <RoleFields
                    slug={slug}
                    actors={actors}
                    today={today}
                    values={role?.values ?? {}}
                    errors={role?.errors ?? {}}
                  />
                  <p className="sv-quiet sv-small">{m.people_invitation_goes()}</p>
                  <div className="sv-row">
                    <Button name="intent" value="role">
                      {m.people_give_and_invite()}
                    </Button>
                  </div>
                </Form>
              </PanelBody>
            </Panel>
            {ended.length > 0 && (
              <EndedRoles slug={slug} roles={ended.map((each) => ({ ...each, person }))} today={today} />
            )}
          </>
        }
        side={
          <>
            <PersonForm key={version} person={person} version={version} self={self} refusal={about("person")} />
            <DeputiesPanel deputies={deputies} to={paths.personDeputies(slug, person.id)} />
            <HoldPanel key={JSON.stringify(mail)} view={mail} />
          </>
        }
      />
    </>
  );
}
