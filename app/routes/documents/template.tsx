import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { answerTemplateForm, templateTooLarge } from "~/features/documents/answer-template-form.server";
import { removeTemplate } from "~/features/documents/keep-template.server";
import { TemplatePage } from "~/features/documents/template-page";
import { templateView } from "~/features/documents/templates.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";

async function requireTemplate(request: Request, params: LoaderFunctionArgs["params"]) {
  const membership = await requireRegion(request, params.region, "bodies.edit");
  const view = isUuid(params.template) ? await templateView(membership.access, params.template) : null;
  return { ...membership, view: view ?? notFound() };
}

/** A Word template with the fields that stand in it. `remove` in the address asks before it is taken away. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, view } = await requireTemplate(request, params);
  const removing = new URL(request.url).searchParams.has("remove");
  return { view, removing, slug: region.slug, region: region.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, view } = await requireTemplate(request, params);
  if (request.headers.has(tooLargeHeader)) return data(templateTooLarge(), { status: 413 });
  const form = await readForm(request);
  if (form.get("intent") === "remove") {
    const removed = await removeTemplate(access, view.id);
    if (!removed.ok) notFound();
    return redirectWithToast(
      paths.documentTemplates(region.slug),
      m.documents_template_removed({ name: removed.name }),
    );
  }
  if (form.get("intent") !== "replace") notFound();
  const answer = await answerTemplateForm(access, form, view);
  if (!answer.ok) return data(answer.refusal, { status: 400 });
  return redirectWithToast(paths.documentTemplate(region.slug, answer.id), answer.said);
}

export const handle: Handle<{ view: { name: string } }> = {
  crumb: ({ view }, slug) => [
    { label: m.documents_templates_title(), to: paths.documentTemplates(slug) },
    { label: view.name },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [loaded?.view.name, m.documents_templates_title(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function Template() {
  const { view, slug, removing } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return <TemplatePage view={view} slug={slug} removing={removing} refusal={refusal ?? null} />;
}
