import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { answerLiveForm } from "~/features/minutes/answer-live-form.server";
import { closeMinutes } from "~/features/minutes/close-minutes.server";
import { closedWords } from "~/features/minutes/closed-words.server";
import { liveView } from "~/features/minutes/live.view.server";
import { LivePage } from "~/features/minutes/live-page";
import { dayShort, openRefusals } from "~/features/minutes/minutes-words";
import { openMinutes } from "~/features/minutes/open-minutes.server";
import { requireMinutes } from "~/features/minutes/require-minutes.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

export const handle: Handle<{ view: { body: { id: string; name: string }; minutes: { id: string; day: string } } }> = {
  crumb: ({ view }, slug) => [
    { label: view.body.name, to: paths.body(slug, view.body.id) },
    { label: dayShort(view.minutes.day), to: paths.agenda(slug, view.body.id, view.minutes.id) },
    { label: m.minutes_live_crumb() },
  ],
  wide: true,
  rail: true,
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `${data.view.body.name} ${dayShort(data.view.minutes.day)} – ${data.view.region.name} – Samvirk`
      : "Samvirk",
  },
];

/** A meeting while it is held; the address says which case is open. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, minutes, personId } = await requireMinutes(request, params, "minutes.write");
  const search = new URL(request.url).searchParams;
  const view = await withRegion(access, (db) => liveView(db, minutes));
  return { slug: region.slug, personId, view, item: search.get("item"), ask: search.get("ask") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, minutesId, minutes } = await requireMinutes(request, params, "minutes.write");
  const form = await readForm(request);
  const here = (item?: string) => paths.live(region.slug, minutes.bodyId, minutesId, item);
  const now = new Date();
  const intent = String(form.get("intent") ?? "");
  if (intent === "open") {
    const opened = await withRegion(access, (db) => openMinutes(db, { minutesId, now }));
    if (opened.ok) return redirect(here("presence"));
    if (opened.reason === "not-found") notFound();
    return data({ problem: openRefusals[opened.reason](), refusal: null }, { status: 409 });
  }
  if (intent === "close") {
    const closed = await withRegion(access, (db) =>
      closeMinutes(db, { minutesId, now, drop: form.getAll("drop").map(String) }),
    );
    if (closed.ok) return redirectWithToast(here(), closedWords(closed.plans));
    if (closed.reason === "not-found") notFound();
    const said = {
      "not-live": m.minutes_not_live,
      running: m.minutes_electronic_running,
      "approval-stands": m.minutes_closing_approval,
      faults: null,
    }[closed.reason];
    return data({ problem: said?.() ?? null, refusal: null }, { status: 409 });
  }
  const refusal = await withRegion(access, (db) => answerLiveForm(db, { form, minutesId, now }));
  if (refusal?.reason === "not-found") notFound();
  if (refusal) return data({ problem: null, refusal }, { status: refusal.reason ? 409 : 400 });
  const go = String(form.get("go") ?? "");
  return redirect(here(isUuid(go) || go === "presence" ? go : String(form.get("item") ?? "presence")));
}

export default function Live() {
  const { view, slug, personId, item, ask } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <LivePage
      key={view.minutes.id}
      {...{ view, slug, personId, ask }}
      asked={item}
      problem={answer?.problem ?? null}
      refusal={answer?.refusal ?? null}
    />
  );
}
