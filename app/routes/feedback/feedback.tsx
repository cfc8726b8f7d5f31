import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { offeredLanguages } from "~/domain/regions/written-standard";
import { LinkGone } from "~/features/events/answer-page";
import { feedbackView } from "~/features/feedback/feedback.view.server";
import { FeedbackPage, type FeedbackRefusal } from "~/features/feedback/feedback-page";
import { giveFeedback } from "~/features/feedback/give-feedback.server";
import { sendNewFeedbackLink } from "~/features/feedback/send-new-feedback-link.server";
import { findRegion } from "~/features/regions/membership.server";
import { givenAnswers } from "~/features/registrations/question-fields";
import { chosenLocale } from "~/i18n/locale.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { answerIn } from "~/platform/request-context.server";
import { proofOf } from "~/platform/tokens.server";
import { PublicPage } from "~/ui/public-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.feedback_title()}: ${data?.view?.event.title ?? m.events_link_gone()} – Samvirk` },
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing (L1), whoever or whatever opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const region = await findRegion(params.region ?? "");
  const access = { regionId: region?.id ?? "", personId: null, via: "link" as const };
  const view = region && (await withRegion(access, (db) => feedbackView(db, { token, now: systemClock() })));
  const chosen = chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" });
  if (!chosen) answerIn(view?.locale ?? (region?.defaultStandard === "nynorsk" ? "nn" : "nb"));
  const dress = { accent: region?.accent ?? "fjord", kind: "public" as const };
  const mark = region && { initials: region.initials, name: region.programme || region.name, sub: region.name };
  const languages = region ? offeredLanguages(region.languages) : undefined;
  return data({ view, mark, dress, languages, proof: proofOf(token) }, { status: view ? 200 : 404 });
}

type Answered = { sent: boolean; refusal: FeedbackRefusal | null };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request);
  const region = await findRegion(params.region ?? "");
  const given = givenAnswers(form);
  const values = Object.fromEntries(
    [...new Set(form.keys())].filter((key) => key.startsWith("q.")).map((key) => [key.slice(2), given(key.slice(2))]),
  );
  const refuse = (message: string | null, status: number, problems: FeedbackRefusal["problems"] = {}) =>
    data<Answered>({ sent: false, refusal: { message, problems, values } }, { status });
  if (!(await withinLimit("answer-network", context.ip))) return refuse(m.feedback_failed(), 429);
  if (form.get("proof") !== proofOf(token)) return refuse(m.feedback_failed(), 400);
  const access = { regionId: region?.id ?? "", personId: null, via: "link" as const };
  const now = systemClock();
  if (form.get("intent") === "new-link") {
    if (region) await withRegion(access, (db) => sendNewFeedbackLink(db, { token, now }));
    return data<Answered>({ sent: true, refusal: null });
  }
  if (!region) return refuse(m.feedback_failed(), 400);
  const result = await withRegion(access, (db) => giveFeedback(db, { token, given, now }));
  const { search } = new URL(request.url);
  if (result.ok || result.reason === "given") throw redirect(paths.feedback(region.slug, token) + search);
  if (result.reason === "answers") return refuse(null, 400, result.problems);
  return result.reason === "nothing" ? refuse(m.feedback_nothing(), 400) : refuse(m.feedback_failed(), 409);
}

export default function Feedback() {
  const { view, mark, languages, proof } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <PublicPage
      mark={mark ?? undefined}
      languages={languages}
      footer={view ? m.events_sent_from({ sender: view.sender }) : undefined}
      links={[
        { label: m.public_privacy(), to: paths.privacy() },
        { label: m.public_accessibility(), to: paths.accessibility() },
      ]}
    >
      {view ? (
        <FeedbackPage view={view} proof={proof} refusal={done?.refusal ?? null} />
      ) : (
        <LinkGone proof={proof} sent={done?.sent ?? false} />
      )}
    </PublicPage>
  );
}
