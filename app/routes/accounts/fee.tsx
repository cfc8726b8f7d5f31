import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerFeeForm } from "~/features/accounts/answer-fees-form.server";
import { feeView } from "~/features/accounts/fee.view.server";
import { FeePage } from "~/features/accounts/fee-page";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

type Loaded = Awaited<ReturnType<typeof loader>>;

const yearOf = (year = "") => (/^20\d\d$/.test(year) ? Number(year) : notFound());

/** A year of a scheme: what each municipality pays. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "accounts.see");
  const year = yearOf(params.year);
  const view = await withRegion(access, (db) => feeView(db, params.scheme, year));
  if (!view) notFound();
  return {
    view,
    fixedOn: view.fixedAt && describeDay(todayIn(region.zone, new Date(view.fixedAt))),
    open: new URL(request.url).searchParams.get("open") ?? "",
    ...{ mayEdit: can(roles, "accounts.edit"), region: region.name, slug: region.slug },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "accounts.edit");
  const year = yearOf(params.year);
  const form = await readForm(request);
  const place = { schemeId: params.scheme ?? "", year, slug: region.slug, now: systemClock() };
  const answer = await withRegion(access, async (db) =>
    (await feeView(db, params.scheme, year)) ? answerFeeForm(db, form, place) : null,
  );
  if (answer === null) return notFound();
  return answer.ok ? redirectWithToast(answer.to, answer.done) : data(answer, { status: 400 });
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: [loaded && `${loaded.view.scheme.name} ${loaded.view.year}`, loaded?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [
    { label: m.accounts_fees(), to: paths.fees(slug) },
    { label: `${view.scheme.name} ${view.year}` },
  ],
};

export default function FeeRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <FeePage {...loaded} refusal={useActionData<typeof action>() ?? null} />;
}
