import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { offeredLanguages } from "~/domain/regions/written-standard";
import { handOverByLink, sendNewHandoverLink } from "~/features/handover/hand-over-by-link.server";
import { handoverView } from "~/features/handover/handover-link.view.server";
import {
  type HandedOver,
  HandoverDone,
  HandoverGone,
  HandoverPage,
  type HandoverRefusal,
} from "~/features/handover/handover-page";
import { contactPersonSchema } from "~/features/municipalities/municipality-form.schema";
import { findRegion } from "~/features/regions/membership.server";
import { chosenLocale } from "~/i18n/locale.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { answerIn } from "~/platform/request-context.server";
import { proofOf } from "~/platform/tokens.server";
import { PublicPage } from "~/ui/public-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data?.view ? m.handover_eyebrow({ municipality: data.view.municipality }) : m.handover_title()} – Samvirk`,
  },
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing (L1), whoever or whatever opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const region = await findRegion(params.region ?? "");
  const view = region && (await handoverView(region.id, token, new Date()));
  const chosen = chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" });
  if (!chosen) answerIn(view?.locale ?? (region?.defaultStandard === "nynorsk" ? "nn" : "nb"));
  const dress = { accent: region?.accent ?? "fjord", kind: "public" as const };
  const mark = region && { initials: region.initials, name: region.programme || region.name, sub: region.name };
  const languages = region ? offeredLanguages(region.languages) : undefined;
  return data({ view, mark, dress, languages, proof: proofOf(token) }, { status: view ? 200 : 404 });
}

type Answer = {
  done: HandedOver | null;
  refusal: HandoverRefusal | null;
  failed: boolean;
  sent: boolean;
};

const nothing: Answer = { done: null, refusal: null, failed: false, sent: false };
const failed: Answer = { ...nothing, failed: true };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request);
  const region = await findRegion(params.region ?? "");
  if (!(await withinLimit("answer-network", context.ip))) return data<Answer>(failed, { status: 429 });
  if (!region || form.get("proof") !== proofOf(token)) return data<Answer>(failed, { status: 400 });
  const access = { regionId: region.id, personId: null, via: "link" as const };
  const now = new Date();
  if (form.get("intent") === "new-link") {
    await withRegion(access, (db) => sendNewHandoverLink(db, { token, now }));
    return data<Answer>({ ...nothing, sent: true }, { status: 200 });
  }
  const view = await handoverView(region.id, token, now);
  const chosen = chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" });
  if (!chosen && view) answerIn(view.locale);
  const parsed = parseForm(form, contactPersonSchema());
  if (!parsed.ok) return data<Answer>({ ...nothing, refusal: parsed }, { status: 400 });
  const { name, email } = parsed.value;
  const result = await withRegion(access, (db) => handOverByLink(db, { token, name, email, now }));
  // The loader that follows finds the link spent and says 404; what was done decides the status.
  if (result.ok) return data<Answer>({ ...nothing, done: result }, { status: 200 });
  if (result.reason === "gone") return data<Answer>(failed, { status: 409 });
  return data<Answer>({ ...nothing, refusal: refuse(form, { email: m.handover_self() }) }, { status: 400 });
}

export default function Handover() {
  const { view, mark, languages, proof } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? nothing;
  return (
    <PublicPage
      mark={mark ?? undefined}
      languages={languages}
      links={[
        { label: m.public_privacy(), to: paths.privacy() },
        { label: m.public_accessibility(), to: paths.accessibility() },
      ]}
    >
      {answer.done ? (
        <HandoverDone done={answer.done} />
      ) : view ? (
        <HandoverPage view={view} proof={proof} refusal={answer.refusal} failed={answer.failed} />
      ) : (
        <HandoverGone proof={proof} sent={answer.sent} />
      )}
    </PublicPage>
  );
}
