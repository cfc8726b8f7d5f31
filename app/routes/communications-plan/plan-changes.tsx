import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { instantToLocal } from "~/domain/shared/local-time";
import { periodTitle } from "~/features/communications-plan/period-title";
import { planChanges } from "~/features/communications-plan/plan-changes.view.server";
import {
  ChooseVersions,
  comparedWords,
  countWords,
  PlanChangesPage,
} from "~/features/communications-plan/plan-changes-page";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** What has become of a plan since it was adopted; which versions are compared is in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.see");
  const query = new URL(request.url).searchParams;
  const number = (name: string) => {
    const text = query.get(name) ?? "";
    if (text !== "" && !/^\d{1,6}$/.test(text)) notFound();
    return text === "" ? null : Number(text);
  };
  const asked = { key: params.period ?? "", since: number("since"), until: number("until") };
  const today = instantToLocal(new Date().toISOString(), region.zone).date;
  const view = await withRegion(access, (db) => planChanges(db, { ...asked, today }));
  if (!view) notFound();
  return { view, region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && m.plan_changes_title({ period: periodTitle(data.view.plan) }), data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view: { plan } }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(plan), to: paths.plan(slug, plan.key) },
    { label: m.plan_view_about(), to: paths.aboutPlan(slug, plan.key) },
    { label: m.plan_changes_crumb() },
  ],
};

export default function Changes() {
  const { view } = useLoaderData<typeof loader>();
  const { plan, versions, compared } = view;
  const title = m.plan_changes_title({ period: periodTitle(plan) });
  if (!compared)
    return (
      <>
        <PageHead title={title} />
        <EmptyState icon="gavel" title={m.plan_changes_never()} why={m.plan_changes_never_why()} />
      </>
    );
  const isSame = compared.count === 0 && compared.diff.rows.moved.length === 0;
  return (
    <>
      <PageHead title={title} sub={comparedWords(compared, versions)} />
      <ChooseVersions key={`${compared.since}-${compared.until}`} versions={versions} compared={compared} />
      {isSame ? (
        <EmptyState
          icon="check"
          title={m.plan_changes_none()}
          why={compared.until === null ? m.plan_changes_none_why() : m.plan_changes_none_between()}
        />
      ) : (
        <>
          <p className="sv-lead">{countWords(compared.diff)}</p>
          <PlanChangesPage diff={compared.diff} />
        </>
      )}
    </>
  );
}
