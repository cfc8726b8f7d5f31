import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { instantToLocal } from "~/domain/shared/local-time";
import { aboutPlan, planToEdit } from "~/features/communications-plan/about-plan.view.server";
import { AboutPlanPage, AskFirst, PlanActions } from "~/features/communications-plan/about-plan-page";
import { closePlan } from "~/features/communications-plan/close-plan.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import { PlanHead } from "~/features/communications-plan/plan-frame";
import { removePlan } from "~/features/communications-plan/remove-plan.server";
import { reopenPlan } from "~/features/communications-plan/reopen-plan.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A plan itself: its text, where it stands, its versions and its history. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "plan.see");
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const about = await withRegion(access, (db) => aboutPlan(db, { key: params.period ?? "", today }));
  if (!about) notFound();
  return { about, region: region.name, slug: region.slug, editor: can(roles, "plan.edit") };
}

type Result = { ok: true } | { ok: false; reason: string };
type Command = { run: (db: RegionDb, plan: { id: string; version: number }) => Promise<Result>; done: () => string };

const commands: Record<"close" | "reopen" | "remove", Command> = {
  close: { run: closePlan, done: () => m.plan_about_close_done() },
  reopen: { run: reopenPlan, done: () => m.plan_about_reopened() },
  remove: { run: removePlan, done: () => m.plan_about_removed() },
};

/** Closes, reopens or removes the plan as it was seen. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const plan = await withRegion(access, (db) => planToEdit(db, params.period ?? ""));
  if (!plan) notFound();
  const form = await readForm(request);
  const [intent, version] = [String(form.get("intent")), readVersion(form.get("version"))];
  if (!Object.hasOwn(commands, intent) || !Number.isInteger(version)) throw data(null, { status: 400 });
  const { run, done } = commands[intent as keyof typeof commands];
  const result = await withRegion(access, (db) => run(db, { id: plan.id, version }));
  if (result.ok) {
    const page = intent === "remove" ? paths.plans(region.slug) : paths.aboutPlan(region.slug, params.period ?? "");
    return redirectWithToast(page, done());
  }
  if (result.reason === "not-found") notFound();
  return data({ refused: result.reason }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && `${m.plan_view_about()} ${periodTitle(data.about.plan)}`, data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ about }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(about.plan), to: paths.plan(slug, about.plan.key) },
    { label: m.plan_view_about() },
  ],
};

export default function About() {
  const { about, slug, editor } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const asked = useSearchParams()[0].get("ask");
  const ask =
    editor && ((asked === "close" && about.mayEdit) || (asked === "remove" && about.mayRemove)) ? asked : null;
  return (
    <>
      <PlanHead
        facts={about}
        slug={slug}
        view="about"
        actions={
          <>
            <LinkButton to={paths.register(slug, about.plan.from)} variant="tertiary">
              {m.plan_municipalities()}
            </LinkButton>
            <LinkButton to={paths.responsibilityOf(slug, about.plan.key)} variant="tertiary" icon="grid">
              {m.nav_responsibility()}
            </LinkButton>
            {editor && <PlanActions about={about} slug={slug} />}
          </>
        }
      />
      {refused && (
        <Note tone="warning" live>
          {refused === "in-use" ? m.plan_about_in_use() : m.common_changed_meanwhile()}
        </Note>
      )}
      {ask && <AskFirst about={about} slug={slug} ask={ask as "close" | "remove"} />}
      <AboutPlanPage about={about} slug={slug} editor={editor} />
    </>
  );
}
