import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bodyToEdit } from "~/features/bodies/bodies.view.server";
import { bodyErrors } from "~/features/bodies/body-errors";
import { BodyForm, type RefusedBody } from "~/features/bodies/body-form";
import { bodySchema } from "~/features/bodies/body-form.schema";
import { newBody } from "~/features/bodies/keep-body.server";
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
  const today = todayIn(region.zone, systemClock());
  const toEdit = (await withRegion(access, (db) => bodyToEdit(db, { id: null, today }))) ?? notFound();
  return { toEdit, slug: region.slug, region: region.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "bodies.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, bodySchema());
  if (!parsed.ok) return data<RefusedBody>(parsed, { status: 400 });
  const { version: _version, ...input } = parsed.value;
  const made = await withRegion(access, (db) => newBody(db, input));
  if (made.ok) return redirectWithToast(paths.body(region.slug, made.id), m.bodies_made());
  return data<RefusedBody>(refuse(form, bodyErrors(made.reason)), { status: 400 });
}

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.bodies_title(), to: paths.bodies(slug) }, { label: m.bodies_new() }],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: [m.bodies_new(), view?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function NewBody() {
  const { toEdit, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHead title={m.bodies_new()} />
      <BodyForm toEdit={toEdit} refused={refused} cancelTo={paths.bodies(slug)} />
    </>
  );
}
