import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { offeredLanguages } from "~/domain/regions/written-standard";
import { isUuid } from "~/domain/shared/ids";
import { answerCases } from "~/features/minutes/answer-cases.server";
import { handOverCases } from "~/features/minutes/hand-over-cases.server";
import { memberCasesView } from "~/features/minutes/member-cases.view.server";
import { MemberCasesGone, MemberCasesPage } from "~/features/minutes/member-cases-page";
import { findRegion } from "~/features/regions/membership.server";
import { chosenLocale } from "~/i18n/locale.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm, valuesOf } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { answerIn } from "~/platform/request-context.server";
import { proofOf } from "~/platform/tokens.server";
import { PublicPage } from "~/ui/public-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view ? m.minutes_member_title({ body: data.view.body }) : m.minutes_member_gone()} – Samvirk` },
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing (L1), whoever or whatever opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const region = await findRegion(params.region ?? "");
  const view = region && (await memberCasesView(region, token, new Date()));
  const chosen = chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" });
  if (!chosen) answerIn(region?.defaultStandard === "nynorsk" ? "nn" : "nb");
  const dress = { accent: region?.accent ?? "fjord", kind: "public" as const };
  const mark = region && { initials: region.initials, name: region.programme || region.name, sub: region.name };
  const languages = region ? offeredLanguages(region.languages) : undefined;
  return data({ view, mark, dress, languages, proof: proofOf(token) }, { status: view ? 200 : 404 });
}

type Said = Parameters<typeof MemberCasesPage>[0]["said"];
type Answer = { said: Said; typed: Record<string, string> };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request);
  const typed = valuesOf(form);
  const region = await findRegion(params.region ?? "");
  const failed: Answer = { said: { kind: "failed" }, typed };
  if (!(await withinLimit("answer-network", context.ip))) return data(failed, { status: 429 });
  if (!region || form.get("proof") !== proofOf(token)) return data(failed, { status: 400 });
  const access = { regionId: region.id, personId: null, via: "link" as const };
  const now = new Date();
  if (typed.intent === "hand-over" || typed.intent === "take-back") {
    const deputyId = typed.intent === "take-back" ? null : (typed.deputy ?? "");
    const handed = await withRegion(access, (db) => handOverCases(db, { token, deputyId, now }));
    if (handed.ok) return data<Answer>({ said: { kind: "handed" }, typed: {} }, { status: 200 });
    const kind = handed.reason === "no-deputy" ? ("no-deputy" as const) : ("closed" as const);
    return data<Answer>(
      { said: { kind }, typed },
      { status: { gone: 404, closed: 409, "no-deputy": 400 }[handed.reason] },
    );
  }
  const answers = Object.entries(typed).flatMap(([name, value]) => {
    const itemId = name.startsWith("agrees.") ? name.slice(7) : "";
    if (!isUuid(itemId) || (value !== "yes" && value !== "no")) return [];
    return [{ itemId, agrees: value === "yes", comment: typed[`comment.${itemId}`] ?? "" }];
  });
  const result = await withRegion(access, (db) => answerCases(db, { token, answers, now }));
  if (result.ok) return data<Answer>({ said: { kind: "done", left: result.left }, typed: {} }, { status: 200 });
  return data<Answer>({ said: { kind: "closed" }, typed }, { status: result.reason === "gone" ? 404 : 409 });
}

export default function MemberCasesRoute() {
  const { view, mark, languages, proof } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <PublicPage
      mark={mark ?? undefined}
      languages={languages}
      links={[
        { label: m.public_privacy(), to: paths.privacy() },
        { label: m.public_accessibility(), to: paths.accessibility() },
      ]}
    >
      {view ? (
        <MemberCasesPage view={view} proof={proof} said={answer?.said ?? null} typed={answer?.typed ?? {}} />
      ) : (
        <MemberCasesGone />
      )}
    </PublicPage>
  );
}
