import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { planTitle } from "~/features/action-plan/plan-frame";
import { readYear } from "~/features/action-plan/plan-of-year";
import { versionView } from "~/features/action-plan/plans.view.server";
import { VersionPage } from "~/features/action-plan/version-page";
import { requireRegion } from "~/features/regions/membership.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";
import { Tag } from "~/ui/tag";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A plan as it was adopted, frozen. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "action-plan.see");
  const year = readYear(params.year);
  const number = /^\d{1,4}$/.test(params.version ?? "") ? Number(params.version) : 0;
  const version = year === null ? null : await withRegion(access, (db) => versionView(db, year, number));
  if (!version || year === null) notFound();
  return { version, year, region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: [
      loaded && m.action_plan_version({ number: loaded.version.number }),
      loaded && planTitle(loaded.year),
      loaded?.region,
      "Samvirk",
    ]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ version, year }, slug) => [
    { label: m.action_plan_name(), to: paths.actionPlans(slug) },
    { label: String(year), to: paths.actionPlan(slug, year) },
    { label: m.action_plan_view_about(), to: paths.actionPlanAbout(slug, year) },
    { label: m.action_plan_version({ number: version.number }) },
  ],
};

export default function ActionPlanVersion() {
  const { version, year } = useLoaderData<typeof loader>();
  const { number, adoptedOn, adoptedBy, content } = version;
  return (
    <>
      <PageHead
        title={planTitle(year)}
        sub={[m.action_plan_version({ number }), adoptedBy].filter(Boolean).join(" · ")}
        tag={<Tag tone="success">{m.action_plan_adopted({ day: describeDay(adoptedOn) })}</Tag>}
      />
      <VersionPage content={content} />
    </>
  );
}
