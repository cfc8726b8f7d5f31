import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { AboutPlanPage } from "~/features/action-plan/about-page";
import { answerAreaText } from "~/features/action-plan/answer-area-text.server";
import { setClosed } from "~/features/action-plan/keep-plan.server";
import { PlanHead, planTitle } from "~/features/action-plan/plan-frame";
import { readYear } from "~/features/action-plan/plan-of-year";
import { aboutPlan } from "~/features/action-plan/plans.view.server";
import { requireYear } from "~/features/action-plan/require-plan.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Menu, MenuButton, MenuLink } from "~/ui/menu";
import { Note } from "~/ui/note";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The text of a plan, its focus areas and its versions, and what is done with it as a whole. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "action-plan.see");
  const year = readYear(params.year);
  const editing = new URL(request.url).searchParams.get("area");
  const about = year === null ? null : await withRegion(access, (db) => aboutPlan(db, year, editing));
  if (!about) notFound();
  return { about, mayEdit: can(roles, "action-plan.edit"), region: region.name, slug: region.slug };
}

/** Closes the plan, or opens it again; or writes the text of an area. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, year } = await requireYear(request, params);
  const form = await readForm(request);
  if (form.get("intent") === "area") return answerAreaText(form, { access, year, slug: region.slug });
  const closed = form.get("intent") === "close";
  const version = readVersion(form.get("version"));
  const done = await withRegion(access, (db) => setClosed(db, year, { version, closed }));
  if (done.ok)
    throw redirectWithToast(
      paths.actionPlanAbout(region.slug, year),
      closed ? m.action_plan_closed_done() : m.action_plan_opened_done(),
    );
  if (done.reason === "not-found") notFound();
  const message = done.reason === "not-adopted" ? m.action_plan_close_draft() : m.common_changed_meanwhile();
  return data({ message, typed: null }, { status: 409 });
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: [m.action_plan_view_about(), loaded && planTitle(loaded.about.plan.year), loaded?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ about: { plan } }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(plan.year), to: paths.actionPlan(slug, plan.year) },
    { label: m.action_plan_view_about() },
  ],
};

export default function AboutActionPlan() {
  const { about, mayEdit, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { year, version, state } = about.plan;
  const open = mayEdit && state !== "closed";
  return (
    <>
      <PlanHead
        facts={about}
        slug={slug}
        view="about"
        actions={
          mayEdit && (
            <>
              <Menu align="end" className="ds-button sv-mxbutton" label={m.action_plan_more()}>
                {open && (
                  <MenuLink to={paths.editActionPlan(slug, year)} icon="pencil">
                    {m.action_plan_edit()}
                  </MenuLink>
                )}
                <MenuLink to={paths.actionPlanImports(slug)} icon="import">
                  {m.action_plan_import()}
                </MenuLink>
                <MenuLink to={paths.newActionPlan(slug)} icon="plus">
                  {m.action_plan_new()}
                </MenuLink>
                <Form method="post">
                  <input type="hidden" name="version" value={version} />
                  <MenuButton name="intent" value={open ? "close" : "open"} icon={open ? "check" : "undo"}>
                    {open ? m.action_plan_close() : m.action_plan_open()}
                  </MenuButton>
                </Form>
              </Menu>
              <LinkButton to={paths.carryOverActionPlan(slug, year)} variant="secondary" icon="arrow-right">
                {m.action_plan_carry()}
              </LinkButton>
              {open && (
                <LinkButton to={paths.adoptActionPlan(slug, year)} icon="gavel">
                  {m.action_plan_adopt()}
                </LinkButton>
              )}
            </>
          )
        }
      />
      <div className="sv-stack">
        {refused && !refused.typed && (
          <Note tone="danger" live>
            {refused.message}
          </Note>
        )}
        {state === "closed" && <Note>{m.action_plan_closed_note()}</Note>}
        <AboutPlanPage about={about} slug={slug} mayEdit={open} typed={refused?.typed ?? null} />
      </div>
    </>
  );
}
