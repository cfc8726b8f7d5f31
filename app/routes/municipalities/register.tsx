import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isDay } from "~/domain/shared/days";
import { registerOn } from "~/features/municipalities/register.view.server";
import { RegisterPage } from "~/features/municipalities/register-page";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** The municipalities of the region as they were on the day in the address; today's without one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "municipalities.see");
  const today = todayIn(region.zone, new Date());
  const asked = new URL(request.url).searchParams.get("day")?.trim() || today;
  const valid = isDay(asked);
  const view = await withRegion(access, (db) =>
    registerOn(db, { day: new Date(valid ? asked : today), today: new Date(today) }),
  );
  const error = valid ? null : m.municipalities_day_invalid();
  return { view, asked: valid ? asked : "", error, region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.municipalities_register(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_loaded, slug) => [
    { label: m.municipalities_title(), to: paths.municipalities(slug) },
    { label: m.municipalities_register() },
  ],
};

export default function Register() {
  const { view, slug, error, asked } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.municipalities_register()} sub={m.municipalities_register_sub()} />
      <RegisterPage view={view} slug={slug} error={error} asked={asked} />
    </>
  );
}
