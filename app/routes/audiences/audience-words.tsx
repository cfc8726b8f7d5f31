import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { AudienceTabs } from "~/features/audiences/audience-tabs";
import { audienceWordsView } from "~/features/audiences/audience-words.view.server";
import { bindWords, forgetWords } from "~/features/audiences/bind-words.server";
import { WordsTable } from "~/features/audiences/words-page";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { ShowMore } from "~/ui/pagination";
import { Panel } from "~/ui/panel";

/** The words of plans and networks for whom something is meant, and what they have been said to mean. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "audiences.see");
  const after = new URL(request.url).searchParams.get("after");
  const view = await withRegion(access, (db) => audienceWordsView(db, { after }));
  const first = after === null;
  return { ...view, first, region: region.name, slug: region.slug, mayEdit: can(roles, "audiences.edit") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "audiences.edit");
  const form = await readForm(request);
  const [words, audience] = [form.get("words"), form.get("audience")];
  if (typeof words !== "string" || words.length > 500) return notFound();
  const page = paths.audienceWords(region.slug);
  if (form.get("intent") === "forget") {
    await withRegion(access, (db) => forgetWords(db, { words }));
    return redirectWithToast(page, m.audiences_words_forgotten({ words }));
  }
  const audienceId = isUuid(audience) ? audience : null;
  if (audienceId === null && audience !== "none") return data({ refused: m.audiences_choose_one() }, { status: 400 });
  const bound = await withRegion(access, (db) => bindWords(db, { words, audienceId }));
  if (bound.ok) return redirectWithToast(page, m.audiences_words_saved({ words }));
  return data({ refused: m.audiences_gone() }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: [m.audiences_words_title(), view?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.audiences_title(), to: paths.audiences(slug) }, { label: m.audiences_words_title() }],
};

export default function AudienceWords() {
  const { unbound, bound, total, next, first, audiences, slug, mayEdit } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const page = paths.audienceWords(slug);
  const nothing = total === 0 && bound.length === 0;
  return (
    <>
      <PageHead title={m.audiences_words_title()} sub={m.audiences_words_sub()} />
      <AudienceTabs slug={slug} current="words" />
      {refused && (
        <Note tone="danger" live>
          {refused}
        </Note>
      )}
      {mayEdit && audiences.length === 0 && !nothing && (
        <Note action={{ label: m.audiences_new(), to: paths.newAudience(slug) }}>
          {m.audiences_words_no_audience()}
        </Note>
      )}
      {nothing && <EmptyState icon="table" title={m.audiences_words_none()} why={m.audiences_words_none_why()} />}
      {unbound.length > 0 && (
        <Panel title={m.audiences_words_unbound()} count={total}>
          <WordsTable caption={m.audiences_words_unbound()} rows={unbound} {...{ audiences, slug, mayEdit }} />
        </Panel>
      )}
      {next && <ShowMore to={`${page}?after=${encodeURIComponent(next)}`} label={m.common_next_50()} />}
      {total === 0 && bound.length > 0 && <EmptyState icon="check" title={m.audiences_words_all_said()} />}
      {first && bound.length > 0 && (
        <Panel title={m.audiences_words_bound_title()} count={bound.length}>
          <WordsTable caption={m.audiences_words_bound_title()} rows={bound} {...{ audiences, slug, mayEdit }} />
        </Panel>
      )}
    </>
  );
}
