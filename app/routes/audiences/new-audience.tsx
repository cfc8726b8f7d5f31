import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AudienceForm } from "~/features/audiences/audience-form";
import { audienceSchema } from "~/features/audiences/audience-form.schema";
import { newAudience } from "~/features/audiences/keep-audience.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region } = await requireRegion(request, params.region, "audiences.edit");
  return { slug: region.slug, region: region.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "audiences.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, audienceSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const { name, description } = parsed.value;
  const made = await withRegion(access, (db) => newAudience(db, { name, description }));
  if (made.ok) return redirectWithToast(paths.editAudience(region.slug, made.id), m.audiences_made());
  return data(refuse(form, { name: m.audiences_name_taken() }), { status: 400 });
}

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.audiences_title(), to: paths.audiences(slug) }, { label: m.audiences_new() }],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${m.audiences_new()} – ${view?.region ?? ""} – Samvirk` },
];

export default function NewAudience() {
  const { slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHead title={m.audiences_new()} />
      <AudienceForm audience={null} refused={refused} cancelTo={paths.audiences(slug)} />
    </>
  );
}
