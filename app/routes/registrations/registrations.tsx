import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { EventHead } from "~/features/events/event-frame";
import { eventFrame } from "~/features/events/event-frame.view.server";
import { requireEvent } from "~/features/events/require-event.server";
import { approveRegistration, refuseRegistration } from "~/features/registrations/change-standing.server";
import { registrationStates, registrationsView } from "~/features/registrations/registrations.view.server";
import { ExportLinks, RegistrationsPage } from "~/features/registrations/registrations-page";
import { signUpAll } from "~/features/registrations/sign-up.server";
import { type RefusedSignUp, readSignUp } from "~/features/registrations/sign-up-form.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm, valuesOf } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";

type Loaded = { frame: { id: string; title: string } };

export const handle: Handle<Loaded> = {
  crumb: ({ frame }, slug) => [
    { label: m.events_title(), to: paths.events(slug) },
    { label: frame.title, to: paths.event(slug, frame.id) },
    { label: m.registrations_title() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.registrations_title()}: ${data?.frame.title ?? ""} – ${data?.region.name ?? ""} – Samvirk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const now = new Date();
  const { searchParams } = new URL(request.url);
  const state = registrationStates.find((one) => one === searchParams.get("state")) ?? null;
  const asked = searchParams.get("after") ?? "";
  const after = /^\d{1,9}$/.test(asked) ? Number(asked) : null;
  const { view, frame } = await withRegion(access, async (db) => ({
    view: await registrationsView(db, { eventId, state, after, now }),
    frame: await eventFrame(db, eventId, now),
  }));
  if (!view || !frame) notFound();
  return { view, frame, state, region: { slug: region.slug, name: region.name } };
}

type Refusal = { refused: RefusedSignUp | null; problem: string | null };
const refusal = (told: Partial<Refusal>, status: number) =>
  data<Refusal>({ refused: null, problem: null, ...told }, { status });

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, eventId } = await requireEvent(request, params, "events.edit");
  const now = new Date();
  const form = await readForm(request);
  const here = paths.registrations(region.slug, eventId);
  const intent = form.get("intent");
  if (intent === "add") {
    const view = await withRegion(access, (db) => registrationsView(db, { eventId, state: null, after: null, now }));
    if (!view) notFound();
    const read = readSignUp(form, { ...view.asked, questions: [] });
    if (!read.ok) return refusal({ refused: read }, 400);
    const locale = region.defaultStandard === "nynorsk" ? ("nn" as const) : ("nb" as const);
    const people = [{ ...read.value, locale }];
    const [result] = await withRegion(access, (db) => signUpAll(db, { eventId, people, now, byHand: true }));
    if (result?.ok)
      return redirectWithToast(
        here,
        result.state === "waiting" ? m.registrations_added_waiting() : m.registrations_added(),
      );
    const already = result?.reason === "already";
    const errors: Record<string, string> = already ? { email: m.registrations_already() } : {};
    const refused: RefusedSignUp = { ok: false, errors, values: valuesOf(form), given: {}, problems: {} };
    return refusal({ refused, problem: already ? null : m.registrations_add_failed() }, 409);
  }
  const decide = intent === "approve" ? approveRegistration : intent === "refuse" ? refuseRegistration : null;
  const ids = form.getAll("ids[]").filter(isUuid);
  if (!decide || ids.length === 0) return refusal({ problem: m.registrations_none_chosen() }, 400);
  const done = await withRegion(access, async (db) => {
    let count = 0;
    for (const registrationId of ids) if ((await decide(db, { registrationId, eventId, now })).ok) count += 1;
    return count;
  });
  if (done === 0) return refusal({ problem: m.registrations_own_not_now() }, 409);
  return redirectWithToast(
    here,
    intent === "approve" ? m.registrations_approved({ n: done }) : m.registrations_refused_done({ n: done }),
  );
}

export default function Registrations() {
  const { view, frame, state, region } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  const { slug } = region;
  return (
    <>
      <EventHead
        event={frame}
        slug={slug}
        part="registrations"
        actions={
          <>
            {view.rows.length > 0 && <ExportLinks slug={slug} eventId={frame.id} />}
            <LinkButton variant="secondary" to={paths.registrationSettings(slug, frame.id)}>
              {m.registrations_settings()}
            </LinkButton>
          </>
        }
      />
      <div className="sv-stack">
        <RegistrationsPage
          view={view}
          slug={slug}
          eventId={frame.id}
          state={state}
          refused={told?.refused ?? null}
          problem={told?.problem ?? null}
        />
      </div>
    </>
  );
}
