import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { OwnAfterwards } from "~/features/attendance/own-after";
import { ownAfterByLink } from "~/features/attendance/own-after.view.server";
import { PapersCard } from "~/features/papers/paper-list";
import { papersByRegistration } from "~/features/papers/papers.view.server";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { changeRegistration } from "~/features/registrations/change-registration.server";
import { cancelRegistration, takePlace } from "~/features/registrations/change-standing.server";
import { ownRegistration, registrationByLink } from "~/features/registrations/own-registration.view.server";
import {
  type OwnProblem,
  OwnRegistrationPage,
  RegistrationLinkGone,
} from "~/features/registrations/own-registration-page";
import { sendRegistrationLink } from "~/features/registrations/send-registration-link.server";
import { type RefusedSignUp, readWritten } from "~/features/registrations/sign-up-form.server";
import { chosenLocale } from "~/i18n/locale.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { readForm } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { answerIn } from "~/platform/request-context.server";
import { proofOf } from "~/platform/tokens.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view?.event.title ?? m.registrations_link_gone()} – Samvirk` },
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing (L1), whoever or whatever opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date();
  const token = params.token ?? "";
  const { access, page } = await requirePublicRegion(request, params.region, now);
  const own = { token, purpose: "registration" as const, slug: page.slug, now };
  const { view, papers, after } = await withRegion(access, async (db) => ({
    view: await ownRegistration(db, token, now),
    papers: await papersByRegistration(db, token, now),
    after: await ownAfterByLink(db, own),
  }));
  const afterwards = after && { after, certificateTo: paths.registrationCertificate(page.slug, token) };
  const chosen = chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" });
  if (!chosen && view) answerIn(view.locale);
  return data(
    { page, dress: page.dress, view, papers, token, afterwards, proof: proofOf(token) },
    { status: view ? 200 : 404 },
  );
}

type Answer = { problem: OwnProblem | null; refused: RefusedSignUp | null; sent: boolean };

const answer = (told: Partial<Answer>, status = 200) =>
  data<Answer>({ problem: null, refused: null, sent: false, ...told }, { status });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const now = new Date();
  const token = params.token ?? "";
  const { access, page } = await requirePublicRegion(request, params.region, now);
  const form = await readForm(request);
  if (!(await withinLimit("registration-network", context.ip))) return answer({ problem: "failed" }, 429);
  if (form.get("proof") !== proofOf(token)) return answer({ problem: "failed" }, 400);
  const intent = form.get("intent");
  if (intent === "new-link") {
    await withRegion(access, (db) => sendRegistrationLink(db, { token, now }));
    return answer({ sent: true });
  }
  const to = (saved: boolean) => {
    const { searchParams } = new URL(request.url);
    const lang = searchParams.get("lang");
    const query = new URLSearchParams({ ...(saved && { saved: "yes" }), ...(lang && { lang }) }).toString();
    return redirect(paths.registration(page.slug, token) + (query ? `?${query}` : ""));
  };
  const view = await withRegion(access, (db) => ownRegistration(db, token, now));
  if (!view) return answer({ problem: "failed" }, 404);
  const chosen = chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" });
  if (!chosen) answerIn(view.locale);
  if (intent === "change") {
    if (!view.asked) return answer({ problem: "over" }, 409);
    const read = readWritten(form, view.asked);
    if (!read.ok) return answer({ refused: read }, 400);
    const version = readVersion(form.get("version"));
    const result = await withRegion(access, (db) =>
      changeRegistration(db, { registrationId: view.id, version, written: read.value, now }),
    );
    return result.ok ? to(true) : answer({ problem: result.reason }, 409);
  }
  if (intent !== "cancel" && intent !== "take") return answer({ problem: "failed" }, 400);
  const result = await withRegion(access, async (db) => {
    const registration = await registrationByLink(db, token, now);
    if (!registration) return { ok: false as const, reason: "gone" as const };
    const registrationId = registration.id;
    return intent === "cancel"
      ? cancelRegistration(db, { registrationId, by: "self", now })
      : takePlace(db, { registrationId, now });
  });
  return result.ok ? to(false) : answer({ problem: result.reason }, 409);
}

export default function RegistrationRoute() {
  const { page, view, papers, token, afterwards, proof } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <PublicRegionFrame region={page}>
      {view ? (
        <OwnRegistrationPage
          view={view}
          slug={page.slug}
          proof={proof}
          refused={told?.refused ?? null}
          problem={told?.problem ?? null}
          saved={search.get("saved") === "yes" && !told}
        />
      ) : (
        <RegistrationLinkGone proof={proof} sent={told?.sent ?? false} />
      )}
      <PapersCard papers={papers} to={(id) => paths.registrationPaper(page.slug, token, id)} />
      {afterwards && <OwnAfterwards {...afterwards} />}
    </PublicRegionFrame>
  );
}
