import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { whomKinds } from "~/domain/audiences/rule";
import { isUuid } from "~/domain/shared/ids";
import { AddPartPanel } from "~/features/audiences/add-part-panel";
import { answerRuleForm } from "~/features/audiences/answer-rule-form.server";
import { audienceToEdit } from "~/features/audiences/audience.view.server";
import { AudienceCount } from "~/features/audiences/audience-count";
import { AudienceForm } from "~/features/audiences/audience-form";
import { partChoices } from "~/features/audiences/part-choices.view.server";
import { RuleParts } from "~/features/audiences/rule-parts";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";
import { Columns, Panel, PanelBody } from "~/ui/panel";

/** An audience as it stands, to be changed. `add` (what kind) and `q` in the address open the form of a new part. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "audiences.edit");
  const id = isUuid(params.audience) ? params.audience : notFound();
  const today = todayIn(region.zone, systemClock());
  const asked = new URL(request.url).searchParams;
  const kind = whomKinds.find((each) => each === asked.get("add")) ?? null;
  const search = (asked.get("q") ?? "").trim().slice(0, 100);
  const { view, choices } = await withRegion(access, async (db) => ({
    view: await audienceToEdit(db, { id, today }),
    choices: kind && (await partChoices(db, { kind, today, search })),
  }));
  return { view: view ?? notFound(), choices, kind, search, slug: region.slug, region: region.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "audiences.edit");
  const audienceId = isUuid(params.audience) ? params.audience : notFound();
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerRuleForm(db, { form, audienceId }));
  if (answer === null) return notFound();
  if (answer.ok) return redirectWithToast(paths.editAudience(region.slug, audienceId), answer.done);
  return data(answer, { status: 400 });
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const handle: Handle<{ view: { audience: { id: string; name: string } } }> = {
  crumb: ({ view: { audience } }, slug) => [
    { label: m.audiences_title(), to: paths.audiences(slug) },
    { label: audience.name, to: paths.audience(slug, audience.id) },
    { label: m.common_edit() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: [m.audiences_edit_title(), loaded?.view.audience.name, loaded?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export default function EditAudience() {
  const { view, choices, kind, search, slug } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>() ?? null;
  const about = (form: "audience" | "add" | "parts") => (refusal?.about === form ? refusal : null);
  const { audience } = view;
  return (
    <>
      <PageHead title={m.audiences_edit_title()} sub={audience.name} />
      <Columns
        main={
          <>
            <RuleParts view={view} errors={about("parts")?.errors ?? {}} />
            <AddPartPanel {...{ slug, audience, kind, search, choices, refusal: about("add") }} />
          </>
        }
        side={
          <>
            <AudienceCount counts={view.counts} to={paths.audience(slug, audience.id)} />
            <Panel title={m.audiences_about()}>
              <PanelBody>
                <AudienceForm
                  audience={audience}
                  refused={about("audience")}
                  cancelTo={paths.audience(slug, audience.id)}
                />
              </PanelBody>
            </Panel>
          </>
        }
      />
    </>
  );
}
