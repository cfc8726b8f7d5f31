import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMarkdown } from "~/domain/shared/markdown";
import { markdownLimit } from "~/domain/shared/markdown-limit";
import { requireRound } from "~/features/reports/require-round.server";
import { RoundHead } from "~/features/reports/round-head";
import { saveTexts } from "~/features/reports/save-texts.server";
import { textField, textVersionField } from "~/features/reports/text-fields";
import { TextsForm, TextsRead } from "~/features/reports/texts-page";
import { wordsVersion } from "~/features/reports/words-version.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { EmptyState } from "~/ui/empty-state";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The texts of a report for the whole, in Markdown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, round, facts, mayEdit } = await requireRound(request, params, "reports.see");
  const texts = round.form.texts.map((text) => {
    const words = round.texts[text.key] ?? "";
    return { ...text, words, version: wordsVersion(words), blocks: words ? readMarkdown(words) : [] };
  });
  return { facts, texts, mayEdit, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, round } = await requireRound(request, params, "reports.edit");
  const form = await readForm(request);
  const typed = round.form.texts.flatMap(({ key }) => {
    const words = form.get(textField(key));
    const version = String(form.get(textVersionField(key)) ?? "");
    return typeof words === "string" ? [[key, { words: words.replace(/\r\n?/g, "\n"), version }] as const] : [];
  });
  const long = typed.filter(([, { words }]) => words.length > markdownLimit);
  if (long.length > 0) {
    const said = m.common_too_long({ max: markdownLimit });
    return data(refuse(form, Object.fromEntries(long.map(([key]) => [textField(key), said]))), { status: 400 });
  }
  const texts = new Map(typed);
  const saved = await withRegion(access, (db) => saveTexts(db, { roundId: round.id, texts }));
  if (saved.ok) throw redirectWithToast(paths.roundTexts(region.slug, round.id), m.reports_texts_saved());
  if (saved.reason === "not-found") notFound();
  if (saved.reason === "frozen") return data(refuse(form, { form: m.reports_frozen() }), { status: 409 });
  for (const key of saved.keys) form.delete(textVersionField(key));
  const why = Object.fromEntries(saved.keys.map((key) => [textField(key), m.reports_written_meanwhile()]));
  return data(refuse(form, why), { status: 409 });
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.reports_tab_texts(), loaded?.facts.name, loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ facts }, slug) => [
    { label: m.reports_name(), to: paths.reports(slug) },
    { label: facts.name, to: paths.round(slug, facts.id) },
    { label: m.reports_tab_texts() },
  ],
};

export default function RoundTexts() {
  const { facts, texts, mayEdit, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <RoundHead round={facts} slug={slug} tab="texts" mayEdit={mayEdit} />
      <div className="sv-stack">
        {texts.length === 0 && <EmptyState icon="pencil" title={m.reports_no_texts()} why={m.reports_no_texts_why()} />}
        {texts.length > 0 && mayEdit && facts.state !== "submitted" ? (
          <TextsForm texts={texts} refused={refused} />
        ) : (
          <TextsRead texts={texts} />
        )}
      </div>
    </>
  );
}
