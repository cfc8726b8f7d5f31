import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { type EditedMinutes, editMinutes, type MinutesTexts } from "~/features/minutes/edit-minutes.server";
import { editMinutesView } from "~/features/minutes/edit-minutes.view.server";
import { EditMinutesForm } from "~/features/minutes/edit-minutes-form";
import { requireMinutes } from "~/features/minutes/require-minutes.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { readForm, valuesOf } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The minutes of a meeting that has ended, text by text, until they are approved. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, minutesId, minutes } = await requireMinutes(request, params, "minutes.write");
  const texts = await withRegion(access, (db) => editMinutesView(db, minutesId));
  if (!texts) notFound();
  const own = { slug: region.slug, name: region.name };
  return {
    region: own,
    body: minutes.body,
    minutesId,
    day: minutes.day.toISOString().slice(0, 10),
    state: minutes.state,
    texts,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, minutesId, minutes } = await requireMinutes(request, params, "minutes.write");
  const form = await readForm(request);
  const edited = await withRegion(access, (db) =>
    editMinutes(db, { minutesId, version: readVersion(form.get("version")), texts: textsIn(form) }),
  );
  if (edited.ok)
    return redirectWithToast(paths.minutes(region.slug, minutes.bodyId, minutesId), m.minutes_saved_minutes());
  if (edited.reason === "not-found") notFound();
  const refusal = { message: refusals[edited.reason](), values: valuesOf(form) };
  return data(refusal, { status: edited.reason === "too-long" ? 400 : 409 });
}

const refusals: Record<Exclude<Extract<EditedMinutes, { ok: false }>["reason"], "not-found">, () => string> = {
  approved: () => m.minutes_frozen_why(),
  "not-ended": () => m.minutes_edit_not_ended(),
  changed: () => m.common_changed_meanwhile(),
  "too-long": () => m.minutes_text_too_long(),
};

function textsIn(form: FormData): MinutesTexts {
  const text = (name: string) =>
    String(form.get(name) ?? "")
      .replace(/\r\n?/g, "\n")
      .trim();
  const ids = [...form.keys()].flatMap((key) => (key.startsWith("decision.") ? [key.slice(9)] : [])).filter(isUuid);
  return {
    secretariat: text("secretariat"),
    introduction: text("introduction"),
    closing: text("closing"),
    items: Object.fromEntries(ids.map((id) => [id, { notes: text(`notes.${id}`), decision: text(`decision.${id}`) }])),
  };
}

export const handle: Handle<Loaded> = {
  crumb: ({ body, day, minutesId }, slug) => [
    { label: m.bodies_title(), to: paths.bodies(slug) },
    { label: body.name, to: paths.body(slug, body.id) },
    { label: m.minutes_minutes_of({ day: formatDate(day, getLocale()) }), to: paths.minutes(slug, body.id, minutesId) },
    { label: m.minutes_edit_minutes() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.minutes_edit_minutes(), data?.body.name, data?.region.name, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function EditMinutesRoute() {
  const { region, body, minutesId, day, state, texts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = paths.minutes(region.slug, body.id, minutesId);
  if (state !== "ended" && state !== "remarks") {
    return (
      <>
        <PageHead eyebrow={body.name} title={m.minutes_edit_minutes()} sub={formatDate(day, getLocale())} />
        <Note action={{ label: m.minutes_back_to_minutes(), to: back }}>
          {state === "approved" ? m.minutes_frozen_why() : m.minutes_edit_not_ended()}
        </Note>
      </>
    );
  }
  return (
    <>
      <PageHead eyebrow={body.name} title={m.minutes_edit_minutes()} sub={formatDate(day, getLocale())} />
      <EditMinutesForm texts={texts} refused={refused} back={back} />
    </>
  );
}
