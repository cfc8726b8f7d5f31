import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { lineValues, roundAccountsView } from "~/features/accounts/accounts.view.server";
import { answerLineForm } from "~/features/accounts/answer-line-form.server";
import { RoundAccountsPage } from "~/features/accounts/round-accounts-page";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { RoundHead } from "~/features/reports/round-head";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A round's accounts against its budget; `?add` and `?line` open a line's form. A submitted round is only read. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "accounts.see");
  const view = await withRegion(access, (db) => roundAccountsView(db, params.round ?? ""));
  if (!view) notFound();
  const mayEdit = can(roles, "accounts.edit") && view.round.state !== "submitted";
  const asked = new URL(request.url).searchParams;
  const line = view.projects.flatMap(({ lines }) => lines).find(({ id }) => id === asked.get("line"));
  const edited = line
    ? { id: line.id, seen: line.seen, values: lineValues(line), errors: {} }
    : asked.has("add")
      ? { id: "", seen: "", values: {}, errors: {} }
      : null;
  return {
    ...{ view, mayEdit, edited: mayEdit ? edited : null },
    submittedOn: view.round.submittedAt && todayIn(region.zone, new Date(view.round.submittedAt)),
    ...{ region: region.name, slug: region.slug, zone: region.zone },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "accounts.edit");
  const round = params.round ?? "";
  if (!(await withRegion(access, (db) => roundAccountsView(db, round)))) notFound();
  const answer = await answerLineForm(await readForm(request), access, round);
  if (answer.ok) return redirectWithToast(paths.roundAccounts(region.slug, round), answer.said);
  return data({ message: answer.message, edited: answer.edited }, { status: answer.status });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.accounts_title(), loaded?.view.round.name, loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [{ label: m.accounts_title(), to: paths.projects(slug) }, { label: view.round.name }],
};

export default function RoundAccounts() {
  const { view, submittedOn, slug, zone, mayEdit, edited } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { round, lines } = view;
  const open = refused?.edited ?? edited;
  return (
    <>
      <RoundHead
        round={{ ...round, submittedOn }}
        slug={slug}
        tab="accounts"
        mayEdit
        actions={
          lines > 0 && (
            <>
              <LinkButton
                to={paths.accountsFile(slug, round.id)}
                variant="tertiary"
                icon="download"
                reloadDocument
                download
              >
                {m.accounts_as_excel()}
              </LinkButton>
              {mayEdit && (
                <>
                  <LinkButton to="?add" variant="secondary" icon="plus">
                    {m.accounts_add_line()}
                  </LinkButton>
                  <LinkButton to={paths.accountsImport(slug, round.id)} icon="import">
                    {m.accounts_import()}
                  </LinkButton>
                </>
              )}
            </>
          )
        }
      />
      {refused?.message && (
        <Note tone="danger" live>
          {refused.message}
        </Note>
      )}
      {round.state === "submitted" && <Note>{m.accounts_frozen()}</Note>}
      <RoundAccountsPage view={view} slug={slug} zone={zone} mayEdit={mayEdit} edited={open} />
    </>
  );
}
