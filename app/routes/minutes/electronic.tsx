import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localToInstant } from "~/domain/shared/local-time";
import { type Asked, askMembers, remindMembers } from "~/features/minutes/ask-members.server";
import { electronicView } from "~/features/minutes/electronic.view.server";
import { ElectronicPage } from "~/features/minutes/electronic-page";
import { dayShort, openRefusals } from "~/features/minutes/minutes-words";
import { requireMinutes } from "~/features/minutes/require-minutes.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

export const handle: Handle<{ minutesId: string; view: { body: { id: string; name: string }; day: string } }> = {
  crumb: ({ view, minutesId }, slug) => [
    { label: view.body.name, to: paths.body(slug, view.body.id) },
    { label: dayShort(view.day), to: paths.agenda(slug, view.body.id, minutesId) },
    { label: m.minutes_electronic() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data ? `${m.minutes_electronic()}, ${data.view.body.name} – ${data.view.region.name} – Samvirk` : "Samvirk",
  },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, minutes } = await requireMinutes(request, params, "minutes.write");
  const view = await withRegion(access, (db) => electronicView(db, minutes, new Date()));
  return { slug: region.slug, minutesId: minutes.id, view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, minutes } = await requireMinutes(request, params, "minutes.write");
  const form = await readForm(request);
  const now = new Date();
  const back = paths.electronic(region.slug, minutes.bodyId, minutes.id);
  if (form.get("intent") === "remind") {
    const result = await withRegion(access, (db) => remindMembers(db, { minutesId: minutes.id, now }));
    if (result.ok) return redirectWithToast(back, m.minutes_electronic_reminded({ n: result.sent }));
    return refusedBy(result, form);
  }
  const at = localToInstant(String(form.get("day") ?? ""), String(form.get("time") ?? ""), region.zone);
  if (!at.ok) return data({ problem: null, refusal: refuse(form, { day: m.minutes_fault_day() }) }, { status: 400 });
  const first = minutes.state !== "live";
  const answerBy = new Date(at.instant);
  const result = await withRegion(access, (db) => askMembers(db, { minutesId: minutes.id, answerBy, now }));
  if (!result.ok) return refusedBy(result, form);
  return redirectWithToast(back, first ? m.minutes_electronic_sent({ n: result.sent }) : m.minutes_electronic_moved());
}

function refusedBy({ reason }: Asked & { ok: false }, form: FormData) {
  if (reason === "not-found") notFound();
  if (reason === "soon")
    return data({ problem: null, refusal: refuse(form, { day: m.minutes_electronic_soon() }) }, { status: 400 });
  const words = {
    "not-electronic": m.minutes_electronic_not,
    nobody: m.minutes_electronic_nobody,
    ...openRefusals,
  };
  return data({ problem: words[reason](), refusal: null }, { status: 409 });
}

export default function Electronic() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return <ElectronicPage {...loaded} problem={answer?.problem ?? null} refusal={answer?.refusal ?? null} />;
}
