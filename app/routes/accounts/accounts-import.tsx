import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerAccounts, previewAccounts, stageAccounts } from "~/features/accounts/account-import.server";
import { AccountFileForm, AccountReview } from "~/features/accounts/account-import-page";
import { unsavedWords } from "~/features/accounts/account-import-words";
import { roundAccountsView } from "~/features/accounts/accounts.view.server";
import { receiveAccounts } from "~/features/documents/receive-accounts.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A round's accounts from the accounting system's file, with a look before anything is saved. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "accounts.edit");
  const roundId = params.round ?? "";
  const id = new URL(request.url).searchParams.get("import");
  const { view, preview } = await withRegion(access, async (db) => ({
    view: await roundAccountsView(db, roundId),
    preview: id === null ? null : await previewAccounts(db, { id, roundId }),
  }));
  if (!view || (id !== null && !preview)) notFound();
  const { round, lines } = view;
  return { round, lines, preview, region: region.name, slug: region.slug };
}

type Problem = { field: string; message: string };
const refuse = (problems: Problem[], text: string, status: number, unclear?: string) =>
  data({ problems, text, unclear }, { status });

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "accounts.edit");
  const roundId = params.round ?? "";
  const view = await withRegion(access, (db) => roundAccountsView(db, roundId));
  if (!view) notFound();
  if (request.headers.has(tooLargeHeader))
    return refuse([{ field: "file", message: m.documents_sheet_too_large() }], "", 413);
  const form = await readForm(request);
  const id = new URL(request.url).searchParams.get("import");
  const here = (one?: string) => paths.accountsImport(region.slug, roundId, one);
  if (id === null) {
    const received = await receiveAccounts(form);
    if (!received.ok) return refuse(received.problems, received.text, 400, received.unclear);
    if (view.round.state === "submitted") return refuse([{ field: "file", message: m.accounts_frozen() }], "", 409);
    const staged = await withRegion(access, (db) => stageAccounts(db, { ...received, roundId }));
    return redirect(here(staged));
  }
  const answer = await withRegion(access, (db) => answerAccounts(db, { id, roundId, form, now: systemClock() }));
  if (answer.ok && answer.done === "chosen") return redirect(here(id));
  if (answer.ok && answer.done === "discarded") return redirectWithToast(here(), m.accounts_discarded());
  if (answer.ok) {
    const { lines, replaced } = answer.result;
    const said = replaced > 0 ? m.accounts_replaced({ n: lines, old: replaced }) : m.accounts_saved({ n: lines });
    return redirectWithToast(paths.roundAccounts(region.slug, roundId), said);
  }
  if (answer.reason === "not-found") notFound();
  return refuse([unsavedWords(answer)], "", answer.reason === "closed" || answer.reason === "frozen" ? 409 : 400);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: [loaded?.preview?.fileName, m.accounts_import(), loaded?.round.name, loaded?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ round, preview }, slug) => [
    { label: round.name, to: paths.round(slug, round.id) },
    { label: m.accounts_title(), to: paths.roundAccounts(slug, round.id) },
    { label: m.accounts_import(), ...(preview && { to: paths.accountsImport(slug, round.id) }) },
    ...(preview ? [{ label: preview.fileName }] : []),
  ],
};

export default function AccountsImport() {
  const { round, preview, slug } = useLoaderData<typeof loader>();
  const { problems = [], text = "", unclear } = useActionData<typeof action>() ?? {};
  const back = { label: m.accounts_of({ name: round.name }), to: paths.roundAccounts(slug, round.id) };
  if (!preview)
    return (
      <>
        <PageHead title={m.accounts_import()} sub={round.name} />
        {round.state === "submitted" ? (
          <Note action={back}>{m.accounts_frozen()}</Note>
        ) : (
          <AccountFileForm problems={problems} text={text} unclear={unclear} />
        )}
      </>
    );
  const { fileName, review, result } = preview;
  return (
    <>
      <PageHead title={fileName} sub={review ? m.accounts_preview_sub({ name: round.name }) : round.name} />
      {review && <AccountReview review={review} problems={problems} />}
      {!review && (
        <Note tone={result ? "success" : "info"} action={back}>
          {result ? m.accounts_saved({ n: result.lines }) : m.accounts_discarded()}
        </Note>
      )}
    </>
  );
}
