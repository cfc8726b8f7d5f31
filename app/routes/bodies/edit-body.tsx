import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { bodyToEdit } from "~/features/bodies/bodies.view.server";
import { bodyErrors } from "~/features/bodies/body-errors";
import { BodyForm, type RefusedBody } from "~/features/bodies/body-form";
import { bodySchema } from "~/features/bodies/body-form.schema";
import { editBody } from "~/features/bodies/keep-body.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "bodies.edit");
  const id = isUuid(params.body) ? params.body : notFound();
  const today = todayIn(region.zone, systemClock());
  const toEdit = await withRegion(access, (db) => bodyToEdit(db, { id, today }));
  const body = toEdit?.body ?? notFound();
  return {
    toEdit: toEdit ?? notFound(),
    body: { id: body.id, name: body.name },
    slug: region.slug,
    region: region.name,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "bodies.edit");
  const id = isUuid(params.body) ? params.body : notFound();
  const form = await readForm(request);
  const parsed = parseForm(form, bodySchema());
  if (!parsed.ok) return data<RefusedBody>(parsed, { status: 400 });
  const saved = await withRegion(access, (db) => editBody(db, { id, ...parsed.value }));
  if (saved.ok) return redirectWithToast(paths.body(region.slug, id), m.bodies_saved());
  if (saved.reason === "not-found") return notFound();
  if (saved.reason === "changed-meanwhile") {
    const refused = refuse(form, { form: m.common_changed_meanwhile() });
    return data<RefusedBody>({ ...refused, version: saved.version }, { status: 409 });
  }
  return data<RefusedBody>(refuse(form, bodyErrors(saved.reason)), { status: 400 });
}

export const handle: Handle<{ body: { id: string; name: string } }> = {
  crumb: ({ body }, slug) => [
    { label: m.bodies_title(), to: paths.bodies(slug) },
    { label: body.name, to: paths.body(slug, body.id) },
    { label: m.common_edit() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: [m.bodies_edit(), view?.body.name, view?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function EditBody() {
  const { toEdit, body, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHead title={m.bodies_edit()} sub={body.name} />
      <BodyForm toEdit={toEdit} refused={refused} cancelTo={paths.body(slug, body.id)} />
    </>
  );
}
