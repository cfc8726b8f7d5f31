import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isDay } from "~/domain/shared/days";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { approveMatrix } from "~/features/responsibility/approve-matrix.server";
import { matrixView } from "~/features/responsibility/matrix.view.server";
import { MatrixPage } from "~/features/responsibility/matrix-page";
import { readMatrixQuery } from "~/features/responsibility/matrix-query";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

/** The responsibility matrix: who does what, as of a day. Filters are in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "responsibility.see");
  const today = todayIn(region.zone, new Date());
  const query = readMatrixQuery(new URL(request.url).searchParams, today);
  const view = await withRegion(access, (db) => matrixView(db, { ...query, today }));
  return {
    view,
    region: region.name,
    slug: region.slug,
    mayEdit: can(roles, "responsibility.edit"),
    mayImport: can(roles, "import.run"),
    mayBind: can(roles, "actors.edit"),
  };
}

/** Approves the matrix, to hold from a day. Cells are changed at an address of their own. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "responsibility.edit");
  const from = String((await request.formData()).get("from") ?? "");
  if (!isDay(from)) return data({ refused: m.responsibility_approve_day_missing() }, { status: 400 });
  const result = await withRegion(access, (db) => approveMatrix(db, { validFrom: from }));
  if (!result.ok)
    return data({ refused: m.responsibility_approve_not_after({ day: describeDay(result.last) }) }, { status: 400 });
  return redirectWithToast(paths.responsibility(region.slug), m.responsibility_approved({ day: describeDay(from) }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.responsibility_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: () => [{ label: m.responsibility_title() }],
  wide: true,
  rail: true,
};

export default function Responsibility() {
  const { view, slug, mayEdit, mayImport, mayBind } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused ?? null;
  return (
    <MatrixPage view={view} slug={slug} mayEdit={mayEdit} mayImport={mayImport} mayBind={mayBind} refused={refused} />
  );
}
