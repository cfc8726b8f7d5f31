import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { RecordingCard } from "~/features/events/recording";
import { PapersCard } from "~/features/papers/paper-list";
import { papersOf } from "~/features/papers/papers.view.server";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { publicEventView, signUpAsked } from "~/features/registrations/public-event.view.server";
import { PublicEventPage, type SignedUp, type SignUpProblem } from "~/features/registrations/public-event-page";
import { type RefusedSignUp, readSignUp } from "~/features/registrations/sign-up-form.server";
import { signUp } from "~/features/registrations/sign-up-line.server";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { readForm, valuesOf } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { notFound } from "~/platform/http/responses.server";
import { readTogether } from "~/platform/read-together.server";
import { proofOf } from "~/platform/tokens.server";

/** What a form for signing up carries, so that a POST made from the address alone is refused. */
const proofFor = (eventId: string) => proofOf(`registration:${eventId}`);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date();
  const { access, page } = await requirePublicRegion(request, params.region, now);
  const shown = await shownOf(access, params.event ?? "");
  if (!shown) notFound();
  return { page, dress: page.dress, ...shown, proof: proofFor(shown.event.id) };
}

const shownOf = (access: Access, id: string) =>
  readTogether(`public-event:${access.regionId}:${id}`, () =>
    withRegion(access, async (db) => {
      const event = await publicEventView(db, id, new Date());
      return event && { event, papers: await papersOf(db, id, { openOnly: true }) };
    }),
  );

const askedOf = (access: Access, id: string) =>
  readTogether(`asked:${access.regionId}:${id}`, () => withRegion(access, (db) => signUpAsked(db, id, new Date())));

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: data ? `${data.event.title} – ${data.page.name} – Samvirk` : errorTitle(error) },
];

type Answer = { done: SignedUp | null; refused: RefusedSignUp | null; problem: SignUpProblem | null };

/** Nothing that was typed is lost, whatever became of it. */
const answer = (told: Partial<Answer>, status = 200) =>
  data<Answer>({ done: null, refused: null, problem: null, ...told }, { status });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const now = new Date();
  const { access } = await requirePublicRegion(request, params.region, now);
  const form = await readForm(request);
  const event = await askedOf(access, params.event ?? "");
  if (!event) notFound();
  const typed = (): RefusedSignUp => ({ ok: false, errors: {}, values: valuesOf(form), given: {}, problems: {} });
  if (form.get("proof") !== proofFor(event.id)) return answer({ refused: typed(), problem: "failed" }, 400);
  if (!event.asked) return answer({ problem: "closed" }, 409);
  const read = readSignUp(form, event.asked);
  if (!read.ok) return answer({ refused: read }, 400);
  const { email } = read.value;
  const allowed =
    (await withinLimit("registration-network", context.ip)) &&
    (await withinLimit("registration-address", `${event.id}:${email}`));
  if (!allowed) return answer({ refused: typed(), problem: "busy" }, 429);
  const result = await signUp(access, event.id, { ...read.value, locale: getLocale() });
  if (!result.ok) return answer({ refused: typed(), problem: "closed" }, 409);
  return answer({ done: { ...result, email } });
}

export default function PublicEventRoute() {
  const { page, event, papers, proof } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <PublicRegionFrame region={page}>
      <PublicEventPage
        event={event}
        slug={page.slug}
        proof={proof}
        done={sent?.done ?? null}
        refused={sent?.refused ?? null}
        problem={sent?.problem ?? null}
      />
      <PapersCard papers={papers} to={(id) => paths.publicPaper(page.slug, event.id, id)} />
      {event.recording && <RecordingCard recording={event.recording} />}
    </PublicRegionFrame>
  );
}

/** One that is not open, or none: the same page as for any address that nothing stands at. */
export function ErrorBoundary() {
  return (
    <PublicFrame>
      <RouteError error={useRouteError()} />
    </PublicFrame>
  );
}
