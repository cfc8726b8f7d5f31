import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerSchemesForm } from "~/features/accounts/answer-fees-form.server";
import { feesView } from "~/features/accounts/fees.view.server";
import { FeesPage } from "~/features/accounts/fees-page";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

/** What municipalities pay by their inhabitants: the schemes, and their years. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "accounts.see");
  const view = await withRegion(access, feesView);
  return {
    view,
    year: Number(todayIn(region.zone, systemClock()).slice(0, 4)),
    open: new URL(request.url).searchParams.get("open") ?? "",
    ...{ mayEdit: can(roles, "accounts.edit"), region: region.name, slug: region.slug },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "accounts.edit");
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerSchemesForm(db, form, region.slug));
  if (answer === null) return notFound();
  return answer.ok ? redirectWithToast(answer.to, answer.done) : data(answer, { status: 400 });
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.accounts_fees(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.accounts_fees() }] };

export default function FeesRoute() {
  const loaded = useLoaderData<typeof loader>();
  return <FeesPage {...loaded} refusal={useActionData<typeof action>() ?? null} />;
}
