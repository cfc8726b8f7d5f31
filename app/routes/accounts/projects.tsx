import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { accountsView } from "~/features/accounts/accounts.view.server";
import { AccountsPage } from "~/features/accounts/accounts-page";
import { answerProjectForm } from "~/features/accounts/answer-project-form.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

/** What the rounds came to, and the projects accounts are kept of; `?add` and `?edit` open a project's form. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "accounts.see");
  const view = await withRegion(access, accountsView);
  const mayEdit = can(roles, "accounts.edit");
  const asked = new URL(request.url).searchParams;
  const project = view.projects.find(({ id }) => id === asked.get("edit"));
  const blank = { id: "", version: 0, values: {}, errors: {} };
  const edited = project
    ? {
        ...{ id: project.id, version: project.version, errors: {} },
        values: { number: project.number, name: project.name, focusAreaId: project.focusArea?.id ?? "" },
      }
    : asked.has("add")
      ? blank
      : null;
  return { view, mayEdit, edited: mayEdit ? edited : null, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "accounts.edit");
  const answer = await answerProjectForm(await readForm(request), access);
  if (!answer.ok) return data({ message: answer.message, edited: answer.edited }, { status: answer.status });
  const here = paths.projects(region.slug);
  return answer.said ? redirectWithToast(here, answer.said) : redirect(here);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.accounts_title(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.accounts_title() }] };

export default function Projects() {
  const { view, slug, mayEdit, edited } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const open = refused?.edited ?? edited;
  return (
    <>
      <PageHead
        title={m.accounts_title()}
        sub={m.accounts_sub()}
        actions={
          mayEdit &&
          view.projects.length > 0 && (
            <LinkButton to="?add" icon="plus">
              {m.accounts_add_project()}
            </LinkButton>
          )
        }
      />
      {refused?.message && (
        <Note tone="danger" live>
          {refused.message}
        </Note>
      )}
      <AccountsPage
        view={view}
        slug={slug}
        mayEdit={mayEdit}
        edited={
          open && {
            ...open,
            values: open.values as Record<string, string>,
            errors: open.errors as Record<string, string>,
            slug,
          }
        }
      />
    </>
  );
}
