import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isDay } from "~/domain/shared/days";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { answerRowForm } from "~/features/responsibility/answer-row-form.server";
import { rowView } from "~/features/responsibility/row.view.server";
import { RowPage } from "~/features/responsibility/row-page";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One row of the responsibility matrix, as of a day; the address may name another than today. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "responsibility.see");
  const day = new URL(request.url).searchParams.get("day") ?? "";
  const asOf = isDay(day) ? day : todayIn(region.zone, new Date());
  const row = await withRegion(access, (db) => rowView(db, { id: params.row ?? "", asOf }));
  if (!row) notFound();
  return {
    ...{ row, region: region.name, slug: region.slug, zone: region.zone },
    mayEdit: can(roles, "responsibility.edit"),
    mayBind: can(roles, "actors.edit"),
  };
}

/** Saves the choices that differ from what stood when the form was opened. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "responsibility.edit");
  const form = await readForm(request);
  const today = todayIn(region.zone, new Date());
  const result = await withRegion(access, (db) => answerRowForm(db, { row: params.row ?? "", form, today }));
  if (result.ok) return redirectWithToast(paths.responsibilityRow(region.slug, params.row ?? ""), result.message);
  if (result.refusal === null) notFound();
  return data(result.refusal, { status: result.refusal.first ? 409 : 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.row.name, m.responsibility_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ row }, slug) => [{ label: m.responsibility_title(), to: paths.responsibility(slug) }, { label: row.name }],
};

export default function ResponsibilityRow() {
  const { row, slug, zone, mayEdit, mayBind } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const to =
    row.kind === "task"
      ? { page: paths.task(slug, row.id), words: m.responsibility_row_edit_task() }
      : { page: paths.planRow(slug, row.periodKey ?? "", row.id), words: m.responsibility_row_see_in_plan() };
  return (
    <>
      <PageHead
        title={row.name}
        sub={row.kind === "task" ? m.responsibility_row_task_of({ actor: row.owner ?? "" }) : row.detail}
        actions={
          (row.kind === "plan-row" || mayEdit) && (
            <LinkButton to={to.page} variant="secondary" icon={row.kind === "task" ? "pencil" : "table"}>
              {to.words}
            </LinkButton>
          )
        }
      />
      <RowPage row={row} slug={slug} zone={zone} mayEdit={mayEdit} mayBind={mayBind} refusal={refusal} />
    </>
  );
}
