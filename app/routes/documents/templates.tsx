import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerTemplateForm, templateTooLarge } from "~/features/documents/answer-template-form.server";
import { templatesView } from "~/features/documents/templates.view.server";
import { TemplatesPage } from "~/features/documents/templates-page";
import { requireRegion } from "~/features/regions/membership.server";
import { SettingsHead } from "~/features/regions/settings-tabs";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** The Word templates that the region's notices, minutes and reports are made from. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, roles } = await requireRegion(request, params.region, "bodies.edit");
  const view = await withRegion(access, templatesView);
  return { view, slug: region.slug, region: region.name, settings: can(roles, "region.edit") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "bodies.edit");
  if (request.headers.has(tooLargeHeader)) return data(templateTooLarge(), { status: 413 });
  const form = await readForm(request);
  if (form.get("intent") !== "upload") notFound();
  const answer = await answerTemplateForm(access, form);
  if (!answer.ok) return data(answer.refusal, { status: 400 });
  return redirectWithToast(paths.documentTemplate(region.slug, answer.id), answer.said);
}

export const handle: Handle<{ settings: boolean }> = {
  crumb: ({ settings }, slug) => [
    ...(settings ? [{ label: m.regions_settings_title(), to: paths.settings(slug) }] : []),
    { label: m.documents_templates_title() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.documents_templates_title(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function Templates() {
  const { view, slug, settings } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <>
      {settings ? (
        <SettingsHead slug={slug} current="templates" />
      ) : (
        <PageHead title={m.documents_templates_title()} sub={m.documents_templates_sub()} />
      )}
      <TemplatesPage view={view} slug={slug} refusal={refusal ?? null} />
    </>
  );
}
